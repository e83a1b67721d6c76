"""When a backup is due, which ones stay, and how the check code of a state is made. Pure."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

#: Begun before the last one is OLD, so that the page and `/health` do not turn red every day.
EVERY = timedelta(hours=22)
#: A newest backup of this age is a fault.
OLD = timedelta(hours=24)
#: A backup that has not ended by then was broken off.
LONGEST = timedelta(hours=6)
KEPT = 14

#: Columns that name a kept file by its sha256.
FILE_COLUMNS = (("stored_files", "sha256"), ("stored_files", "served_sha256"))
#: Tables that belong to the database itself, not to its contents.
NO_CONTENT = frozenset({"alembic_version"})


@dataclass
class Tally:
    """What a state consists of, in order: each table with its rows, each file; its digest is the check code (B1)."""

    parts: list[tuple[str, str, int, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def table(self, name: str, rows: int, digest: str) -> None:
        """One table."""
        self.parts.append(("table", name, rows, digest))

    def file(self, name: str, size: int) -> None:
        """One file; its name is its digest."""
        self.parts.append(("file", name, size, name))

    @property
    def digest(self) -> str:
        """The check code of the whole."""
        text = json.dumps([self.parts, self.missing], separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def rows(self) -> int:
        """Rows in all tables."""
        return sum(count for kind, _name, count, _digest in self.parts if kind == "table")


def short(digest: str) -> str:
    """The check code as it is read out: its first 16 digits in fours."""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def backup_is_due(*, newest: datetime | None, now: datetime) -> bool:
    """B6: a backup is made every day."""
    return newest is None or now - newest >= EVERY


def to_drop(ids_newest_first: Sequence[int], *, proven: Sequence[int], kept: int = KEPT) -> list[int]:
    """B6: all but the newest `kept`; the newest that was proven stays whatever its age."""
    last_proven = next((one for one in ids_newest_first if one in proven), None)
    return [one for one in ids_newest_first[kept:] if one != last_proven]
