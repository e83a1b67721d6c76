"""How much of a posting which reader sees (rulebook 8.2, P-12): the board, and the open web."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from villagegov.disclosure.rules.canonical import PublicColumn, PublicLine, PublicPosting
from villagegov.disclosure.rules.catalogue import CUSTOMS
from villagegov.disclosure.vocabulary import PostingField
from villagegov.disclosure.vocabulary.catalogue import MaskClass
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.privacy import Audience, Field, Shown, shown

#: What stands for a person on the open web; statutory words, always Chinese.
SOMEBODY = "个人"
_NUMBER = re.compile(r"（[^（）]*[0-9]+）$")
#: P-12, 8.2 (amount received): lists that residents of the unit and its board show, the open web only their sums.
OF_RESIDENTS = frozenset({MaskClass.AID, MaskClass.NAME_GROUP, MaskClass.HOUSEHOLD})


def seen_by(posting: PublicPosting, audience: Audience) -> PublicPosting:
    """Rulebook 8.2: the board names a person as 张*; where the name is not shown at all, as somebody.

    P-12: lists of who gets what are not for the open web at all, nor is what was attached to them.
    """
    if shown(Field.PAYEE_NAME, audience) is not Shown.NOTHING:
        return posting
    masks = {_NUMBER.sub("", name) for name in _names(posting) if "*" in name}

    def without(text: str) -> str:
        for mask in sorted(masks, key=len, reverse=True):
            text = text.replace(mask, SOMEBODY)
        return text

    closed = bool(posting.columns) and CUSTOMS[posting.item].mask in OF_RESIDENTS
    return replace(
        posting,
        head={**posting.head, PostingField.REMARK: without(posting[PostingField.REMARK])},
        lines=[_seen(line, without) for line in posting.lines],
        reviews=[one._replace(note=without(one.note)) for one in posting.reviews],
        joint=posting.joint and posting.joint._replace(matter=without(posting.joint.matter)),
        files=[] if closed else [one._replace(name=without(one.name)) for one in posting.files],
        rows=[] if closed else [_seen_row(row, posting.columns, without) for row in posting.rows],
        closed=closed and bool(posting.rows),
    )


def _names(posting: PublicPosting) -> Iterator[str]:
    """Everybody who may stand masked in it."""
    for line in posting.lines:
        yield from (line.payee, line.handler)
    at = [place for place, column in enumerate(posting.columns) if column.is_person]
    for row in posting.rows:
        yield from (row[place] for place in at)


def _seen(line: PublicLine, without: Callable[[str], str]) -> PublicLine:
    return line._replace(
        summary=without(line.summary),
        payee=SOMEBODY if "*" in line.payee else line.payee,
        handler="" if "*" in line.handler else line.handler,
        remark=without(line.remark),
    )


def _seen_row(row: list[str], columns: list[PublicColumn], without: Callable[[str], str]) -> list[str]:
    return [
        SOMEBODY if column.is_person and "*" in cell else without(cell) if column.kind == ColumnKind.TEXT else cell
        for column, cell in zip(columns, row, strict=True)
    ]
