"""A voter who is away names another."""

from villagegov.elections import queries
from villagegov.elections.models import Election, Proxy
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.vocabulary.proxies import Relation
from villagegov.extensions import db


def named(*, election: Election, principal: int = 30, holder: int = 31) -> Proxy:
    """The voters with these numbers on the roll, as husband and wife; entered behind every rule."""
    roll = queries.roll_of(election)
    made = Proxy(
        election_id=election.id,
        number=principal,
        principal=entry_numbered(roll, principal),
        holder=entry_numbered(roll, holder),
        relation=Relation.SPOUSE,
        reason="外出务工",
        written_on=election.polling_day,
        revoked_reason="",
    )
    db.session.add(made)
    db.session.commit()
    return made
