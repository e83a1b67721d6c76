"""A tick in the pick-up register."""

from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import Pickup, Poll
from villagegov.extensions import db


def ticked(*, poll: Poll, number: int, actor: Account) -> Pickup:
    """The voter with this number drew one ballot at the first station; entered behind every rule."""
    made = Pickup(
        poll=poll,
        station=poll.election.stations[0],
        entry=queries.entry_numbered(queries.roll_of(poll.election), number),
        own=1,
        proxy=0,
        drawn_at=clock.now(),
        drawn_by_id=actor.id,
        drawn_by_name=actor.name,
        undone_reason="",
        undone_by_name="",
    )
    db.session.add(made)
    db.session.commit()
    return made
