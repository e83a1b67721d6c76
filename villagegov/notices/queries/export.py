"""The public log read from end to end, for an outsider: entries, checkpoints between them, where the records stand."""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

import villagegov.audit.queries as audit
from villagegov.audit.models import AuditChain, AuditEntry
from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, LogEntry, Notice, NoticeVersion, PublicLog
from villagegov.notices.queries.posted import KEEP, REASON, canonical_of, fields_of
from villagegov.notices.rules import export as rules
from villagegov.notices.rules.checkpoint import AuditHead, note_of, signed_note

AT_ONCE = 500
#: A condition for each of them; databases take no endless ones.
HEADS_AT_ONCE = 100

Signed = Callable[[Checkpoint], str]
Held = Callable[[str], bool]


def lines_of(log: PublicLog, *, signed: Signed, held: Held) -> Iterator[str]:
    """Every entry, each checkpoint after the last entry it covers, then the records of acts, then the end."""
    reached = 0
    for start in range(0, log.size, AT_ONCE):
        entries, points = _entries(start), _checkpoints(start, signed)
        for entry in entries:
            yield _entry_line(entry, held)
            yield from points.pop(entry.position + 1, ())
        yield from (line for found in points.values() for line in found)
        reached = min(start + AT_ONCE, log.size)
        db.session.expire_all()
    yield from (rules.line({"unlogged": name}) for name in _unlogged())
    for chain in audit.chains():
        number = audit.fault_in(chain)
        yield rules.line({"audit": chain.place_id, "length": chain.length, "head": chain.head.hex(), "fault": number})
    yield rules.end_line(reached)


def _entries(start: int) -> list[LogEntry]:
    version = joinedload(LogEntry.version).joinedload(NoticeVersion.notice).joinedload(Notice.unit)
    query = select(LogEntry).options(version).order_by(LogEntry.position)
    return list(db.session.scalars(query.where(LogEntry.position >= start, LogEntry.position < start + AT_ONCE)))


def _entry_line(entry: LogEntry, held: Held) -> str:
    """What is stored now; of a version that is gone or cannot be read only its place."""
    said: dict[str, object] = {"entry": entry.position, "leaf": entry.leaf.hex()}
    version: NoticeVersion | None = entry.version
    if version is None or version.notice is None:
        return rules.line({**said, "unit": "", "notice": "", "version": 0})
    notice = version.notice
    said |= {"unit": notice.unit.code, "name": notice.unit.name, "notice": f"{notice.year}-{notice.number}"}
    said |= {"version": version.version_number, "kind": notice.kind.value, "fingerprint": version.fingerprint}
    try:
        opened = rules.open_fields(notice.kind, fields_of(version))
        said |= {"canonical": canonical_of(version), "open": opened}
    except (ValueError, TypeError):  # somebody spoilt the fields
        return rules.line({**said, "canonical": "", "open": {}, "shown": {}})
    shown = {REASON: version.reason} if version.reason or REASON in opened else {}
    said["shown"] = shown | ({KEEP: notice.keep_through.isoformat()} if KEEP in opened else {})
    if files := rules.files_of(opened):
        said["files"] = {name: bool(digest) and held(digest) for name, digest in files.items()}
    return rules.line(said)


def _checkpoints(start: int, signed: Signed) -> dict[int, list[str]]:
    """Size → the lines of its checkpoint, with what stands today where it saw the records of acts."""
    query = select(Checkpoint).where(Checkpoint.size > start, Checkpoint.size <= start + AT_ONCE)
    points = list(db.session.scalars(query.order_by(Checkpoint.size)))
    heads = {one.size: _audits(one) for one in points}
    today = _digests([head for found in heads.values() for head in found])
    said = {
        one.size: {"checkpoint": signed(one), "audits": [today.get(head[:2]) for head in heads[one.size]]}
        for one in points
    }
    return {size: [rules.line(found)] for size, found in said.items()}


def _audits(point: Checkpoint) -> Sequence[AuditHead]:
    try:
        return note_of(signed_note(point.text, "log", b"", point.signature)).head.audits
    except ValueError:
        return []


def _digests(heads: Sequence[AuditHead]) -> dict[tuple[int, int], str]:
    """Place and number → the digest of that entry of the record today."""
    found: dict[tuple[int, int], str] = {}
    for start in range(0, len(heads), HEADS_AT_ONCE):
        part = heads[start : start + HEADS_AT_ONCE]
        query = select(AuditChain.place_id, AuditEntry.number, AuditEntry.digest).join(AuditEntry.chain)
        places = [and_(AuditChain.place_id == one.place_id, AuditEntry.number == one.number) for one in part]
        query = query.where(or_(*places))
        found |= {(place, number): digest.hex() for place, number, digest in db.session.execute(query)}
    return found


def _unlogged() -> list[str]:
    """Versions that stand in no entry: year, number and version of each, at most some."""
    logged = select(LogEntry.id).where(LogEntry.version_id == NoticeVersion.id)
    query = select(NoticeVersion).options(joinedload(NoticeVersion.notice)).where(~logged.exists())
    found = db.session.scalars(query.order_by(NoticeVersion.id).limit(AT_ONCE))
    return [f"{one.notice.year}-{one.notice.number} v{one.version_number}" for one in found]
