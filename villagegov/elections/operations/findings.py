"""What those above find about a casting: void (E-90), a win void (E-91), a person written in vetted (E-83)."""

from collections.abc import Collection
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.vocabulary import Body, EndReason
from villagegov.elections import queries
from villagegov.elections.models import Candidate, Election, Outcome, Poll, PollVoid, Unseating
from villagegov.elections.operations.seating import seat_winners
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import chain
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.chain import ChainReason, ChainTag, UnseatGround, VoidCause
from villagegov.extensions import db
from villagegov.notices import queries as notices
from villagegov.refusal import refuse, refuse_if


def declare_void(
    *, poll: Poll, cause: VoidCause, finding: str, document: str, declared_on: date, actor: Account
) -> PollVoid:
    """选举无效 (E-90): nothing of this casting counts; who took office by it leaves.

    Raises Refusal(NOT_DECIDED, VOID_ALREADY, LATER_POLL, POSTED_IN_FUTURE, OWN_ELECTION).
    """
    election = queries.locked(poll.election)
    refuse_candidate(election, actor)
    outcome = _newest_outcome(election, poll)
    void = outcome.gate.is_void or poll.id in chain.voids_of(election)
    refuse_if(void, ChainReason.VOID_ALREADY)
    _refuse_day(declared_on, poll.held_on, "declared_on")
    seated = {one.key for one in chain.standing_of(election).seated}
    found = PollVoid(
        poll=poll,
        cause=cause,
        finding=finding,
        document=document,
        declared_on=declared_on,
        declared_by_id=actor.id,
        declared_at=clock.now(),
    )
    db.session.add(found)
    db.session.flush()
    after = {"void_cause": cause.value, "finding": finding, "document": document, "decided_on": declared_on}
    record(ChainTag.DECLARED_VOID, subject=poll, actor=actor, place_id=election.unit_id, after=after)
    left = {one.key for one in chain.standing_of(election).seated}
    _leave_office(election, seated - left, document, actor)
    if not left:  # only a rerun for a freed seat is void: the others stay in office
        election.formed_on = None
    return found


def unseat(
    *, candidate: Candidate, ground: UnseatGround, finding: str, document: str, decided_on: date, actor: Account
) -> Unseating:
    """当选无效 (E-91): the seat is short from now on; who took office leaves. Raises Refusal(NOT_SEATED …)."""
    election = queries.locked(candidate.election)
    refuse_candidate(election, actor)
    poll = queries.newest_poll(election)
    if poll is None:
        refuse(ChainReason.NOT_DECIDED)
    _newest_outcome(election, poll)
    seated = any(one.key == str(candidate.id) for one in chain.standing_of(election).seated)
    refuse_if(not seated, ChainReason.NOT_SEATED, name=candidate.name)
    _refuse_day(decided_on, poll.held_on, "decided_on")
    made = Unseating(
        poll=poll,
        candidate=candidate,
        ground=ground,
        finding=finding,
        document=document,
        decided_on=decided_on,
        decided_by_id=actor.id,
        decided_at=clock.now(),
    )
    db.session.add(made)
    after = {"name": candidate.name, "unseat_ground": ground.value, "finding": finding, "document": document}
    record(ChainTag.UNSEATED, subject=candidate, actor=actor, place_id=election.unit_id, after=after)
    _leave_office(election, {str(candidate.id)}, document, actor)
    return made


def note_vetting(
    *, candidate: Candidate, passed: bool, finding: str, document: str, decided_on: date, actor: Account
) -> None:
    """E-83: the joint vetting of a winner who was written in: the committee is formed, or the seat is short."""
    election = queries.locked(candidate.election)
    waiting = chain.waiting_for_vetting(election, chain.standing_of(election))
    refuse_if(candidate not in waiting, ChainReason.NOT_SEATED, name=candidate.name)
    if not passed:
        unseat(
            candidate=candidate,
            ground=UnseatGround.FAILED_VETTING,
            finding=finding,
            document=document,
            decided_on=decided_on,
            actor=actor,
        )
        return
    refuse_candidate(election, actor)
    _refuse_day(decided_on, date.min, "decided_on")
    candidate.vetted_on, candidate.vetting_document = decided_on, document
    after = {"name": candidate.name, "passed": True, "document": document}
    record(ChainTag.VETTED, subject=candidate, actor=actor, place_id=election.unit_id, after=after)
    outcome = queries.newest_outcome(election)
    notice = notices.notice(election.result_notice_id) if election.result_notice_id else None
    if outcome is not None and notice is not None and outcome.poll.notice_id == notice.id:
        seat_winners(election=election, outcome=outcome, notice=notice, actor=actor)


def _newest_outcome(election: Election, poll: Poll) -> Outcome:
    refuse_if(queries.newest_poll(election) is not poll, ChainReason.LATER_POLL)
    outcome = queries.outcome_of(poll)
    if outcome is None:
        refuse(ChainReason.NOT_DECIDED)
    return outcome


def _refuse_day(day: date, earliest: date, field: str) -> None:
    refuse_if(day > clock.today(), ElectionReason.POSTED_IN_FUTURE, field)
    refuse_if(day < earliest, ChainReason.DAY_BEFORE_LAST, field, day=earliest)


def _leave_office(election: Election, keys: Collection[str], document: str, actor: Account) -> None:
    """Whoever holds an office by a win that does not last leaves it today."""
    entries = [one.roll_entry_id for one in election.everybody if str(one.id) in keys]
    people = {one.person_key for one in queries.entries_with_ids(entries)}
    today = clock.today()
    for term in terms_of(election.unit, today, body=Body.COMMITTEE):
        if election.formed_on is not None and term.person.person_key in people:
            note = f"当选无效：{document}"
            close_term(term=term, on=max(today, term.from_on), reason=EndReason.CEASED, note=note, actor=actor)
