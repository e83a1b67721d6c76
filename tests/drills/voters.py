"""The voters of a walked election: the same persons in every round of the village."""

from tests.builders.elections import voter
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.extensions import db

GROUPS = ("一组", "二组")


def fill_roll(election: Election, voters: int) -> None:
    """So many invented voters."""
    roll = queries.roll_of(election)
    db.session.add_all(
        voter(roll, number, key=election.unit_id, group=GROUPS[number % 2]) for number in range(1, voters + 1)
    )
    roll.registered = voters
