"""Changes to a roll and its supplementary notices: found, listed, and those not done yet."""

from collections.abc import Iterable

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import (
    Election,
    Nomination,
    Nominator,
    Nominee,
    Objection,
    Roll,
    RollChange,
    RollEntry,
    Supplement,
)
from villagegov.elections.vocabulary.changes import DUE, OTHERWISE, Change
from villagegov.elections.vocabulary.objections import Ruling
from villagegov.extensions import db

_PLACE = joinedload(Roll.election).joinedload(Election.unit)
_WAITING = (RollChange.applied_at.is_(None), RollChange.withdrawn_at.is_(None))


def change(change_id: int) -> RollChange | None:
    """One line with its roll and unit."""
    return db.session.get(RollChange, change_id, options=[joinedload(RollChange.roll).options(_PLACE)])


def changes_of(roll: Roll) -> Select[RollChange]:
    """All lines of a roll, the newest first; to be paged."""
    return select(RollChange).where(RollChange.roll_id == roll.id).order_by(RollChange.number.desc())


def waiting_changes(roll: Roll) -> list[RollChange]:
    """Lines neither done nor withdrawn, by number."""
    query = select(RollChange).where(RollChange.roll_id == roll.id, *_WAITING).order_by(RollChange.number)
    return list(db.session.scalars(query))


def due_changes(elections: Iterable[Election]) -> list[Due]:
    """Elections whose roll has a change half done: to be finished the day before voting at the latest."""
    found = {one.id: one for one in elections}
    query = select(Roll.election_id).join(RollChange).where(Roll.election_id.in_(found), *_WAITING).distinct()
    return [
        Due(
            found[key].unit.name,
            DUE,
            Deadline(found[key].polling_day, -1),
            OTHERWISE,
            "elections.show",
            {"election_id": key},
        )
        for key in db.session.scalars(query)
    ]


def next_change_number(roll: Roll) -> int:
    """The number the next line gets."""
    return (db.session.scalar(select(func.max(RollChange.number)).where(RollChange.roll_id == roll.id)) or 0) + 1


def highest_entry_number(roll: Roll) -> int:
    """The highest number ever given on the roll; one that was struck is not given again."""
    on_it = db.session.scalar(select(func.max(RollEntry.number)).where(RollEntry.roll_id == roll.id))
    left = db.session.scalar(select(func.max(RollChange.entry_number)).where(RollChange.roll_id == roll.id))
    return max(on_it or 0, left or 0)


def is_upheld(roll: Roll, objection_number: int) -> bool:
    """Whether the objection with this number was granted, by the committee or on appeal."""
    query = select(Objection).where(Objection.roll_id == roll.id, Objection.number == objection_number)
    one = db.session.scalars(query).one_or_none()
    return one is not None and (one.appeal_ruling or one.ruling) is Ruling.UPHELD


def supplement(supplement_id: int) -> Supplement | None:
    """One supplementary notice with its lines."""
    loading = (joinedload(Supplement.roll).options(_PLACE), selectinload(Supplement.lines))
    return db.session.get(Supplement, supplement_id, options=loading)


def supplements_of(roll: Roll) -> list[Supplement]:
    """All supplementary notices of a roll, the newest first; a handful."""
    query = select(Supplement).where(Supplement.roll_id == roll.id).order_by(Supplement.number.desc())
    return list(db.session.scalars(query.options(selectinload(Supplement.lines))))


def left_base(roll: Roll) -> int:
    """How many persons left the roll after they were imported and do not stand on it now."""
    now = select(RollEntry.person_key).where(RollEntry.roll_id == roll.id)
    left = select(func.count(func.distinct(RollChange.person_key))).where(
        RollChange.roll_id == roll.id,
        RollChange.change == Change.STRIKE,
        RollChange.applied_at.is_not(None),
        RollChange.person_key.not_in(now),
    )
    return db.session.scalar(left) or 0


def public_roll(code: str, number: int) -> Roll | None:
    """The posted roll of an election by its public address; a practice has none."""
    query = select(Roll).join(Election).join(Division, Division.id == Election.unit_id)
    query = query.where(Division.code == code, Election.number == number, Roll.posted_on.is_not(None))
    found = db.session.scalars(query.options(_PLACE)).one_or_none()
    return None if found is None or found.is_practice else found


def is_nominee(entry: RollEntry) -> bool:
    """Whether somebody named this voter for a post."""
    return db.session.scalar(select(Nominee.id).where(Nominee.roll_entry_id == entry.id).limit(1)) is not None


def nominates(entry: RollEntry) -> bool:
    """Whether this voter's name stands under a nomination that was not withdrawn."""
    query = select(Nominator.id).join(Nominator.nomination).where(Nominator.roll_entry_id == entry.id)
    return db.session.scalar(query.where(Nomination.withdrawn_on.is_(None)).limit(1)) is not None
