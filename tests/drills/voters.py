"""The voters of a walked election: the same persons in every round of the village."""

from datetime import date, timedelta

from villagegov.elections import queries
from villagegov.elections.models import Election, RollEntry
from villagegov.elections.vocabulary import Category
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.web.keyring import keys

GROUPS = ("一组", "二组")


def fill_roll(election: Election, voters: int) -> None:
    """So many invented voters; every third is a woman."""
    roll = queries.roll_of(election)
    db.session.add_all(
        RollEntry(
            roll_id=roll.id,
            round_id=election.round_id,
            number=number,
            group_name=GROUPS[number % 2],
            name=f"选民{number}",
            sex=Sex.FEMALE if number % 3 == 0 else Sex.MALE,
            born_on=date(1970, 1, 1) + timedelta(days=number),
            category=Category.RESIDENT,
            person_key=election.unit_id.to_bytes(16, "big") + number.to_bytes(16, "big"),
            sealed_id=keys().encrypt(f"99010119700101{number:04}"),
        )
        for number in range(1, voters + 1)
    )
    roll.registered = voters
