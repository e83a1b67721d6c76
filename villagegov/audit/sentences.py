"""Audit entries as sentences. Rooms hand in their word lists; nothing else turns a tag into words."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from villagegov.deadlines import MONTHS
from villagegov.vocabulary import LazyString, Term, _l

Changes = list[tuple[str, object, object]]

BEGUN = _l("%(label)s为 %(after)s")
CHANGED = _l("%(label)s由 %(before)s 改为 %(after)s")
AND = _l("、")
TOGETHER = _l("%(what)s：%(changes)s")
BETWEEN = _l("，")
NOTHING = _l("（空）")
YES, NO = _l("是"), _l("否")
COMMAND_LINE = _l("系统命令")
#: Whom nobody with an account was: as stored, and in words.
UNNAMED = {"resident": _l("村（居）民（不记名）")}
EMPTY = (None, "")
#: Months are stored in Chinese words, 2026年9月, and told in the reader's language.
_MONTH = re.compile(r"(\d{4})年(1[0-2]|[1-9])月")


class Entry(Protocol):
    """What is told of: an audit entry."""

    @property
    def tag(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def actor_id(self) -> int | None: ...
    @property
    def actor_name(self) -> str: ...
    @property
    def details(self) -> str | None: ...


@dataclass(frozen=True)
class Told:
    """One entry told: what was done, by whom, when, and the reason somebody gave."""

    what: str
    who: str
    at: datetime
    why: str


@dataclass(frozen=True)
class Words:
    """The words of all rooms: acts by tag, details by key, and the lists that the values of a detail come from."""

    acts: Mapping[str, Term] = field(default_factory=dict)
    labels: Mapping[str, Term] = field(default_factory=dict)
    values: Mapping[str, Iterable[Term]] = field(default_factory=dict)

    def tell(self, entry: Entry) -> Told:
        """The entry in the reader's language; what no room names stays as it was stored."""
        act = self.acts.get(entry.tag)
        what = str(act.label) if act is not None else entry.tag
        changes = [self._change(*one) for one in changes_in(entry.details)]
        unnamed = UNNAMED.get(entry.actor_name, COMMAND_LINE)
        who = entry.actor_name if entry.actor_id is not None else str(unnamed)
        if changes:
            what = str(TOGETHER) % {"what": what, "changes": str(BETWEEN).join(changes)}
        return Told(what, who, entry.at, reason_in(entry.details))

    def tags_named(self, words: str) -> list[str]:
        """The tags of acts whose words hold `words`."""
        return [tag for tag, act in self.acts.items() if words in str(act.label)]

    def _change(self, key: str, before: object, after: object) -> str:
        label = self.labels.get(key)
        sentence: LazyString = BEGUN if before is None else CHANGED
        words = {"label": label.label if label is not None else key}
        return str(sentence) % {**words, "before": self._value(key, before), "after": self._value(key, after)}

    def _value(self, key: str, value: object) -> str:
        if value is None or value == "":
            return str(NOTHING)
        if isinstance(value, bool):
            return str(YES if value else NO)
        if isinstance(value, list):
            return str(AND).join(self._value(key, one) for one in value)
        month = _MONTH.fullmatch(value) if isinstance(value, str) else None
        if month:
            return str(_l("%(year)s年%(month)s", year=month[1], month=MONTHS[int(month[2]) - 1]))
        terms = {term.value: term for term in self.values.get(key, ())}
        return (
            str(terms[value].label).rstrip("。.")
            if isinstance(value, str) and value in terms
            else f"{value}".rstrip("。")
        )


def by_value(lists: Iterable[type[Term]]) -> dict[str, Term]:
    """Value → its term, over all these word lists."""
    return {term.value: term for one in lists for term in one}


def changes_in(details: str | None) -> Changes:
    """Key, before and after, of what changed; what stayed as it was or empty, and the reason, are left out."""
    before, after = _sides(details)
    keys = [key for key in {**before, **after} if key != "reason"]
    changes = [(key, before.get(key), after.get(key)) for key in keys]
    return [(key, was, now) for key, was, now in changes if was != now and not (was in EMPTY and now in EMPTY)]


def reason_in(details: str | None) -> str:
    """The reason somebody gave."""
    return str(_sides(details)[1].get("reason", ""))


def _sides(details: str | None) -> tuple[dict[str, object], dict[str, object]]:
    found = json.loads(details) if details else {}
    return found.get("before", {}), found.get("after", {})
