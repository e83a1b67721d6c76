"""The decision log: each step, the numbers used, the article; stored as codes, read in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from villagegov.elections.vocabulary import PollKind, Post, Step
from villagegov.law.profiles import Profile, Source, source_from_code
from villagegov.law.vocabulary import Field
from villagegov.vocabulary import _l

Figure = int | str | list[str]


@dataclass(frozen=True)
class LogLine:
    """One step. Persons stand in `values` by their keys; `told` puts their names in."""

    step: Step
    values: Mapping[str, Figure]
    article: Source | None

    @property
    def sentence(self) -> str:
        """The step in the reader's language, persons by their keys."""
        return self.told({})

    def told(self, names: Mapping[str, str]) -> str:
        """The step in the reader's language, persons by their names."""
        words = {name: _word(name, value, names) for name, value in self.values.items()}
        return str(self.step.label) % words

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON."""
        code = self.article.code if self.article else None
        return {"step": self.step.value, "values": dict(self.values), "article": code}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """The line as stored."""
        step = next(step for step in Step if step == stored["step"])
        return cls(step, dict(stored["values"]), source_from_code(stored["article"]) if stored["article"] else None)


@dataclass
class Log:
    """Collects the lines of one decision, citing the profile's article for each."""

    profile: Profile
    lines: list[LogLine] = field(default_factory=list)

    def write(self, step: Step, law: Field, **values: Figure) -> None:
        """Add one step, on the article that the field `law` of the profile stands on."""
        self.lines.append(LogLine(step, values, self.profile.article(law)))


def _word(name: str, value: Figure, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return str(_l("、")).join(names.get(key, key) for key in value)
    if name in ("person", "other"):
        return names.get(str(value), str(value))
    words = {"post": Post, "kind": PollKind}.get(name)
    return str(next(word.label for word in words if word == value)) if words else str(value)
