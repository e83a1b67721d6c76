"""Candidates meet voters (E-54); an election may be held without candidates where the law allows it (E-55)."""

from collections.abc import Sequence
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Candidate, Election, VoterMeeting
from villagegov.elections.operations.steps import refuse_candidate, refuse_unless_ready
from villagegov.elections.queries.voter_meetings import has_nominees
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.meeting_voters import MeetingVotersReason, MeetingVotersTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


def record_meeting(
    *, election: Election, held_on: date, place: str, voters: int, came: Sequence[Candidate], notes: str, actor: Account
) -> VoterMeeting:
    """Note that candidates met voters, after the list was posted and before polling day. Raises Refusal."""
    refuse_candidate(election, actor)
    refuse_no_list(election)
    posted, polling_day = election.candidates_posted_on, election.polling_day
    early = posted is not None and held_on < posted
    refuse_if(early, MeetingVotersReason.BEFORE_LIST, "held_on", day=posted)
    refuse_if(held_on >= polling_day, MeetingVotersReason.ON_POLLING_DAY, "held_on", day=polling_day)
    refuse_if(held_on > clock.today(), MeetingVotersReason.IN_FUTURE, "held_on")
    names = [one.name for one in came]
    made = VoterMeeting(election_id=election.id, held_on=held_on, place=place, voters=voters, names=names, notes=notes)
    db.session.add(made)
    db.session.flush()
    after = {"met_on": held_on, "met_at": place, "met_voters": voters, "candidates": names}
    record(MeetingVotersTag.HELD, subject=made, actor=actor, place_id=election.unit_id, after=after)
    return made


def refuse_no_list(election: Election) -> None:
    """There is nobody to meet while no list hangs."""
    refuse_if(election.candidates_posted_on is None, MeetingVotersReason.NO_LIST)


def remove_meeting(*, meeting: VoterMeeting, actor: Account) -> None:
    """It was noted by mistake."""
    election = meeting.election
    before = {"met_on": meeting.held_on, "met_at": meeting.place, "met_voters": meeting.voters}
    db.session.delete(meeting)
    record(MeetingVotersTag.REMOVED, subject=election, actor=actor, place_id=election.unit_id, before=before)


def choose_open_ballot(*, election: Election, decided_by: str, actor: Account) -> None:
    """Vote without candidates: voters write the names (E-55). Raises Refusal where the law wants candidates."""
    elections.locked(election)
    refuse_unless_ready(election, Task.CANDIDATES)
    refuse_no_open_ballot(election)
    named = bool(election.candidates) or has_nominees(election) or election.candidates_posted_on is not None
    refuse_if(named, MeetingVotersReason.HAS_CANDIDATES)
    election.open_ballot_by = decided_by
    after = {"open_ballot_by": decided_by}
    record(MeetingVotersTag.OPEN_BALLOT, subject=election, actor=actor, place_id=election.unit_id, after=after)


def refuse_no_open_ballot(election: Election) -> None:
    """Village law 2025 art. 18 (E-55): nominated candidates since 2026, unless the province says otherwise."""
    law = law_of(election)
    if not law.open_ballot:
        refuse(MeetingVotersReason.NOT_ALLOWED, profile=law.key, article=law.cited(Field.OPEN_BALLOT))


def undo_open_ballot(*, election: Election, actor: Account) -> None:
    """Nominate after all, while nobody has voted."""
    elections.locked(election)
    refuse_if(not election.open_ballot_by, MeetingVotersReason.NOT_OPEN)
    refuse_if(elections.newest_poll(election) is not None, MeetingVotersReason.POLLING)
    before, election.open_ballot_by = {"open_ballot_by": election.open_ballot_by}, ""
    record(MeetingVotersTag.CANDIDATES_AGAIN, subject=election, actor=actor, place_id=election.unit_id, before=before)
