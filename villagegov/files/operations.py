"""Keeping files, and clearing away what no row names."""

from dataclasses import dataclass

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.queries import history
from villagegov.audit.record import Actor, record
from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.extensions import db
from villagegov.files import queries
from villagegov.files.models import StoredFile
from villagegov.files.rules import QUOTA
from villagegov.files.store import Store
from villagegov.files.vocabulary import FileReason, FileTag, MediaType
from villagegov.refusal import refuse_if

#: Bytes lie in the store before their row commits; younger ones may still get it.
ORPHAN_AFTER_S = 24 * 3600


@dataclass(frozen=True)
class Checked:
    """A sent file that was found sound; its bytes lie in the store already."""

    shown_name: str
    media_type: MediaType
    sha256: str
    served_sha256: str
    size: int
    served_size: int


def keep_file(*, checked: Checked, unit: Division, actor: Account, field: str = "files") -> StoredFile:
    """The row of a checked file; whoever calls it points to it. Raises Refusal(QUOTA)."""
    room = queries.has_room(unit, more_bytes=checked.size + checked.served_size, more_files=1)
    refuse_if(not room, FileReason.QUOTA, field, **QUOTA)
    stored = StoredFile(
        unit_id=unit.id,
        sha256=checked.sha256,
        served_sha256=checked.served_sha256,
        media_type=checked.media_type,
        size=checked.size,
        served_size=checked.served_size,
        shown_name=checked.shown_name,
        kept_at=clock.now(),
        kept_by_id=actor.id,
        kept_by_name=actor.name,
    )
    db.session.add(stored)
    db.session.flush()
    after = {"file_name": checked.shown_name, "sha256": checked.sha256, "size": checked.size}
    record(FileTag.KEPT, subject=stored, actor=actor, place_id=unit.id, after=after)
    return stored


def note_altered(*, stored: StoredFile, actor: Actor) -> None:
    """Say in the record, once, that the bytes are not those that were kept (U15)."""
    if any(entry.tag == FileTag.ALTERED for entry in history(stored)):
        return
    after = {"file_name": stored.shown_name, "sha256": stored.sha256}
    record(FileTag.ALTERED, subject=stored, actor=actor, place_id=stored.unit_id, after=after)


def sweep_orphans(*, store: Store, actor: Actor, older_than_s: int = ORPHAN_AFTER_S) -> int:
    """Remove files that no row names and that lie there for a day; how many."""
    orphans = [digest for digest in store.older_than(older_than_s) if not queries.is_named(digest)]
    gone = sum(store.drop(digest, older_than=older_than_s) for digest in orphans)
    if gone:
        record(FileTag.SWEPT, subject=root(), actor=actor, after={"files": gone})
    return gone
