"""Who casts the ballots, and how many they are: the base of turnout (E-74, T-01)."""

from collections.abc import Collection

from sqlalchemy import Select, func, select

from villagegov.elections.models import Election, Elector, Roll, RollEntry
from villagegov.elections.queries.setup import roll_of
from villagegov.extensions import db
from villagegov.law.vocabulary import Method


def base_of(election: Election) -> int:
    """R: all registered voters, or the household or residents' representatives who vote."""
    roll = roll_of(election)
    return roll.registered if election.method is Method.VOTERS else electors_on(roll)


def electors_on(roll: Roll) -> int:
    """How many representatives are on the list."""
    return db.session.scalar(select(func.count(Elector.id)).where(Elector.roll_id == roll.id)) or 0


def electors_of(roll: Roll) -> Select[RollEntry]:
    """The representatives, by their number on the roll; to be paged."""
    query = select(RollEntry).join(Elector, Elector.roll_entry_id == RollEntry.id)
    return query.where(Elector.roll_id == roll.id).order_by(RollEntry.number)


def entry_ids(roll: Roll, numbers: Collection[int]) -> dict[int, int]:
    """Number on the roll → entry."""
    query = select(RollEntry.number, RollEntry.id).where(RollEntry.roll_id == roll.id, RollEntry.number.in_(numbers))
    return {row.number: row.id for row in db.session.execute(query)}
