"""How an audit chain hangs together. Pure; an outsider can recompute it from an export."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

START = bytes(32)
#: The place of the system's own chain.
SYSTEM = 0
#: A16: what one account may look at within an hour before the auditor is told and it is slowed down: no station gives
#: out ballots faster, no committee is larger. From then on so many looks a minute.
MANY_LOOKS = 600
MANY_PERSONS = 50_000
SLOW_LOOKS = 20
#: O7 (half a year; 网络安全法 art. 21): how long it is kept who looked at what, and who signed in and who tried to.
KEPT_FOR = timedelta(days=183)
#: O6: how long a warning stands before the auditor.
ALERTS_SHOWN = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Link:
    """The fields of one entry that its digest covers."""

    place_id: int
    number: int
    at: datetime
    actor_id: int | None
    actor_name: str
    tag: str
    subject_kind: str
    subject_id: int
    commitment: bytes
    previous: bytes


def canonical(details: Mapping[str, object]) -> str:
    """Details as one JSON text: sorted keys, no spaces, dates as ISO text."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def commitment_of(details: str, salt: bytes) -> bytes:
    """What the chain remembers of the details once they and their salt are gone (P8)."""
    return hashlib.sha256(salt + details.encode()).digest()


def digest_of(link: Link) -> bytes:
    """SHA-256 over the entry's fields and the digest of the entry before it."""
    fields = [
        link.place_id,
        link.number,
        link.at.astimezone(UTC).isoformat(timespec="microseconds"),
        link.actor_id,
        link.actor_name,
        link.tag,
        link.subject_kind,
        link.subject_id,
        link.commitment.hex(),
        link.previous.hex(),
    ]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).digest()


@dataclass(frozen=True)
class Stored:
    """An entry as found in the database."""

    link: Link
    digest: bytes
    details: str | None
    salt: bytes | None


def first_fault(entries: Iterable[Stored], *, length: int, head: bytes) -> int | None:
    """The number of the first entry that does not fit, or None for a whole chain of `length` ending in `head`."""
    previous, expected = START, 1
    for entry in entries:
        if entry.link.number != expected or entry.link.previous != previous:
            return expected
        if digest_of(entry.link) != entry.digest or not _details_fit(entry):
            return expected
        previous, expected = entry.digest, expected + 1
    if expected != length + 1 or previous != head:
        return expected
    return None


def _details_fit(entry: Stored) -> bool:
    if entry.details is None and entry.salt is None:
        return True
    if entry.details is None or entry.salt is None:
        return False
    return commitment_of(entry.details, entry.salt) == entry.link.commitment


def reads_much(*, looks: int, persons: int) -> bool:
    """Reliability A16: whether so many looks at lists, or persons seen, within an hour are more than work asks for."""
    return looks > MANY_LOOKS or persons > MANY_PERSONS
