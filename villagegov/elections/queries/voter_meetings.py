"""Meetings of candidates with voters."""

from sqlalchemy import Select, select

from villagegov.elections.models import Election, Nomination, Nominee, VoterMeeting
from villagegov.extensions import db


def voter_meeting(meeting_id: int) -> VoterMeeting | None:
    """One meeting."""
    return db.session.get(VoterMeeting, meeting_id)


def voter_meetings_of(election: Election) -> Select[VoterMeeting]:
    """The meetings of an election in their order; to be paged."""
    query = select(VoterMeeting).where(VoterMeeting.election_id == election.id)
    return query.order_by(VoterMeeting.held_on, VoterMeeting.id)


def has_nominees(election: Election) -> bool:
    """Whether a nomination stands."""
    query = select(Nominee.id).join(Nomination).where(Nomination.withdrawn_on.is_(None))
    return db.session.scalar(query.where(Nominee.election_id == election.id).limit(1)) is not None
