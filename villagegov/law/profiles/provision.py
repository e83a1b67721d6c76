"""An article, and one field of a profile with the article it stands on."""

from dataclasses import dataclass, replace
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
class Document:
    """What a province or a round decided by, in the words of whoever entered it: title and number."""

    title: str

    @property
    def code(self) -> str:
        """How it is stored."""
        return f"{DOCUMENT}{self.title}"

    @property
    def label(self) -> str:
        """How it is read."""
        return self.title


#: What a source may be.
Source = Article | Document
DOCUMENT = "document:"


def source_from_code(code: str) -> Source:
    """The article or document stored as `code`."""
    return Document(code.removeprefix(DOCUMENT)) if code.startswith(DOCUMENT) else Article.from_code(code)


@dataclass(frozen=True)
class Provision:
    """One field of a profile: its value, its source, how far the source was read, who may change it."""

    field: Field
    value: Value
    articles: tuple[Source, ...] = ()
    status: Status = Status.VERIFIED
    scope: Scope = Scope.FIX
    rule: str = ""
    note: LazyString | None = None

    def with_value(self, value: Value) -> Self:
        """The same provision, saying something else."""
        return replace(self, value=value)

    @property
    def label(self) -> LazyString:
        """The Chinese name of the field."""
        return self.field.label

    @property
    def article(self) -> Source | None:
        """The article cited first, if any; a province's document where its own value is in force."""
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
