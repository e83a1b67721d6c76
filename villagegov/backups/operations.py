"""Noting that a backup was begun, how it ended, and that one was restored."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

import villagegov.clock as clock
from villagegov.accounts.models import SignIn
from villagegov.audit.record import Actor, Note, record, seal
from villagegov.audit.rules import SYSTEM
from villagegov.backups import queries
from villagegov.backups.models import Backup, KeyCopy
from villagegov.backups.vocabulary import BackupReason, BackupTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def begin_backup(*, file_name: str, actor: Actor) -> Backup:
    """Claim the making of a backup, so that two at the same moment make one. Raises Refusal(UNDER_WAY)."""
    now = clock.now()
    refuse_if(queries.under_way(now), BackupReason.UNDER_WAY)
    backup = Backup(made_at=now, made_by_id=actor.id, made_by_name=actor.name, file_name=file_name, digest="", fault="")
    db.session.add(backup)
    db.session.flush()
    record(BackupTag.BEGUN, subject=backup, actor=actor, after={"file": file_name})
    return backup


def end_backup(
    *, backup: Backup, size: int | None, digest: str, proven_at: datetime | None, fault: str, actor: Actor
) -> None:
    """Note how it ended: with its check code and proof, or with what is wrong."""
    backup.ended_at, backup.size, backup.digest = clock.now(), size, digest
    backup.proven_at, backup.fault = proven_at, fault
    tag = BackupTag.FAILED if fault else BackupTag.ENDED
    record(tag, subject=backup, actor=actor, after={"file": backup.file_name, "digest": digest, "fault": fault})


def note_taken(*, backup: Backup, actor: Actor) -> None:
    """Somebody takes the file away: all data of the installation, sealed."""
    record(BackupTag.TAKEN, subject=backup, actor=actor, after={"file": backup.file_name})


def drop_surplus(*, actor: Actor) -> None:
    """Forget the backups beyond those that are kept; the entries about them stay."""
    for one in queries.surplus():
        record(BackupTag.DROPPED, subject=one, actor=actor, after={"file": one.file_name})
        db.session.delete(one)


def note_key(*, tag: BackupTag, actor: Actor, **after: object) -> None:
    """The keys were changed, or what they seal; the record tells their number, never a key."""
    record(tag, subject=KeyCopy(id=0), actor=actor, after=after)


def confirm_copy(*, code: str, actor: Actor) -> None:
    """A copy of the key file was looked at and found to hold the keys in use."""
    if not queries.copy_is_confirmed(code):
        db.session.add(KeyCopy(code=code, confirmed_at=clock.now()))
        note_key(tag=BackupTag.COPY_CONFIRMED, actor=actor)


def note_restored(*, session: Session, file_name: str, made_at: str, digest: str, actor: Actor) -> None:
    """In the restored database: an entry for the auditor (O6), and every sign-in of that time is over (S6)."""
    session.execute(update(SignIn).where(SignIn.ended_at.is_(None)).values(ended_at=clock.now()))
    after: dict[str, object] = {"file": file_name, "made_at": made_at, "digest": digest}
    subject = Backup(id=0)
    note = Note(SYSTEM, actor.id, actor.name, str(BackupTag.RESTORED), subject, {"after": after})
    session.info.setdefault("audit", []).append(note)
    seal(session)
