"""Rolls carried over: from which one, what moved since, and the statistics by group (F-07)."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from villagegov.elections.models import (
    Carryover,
    ChangeGround,
    Election,
    Movement,
    Roll,
    RollChange,
    RollEntry,
    Round,
)
from villagegov.elections.rules.movements import Group, statistics
from villagegov.extensions import db


def carryover_of(roll: Roll) -> Carryover | None:
    """How a roll began; None for one that was filled from files alone."""
    query = select(Carryover).where(Carryover.roll_id == roll.id)
    loading = joinedload(Carryover.source).joinedload(Roll.election).joinedload(Election.round)
    return db.session.scalars(query.options(loading)).one_or_none()


def last_frozen(roll: Roll) -> Roll | None:
    """The unit's last final roll before this one, of the same kind of committee; none for practice."""
    election = roll.election
    query = select(Roll).join(Roll.election).join(Election.round).where(Roll.frozen_at.is_not(None))
    query = query.where(Election.unit_id == election.unit_id, Election.committee == election.committee)
    query = query.where(Round.practice.is_(False), Roll.id != roll.id, Election.polling_day < election.polling_day)
    query = query.options(joinedload(Roll.election).joinedload(Election.round))
    return db.session.scalars(query.order_by(Election.polling_day.desc()).limit(1)).one_or_none()


def groups_of(roll: Roll) -> list[Group]:
    """F-07, as the list stands now."""
    keys = (RollEntry.group_name, RollEntry.sex, RollEntry.category)
    standing = db.session.execute(select(*keys, func.count()).where(RollEntry.roll_id == roll.id).group_by(*keys))
    moves = (Movement.group_name, Movement.ground)
    moved = db.session.execute(select(*moves, func.count()).where(Movement.roll_id == roll.id).group_by(*moves))
    lines = ((row[0], row[1], row[2], row[3]) for row in standing)
    return statistics(lines, ((row[0], row[1], row[2]) for row in moved))


def ground_of_change(change: RollChange) -> ChangeGround | None:
    """Why a change is made; None where none was asked for."""
    return db.session.scalars(select(ChangeGround).where(ChangeGround.roll_change_id == change.id)).one_or_none()


def grounds_by_change(changes: Iterable[RollChange]) -> dict[int, ChangeGround]:
    """Change id → why it is made."""
    query = select(ChangeGround).where(ChangeGround.roll_change_id.in_([one.id for one in changes]))
    return {one.roll_change_id: one for one in db.session.scalars(query)}
