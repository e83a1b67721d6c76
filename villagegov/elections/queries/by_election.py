"""Empty seats of a unit, since when, and its by-elections (E-105)."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.bodies.models import Term
from villagegov.bodies.queries.offices import held_in
from villagegov.bodies.vocabulary import Basis, EndReason, Office
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Election, Round, Seats
from villagegov.elections.queries.departures import law_in
from villagegov.elections.rules.by_election import by_election_due, triggers_of, vacancies
from villagegov.elections.rules.counts import Seated
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.by_election import OTHERWISE, Trigger
from villagegov.extensions import db
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field
from villagegov.people.vocabulary import Sex
from villagegov.vocabulary import LazyString, _l

#: A start page shows so many units at most.
MOST = 100
POSTS = {Office.CHAIR: Post.CHAIR, Office.VICE: Post.VICE, Office.MEMBER: Post.MEMBER}
#: How a seat becomes empty before the term is over.
LEFT_EARLY = (EndReason.RESIGNED, EndReason.RECALLED, EndReason.CEASED, EndReason.DIED)


class Gap(NamedTuple):
    """What is missing in a unit's committee: which seats, why it matters, since when."""

    vacant: dict[Post, int]
    triggers: list[Trigger]
    members: int
    since: date | None
    due: Deadline | None


def gap_in(unit: Division, today: date) -> Gap:
    """The empty seats of one unit; without any, and with none sitting, nothing is due."""
    return _gaps([unit], today)[unit.id]


def sitting_members(unit: Division, day: date) -> list[Term]:
    """Who holds a seat of the committee on `day`; whoever only acts for the chair keeps the own seat."""
    return _sitting([unit], day).get(unit.id, [])


def sitting_of(election: Election) -> tuple[Seated, ...]:
    """E-105: in a by-election, who sits in the posts that are not voted on; nobody in a general election."""
    if not election.is_by_election:
        return ()
    return tuple(
        Seated(key=f"term-{one.id}", post=POSTS[one.office], female=one.person.sex is Sex.FEMALE)
        for one in sitting_members(election.unit, election.polling_day)
    )


def list_law_of(election: Election) -> Profile:
    """The law of a list of candidates: in a by-election no woman has to stand while one sits (E-50, E-105)."""
    law = law_of(election)
    if not election.is_by_election:
        return law
    sitting = sitting_members(election.unit, clock.today())
    woman_sits = any(one.person.sex is Sex.FEMALE for one in sitting)
    return law.override({Field.MIN_WOMEN_CANDIDATES: 0}) if woman_sits else law


def open_by_election(unit: Division) -> Election | None:
    """The by-election of a unit whose result is not posted."""
    query = select(Election).join(Election.round).where(Election.unit_id == unit.id, Round.by_election)
    return db.session.scalars(query.where(Election.result_notice_id.is_(None)).limit(1)).one_or_none()


def by_elections_of(unit: Division) -> list[Election]:
    """All by-elections of a unit, the newest first."""
    query = select(Election).join(Election.round).where(Election.unit_id == unit.id, Round.by_election)
    return list(db.session.scalars(query.order_by(Election.number.desc())))


def last_general(unit: Division) -> Election | None:
    """The unit's newest general election with a posted result."""
    return _last_general([unit.id]).get(unit.id)


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Units in `scope` whose committee the law wants filled, the most urgent first."""
    left = select(Term.unit_id).join(Term.unit).where(within(Division.path, scope), Term.office.in_(POSTS))
    left = left.where(Term.end_reason.in_(LEFT_EARLY), Term.basis != Basis.ACTING).distinct().limit(MOST)
    units = list(db.session.scalars(select(Division).where(Division.id.in_(left))))
    gaps, begun = _gaps(units, today), _begun(units)
    found = [
        Due(unit.name, _what(gap, law_in(unit, today)), gap.due, OTHERWISE, "elections.vacancies", {"unit_id": unit.id})
        for unit in units
        if (gap := gaps[unit.id]).due is not None and gap.triggers and gap.due is not None and unit.id not in begun
    ]
    return sorted(found, key=lambda due: due.by)


def told_of(trigger: Trigger, gap: Gap, law: Profile) -> LazyString:
    """A trigger in words, with its figures."""
    if trigger is not Trigger.FEW:
        return trigger.label
    return _l("在任成员 %(have)s 人，少于 %(needed)s 人", have=gap.members, needed=law.min_seated)


def _what(gap: Gap, law: Profile) -> LazyString:
    return _l("补选：%(why)s", why=told_of(gap.triggers[0], gap, law))


def _begun(units: Iterable[Division]) -> set[int]:
    query = select(Election.unit_id).join(Election.round).where(Round.by_election, Election.result_notice_id.is_(None))
    return set(db.session.scalars(query.where(Election.unit_id.in_([one.id for one in units]))))


def _gaps(units: Iterable[Division], today: date) -> dict[int, Gap]:
    places = list(units)
    ids = [one.id for one in places]
    sitting, general, ended = _sitting(places, today), _last_general(ids), _left_since(ids)
    planned = _planned([one.id for one in general.values()])
    return {
        unit.id: _gap(unit, today, sitting.get(unit.id, []), planned.get(unit.id), ended.get(unit.id))
        for unit in places
    }


def _gap(unit: Division, today: date, terms: list[Term], planned: dict[Post, int] | None, since: date | None) -> Gap:
    law, held = law_in(unit, today), Counter(POSTS[one.office] for one in terms)
    if not terms:
        return Gap({}, [], 0, None, None)
    women = sum(one.person.sex is Sex.FEMALE for one in terms)
    found = triggers_of(members=len(terms), has_chair=bool(held[Post.CHAIR]), women=women, profile=law)
    due = by_election_due(since, law) if since is not None else None
    return Gap(vacancies(planned, held, law), found, len(terms), since, due)


def _sitting(units: Iterable[Division], day: date) -> dict[int, list[Term]]:
    query = select(Term).where(Term.unit_id.in_([one.id for one in units]), Term.office.in_(POSTS), held_in(Term, day))
    query = query.where(Term.basis != Basis.ACTING).options(joinedload(Term.person)).order_by(Term.id)
    found: dict[int, list[Term]] = {}
    for one in db.session.scalars(query):
        found.setdefault(one.unit_id, []).append(one)
    return found


def _last_general(ids: Iterable[int]) -> dict[int, Election]:
    query = select(Election).join(Election.round).where(Election.unit_id.in_(ids), Round.by_election.is_(False))
    query = query.where(Round.practice.is_(False), Election.result_notice_id.is_not(None)).order_by(Election.number)
    return {one.unit_id: one for one in db.session.scalars(query.options(contains_eager(Election.round)))}


def _planned(election_ids: Iterable[int]) -> dict[int, dict[Post, int]]:
    """Unit id → the seats of its last round."""
    query = select(Election.unit_id, Seats.post, Seats.seats).join(Seats, Seats.election_id == Election.id)
    found: dict[int, dict[Post, int]] = {}
    for unit_id, post, number in db.session.execute(query.where(Election.id.in_(election_ids))):
        found.setdefault(unit_id, {})[post] = number
    return found


def _left_since(ids: Iterable[int]) -> dict[int, date]:
    """Unit id → the first day on which the last who left early was gone."""
    query = select(Term.unit_id, Term.ended_on).where(Term.unit_id.in_(ids), Term.office.in_(POSTS))
    query = query.where(Term.end_reason.in_(LEFT_EARLY), Term.basis != Basis.ACTING, Term.ended_on.is_not(None))
    return {unit_id: day for unit_id, day in db.session.execute(query.order_by(Term.ended_on)) if day is not None}
