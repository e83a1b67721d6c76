"""A request for a polling day outside the round's window."""

from datetime import timedelta

from villagegov import clock
from villagegov.elections.models import Election, Shift
from villagegov.extensions import db


def shift_row(election: Election, *, days: int = 60) -> Shift:
    """It waits for the township; so many days after the round."""
    empty = dict.fromkeys(("township_as", "township_by_name", "county_as", "county_by_name", "returned_because"), "")
    made = Shift(
        election_id=election.id,
        wanted_on=election.round.closes_on + timedelta(days=days),
        because="台风损毁道路",
        applied_on=clock.today(),
        applied_as="",
        applied_by_name="李强",
        paper="村民代表会议决定",
        **empty,
    )
    db.session.add(made)
    db.session.commit()
    return made
