"""The audit of outgoing members."""

from sqlalchemy import select

from villagegov.elections.models import Election, OutgoingAudit
from villagegov.extensions import db


def audit_of(election: Election) -> OutgoingAudit | None:
    """What was noted of it."""
    return db.session.scalars(select(OutgoingAudit).where(OutgoingAudit.election_id == election.id)).one_or_none()
