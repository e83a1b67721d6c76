"""Who came to a meeting of members, and what was put to the vote."""

from dataclasses import asdict, dataclass

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Attendance, Decision, Meeting, Term
from villagegov.bodies.operations.keeping import (
    refuse_if_below_votes,
    refuse_unless_open,
)
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.queries.attendance import names_of
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.rules.minutes import Came, Votes
from villagegov.bodies.vocabulary import MeetingReason, MeetingTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note_attendance(*, meeting: Meeting, came: Came, actor: Account) -> None:
    """Note who of those entitled on that day came; who is in neither list stayed away without a reason (E-20)."""
    refuse_unless_open(meeting, actor)
    members = {one.id: one for one in queries.members_of(meeting.unit, meeting.kind, meeting.held_on)}
    guests = {one.id: one for one in queries.who_sit_in(meeting.unit, meeting.kind, meeting.held_on)}
    strangers = (came.present | came.excused) - set(members) or came.sat_in - set(guests)
    refuse_if(not members or bool(strangers), MeetingReason.NOT_A_MEMBER, "present")
    both = names_of(members[key] for key in sorted(came.present & came.excused))
    refuse_if(bool(both), MeetingReason.BOTH, "excused", names=both)
    refuse_if(bool(came.excused) and not came.excuse, MeetingReason.NO_EXCUSE, "excuse")
    refuse_if_below_votes(meeting, len(came.present))
    before = {"entitled": meeting.entitled, "present": meeting.present}
    _keep_rows(meeting, came, members, guests)
    meeting.entitled, meeting.present = len(members), len(came.present)
    meeting.touch()
    after = {"entitled": meeting.entitled, "present": meeting.present, **_told_of(came, members, guests)}
    record(MeetingTag.ATTENDANCE, subject=meeting, actor=actor, place_id=meeting.unit_id, before=before, after=after)


def _keep_rows(meeting: Meeting, came: Came, members: dict[int, Term], guests: dict[int, Term]) -> None:
    rows = {one.term_id: one for one in meeting.attendances}
    wanted = [*((key, True) for key in members), *((key, False) for key in guests if key in came.sat_in)]
    kept = {key for key, _votes in wanted}
    for key, row in rows.items():
        if key not in kept:
            db.session.delete(row)
    for key, votes in wanted:
        row = rows.get(key) or Attendance(meeting=meeting, term_id=key)
        db.session.add(row)
        row.votes, row.came = votes, key in (came.present if votes else came.sat_in)
        row.excuse = came.excuse if votes and key in came.excused else ""


def _told_of(came: Came, members: dict[int, Term], guests: dict[int, Term]) -> dict[str, object]:
    away = [one for key, one in members.items() if key not in came.present | came.excused]
    excused = [one for key, one in members.items() if key in came.excused]
    sat_in = [one for key, one in guests.items() if key in came.sat_in]
    told = {"absent": names_of(away), "excused": names_of(excused), "sat_in": names_of(sat_in)}
    return {key: value for key, value in told.items() if value}


def put_to_vote(
    *, meeting: Meeting, matter: str, important: bool = False, votes: Votes | None = None, actor: Account
) -> Decision:
    """Put one matter to the vote; the votes may follow later, before the record is closed."""
    refuse_unless_open(meeting, actor)
    number = max((one.number for one in meeting.decisions), default=0) + 1
    made = Decision(meeting=meeting, number=number, matter=matter, important=important)
    db.session.add(made)
    _set_votes(made, votes)
    meeting.touch()
    db.session.flush()
    record(MeetingTag.VOTE, subject=meeting, actor=actor, place_id=meeting.unit_id, after=_told(made))
    return made


def change_vote(*, decision: Decision, matter: str, important: bool, votes: Votes | None, actor: Account) -> None:
    """Note the votes, or put them right."""
    refuse_unless_open(decision.meeting, actor)
    before = _told(decision)
    decision.matter, decision.important = matter, important
    _set_votes(decision, votes)
    decision.meeting.touch()
    record(
        MeetingTag.VOTE_CHANGED,
        subject=decision.meeting,
        actor=actor,
        place_id=decision.meeting.unit_id,
        before=before,
        after=_told(decision),
    )


def remove_vote(*, decision: Decision, actor: Account) -> None:
    """Take a matter off that was not put to the vote."""
    meeting = decision.meeting
    refuse_unless_open(meeting, actor)
    before = _told(decision)
    db.session.delete(decision)
    meeting.touch()
    record(MeetingTag.VOTE_REMOVED, subject=meeting, actor=actor, place_id=meeting.unit_id, before=before)


def _set_votes(decision: Decision, votes: Votes | None) -> None:
    if votes is not None:
        meeting = decision.meeting
        waiting = bool(rules.bodies_of(meeting.kind)) and not meeting.attendances
        refuse_if(waiting, MeetingReason.NOT_COUNTED, "votes_for")
        over = votes.total > meeting.present
        refuse_if(over, MeetingReason.VOTES_OVER, "votes_for", votes=votes.total, present=meeting.present)
    figures = votes or _Uncounted()
    decision.votes_for, decision.votes_against = figures.votes_for, figures.votes_against
    decision.abstained = figures.abstained


@dataclass(frozen=True)
class _Uncounted:
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None


def _told(decision: Decision) -> dict[str, object]:
    votes = queries.votes_of(decision)
    said = {"matter_voted": decision.matter, "important": decision.important}
    return {**said, **(asdict(votes) if votes is not None else {})}
