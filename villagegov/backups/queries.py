"""Backups that were made."""

from datetime import date, datetime

from sqlalchemy import Select, func, select

from villagegov.backups import rules
from villagegov.backups.models import Backup, KeyCopy
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import _l


def backups() -> Select[Backup]:
    """All of them, newest first."""
    return select(Backup).order_by(Backup.id.desc())


def backup(backup_id: int) -> Backup | None:
    """One of them."""
    return db.session.get(Backup, backup_id)


def newest_sound() -> Backup | None:
    """The newest backup that ended without a fault."""
    query = select(Backup).where(Backup.ended_at.is_not(None), Backup.fault == "")
    return db.session.scalars(query.order_by(Backup.id.desc()).limit(1)).one_or_none()


def newest() -> Backup | None:
    """The newest backup that ended, sound or not."""
    query = select(Backup).where(Backup.ended_at.is_not(None)).order_by(Backup.id.desc()).limit(1)
    return db.session.scalars(query).one_or_none()


def last_proven() -> datetime | None:
    """When a backup was last restored into a scratch place and found equal (B6)."""
    return db.session.scalars(select(func.max(Backup.proven_at))).one()


def copy_is_confirmed(code: str) -> bool:
    """Whether somebody has shown a copy of the key file with these keys."""
    return db.session.scalars(select(KeyCopy.id).where(KeyCopy.code == code)).one_or_none() is not None


def due_items(scope: list[Division], today: date, *, code: str) -> list[Due]:
    """P4: a copy of the key file with this check code, as long as nobody has shown one; it waits for no later day."""
    if copy_is_confirmed(code):
        return []
    return [
        Due(
            place.name,
            _l("另存密钥文件，并核对副本"),
            Deadline(today, 0),
            _l("密钥文件丢了，所有备份和身份证号都打不开。"),
            "backups.index",
            {},
        )
        for place in scope[:1]
    ]


def under_way(now: datetime) -> bool:
    """Whether a backup is being made at this moment."""
    begun = select(Backup.id).where(Backup.ended_at.is_(None), Backup.made_at > now - rules.LONGEST)
    return db.session.scalars(begun.limit(1)).one_or_none() is not None


def backup_is_due(now: datetime) -> bool:
    """Whether the daily backup is to be made: none that ended well was begun for a day."""
    newest = newest_sound()
    made_at = newest.made_at if newest is not None else None
    return rules.backup_is_due(newest=made_at, now=now) and not under_way(now)


def surplus() -> list[Backup]:
    """Ended backups beyond those that are kept."""
    query = select(Backup).where(Backup.ended_at.is_not(None)).order_by(Backup.id.desc())
    found = {one.id: one for one in db.session.scalars(query)}
    proven = [key for key, one in found.items() if one.proven_at is not None]
    return [found[key] for key in rules.to_drop(list(found), proven=proven)]
