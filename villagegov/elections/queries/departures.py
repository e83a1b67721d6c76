"""Who leaves office in a unit, who stands aside, who stands in, and what is due of it."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.queries import within
from villagegov.bodies.models import Decision, Term
from villagegov.bodies.queries.meetings import committee_kind, decisions_of
from villagegov.bodies.queries.offices import pending_in, terms_of
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Candidate, Departure, Election, Outcome, Poll, RollEntry
from villagegov.elections.queries.result import count_of
from villagegov.elections.rules.departures import ACCEPTING, StandIn, meeting_due, notice_due, stand_ins_in_order
from villagegov.elections.vocabulary.departures import DepartureKind, DepartureOutcome
from villagegov.extensions import db
from villagegov.law.own import with_own
from villagegov.law.profiles import Profile, profile_for
from villagegov.law.queries import own_values
from villagegov.vocabulary import _l

#: A page shows the newest; nobody leaves that often.
MOST = 100
LEFT = (DepartureOutcome.PASSED, DepartureOutcome.ENDED)


def law_in(unit: Division, day: date) -> Profile:
    """The law that a unit's committee lives under on `day`, with its province's own values."""
    committee = committee_kind(unit)
    return with_own(profile_for(committee, day), own_values(unit, committee, day))


def departure(departure_id: int) -> Departure | None:
    """One case with its office and its paper."""
    loading = (
        joinedload(Departure.unit),
        joinedload(Departure.term).joinedload(Term.person),
        joinedload(Departure.file),
    )
    return db.session.get(Departure, departure_id, options=loading)


def departures_in(unit: Division) -> list[Departure]:
    """Those of a unit, open ones first, then the newest."""
    query = select(Departure).where(Departure.unit_id == unit.id)
    loading = (joinedload(Departure.term).joinedload(Term.person), joinedload(Departure.decision))
    query = query.options(*loading).order_by(Departure.closed_on.is_not(None), Departure.id.desc())
    return list(db.session.scalars(query.limit(MOST)))


def open_departure(term: Term) -> Departure | None:
    """The case of this office that is not closed."""
    query = select(Departure).where(Departure.term_id == term.id, Departure.closed_on.is_(None))
    return db.session.scalars(query).one_or_none()


def suspended_in(unit: Division) -> set[int]:
    """Ids of the terms of those who stand aside."""
    query = select(Departure.term_id).where(Departure.unit_id == unit.id, Departure.closed_on.is_(None))
    return set(db.session.scalars(query.where(Departure.kind == DepartureKind.SUSPENSION)))


def voting_decisions(one: Departure) -> dict[int, Decision]:
    """Decisions that may have been about a resignation, passed or not, newest first."""
    found = decisions_of(one.unit, passed_only=False, since=one.filed_on)
    return {decision.id: decision for decision in found if decision.meeting.kind in ACCEPTING}


def rests_a_resignation_on(decision_ids: Collection[int]) -> bool:
    """Whether a resignation was settled by one of these decisions; for whoever voids the meeting."""
    query = select(Departure.id).where(Departure.decision_id.in_(decision_ids)).limit(1)
    return db.session.scalar(query) is not None


def acting_chairs(unit: Division, day: date) -> list[Term]:
    """Who acts for the chair on `day`, or is entered for it and waits."""
    held = [*terms_of(unit, day, offices=(Office.CHAIR,)), *pending_in(unit)]
    return [one for one in held if one.office is Office.CHAIR and one.basis is Basis.ACTING]


def sitting_chair(unit: Division, day: date) -> Term | None:
    """The chair who holds and exercises the office: not acting, not suspended."""
    aside = suspended_in(unit)
    held = terms_of(unit, day, offices=(Office.CHAIR,))
    return next((one for one in held if one.basis is not Basis.ACTING and one.id not in aside), None)


def stand_ins(unit: Division, day: date) -> list[tuple[Term, StandIn]]:
    """Vice chairs and members who exercise their office, in the order in which they act for the chair (E-106)."""
    aside, votes = suspended_in(unit), _votes_in(unit)
    terms = {one.id: one for one in terms_of(unit, day, body=Body.COMMITTEE) if one.id not in aside}
    found = [StandIn(one.id, one.office, votes.get(one.person.person_key)) for one in terms.values()]
    return [(terms[one.term_id], one) for one in stand_ins_in_order(found)]


def _votes_in(unit: Division) -> dict[bytes, int]:
    """Person key → votes in the last poll of this unit in which the person was voted for."""
    query = select(Outcome).join(Poll, Poll.id == Outcome.poll_id).join(Election, Election.id == Poll.election_id)
    query = query.where(Election.unit_id == unit.id, Election.result_notice_id.is_not(None))
    found: dict[bytes, int] = {}
    for outcome in db.session.scalars(query.order_by(Election.number, Poll.number)):
        votes = {key: number for post in count_of(outcome).positions for key, number in post.votes.items()}
        keys = select(Candidate.id, RollEntry.person_key).join(RollEntry, RollEntry.id == Candidate.roll_entry_id)
        rows = db.session.execute(keys.where(Candidate.election_id == outcome.poll.election_id))
        found |= {person: votes[str(key)] for key, person in rows if str(key) in votes}
    return found


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Resignations that a meeting has to vote on, ends of office that have to be posted."""
    waiting = and_(Departure.closed_on.is_(None), Departure.kind == DepartureKind.RESIGNATION)
    unposted = and_(Departure.outcome.in_(LEFT), Departure.posted_on.is_(None))
    query = select(Departure).join(Departure.unit).where(within(Division.path, scope), or_(waiting, unposted))
    query = query.options(joinedload(Departure.unit), joinedload(Departure.term).joinedload(Term.person))
    found = db.session.scalars(query.order_by(Departure.filed_on).limit(MOST))
    return sorted(_due(found, today), key=lambda due: due.by)


def _due(found: Iterable[Departure], today: date) -> Iterable[Due]:
    for one in found:
        law, name = law_in(one.unit, today), one.term.person.name
        values = {"unit_id": one.unit_id}
        vote = meeting_due(one.kind, one.filed_on, law) if one.closed_on is None else None
        if vote is not None:
            what = _l("召开会议表决%(name)s的辞职", name=name)
            otherwise = _l("会议没有通过以前，辞职不生效。")
            yield Due(one.unit.name, what, vote, otherwise, "elections.departures", values)
        elif one.closed_on is not None:
            what, otherwise = _l("公布%(name)s离任", name=name), _l("村（居）民不知道职务已经空缺。")
            yield Due(one.unit.name, what, notice_due(one.closed_on, law), otherwise, "elections.departures", values)
