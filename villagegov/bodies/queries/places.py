"""The unit as a whole: its numbers, groups and adopted rules."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.bodies.models import AdoptedRule, Group, Standing
from villagegov.divisions.models import Division
from villagegov.extensions import db


def standing_of(unit: Division) -> Standing | None:
    """Adults, households, telephone and place of a unit; None before they were entered."""
    return db.session.scalars(select(Standing).where(Standing.unit_id == unit.id)).one_or_none()


def is_taken_over(unit: Division) -> bool:
    """Whether its set-up was closed."""
    standing = standing_of(unit)
    return standing is not None and standing.taken_over_at is not None


def groups_of(unit: Division, *, closed: bool = False) -> list[Group]:
    """The groups that exist; with `closed` also those that no longer do."""
    query = select(Group).where(Group.unit_id == unit.id).order_by(Group.id)
    return list(db.session.scalars(query if closed else query.where(Group.closed_on.is_(None))))


def group(group_id: int) -> Group | None:
    """One group."""
    return db.session.get(Group, group_id, options=[joinedload(Group.unit)])


def rules_of(unit: Division) -> list[AdoptedRule]:
    """What the unit adopted, the newest first."""
    query = select(AdoptedRule).where(AdoptedRule.unit_id == unit.id)
    return list(db.session.scalars(query.order_by(AdoptedRule.adopted_on.desc(), AdoptedRule.id.desc())))


def rule(rule_id: int) -> AdoptedRule | None:
    """One adopted rule."""
    return db.session.get(AdoptedRule, rule_id, options=[joinedload(AdoptedRule.unit)])
