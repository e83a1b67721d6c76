"""The number of seats: what became of it, and the decisions it may rest on."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import decisions_of
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.elections.models import Election, SeatPlan
from villagegov.extensions import db

#: E-05: the meetings that propose it.
PROPOSERS = (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES)


def seat_plan_of(election: Election) -> SeatPlan | None:
    """The plan of an election; None where it began before plans were kept."""
    return plan_of_election(election.id)


def plan_of_election(election_id: int) -> SeatPlan | None:
    """The same, by the election's id."""
    return db.session.scalars(select(SeatPlan).where(SeatPlan.election_id == election_id)).one_or_none()


def proposing_decisions(unit: Division) -> dict[int, Decision]:
    """Decisions that may have proposed the number of seats, the newest first."""
    return {one.id: one for one in decisions_of(unit) if one.meeting.kind in PROPOSERS}


def decided_on(plan: SeatPlan) -> date:
    """The day it was proposed at the earliest."""
    return plan.decision.meeting.held_on if plan.decision is not None else date.min


def rests_a_plan_on(decision_ids: Collection[int]) -> bool:
    """Whether a number of seats stands on one of these decisions; for whoever voids the meeting."""
    query = select(SeatPlan.id).where(SeatPlan.decision_id.in_(decision_ids)).limit(1)
    return db.session.scalar(query) is not None
