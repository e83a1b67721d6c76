"""An article, and one field of a profile with the article it stands on."""

from dataclasses import dataclass
from typing import Self

from villagegov.law.vocabulary import Field, Law, Scope, Status
from villagegov.vocabulary import LazyString, Term, _l

Value = int | bool | Term | None


@dataclass(frozen=True)
class Article:
    """One article of one text."""

    law: Law
    number: int

    @property
    def code(self) -> str:
        """How it is stored: `village-2025:18`."""
        return f"{self.law.value}:{self.number}"

    @property
    def label(self) -> str:
        """How it is read, in the reader's language."""
        return str(_l("%(law)s第%(number)s条")) % {"law": self.law.label, "number": self.number}

    @classmethod
    def from_code(cls, code: str) -> Self:
        """The article stored as `code`."""
        law, _, number = code.rpartition(":")
        return cls(next(text for text in Law if text == law), int(number))


@dataclass(frozen=True)
class Provision:
    """One field of a profile: its value, its source, how far the source was read, who may change it."""

    field: Field
    value: Value
    articles: tuple[Article, ...] = ()
    status: Status = Status.VERIFIED
    scope: Scope = Scope.FIX
    rule: str = ""
    note: LazyString | None = None

    @property
    def label(self) -> LazyString:
        """The Chinese name of the field."""
        return self.field.label

    @property
    def article(self) -> Article | None:
        """The article cited first, if any."""
        return self.articles[0] if self.articles else None

    @property
    def source(self) -> str:
        """Every article it stands on, in the reader's language."""
        return str(_l("、")).join(article.label for article in self.articles)

    @property
    def shown(self) -> str:
        """The value in the reader's language."""
        if self.value is None:
            return str(_l("法律未规定"))
        if isinstance(self.value, bool):
            return str(_l("是") if self.value else _l("否"))
        return str(self.value.label) if isinstance(self.value, Term) else str(self.value)


def law(text: Law, *numbers: int) -> tuple[Article, ...]:
    """Articles of one text."""
    return tuple(Article(text, number) for number in numbers)
