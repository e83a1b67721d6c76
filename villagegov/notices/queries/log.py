"""The public log: its entries, its checkpoints, and proofs from stored hashes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload

from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, LogEntry, LogNode, Notice, NoticeVersion, PublicLog
from villagegov.notices.rules.merkle import (
    Piece,
    Span,
    consistency_spans,
    hash_of,
    inclusion_spans,
    leaf_hash,
    pieces_of,
)


def log() -> PublicLog | None:
    """The log; None before anything was posted."""
    return db.session.get(PublicLog, 1)


def hashes_of(pieces: Iterable[Piece]) -> dict[Piece, bytes]:
    """The stored hashes of complete parts of the tree. Raises KeyError where one is missing."""
    wanted = list(pieces)
    leaves = [one.number for one in wanted if one.level == 0]
    above = [and_(LogNode.level == one.level, LogNode.number == one.number) for one in wanted if one.level]
    found: dict[Piece, bytes] = {}
    if leaves:
        query = select(LogEntry.position, LogEntry.leaf).where(LogEntry.position.in_(leaves))
        found |= {Piece(0, position): leaf for position, leaf in db.session.execute(query)}
    if above:
        # One condition for each: SQLite reads the whole table for a list of pairs.
        nodes = select(LogNode.level, LogNode.number, LogNode.hash).where(or_(*above))
        found |= {Piece(level, number): kept for level, number, kept in db.session.execute(nodes)}
    return {piece: found[piece] for piece in wanted}


def _hashes_over(spans: Sequence[Span]) -> list[bytes]:
    hashes = hashes_of(piece for span in spans for piece in pieces_of(span))
    return [hash_of(span, hashes) for span in spans]


def root_of(size: int) -> bytes:
    """The root over the first `size` entries, from what is stored now. Raises KeyError where something is missing."""
    return _hashes_over([(0, size)])[0]


def inclusion_proof(position: int, size: int) -> list[bytes]:
    """RFC 6962 2.1.1: that the entry at `position` is one of the first `size`."""
    return _hashes_over(inclusion_spans(position, size))


def consistency_proof(old: int, new: int) -> list[bytes]:
    """RFC 6962 2.1.2: that the first `new` entries begin with the first `old`."""
    return _hashes_over(consistency_spans(old, new))


def entry_at(position: int) -> LogEntry | None:
    """The entry at a place of the log, with its version and notice."""
    return db.session.scalars(_entries().where(LogEntry.position == position)).one_or_none()


def entries_between(start: int, stop: int, most: int = 50) -> list[LogEntry]:
    """The entries from `start` up to, not including, `stop`."""
    query = _entries().where(LogEntry.position >= start, LogEntry.position < stop)
    return list(db.session.scalars(query.order_by(LogEntry.position).limit(most)))


def _entries() -> Select[LogEntry]:
    version = joinedload(LogEntry.version).joinedload(NoticeVersion.notice)
    return select(LogEntry).options(version.joinedload(Notice.unit), version.selectinload(Notice.versions))


def is_as_entered(entry: LogEntry) -> bool:
    """Whether the fingerprint of the version is still the one that was entered."""
    try:
        return leaf_hash(bytes.fromhex(entry.version.fingerprint)) == entry.leaf
    except ValueError:  # no hex number any more
        return False


def newest_checkpoint() -> Checkpoint | None:
    """The checkpoint over most entries."""
    return db.session.scalars(select(Checkpoint).order_by(Checkpoint.size.desc()).limit(1)).one_or_none()


def is_unsealed() -> bool:
    """Whether entries stand in the log that no checkpoint covers."""
    query = select(PublicLog.id).where(~select(Checkpoint.id).where(Checkpoint.size == PublicLog.size).exists())
    return db.session.scalar(query) is not None


def checkpoint_coded(code: str) -> Checkpoint | None:
    """The checkpoint of a typed code."""
    return db.session.scalars(select(Checkpoint).where(Checkpoint.code == code)).one_or_none()


def checkpoint_of_size(size: int) -> Checkpoint | None:
    """The checkpoint over so many entries."""
    return db.session.scalars(select(Checkpoint).where(Checkpoint.size == size)).one_or_none()


class InLog(NamedTuple):
    """Where a version stands, in a log of which size, and the first checkpoint that covers it."""

    position: int
    size: int
    code: str
    digest: bytes


def place_of(version: NoticeVersion) -> InLog | None:
    """The place of a version in the log; None while no checkpoint covers it."""
    size = select(PublicLog.size).scalar_subquery()
    query = select(LogEntry.position, size, Checkpoint.code, Checkpoint.digest)
    query = query.join(Checkpoint, Checkpoint.size > LogEntry.position).where(LogEntry.version_id == version.id)
    found = db.session.execute(query.order_by(Checkpoint.size).limit(1)).one_or_none()
    return InLog(*found) if found is not None else None


def size_before(checkpoint: Checkpoint) -> int:
    """How many entries the checkpoint before this one covers."""
    query = select(Checkpoint.size).where(Checkpoint.size < checkpoint.size).order_by(Checkpoint.size.desc())
    return db.session.scalar(query.limit(1)) or 0


def versions_with(fingerprint: str, most: int = 20) -> list[LogEntry]:
    """The entries whose fingerprint begins with these figures, in lower case."""
    query = _entries().join(LogEntry.version)
    query = query.where(NoticeVersion.fingerprint >= fingerprint, NoticeVersion.fingerprint < f"{fingerprint}g")
    return list(db.session.scalars(query.order_by(LogEntry.position).limit(most)))
