"""Papers of a meeting: the sign-in sheet, photographs, signed minutes."""

from collections.abc import Sequence

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Meeting, MeetingFile
from villagegov.bodies.operations.keeping import refuse_unless_open
from villagegov.bodies.vocabulary import MeetingTag
from villagegov.extensions import db
from villagegov.files.operations import Checked, keep_file


def attach(*, meeting: Meeting, files: Sequence[Checked], actor: Account) -> None:
    """Keep a sign-in sheet, photographs or signed minutes with the meeting."""
    refuse_unless_open(meeting, actor)
    for one in files:
        stored = keep_file(checked=one, unit=meeting.unit, actor=actor)
        db.session.add(MeetingFile(meeting=meeting, file_id=stored.id))
    after = {"file_name": [one.shown_name for one in files]}
    meeting.touch()
    record(MeetingTag.ATTACHED, subject=meeting, actor=actor, place_id=meeting.unit_id, after=after)


def detach(*, kept: MeetingFile, actor: Account) -> None:
    """Take a file off that does not belong here."""
    meeting, name = kept.meeting, kept.file.shown_name
    refuse_unless_open(meeting, actor)
    db.session.delete(kept)
    meeting.touch()
    record(MeetingTag.DETACHED, subject=meeting, actor=actor, place_id=meeting.unit_id, after={"file_name": name})
