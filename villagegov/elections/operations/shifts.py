"""Asking for a polling day outside the round's window, and the approvals of township and county (E-02)."""

from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import is_valid_decision
from villagegov.deadlines import in_words
from villagegov.elections import queries
from villagegov.elections.models import Election, Shift
from villagegov.elections.queries import shifts as known
from villagegov.elections.queries.seat_plan import PROPOSERS
from villagegov.elections.rules import shifts as rules
from villagegov.elections.rules.committee import may_be_told_by_paper
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.calendar import CalendarReason
from villagegov.elections.vocabulary.shifts import Approver, ShiftReason, ShiftTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the committee asks for: the day, why, and its application."""

    wanted_on: date
    because: str
    applied_on: date
    document: str


def apply_for(*, election: Election, request: Request, decision: Decision | None, paper: str, actor: Account) -> Shift:
    """The committee asks for a day earlier or later than the round, to which the meeting has agreed.

    Raises Refusal(NOT_HERE, POLL_BEGUN, OPEN, INSIDE, TOO_FAR, FUTURE, NO_MEETING, NO_PAPER, MEETING_FIRST).
    """
    refuse_if(election.is_practice or election.is_by_election, ShiftReason.NOT_HERE)
    refuse_if(queries.newest_poll(election) is not None, CalendarReason.POLL_BEGUN)
    refuse_if(known.open_shift_of(election.id) is not None, ShiftReason.OPEN)
    _refuse_wrong_day(election, request.wanted_on)
    refuse_if(request.applied_on > clock.today(), ShiftReason.FUTURE, "applied_on")
    _refuse_disagreed(request, decision, paper)
    empty = dict.fromkeys(("township_as", "township_by_name", "county_as", "county_by_name", "returned_because"), "")
    made = Shift(
        election=election,
        election_id=election.id,
        wanted_on=request.wanted_on,
        because=request.because,
        applied_on=request.applied_on,
        applied_as=request.document,
        applied_by_name=actor.name,
        decision=decision,
        paper="" if decision else paper,
        **empty,
    )
    db.session.add(made)
    agreed = f"{decision.meeting.held_on} {decision.matter}" if decision else paper
    told = {"wanted_on": request.wanted_on, "reason": request.because, "applied_on": request.applied_on}
    _note(ShiftTag.APPLIED, election, actor, {**told, "agreed_by": agreed})
    return made


def _refuse_wrong_day(election: Election, day: date) -> None:
    window, law = known.window_of(election), law_of(election)
    told = {"day": in_words(day), "opens": in_words(window.opens), "closes": in_words(window.closes)}
    refuse_if(window.holds(day), ShiftReason.INSIDE, "wanted_on", **told)
    months = law.max_shift_months
    widest, article = window.widened(months), law.cited(Field.MAX_SHIFT_MONTHS)
    too_far = rules.is_too_far(day=day, window=window, profile=law)
    limits = {"earliest": in_words(widest.opens), "latest": in_words(widest.closes)}
    refuse_if(too_far, ShiftReason.TOO_FAR, "wanted_on", months=months, article=article, **limits)


def _refuse_disagreed(request: Request, decision: Decision | None, paper: str) -> None:
    """A meeting that may decide it has agreed, after the committee applied; a paper only of what is long over."""
    if decision is None:
        late = may_be_told_by_paper(polling_day=request.wanted_on, today=clock.today())
        refuse_if(not late, ShiftReason.NO_MEETING, "decision")
        refuse_if(not paper, ShiftReason.NO_PAPER, "paper")
        return
    sound = is_valid_decision(decision) and decision.meeting.kind in PROPOSERS
    refuse_if(not sound, ShiftReason.NO_MEETING, "decision")
    held_on = decision.meeting.held_on
    refuse_if(held_on < request.applied_on, ShiftReason.MEETING_FIRST, "applied_on", day=in_words(held_on))


def approve(*, shift: Shift, approved_on: date, document: str, actor: Account) -> Approver:
    """The next level agrees, with day and document; recorded by an official of that very level."""
    approver = _turn(shift, actor)
    earliest = shift.township_on or (shift.decision.meeting.held_on if shift.decision else shift.applied_on)
    refuse_if(approved_on > clock.today(), ShiftReason.FUTURE, "approved_on")
    refuse_if(approved_on < earliest, ShiftReason.TOO_EARLY, "approved_on", day=in_words(earliest))
    if approver is Approver.TOWNSHIP:
        shift.township_on, shift.township_as, shift.township_by_name = approved_on, document, actor.name
    else:
        shift.county_on, shift.county_as, shift.county_by_name = approved_on, document, actor.name
    told = {"approver": approver.value, "approved_on": approved_on, "approved_as": document}
    _note(ShiftTag.APPROVED, shift.election, actor, {**told, "wanted_on": shift.wanted_on})
    return approver


def give_back(*, shift: Shift, reason: str, actor: Account) -> None:
    """The level it waits for does not agree and says why; the committee may ask anew."""
    _turn(shift, actor)
    shift.returned_because = reason
    _note(ShiftTag.RETURNED, shift.election, actor, {"wanted_on": shift.wanted_on, "reason": reason})


def _turn(shift: Shift, actor: Account) -> Approver:
    """Whose turn it is; only an official of that level acts."""
    approver = rules.next_approver(shift.given) if shift.is_open else None
    if approver is None:
        refuse(ShiftReason.ENDED)
    place = known.place_for(shift.unit, approver)
    name = place.name if place else approver.label
    refuse_if(not known.waits_for(shift, actor), ShiftReason.OTHER_LEVEL, step=approver.label, place=name)
    return approver


def _note(tag: ShiftTag, election: Election, actor: Account, after: dict[str, object]) -> None:
    record(tag, subject=election, actor=actor, place_id=election.unit_id, after=after)
