"""Audit entries as sentences. Rooms hand in their tag lists; nothing else turns a tag into words."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from villagegov.vocabulary import Term


@dataclass(frozen=True)
class Told:
    """One entry told: what was done, by whom, when, and what changed."""

    what: str
    who: str
    at: datetime
    why: str
    changes: list[tuple[str, str, str]]


def words_of(tags: Iterable[type[Term]]) -> dict[str, Term]:
    """Tag → its term, over all rooms."""
    return {term.value: term for room in tags for term in room}


def changes_in(details: str | None) -> list[tuple[str, str, str]]:
    """Field, before and after, of an entry's details; the reason is told apart."""
    found = json.loads(details) if details else {}
    before, after = found.get("before", {}), found.get("after", {})
    keys = [key for key in {**before, **after} if key != "reason"]
    return [(key, _text(before.get(key)), _text(after.get(key))) for key in keys]


def reason_in(details: str | None) -> str:
    """The reason somebody gave."""
    found = json.loads(details) if details else {}
    return str(found.get("after", {}).get("reason", ""))


def _text(value: object) -> str:
    return "" if value is None else str(value)
