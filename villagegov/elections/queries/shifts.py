"""Requests for a polling day outside the round's window, and whom they wait for (E-02)."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.divisions.queries import above
from villagegov.divisions.vocabulary import Level
from villagegov.due import Due
from villagegov.elections.models import Election, Shift
from villagegov.elections.rules.shifts import Window, day_is_open, next_approver
from villagegov.elections.vocabulary.shifts import APPROVING, UNAPPROVED, Approver
from villagegov.extensions import db

#: The level whose officials record an approval.
LEVELS = {Approver.TOWNSHIP: Level.TOWNSHIP, Approver.COUNTY: Level.COUNTY}
#: A start page shows the oldest.
MOST = 100


def shifts_of(election: Election) -> list[Shift]:
    """All requests of an election, the newest first."""
    query = select(Shift).where(Shift.election_id == election.id).options(joinedload(Shift.decision))
    return list(db.session.scalars(query.order_by(Shift.id.desc())))


def open_shift_of(election_id: int) -> Shift | None:
    """The request that waits for somebody."""
    query = select(Shift).where(Shift.election_id == election_id, Shift.county_on.is_(None))
    return db.session.scalars(query.where(Shift.returned_because == "")).one_or_none()


def window_of(election: Election) -> Window:
    """The days in which its round is held."""
    return Window(election.round.opens_on, election.round.closes_on)


def may_poll_on(election: Election, day: date) -> bool:
    """E-02: in the round's window, or up to the day of a request that all three have approved."""
    window = window_of(election)
    asked = [(None, frozenset[Approver]()), *((one.wanted_on, one.given) for one in _not_returned(election))]
    return any(day_is_open(day=day, window=window, wanted=wanted, given=given) for wanted, given in asked)


def _not_returned(election: Election) -> list[Shift]:
    return [one for one in shifts_of(election) if not one.returned_because]


def place_for(unit: Division, approver: Approver) -> Division | None:
    """The township or county above a unit whose officials record this approval."""
    return next((one for one in above(unit) if one.level is LEVELS.get(approver)), None)


def waits_for(one: Shift, account: Account) -> bool:
    """Whether its next approval is recorded by this account: an official of that very level."""
    approver = next_approver(one.given) if one.is_open else None
    place = place_for(one.unit, approver) if approver else None
    return place is not None and place.id in {area.id for area in areas(account, Permission.APPROVE_SHIFT)}


def rests_a_shift_on(decision_ids: Collection[int]) -> bool:
    """Whether a request stands on one of these decisions; for whoever voids the meeting."""
    query = select(Shift.id).where(Shift.decision_id.in_(decision_ids), Shift.returned_because == "").limit(1)
    return db.session.scalar(query) is not None


def due_items(scope: list[Division], _today: date) -> list[Due]:
    """Requests that wait for the officials of exactly these places."""
    townships = [one.id for one in scope if one.level is Level.TOWNSHIP]
    counties = [one.id for one in scope if one.level is Level.COUNTY]
    below = select(Division.id).where(Division.parent_id.in_(counties))
    turn = or_(
        and_(Shift.township_on.is_(None), Division.parent_id.in_(townships)),
        and_(Shift.township_on.is_not(None), Division.parent_id.in_(below)),
    )
    query = select(Shift).join(Shift.election).join(Election.unit)
    query = query.where(Shift.county_on.is_(None), Shift.returned_because == "", turn)
    query = query.options(joinedload(Shift.election).joinedload(Election.unit)).order_by(Shift.id).limit(MOST)
    return [_due(one) for one in db.session.scalars(query)]


def _due(one: Shift) -> Due:
    """The day to be kept without the approvals is the polling day as it is now."""
    by, values = Deadline(one.election.polling_day, 0), {"election_id": one.election_id}
    return Due(one.unit.name, APPROVING, by, UNAPPROVED, "elections.shift", values)
