"""Events that have to be posted at once, and the petitions that opened some of them."""

from collections.abc import Iterable

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from villagegov.disclosure.models import ItemPetition, Occasion, Posting
from villagegov.divisions.models import Division
from villagegov.extensions import db


def occasion(occasion_id: int) -> Occasion | None:
    """One event with its place."""
    return db.session.get(Occasion, occasion_id, options=[joinedload(Occasion.unit)])


def occasions_of(unit: Division) -> Select[Occasion]:
    """The events of a unit, the newest first, withdrawn ones too; to be paged."""
    query = select(Occasion).where(Occasion.unit_id == unit.id)
    return query.order_by(Occasion.happened_on.desc(), Occasion.id.desc())


def petitions_of(occasions: Iterable[Occasion]) -> dict[int, ItemPetition]:
    """Event → the petition that opened it."""
    query = select(ItemPetition).where(ItemPetition.occasion_id.in_([one.id for one in occasions]))
    return {one.occasion_id: one for one in db.session.scalars(query)}


def petition_of(one: Occasion) -> ItemPetition | None:
    """The petition that opened an event, if one did."""
    return petitions_of([one]).get(one.id)


def open_occasions(unit_ids: Iterable[int]) -> list[Occasion]:
    """Events of these units that were not withdrawn and that nothing is posted for."""
    query = select(Occasion).where(Occasion.unit_id.in_(list(unit_ids)), Occasion.withdrawn_at.is_(None))
    query = query.where(~exists().where(Posting.occasion_id == Occasion.id, Posting.posted_at.is_not(None)))
    return list(db.session.scalars(query.order_by(Occasion.happened_on, Occasion.id)))
