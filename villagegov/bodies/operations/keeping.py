"""What every act on a meeting asks first, and the votes as one value."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.bodies.models import Meeting
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.vocabulary import MeetingKind, MeetingReason
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.refusal import refuse_if


def refuse_unless_open(meeting: Meeting, actor: Account) -> None:
    """Raises Refusal(CLOSED) after closing, Refusal(NOT_YOURS) when others keep this record."""
    refuse_if_closed(meeting)
    refuse_stranger(meeting.unit, meeting.kind, actor)


def refuse_if_closed(meeting: Meeting) -> None:
    """Raises Refusal(CLOSED): after closing nothing changes."""
    closed = meeting.closed_at
    refuse_if(closed is not None, MeetingReason.CLOSED, day=in_words(clock.day_of(closed or clock.now())))


def refuse_if_below_votes(meeting: Meeting, present: int) -> None:
    """Raises Refusal(BELOW_VOTES) when a matter has more votes than people with a vote."""
    for one in meeting.decisions:
        votes = queries.votes_of(one)
        if votes is not None:
            over = votes.total > present
            values = {"matter": one.matter, "votes": votes.total, "present": present}
            refuse_if(over, MeetingReason.BELOW_VOTES, "present", **values)


def refuse_stranger(unit: Division, kind: MeetingKind, actor: Account) -> None:
    """Raises Refusal(NOT_YOURS) when none of the actor's roles here keeps such records (S-09)."""
    stranger = kind not in queries.kinds_kept_by(actor, unit)
    refuse_if(stranger, MeetingReason.NOT_YOURS, kind=kind.named(unit.kind))
