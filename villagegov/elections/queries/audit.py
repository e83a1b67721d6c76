"""The audit of outgoing members."""

from collections.abc import Iterable

from sqlalchemy import select

from villagegov.elections.models import Election, OutgoingAudit
from villagegov.extensions import db


def audit_of(election: Election) -> OutgoingAudit | None:
    """What was noted of it."""
    return audits_by_election([election.id]).get(election.id)


def audits_by_election(ids: Iterable[int]) -> dict[int, OutgoingAudit]:
    """Election id → its audit."""
    query = select(OutgoingAudit).where(OutgoingAudit.election_id.in_(ids))
    return {one.election_id: one for one in db.session.scalars(query)}
