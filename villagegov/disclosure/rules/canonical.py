"""The public form of a posted month (8.2): masked, as named texts; written when it is posted, read by every page.

Head values stand under their `PostingField`; amounts as printed in yuan. `line.1`, `review.1`, `file.1` … are JSON
lists in the order of the fields of `PublicLine`, `PublicReview`, `PublicFile`, and `joint` is one of `PublicJoint`.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from villagegov.disclosure.vocabulary import PayeeKind, PostingField
from villagegov.money import fen_of
from villagegov.privacy import Audience, Field, Shown, mask_name, shown

_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_FIGURES = str.maketrans("ghijklmnop", "0123456789")
#: What stands for a person on the open web; statutory words, always Chinese.
SOMEBODY = "个人"
_NUMBER = re.compile(r"（[0-9]+）$")


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


@dataclass(frozen=True)
class PublicPosting:
    """Everything a page or paper of a posted month is drawn from."""

    head: dict[PostingField, str]
    lines: list[PublicLine]
    reviews: list[PublicReview]
    joint: PublicJoint | None
    files: list[PublicFile]

    def __getitem__(self, field: PostingField) -> str:
        return self.head[field]


def marked(digest: str) -> str:
    """P-11: a digest without figures, so that no row of them looks like a personal number."""
    return digest.translate(_LETTERS)


def digest_of(mark: str) -> str:
    """The sha256 in hex again."""
    return mark.translate(_FIGURES)


def fields_of(
    head: Mapping[PostingField, str],
    *,
    lines: Iterable[PublicLine],
    reviews: Iterable[PublicReview],
    files: Iterable[PublicFile],
) -> dict[str, str]:
    """Rulebook 8.2, F-51: the named values of the notice, in their order."""
    rows = [("line", lines), ("review", reviews), ("file", files)]
    numbered = {f"{name}.{at}": _packed(row) for name, found in rows for at, row in enumerate(found, 1)}
    return {**{field.value: head[field] for field in PostingField}, **numbered}


def joint_words(joint: PublicJoint) -> str:
    """D-07: the value of the field `joint`."""
    return _packed(joint)


def _packed(values: Sequence[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def public_posting(values: Mapping[str, str]) -> PublicPosting:
    """Rulebook 8.2, F-51: a posted month read from the values of its notice (`notices.queries.values_of`)."""
    rows: dict[str, list[list[str]]] = {"line": [], "review": [], "file": []}
    for name, value in values.items():
        kind, _dot, number = name.partition(".")
        if number and kind in rows:
            rows[kind].append(json.loads(value))
    joint = values.get(PostingField.JOINT, "")
    return PublicPosting(
        {field: values.get(field, "") for field in PostingField},
        [PublicLine(*row) for row in rows["line"]],
        [PublicReview(*row) for row in rows["review"]],
        PublicJoint(*json.loads(joint)) if joint else None,
        [PublicFile(*row) for row in rows["file"]],
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


def seen_by(posting: PublicPosting, audience: Audience) -> PublicPosting:
    """Rulebook 8.2 (NAME): the board names a person paid as 张*; where the name is not shown at all, as somebody."""
    if shown(Field.PAYEE_NAME, audience) is not Shown.NOTHING:
        return posting
    masks = {_NUMBER.sub("", name) for line in posting.lines for name in (line.payee, line.handler) if "*" in name}

    def without(text: str) -> str:
        for mask in sorted(masks, key=len, reverse=True):
            text = text.replace(mask, SOMEBODY)
        return text

    return replace(
        posting,
        head={**posting.head, PostingField.REMARK: without(posting[PostingField.REMARK])},
        lines=[_seen(line, without) for line in posting.lines],
        reviews=[one._replace(note=without(one.note)) for one in posting.reviews],
        joint=posting.joint and posting.joint._replace(matter=without(posting.joint.matter)),
        files=[one._replace(name=without(one.name)) for one in posting.files],
    )


def _seen(line: PublicLine, without: Callable[[str], str]) -> PublicLine:
    return line._replace(
        summary=without(line.summary),
        payee=SOMEBODY if "*" in line.payee else line.payee,
        handler="" if "*" in line.handler else line.handler,
        remark=without(line.remark),
    )
