"""The summary upward (F-33): figures of a round summed in the database for each place below."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import String, and_, case, cast, func, literal, select

from villagegov.bodies.models import Term
from villagegov.divisions.models import Division
from villagegov.elections.models import Dispute, Election, Filing, Outcome, Poll, Proxy, Round, Seats, Station
from villagegov.elections.queries.filing import BY_VOTE
from villagegov.elections.queries.progress import below, child_ids, decided, due_in, joined, standings
from villagegov.elections.vocabulary import PollKind, StationKind
from villagegov.elections.vocabulary.progress import Bucket, Figure
from villagegov.extensions import db
from villagegov.notices.models import Notice
from villagegov.people.models import Person
from villagegov.people.vocabulary import Sex

Sums = dict[int, dict[Figure, int]]


def figures_in(round_: Round, place: Division, today: date) -> Sums:
    """Id of each place directly below (of each unit, in a township) → its figures; a constant number of queries."""
    children, found = child_ids(place), {}
    for child, one in standings(round_, place, today).items():
        begun = one.units - one.buckets[Bucket.NONE]
        found[child] = {Figure.UNITS: one.units, Figure.BEGUN: begun, Figure.DONE: one.done}
    for figures, query in _queries(below(place), round_, place):
        for group, *sums in db.session.execute(query):
            mine = found.setdefault(children.get(group, group), {})
            for figure, number in zip(figures, sums, strict=True):
                mine[figure] = mine.get(figure, 0) + int(number or 0)
    return found


def total_of(sums: Iterable[Mapping[Figure, int]]) -> dict[Figure, int]:
    """The last line: every column added."""
    rows = list(sums)
    return {figure: sum(one.get(figure, 0) for one in rows) for figure in Figure}


def places_below(ids: Iterable[int]) -> list[Division]:
    """The places with these ids, by code."""
    return list(db.session.scalars(select(Division).where(Division.id.in_(list(ids))).order_by(Division.code)))


def _queries(key: Any, round_: Round, place: Division) -> list[tuple[tuple[Figure, ...], Any]]:
    """Columns, and the query that sums them, grouped by `key`."""

    def over(*sums: Any) -> Any:
        return select(key, *sums).join(Election, Election.unit_id == Division.id).where(Election.round_id == round_.id)

    def grouped(query: Any) -> Any:
        return query.where(*due_in(round_, place)).group_by(key)

    polled = joined(select(key, func.sum(Outcome.registered), func.sum(Outcome.collected)), round_)
    listed = case((Station.kind == StationKind.MOBILE, Station.listed_voters), else_=0)
    counted = _counted_by_units()
    waiting = case((Dispute.answered_on.is_(None), 1), else_=0)
    return [
        ((Figure.REGISTERED, Figure.COLLECTED), grouped(polled.where(Outcome.id.is_not(None)))),
        ((Figure.ONE_GO, Figure.RERUN, Figure.REDONE), grouped(_by_polls(key, round_))),
        ((Figure.SEATS,), grouped(over(func.sum(Seats.seats)).join(Seats, Seats.election_id == Election.id))),
        ((Figure.ELECTED, Figure.WOMEN), grouped(_seated(over))),
        (tuple(counted), grouped(over(*counted.values()).join(Filing, Filing.election_id == Election.id))),
        (
            (Figure.PROXIES,),
            grouped(over(func.count(Proxy.id)).join(Proxy, Proxy.election_id == Election.id)).where(
                Proxy.revoked_at.is_(None)
            ),
        ),
        ((Figure.MOBILE,), grouped(over(func.sum(listed)).join(Station, Station.election_id == Election.id))),
        (
            (Figure.DISPUTES, Figure.OPEN_DISPUTES),
            grouped(over(func.count(Dispute.id), func.sum(waiting)).join(Dispute, Dispute.election_id == Election.id)),
        ),
    ]


def _counted_by_units() -> dict[Figure, Any]:
    """What units tell of those seated when they send their results in; nothing where they did not count."""
    return {
        Figure.PARTY: func.sum(Filing.party_members),
        Figure.HIGHER_EDUCATION: func.sum(Filing.higher_education),
        Figure.CHAIR_IS_SECRETARY: func.sum(case((Filing.chair_is_secretary.is_(True), 1), else_=0)),
        Figure.CROSS_POSTS: func.sum(Filing.cross_posts),
    }


def _by_polls(key: Any, round_: Round) -> Any:
    """Units whose new committee is posted: by one poll, with a rerun, by another first poll."""
    first, rerun = (func.sum(case((Poll.kind == kind, 1), else_=0)) for kind in (PollKind.FIRST, PollKind.RERUN))
    per = select(Poll.election_id, first.label("firsts"), rerun.label("reruns")).group_by(Poll.election_id).subquery()

    def counted(when: Any) -> Any:
        return func.sum(case((when, 1), else_=0))

    once = and_(per.c.firsts == 1, per.c.reruns == 0)
    query = joined(select(key, counted(once), counted(per.c.reruns > 0), counted(per.c.firsts > 1)), round_)
    return query.join(per, per.c.election_id == Election.id).where(Election.result_notice_id.is_not(None), decided())


def _seated(over: Any) -> Any:
    """Everybody who took office by a posted result: all, women."""
    number = literal("选举结果公告〔") + cast(Notice.year, String) + "〕" + cast(Notice.number, String) + "号"
    women = func.sum(case((Person.sex == Sex.FEMALE, 1), else_=0))
    query = over(func.count(Term.id), women).join(Notice, Notice.id == Election.result_notice_id)
    ground = and_(Term.unit_id == Election.unit_id, Term.basis.in_(BY_VOTE), Term.document == number)
    return query.join(Term, ground).join(Person, Person.id == Term.person_id)
