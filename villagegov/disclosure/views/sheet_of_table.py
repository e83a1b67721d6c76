"""A table as a page draws it: the working copy in full, the posted one as it was posted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from flask import url_for
from flask_babel import gettext as _

from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.canonical import table_rows, table_sums
from villagegov.disclosure.queries.items import cells_of, table_of
from villagegov.disclosure.rules.canonical import PublicColumn, PublicPosting
from villagegov.disclosure.rules.tables import Table, sums_of_rows
from villagegov.disclosure.views.days import words_of_day
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.money import fen_of, yuan

#: Columns that stand side by side on a screen; a wider table folds its words into one.
WIDEST = 6
_FIGURES = frozenset({ColumnKind.MONEY.value, ColumnKind.NUMBER.value})


class SheetRow(NamedTuple):
    """Cells as printed, and where the row is changed, if it can be."""

    cells: list[str]
    url: str = ""

    def at(self, places: Sequence[int]) -> list[str]:
        """The cells at some places."""
        return [self.cells[place] for place in places]


@dataclass(frozen=True)
class TableSheet:
    """Columns as `components/table.html` takes them, rows, sums below."""

    columns: list[dict[str, object]]
    rows: list[SheetRow]
    sums: list[tuple[str, str]]

    @property
    def folded(self) -> list[int]:
        """Of a wide table the columns that stand below each other in one cell on a screen: words beside the first."""
        words = [at for at, one in enumerate(self.columns) if at and not one["numeric"]]
        return words if len(self.columns) > WIDEST else []

    @property
    def heads(self) -> list[dict[str, object]]:
        """The columns on a screen."""
        if not self.folded:
            return self.columns
        return [self.columns[0], {"label": _("内容"), "numeric": False}, *(self.columns[at] for at in self.figures)]

    @property
    def figures(self) -> list[int]:
        """Where numbers stand."""
        return [at for at, one in enumerate(self.columns) if at and one["numeric"]]

    @property
    def totals(self) -> tuple[list[str], list[list[str]]]:
        """The sums as a table: one column, or one for each side (收入, 支出)."""
        split = [title.rpartition("：") for title, _sum in self.sums]
        sides = list(dict.fromkeys(side for side, _mark, _rest in split))
        amounts = {(title, side): one[1] for (side, _mark, title), one in zip(split, self.sums, strict=True)}
        titles = dict.fromkeys(title for _part, _mark, title in split)
        rows = [[title, *(amounts.get((title, side), "") for side in sides)] for title in titles]
        return [side or "数额" for side in sides], rows


def sheet_of_rows(rows: Sequence[Sequence[str]], table: Table) -> TableSheet:
    """The working copy: every column, nobody masked."""
    columns = [PublicColumn(one.title, one.kind.value) for one in table.columns]
    amounts = [[_printed(cell, column.kind) for cell, column in zip(row, columns, strict=True)] for row in rows]
    return _sheet(columns, amounts, _sums(sums_of_rows([list(row) for row in rows], table)))


def sheet_of_draft(posting: Posting, *, edit: bool) -> TableSheet | None:
    """The working copy of a posting, each row with its page while it can be changed; None when it is no table."""
    table = table_of(posting)
    if table is None:
        return None
    made = sheet_of_rows(cells_of(posting), table)
    if not edit:
        return made
    urls = [url_for("disclosure.edit_row", row_id=one.id) for one in posting.rows]
    return replace(made, rows=[SheetRow(one.cells, url) for one, url in zip(made.rows, urls, strict=True)])


def sheet_to_post(posting: Posting) -> TableSheet | None:
    """What everybody will see of a draft; None when it is no table."""
    table = table_of(posting)
    if table is None:
        return None
    columns = [PublicColumn(one.title, one.kind.value) for one in table.columns if one.public]
    return _sheet(columns, table_rows(posting), _sums(table_sums(posting)))


def sheet_of_posted(shown: PublicPosting) -> TableSheet:
    """What was posted, as far as this reader sees it."""
    return _sheet(shown.columns, shown.rows, [(one.title, one.amount) for one in shown.sums])


def _sheet(columns: Sequence[PublicColumn], rows: Sequence[Sequence[str]], sums: list[tuple[str, str]]) -> TableSheet:
    heads: list[dict[str, object]] = [{"label": one.title, "numeric": one.kind in _FIGURES} for one in columns]
    days = [at for at, one in enumerate(columns) if one.kind == ColumnKind.DAY]
    cells = [[words_of_day(cell) if at in days else cell for at, cell in enumerate(row)] for row in rows]
    return TableSheet(heads, [SheetRow(one) for one in cells], sums)


def _sums(found: Sequence[tuple[str, int, bool]]) -> list[tuple[str, str]]:
    return [(title, yuan(total) if money else str(total)) for title, total, money in found]


def _printed(cell: str, kind: str) -> str:
    return yuan(fen_of(cell)) if cell and kind == ColumnKind.MONEY else cell
