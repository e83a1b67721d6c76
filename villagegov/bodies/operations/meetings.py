"""Meetings: held, put right, closed. After closing nothing changes."""

from collections.abc import Sequence
from dataclasses import asdict

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Group, Meeting
from villagegov.bodies.operations.keeping import refuse_if_below_votes, refuse_stranger, refuse_unless_open
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.rules.minutes import Circumstances, Count
from villagegov.bodies.vocabulary import MeetingKind, MeetingReason, MeetingTag
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if
from villagegov.vocabulary import LazyString


def hold_meeting(
    *,
    unit: Division,
    kind: MeetingKind,
    facts: Circumstances,
    group: Group | None = None,
    count: Count | None = None,
    actor: Account,
) -> Meeting:
    """Begin the record of a meeting that was held. Bodies with members count them; the others bring their `count`."""
    refuse_stranger(unit, kind, actor)
    made = Meeting(
        unit=unit,
        kind=kind,
        group=group if kind is MeetingKind.GROUP else None,
        by_households=False,
        entitled=0,
        present=0,
        entitled_reason="",
        voided_by_name="",
        void_reason="",
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
    )
    refuse_if(kind is MeetingKind.GROUP and group is None, MeetingReason.NO_GROUP, "group_id")
    _set_circumstances(made, facts)
    if count is None:
        _count_members(made)
    else:
        _set_count(made, count)
    db.session.add(made)
    db.session.flush()
    record(MeetingTag.HELD, subject=made, actor=actor, place_id=unit.id, after=_told(made))
    return made


def change_meeting(*, meeting: Meeting, facts: Circumstances, actor: Account) -> None:
    """Put the circumstances right. On another day other people belong to it: then attendance is noted anew."""
    refuse_unless_open(meeting, actor)
    before, moved = _told(meeting), facts.held_on != meeting.held_on
    _set_circumstances(meeting, facts)
    if moved and rules.bodies_of(meeting.kind):
        _forget_attendance(meeting)
    record(
        MeetingTag.CHANGED,
        subject=meeting,
        actor=actor,
        place_id=meeting.unit_id,
        before=before,
        after=_told(meeting),
    )


def note_count(*, meeting: Meeting, count: Count, actor: Account) -> None:
    """Put right how many belong to an assembly and how many came."""
    refuse_unless_open(meeting, actor)
    before = {"entitled": meeting.entitled, "present": meeting.present}
    _set_count(meeting, count)
    refuse_if_below_votes(meeting, count.present)
    meeting.touch()
    after = {"entitled": count.entitled, "present": count.present, "reason": meeting.entitled_reason}
    record(MeetingTag.ATTENDANCE, subject=meeting, actor=actor, place_id=meeting.unit_id, before=before, after=after)


def close_meeting(*, meeting: Meeting, actor: Account) -> None:
    """End the record for good. Without a quorum it is closed all the same; its decisions do not count (E-97)."""
    refuse_unless_open(meeting, actor)
    missing = bool(rules.bodies_of(meeting.kind)) and not meeting.attendances
    refuse_if(missing, MeetingReason.NO_ATTENDANCE)
    open_ = [one.matter for one in meeting.decisions if one.votes_for is None]
    refuse_if(bool(open_), MeetingReason.OPEN_VOTES, matters=open_)
    meeting.closed_at = clock.now()
    after = {**_told(meeting), "quorate": queries.quorum(meeting).held}
    record(MeetingTag.CLOSED, subject=meeting, actor=actor, place_id=meeting.unit_id, after=after)


def void_meeting(*, meeting: Meeting, reason: str, rests: Sequence[LazyString | str], actor: Account) -> None:
    """A closed record with a mistake no longer counts; it stays readable. `rests` is what stands on its decisions."""
    refuse_stranger(meeting.unit, meeting.kind, actor)
    refuse_if(meeting.closed_at is None, MeetingReason.STILL_OPEN)
    refuse_if(meeting.voided_at is not None, MeetingReason.VOIDED)
    refuse_if(bool(rests), MeetingReason.RESTED_ON, "", things=[str(one) for one in rests])
    meeting.voided_at, meeting.voided_by_name, meeting.void_reason = clock.now(), actor.name, reason.strip()
    after = {"subject": meeting.subject, "held_on": meeting.held_on, "reason": meeting.void_reason}
    record(MeetingTag.VOIDED, subject=meeting, actor=actor, place_id=meeting.unit_id, after=after)


def _set_circumstances(meeting: Meeting, facts: Circumstances) -> None:
    refuse_if(facts.held_on > clock.today(), MeetingReason.IN_FUTURE, "held_on")
    study = facts.party_study_on
    late = study is not None and not rules.studied_before(study_on=study, held_on=facts.held_on)
    refuse_if(late, MeetingReason.STUDY_AFTER, "party_study_on", day=in_words(facts.held_on))
    for name, value in asdict(facts).items():
        setattr(meeting, name, value)


def _count_members(meeting: Meeting) -> None:
    members = queries.members_of(meeting.unit, meeting.kind, meeting.held_on)
    refuse_if(not members, MeetingReason.NO_MEMBERS, "held_on", day=in_words(meeting.held_on))
    meeting.entitled, meeting.present = len(members), 0


def _forget_attendance(meeting: Meeting) -> None:
    refuse_if_below_votes(meeting, 0)
    for one in meeting.attendances:
        db.session.delete(one)
    _count_members(meeting)


def _set_count(meeting: Meeting, count: Count) -> None:
    refuse_if(count.entitled < 1, MeetingReason.NO_ENTITLED, "entitled")
    over = count.present > count.entitled
    refuse_if(over, MeetingReason.TOO_MANY, "present", present=count.present, entitled=count.entitled)
    if meeting.kind is MeetingKind.JOINT:
        least = queries.committee_size(meeting.unit, meeting.held_on)
        refuse_if(count.entitled < least, MeetingReason.TOO_FEW, "entitled", count=least)
    known = queries.known_base(meeting.unit, meeting.kind, meeting.group, by_households=count.by_households)
    other = known is not None and known != count.entitled
    refuse_if(other and not count.reason, MeetingReason.ENTITLED_REASON, "entitled_reason", known=known)
    meeting.entitled, meeting.present, meeting.by_households = count.entitled, count.present, count.by_households
    meeting.entitled_known, meeting.entitled_reason = known, count.reason if other else ""


def _told(meeting: Meeting) -> dict[str, object]:
    found: dict[str, object] = {
        "meeting": meeting.kind,
        "held_on": meeting.held_on,
        "meeting_place": meeting.place,
        "subject": meeting.subject,
        "presided_by": meeting.presided_by,
        "party_study_on": meeting.party_study_on,
        "minutes": meeting.minutes,
        "entitled": meeting.entitled,
        "present": meeting.present,
    }
    if meeting.group is not None:
        found["meeting_group"] = meeting.group.name
    return {key: value for key, value in found.items() if value not in ("", None)}
