"""Which line holds the titles, and which column is which. Order does not matter; blanks, stars and width neither."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from villagegov.web.sheets.table import Cells, Column, SheetRefused, column_letters
from villagegov.web.sheets.vocabulary import SheetReason

_SEARCHED = 20
_NOISE = re.compile(r"[\s*:：]|[(（](?:必填|选填|可选)[)）]|[\u200b-\u200d\ufeff]")


@dataclass(frozen=True)
class Titles:
    """Where the titles are: the line, the place of each column asked for (None: absent), the width they span."""

    line: int
    places: tuple[int | None, ...]
    width: int
    ignored: tuple[str, ...]


def plain_title(value: object) -> str:
    """A title as it is compared: NFKC, without blanks, stars, colons and （必填）."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", str(value))).lower()


def recognised(cells: Cells, columns: Sequence[Column]) -> int:
    """How many of the columns asked for have a title in this line."""
    titles = {plain_title(cell) for cell in cells[:500]}
    return sum(not titles.isdisjoint(_names(column)) for column in columns)


def best_line(rows: list[Cells], columns: Sequence[Column]) -> tuple[int, int]:
    """The place of the line with most titles among the first twenty, and how many it has."""
    scores = [recognised(cells, columns) for cells in rows[:_SEARCHED]]
    best = max(scores, default=0)
    return (scores.index(best) if best else 0), best


def find_titles(rows: list[Cells], columns: Sequence[Column]) -> Titles:
    """The titles of a table; missing, double and split ones are refused by name."""
    place, score = best_line(rows, columns)
    if not score:
        titles = [column.title for column in columns if column.required]
        raise SheetRefused(SheetReason.NO_TITLES, titles=titles)
    plain = [plain_title(cell) for cell in rows[place]]
    places = tuple(_place_of(column, plain) for column in columns)
    missing = [column for column, at in zip(columns, places, strict=True) if at is None and column.required]
    if missing:
        _refuse_missing(rows, place, missing)
    width = max((at + 1 for at, title in enumerate(plain) if title), default=0)
    ignored = (str(rows[place][at]).strip() for at, title in enumerate(plain) if title and at not in places)
    return Titles(place + 1, places, width, tuple(ignored))


def _names(column: Column) -> set[str]:
    return {plain_title(name) for name in (column.title, *column.aliases)}


def _place_of(column: Column, plain: list[str]) -> int | None:
    names = _names(column)
    found = [at for at, title in enumerate(plain) if title in names]
    if len(found) > 1:
        letters = [column_letters(at) for at in found]
        raise SheetRefused(SheetReason.DOUBLE_TITLE, title=column.title, columns=letters)
    return found[0] if found else None


def _refuse_missing(rows: list[Cells], place: int, missing: list[Column]) -> None:
    for other in (place - 1, place + 1):
        if 0 <= other < len(rows) and recognised(rows[other], missing):
            first, second = sorted((place + 1, other + 1))
            raise SheetRefused(SheetReason.SPLIT_TITLES, line=first, other=second)
    titles = [column.title for column in missing]
    raise SheetRefused(SheetReason.MISSING_TITLES, line=place + 1, titles=titles)
