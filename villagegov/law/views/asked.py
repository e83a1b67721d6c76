"""Reads a question from JSON, field by field; every fault is named, nothing is guessed."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from typing import TypeVar

from villagegov.elections.rules import Casting, PositionCount
from villagegov.elections.vocabulary import PollKind
from villagegov.law.profiles import PROFILES
from villagegov.law.views.question import Question, post_meant, usual_profile
from villagegov.law.vocabulary import AskedReason, Method
from villagegov.refusal import Refusal, refuse, refuse_all
from villagegov.vocabulary import Term
from villagegov.web.fields import holds_hidden

MOST_BYTES = 64 * 1024
MOST_NAMES = 200
LONGEST_NAME = 60
LARGEST = 999_999_999
MOST_FAULTS = 20

FIGURES = ("R", "I", "C", "invalid", "blank", "seats", "margin")
REQUIRED = ("kind", "method", "round", *FIGURES, "votes", "female", "woman_already")
#: `id` and `expect` belong to the rulebook's worked numbers; they may stay where they are.
OPTIONAL = ("profile", "id", "expect")
KIND = "position"

T = TypeVar("T", bound=Term)


class Pairs(dict[str, object]):
    """A JSON object that remembers which of its keys were written twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        written = Counter(name for name, _value in pairs)
        self.twice = sorted(name for name, times in written.items() if times > 1)


def question_in(body: bytes) -> Question:
    """The question in `body`. Raises Refusal with every fault at its field."""
    return _Reading(_object_in(body)).question()


def _object_in(body: bytes) -> Pairs:
    try:
        found = json.loads(body.decode("utf-8-sig"), object_pairs_hook=Pairs, parse_int=_whole)
    except (ValueError, RecursionError):
        refuse(AskedReason.NOT_JSON)
    if not isinstance(found, Pairs):
        refuse(AskedReason.NOT_OBJECT)
    return found


def _whole(digits: str) -> int | None:
    """A whole number, or None where no count can be that long; Python itself refuses thousands of digits."""
    return int(digits) if len(digits) <= len(str(LARGEST)) + 1 else None


class _Reading:
    """One object while it is read."""

    def __init__(self, given: Pairs) -> None:
        self.given = given
        self.faults: list[Refusal] = []

    def question(self) -> Question:
        """Every field read; all faults at once."""
        self._names_of_fields()
        figures = {name: self._figure(name) for name in FIGURES}
        method, kind = self._term("method", Method), self._term("round", PollKind)
        self._one_of("kind", (KIND,))
        votes, female, woman = self._votes(), self._female(), self._boolean("woman_already")
        profile = self._one_of("profile", PROFILES) if "profile" in self.given else ""
        refuse_all(self.faults[:MOST_FAULTS])
        law = PROFILES[profile or usual_profile(method)]
        casting = Casting(
            profile=law,
            method=method,
            kind=kind,
            registered=figures["R"],
            issued=figures["I"],
            collected=figures["C"],
        )
        position = PositionCount(
            post=post_meant(seats=figures["seats"], woman_already=woman),
            votes=votes,
            female=female,
            seats=figures["seats"],
            invalid=figures["invalid"],
            blank=figures["blank"],
            margin=figures["margin"],
        )
        return Question(position, casting, woman)

    def _say(self, reason: AskedReason, field: str, **values: object) -> None:
        short = field if len(field) <= LONGEST_NAME else field[:LONGEST_NAME] + "…"
        self.faults.append(Refusal(reason, short, name=short, **values))

    def _names_of_fields(self) -> None:
        for name in REQUIRED:
            if name not in self.given:
                self._say(AskedReason.MISSING, name)
        for name in sorted(self.given.keys() - {*REQUIRED, *OPTIONAL}):
            self._say(AskedReason.UNKNOWN, name)
        for name in self.given.twice:
            self._say(AskedReason.TWICE, name)

    def _figure(self, name: str) -> int:
        return self._whole(name, self.given[name]) if name in self.given else 0

    def _whole(self, name: str, value: object) -> int:
        if type(value) is int and 0 <= value <= LARGEST:
            return value
        self._say(AskedReason.NOT_WHOLE, name, most=LARGEST)
        return 0

    def _boolean(self, name: str) -> bool:
        value = self.given.get(name, False)
        if not isinstance(value, bool):
            self._say(AskedReason.NOT_BOOLEAN, name)
        return value is True

    def _one_of(self, name: str, choices: Collection[str]) -> str:
        value = self.given.get(name)
        if isinstance(value, str) and value in choices:
            return value
        if name in self.given:
            self._say(AskedReason.NOT_CHOICE, name, choices=", ".join(choices))
        return next(iter(choices))

    def _term(self, name: str, words: type[T]) -> T:
        return words(self._one_of(name, [word.value for word in words]))

    def _votes(self) -> Mapping[str, int]:
        value = self.given.get("votes", Pairs([]))
        if not isinstance(value, Pairs) or len(value) > MOST_NAMES:
            self._say(AskedReason.NOT_VOTES, "votes", most=MOST_NAMES)
            return {}
        for name in value.twice:
            self._say(AskedReason.TWICE, f"votes.{name}")
        self._are_names("votes", value)
        return {name: self._whole(f"votes.{name}", count) for name, count in value.items()}

    def _female(self) -> frozenset[str]:
        value = self.given.get("female", [])
        if not isinstance(value, list) or len(value) > MOST_NAMES:
            self._say(AskedReason.NOT_NAMES, "female", most=MOST_NAMES)
            return frozenset()
        return frozenset(map(str, value)) if self._are_names("female", value) else frozenset()

    def _are_names(self, field: str, names: Collection[object]) -> bool:
        sound = all(isinstance(name, str) and _is_name(name) for name in names)
        if not sound:
            self._say(AskedReason.NOT_NAME, field, most=LONGEST_NAME)
        return sound


def _is_name(text: str) -> bool:
    return 1 <= len(text) <= LONGEST_NAME and bool(text.strip()) and not holds_hidden(text)
