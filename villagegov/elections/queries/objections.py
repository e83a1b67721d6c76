"""Objections to the roll: listed, found, and those still open."""

from collections.abc import Iterable

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import joinedload

from villagegov.due import Due
from villagegov.elections.models import Election, Objection, Roll
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.objections import deadline_of, step_of
from villagegov.elections.vocabulary.objections import DUE, OTHERWISE
from villagegov.extensions import db

#: In SQL what rules.objections.step_of says of one row.
_OPEN = or_(
    Objection.posted_on.is_(None), and_(Objection.appealed_on.is_not(None), Objection.appeal_decided_on.is_(None))
)


def objection(objection_id: int) -> Objection | None:
    """One objection with its roll, election and unit."""
    loading = joinedload(Objection.roll).joinedload(Roll.election).joinedload(Election.unit)
    return db.session.get(Objection, objection_id, options=[loading])


def objections_to(roll: Roll) -> Select[Objection]:
    """All objections to a roll, the newest first; to be paged."""
    return select(Objection).where(Objection.roll_id == roll.id).order_by(Objection.number.desc())


def open_objections(election: Election) -> list[Objection]:
    """Those that are not decided and posted, by number."""
    query = select(Objection).join(Roll).where(Roll.election_id == election.id, _OPEN)
    return list(db.session.scalars(query.order_by(Objection.number)))


def next_objection_number(roll: Roll) -> int:
    """The number the next objection to a roll gets."""
    return (db.session.scalar(select(func.max(Objection.number)).where(Objection.roll_id == roll.id)) or 0) + 1


def due_objections(elections: Iterable[Election]) -> list[Due]:
    """What is open in these elections, by when, with the sum; where the reader sees it is the election's own page."""
    found = {one.id: one for one in elections}
    query = select(Objection, Roll.election_id).join(Roll).where(Roll.election_id.in_(found), _OPEN)
    items = []
    for one, key in db.session.execute(query):
        step = step_of(one)
        if step is not None:
            deadline = deadline_of(one, law_of(found[key]))
            place, values = found[key].unit.name, {"election_id": key}
            items.append(Due(place, DUE[step], deadline, OTHERWISE, "elections.show", values))
    return items
