"""Turnout on both bases: the frozen roll, and the roll with everybody who left it."""

from sqlalchemy import select

from villagegov.elections.measures import TwoBases
from villagegov.elections.models import Election, Outcome, Poll, PollVoid
from villagegov.elections.queries.changes import left_base
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.vocabulary import Gate, PollKind
from villagegov.extensions import db


def bases_of(election: Election) -> TwoBases | None:
    """T-01, T-06: of the valid first poll; none while there is none."""
    query = select(Outcome).join(Poll).where(Poll.election_id == election.id)
    query = query.where(Poll.kind == PollKind.FIRST, Outcome.gate == Gate.VALID)
    query = query.where(~select(PollVoid.id).where(PollVoid.poll_id == Poll.id).exists())
    outcome = db.session.scalars(query.order_by(Poll.number.desc()).limit(1)).one_or_none()
    if outcome is None:
        return None
    return TwoBases(registered=outcome.registered, left=left_base(roll_of(election)), voted=outcome.collected)
