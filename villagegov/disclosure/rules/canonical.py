"""The public form of a posting (8.2): masked, as named texts; written when it is posted, read by every page.

Head values stand under their `PostingField`, those that its shape has; amounts as printed in yuan. `line.1`,
`review.1`, `file.1` … are JSON lists in the order of the fields of `PublicLine`, `PublicReview`, `PublicFile`, and
`joint` is one of `PublicJoint`. A table has `columns` (a list of `PublicColumn`), `sums` (a list of `PublicSum`) and
`row.1` … in place of lines.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from villagegov.disclosure.vocabulary import PayeeKind, PostingField
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.money import fen_of
from villagegov.privacy import mask_name

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_FIGURES = str.maketrans("ghijklmnop", "0123456789")


class PublicLine(NamedTuple):
    """One entry as everybody reads it; amounts as printed, empty where there is none."""

    day: str
    voucher: str
    summary: str
    category: str
    income: str
    expense: str
    balance: str
    payee: str
    handler: str
    remark: str

    @property
    def income_fen(self) -> int:
        """The income, in fen."""
        return fen_of(self.income or "0")

    @property
    def expense_fen(self) -> int:
        """The expense, in fen."""
        return fen_of(self.expense or "0")


class PublicReview(NamedTuple):
    """What one supervisor said."""

    name: str
    verdict: str
    note: str
    day: str


class PublicJoint(NamedTuple):
    """The joint meeting's decision."""

    held_on: str
    number: int
    matter: str
    votes_for: int
    votes_against: int
    abstained: int


class PublicFile(NamedTuple):
    """An attachment; `mark` is the sha256 of what is served, its figures written as letters (see `marked`)."""

    name: str
    mark: str


class PublicColumn(NamedTuple):
    """A column of a table: its title, and what stands in it (`ColumnKind`)."""

    title: str
    kind: str

    @property
    def is_person(self) -> bool:
        """Whether a masked person may stand in it."""
        return self.kind in {ColumnKind.PERSON, ColumnKind.PARTY}


class PublicSum(NamedTuple):
    """What a column adds up to, as printed."""

    title: str
    amount: str


@dataclass(frozen=True)
class PublicPosting:
    """Everything a page or paper of a posting is drawn from."""

    head: dict[PostingField, str]
    lines: list[PublicLine]
    reviews: list[PublicReview]
    joint: PublicJoint | None
    files: list[PublicFile]
    rows: list[list[str]] = field(default_factory=list)
    #: P-12: whether the rows are there but not for this reader.
    closed: bool = False

    def __getitem__(self, name: PostingField) -> str:
        return self.head[name]

    @property
    def columns(self) -> list[PublicColumn]:
        """The columns of a table; none for another shape."""
        return [PublicColumn(*one) for one in json.loads(self.head[PostingField.COLUMNS] or "[]")]

    @property
    def sums(self) -> list[PublicSum]:
        """What the columns of a table add up to."""
        return [PublicSum(*one) for one in json.loads(self.head[PostingField.SUMS] or "[]")]

    @property
    def item(self) -> Item:
        """Which item of the catalogue it is."""
        return Item(self.head[PostingField.ITEM])


def marked(digest: str) -> str:
    """P-11: a digest without figures, so that no row of them looks like a personal number."""
    return digest.translate(_LETTERS)


def digest_of(mark: str) -> str:
    """The sha256 in hex again."""
    return mark.translate(_FIGURES)


def fields_of(
    head: Mapping[PostingField, str],
    *,
    reviews: Iterable[PublicReview],
    files: Iterable[PublicFile],
    lines: Iterable[PublicLine] = (),
    rows: Iterable[Sequence[str]] = (),
) -> dict[str, str]:
    """Rulebook 8.2, F-51: the named values of the notice, in their order."""
    many: list[tuple[str, Iterable[Sequence[object]]]]
    many = [("line", lines), ("row", rows), ("review", reviews), ("file", files)]
    numbered = {f"{name}.{at}": packed(row) for name, found in many for at, row in enumerate(found, 1)}
    return {**{one.value: head[one] for one in PostingField if one in head}, **numbered}


def joint_words(joint: PublicJoint) -> str:
    """D-07: the value of the field `joint`."""
    return packed(joint)


def packed(values: Sequence[object]) -> str:
    """A list as the value of one field."""
    return json.dumps(list(values), ensure_ascii=False)


def public_posting(values: Mapping[str, str]) -> PublicPosting:
    """Rulebook 8.2, F-51: a posting read from the values of its notice (`notices.queries.values_of`)."""
    rows: dict[str, list[list[str]]] = {"line": [], "row": [], "review": [], "file": []}
    for name, value in values.items():
        kind, _dot, number = name.partition(".")
        if number and kind in rows:
            rows[kind].append(json.loads(value))
    joint = values.get(PostingField.JOINT, "")
    return PublicPosting(
        {one: values.get(one, "") for one in PostingField},
        [PublicLine(*row) for row in rows["line"]],
        [PublicReview(*row) for row in rows["review"]],
        PublicJoint(*json.loads(joint)) if joint else None,
        [PublicFile(*row) for row in rows["file"]],
        rows["row"],
    )


def public_names(named: Iterable[tuple[str, PayeeKind]]) -> dict[str, str]:
    """Rulebook 8.2 (NAME): each payee → how it is posted; persons who would look alike get a running number."""
    kinds = dict.fromkeys(named)
    alike: dict[str, list[str]] = {}
    for name, kind in kinds:
        if kind is PayeeKind.PERSON and name not in alike.setdefault(mask_name(name), []):
            alike[mask_name(name)].append(name)
    shown = {name: name for name, kind in kinds if kind is not PayeeKind.PERSON}
    for mask, names in alike.items():
        shown |= {name: mask if len(names) == 1 else f"{mask}（{at}）" for at, name in enumerate(names, 1)}
    return shown


def without_names(text: str, persons: Iterable[str]) -> str:
    """Rulebook 8.2 (NAME): a payee's name inside a summary or remark is masked like the payee itself."""
    for name in sorted(persons, key=len, reverse=True):
        if len(name) > 1:
            text = text.replace(name, mask_name(name))
    return text
