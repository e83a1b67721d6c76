"""A count sheet beyond its two readings: what a third person settles, and the photo of the signed paper."""

from collections.abc import Sequence

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.elections.models import CountEntry, CountSheet, SheetPhoto
from villagegov.elections.operations.polling import READERS
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries.polling import contradicts, posts_on_sheet, readers_of
from villagegov.elections.rules.sheet import Figures, differing_fields, faults_in
from villagegov.elections.vocabulary import ElectionReason
from villagegov.elections.vocabulary.checks import CheckReason, CheckTag
from villagegov.extensions import db
from villagegov.files.operations import Checked, keep_file
from villagegov.refusal import refuse_all, refuse_if


def settle_count(*, sheet: CountSheet, figures: Figures, reason: str, actor: Account) -> CountEntry:
    """A third person holds the two readings against the paper; `figures` are those that differ.

    Raises Refusal(NOT_DIFFERING, READER, OWN_ELECTION, SHEET_AGREED) and what does not add up.
    """
    refuse_candidate(sheet.poll.election, actor)
    refuse_if(sheet.agreed_at is not None and not contradicts(sheet.poll), ElectionReason.SHEET_AGREED)
    refuse_unless_third(sheet, actor)
    first = sheet.entries[0]
    settled = {**first.figures, **figures}
    refuse_all(faults_in(settled, posts_on_sheet(sheet.poll)))
    entry = next((one for one in sheet.entries if one.reading > READERS), None)
    if entry is None:
        entry = CountEntry(sheet=sheet, reading=READERS + 1)
        db.session.add(entry)
    entry.reader_id, entry.reader_name = actor.id, actor.name
    entry.figures, entry.entered_at = settled, clock.now()
    sheet.agreed, sheet.agreed_at = settled, clock.now()
    after = {"reason": reason, **figures}
    record(CheckTag.SETTLED, subject=sheet, actor=actor, place_id=sheet.unit.id, after=after)
    return entry


def refuse_unless_third(sheet: CountSheet, actor: Account) -> None:
    """Raise Refusal(NOT_DIFFERING, READER): two readings that differ, and somebody who is neither of the readers."""
    both = sheet.entries[:READERS]
    differ = len(both) == READERS and differing_fields(both[0].figures, both[1].figures)
    refuse_if(not differ, CheckReason.NOT_DIFFERING)
    refuse_if(any(same_person(reader, actor) for reader in readers_of(both)), CheckReason.READER)


def keep_photos(*, sheet: CountSheet, files: Sequence[Checked], actor: Account) -> None:
    """Photos of the signed sheet, kept with its figures."""
    refuse_candidate(sheet.poll.election, actor)
    for one in files:
        stored = keep_file(checked=one, unit=sheet.unit, actor=actor)
        db.session.add(SheetPhoto(sheet=sheet, file_id=stored.id))
    after = {"file_name": [one.shown_name for one in files]}
    record(CheckTag.PHOTO_KEPT, subject=sheet, actor=actor, place_id=sheet.unit.id, after=after)


def remove_photo(*, photo: SheetPhoto, actor: Account) -> None:
    """A photo that does not belong here; it stays in the record."""
    sheet = photo.sheet
    refuse_candidate(sheet.poll.election, actor)
    before = {"file_name": photo.file.shown_name}
    record(CheckTag.PHOTO_REMOVED, subject=sheet, actor=actor, place_id=sheet.unit.id, before=before)
    db.session.delete(photo)
