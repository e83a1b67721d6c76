"""The number of seats proposed by the village, given back, approved by the township, filed with the county (E-05)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import is_valid_decision
from villagegov.deadlines import in_words
from villagegov.elections.models import Election, SeatPlan
from villagegov.elections.queries.seat_plan import PROPOSERS, decided_on, seat_plan_of
from villagegov.elections.rules.committee import may_be_told_by_paper
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.seats import SeatReason, SeatTag
from villagegov.refusal import refuse_if


def refuse_groundless(*, election: Election, decision: Decision | None, paper: str) -> dict[str, object]:
    """Let the seats rest on the meeting's decision, or a paper once polling day has come; refuse neither."""
    plan = seat_plan_of(election)
    if plan is None:
        return {}
    refuse_if_approved(plan)
    late = may_be_told_by_paper(polling_day=election.polling_day, today=clock.today())
    if decision is None:
        refuse_if(not late, SeatReason.NO_DECISION, "decision")
        refuse_if(not paper, SeatReason.NO_PAPER, "paper")
    else:
        sound = is_valid_decision(decision) and decision.meeting.kind in PROPOSERS
        refuse_if(not sound, SeatReason.NO_DECISION, "decision")
    plan.decision, plan.paper = decision, "" if decision else paper
    plan.proposed_at, plan.returned_because = clock.now(), ""
    ground = f"{decision.meeting.held_on} {decision.matter}" if decision else paper
    return {"proposed_by": ground}


def refuse_if_approved(plan: SeatPlan) -> None:
    """Raise Refusal(APPROVED_ALREADY): what the township approved is changed by nobody else."""
    approved = plan.approved_on
    refuse_if(approved is not None, SeatReason.APPROVED_ALREADY, day=in_words(approved or clock.today()))


def approve(*, plan: SeatPlan, approved_on: date, document: str, actor: Account) -> None:
    """The township approves, with day and number."""
    refuse_if(plan.proposed_at is None, SeatReason.NOT_PROPOSED)
    refuse_if_approved(plan)
    _refuse_day(approved_on, decided_on(plan), "approved_on")
    plan.approved_on, plan.approved_as, plan.approved_by_name = approved_on, document, actor.name
    _note(SeatTag.APPROVED, plan, actor, {"approved_on": approved_on, "approved_as": document})


def give_back(*, plan: SeatPlan, reason: str, actor: Account) -> None:
    """The township gives it back with the reason; the village proposes anew. Not once the candidates were posted."""
    refuse_if(plan.proposed_at is None, SeatReason.NOT_PROPOSED)
    refuse_if(plan.election.candidates_posted_on is not None, ElectionReason.LIST_CLOSED)
    plan.proposed_at = plan.approved_on = plan.filed_on = None
    plan.approved_as = plan.approved_by_name = plan.filed_as = ""
    plan.returned_because = reason
    _note(SeatTag.RETURNED, plan, actor, {"reason": reason})


def file(*, plan: SeatPlan, filed_on: date, document: str, actor: Account) -> None:
    """The township files it with the county, with day and number."""
    approved, filed = plan.approved_on, plan.filed_on
    refuse_if(approved is None, SeatReason.NOT_APPROVED)
    refuse_if(filed is not None, SeatReason.FILED_ALREADY, day=in_words(filed or clock.today()))
    _refuse_day(filed_on, approved or clock.today(), "filed_on")
    plan.filed_on, plan.filed_as = filed_on, document
    _note(SeatTag.FILED, plan, actor, {"filed_on": filed_on, **({"filed_as": document} if document else {})})


def _refuse_day(day: date, earliest: date, field: str) -> None:
    refuse_if(day > clock.today(), SeatReason.FUTURE, field)
    refuse_if(day < earliest, SeatReason.TOO_EARLY, field, day=in_words(earliest))


def _note(tag: SeatTag, plan: SeatPlan, actor: Account, after: dict[str, object]) -> None:
    record(tag, subject=plan.election, actor=actor, place_id=plan.election.unit_id, after=after)
