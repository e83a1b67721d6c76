"""Kept files: found by their row; who may see one is asked of the room that points to it."""

from typing import NamedTuple

from sqlalchemy import func, or_, select

from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.files.rules import fits


class Used(NamedTuple):
    """How much a unit keeps."""

    bytes: int
    files: int


def stored_file(file_id: int) -> StoredFile | None:
    """One kept file."""
    return db.session.get(StoredFile, file_id)


def used_by(unit: Division) -> Used:
    """Bytes (originals and served copies) and files that a unit keeps."""
    size = func.coalesce(func.sum(StoredFile.size + StoredFile.served_size), 0)
    row = db.session.execute(select(size, func.count()).where(StoredFile.unit_id == unit.id)).one()
    return Used(int(row[0]), int(row[1]))


def has_room(unit: Division, *, more_bytes: int, more_files: int) -> bool:
    """U14: whether the unit may keep so much more."""
    used = used_by(unit)
    return fits(used_bytes=used.bytes, used_files=used.files, more_bytes=more_bytes, more_files=more_files)


def is_named(digest: str) -> bool:
    """Whether any row needs the bytes under this sha256."""
    query = select(StoredFile.id).where(or_(StoredFile.sha256 == digest, StoredFile.served_sha256 == digest))
    return db.session.scalar(query.limit(1)) is not None
