"""An uploaded file becomes numbered rows of text, with every fault of every line in one answer."""

import hashlib
import re
import threading
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from villagegov.web.sheets.formulas import unguarded
from villagegov.web.sheets.kinds import Kind, kind_of
from villagegov.web.sheets.packages import MEGABYTE, check_package
from villagegov.web.sheets.streams import check_stream
from villagegov.web.sheets.table import Cells, Column, Fault, Limits, Row, Sheet, SheetRefused
from villagegov.web.sheets.texts import read_text
from villagegov.web.sheets.titles import Titles, best_line, find_titles, plain_title
from villagegov.web.sheets.vocabulary import SheetReason
from villagegov.web.sheets.workbooks import Grid, read_grids

STANDARD = Limits()
#: A large table takes memory (D15); others wait their turn.
_ONE_AT_A_TIME = threading.Lock()
_TOTALS = frozenset(("合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计"))
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{2}")


def read_sheet(data: bytes | Path, name: str, columns: Sequence[Column], limits: Limits = STANDARD) -> Sheet:
    """Read the one table in a file. `name` is what the reader called it, shown for csv; the type comes from content.

    Of several sheets the one that bears the titles is read; if two do, the file is refused. Hidden sheets are not
    read, hidden rows are.
    """
    with _ONE_AT_A_TIME:
        return _read(data, name, columns, limits)


def _read(data: bytes | Path, name: str, columns: Sequence[Column], limits: Limits) -> Sheet:
    content = _bytes_of(data, limits)
    grid = _chosen(_grids(content, limits), columns)
    titles = find_titles(grid.rows, columns)
    reader = _Reader(grid, titles, columns, guarded=not grid.name)
    rows = [row for row in reader.rows() if row is not None]
    if grid.holes:
        reader.check_holes()
    if not rows and not reader.faults:
        raise SheetRefused(SheetReason.NO_ROWS)
    if len(rows) > limits.rows:
        raise SheetRefused(SheetReason.TOO_MANY_ROWS, line=rows[-1].line, limit=limits.rows)
    digest = hashlib.sha256(content).hexdigest()
    return Sheet(rows, reader.faults, reader.skipped, digest, grid.name or name, titles.ignored)


def _bytes_of(data: bytes | Path, limits: Limits) -> bytes:
    size = data.stat().st_size if isinstance(data, Path) else len(data)
    if size > limits.megabytes * MEGABYTE:
        raise SheetRefused(SheetReason.TOO_LARGE, limit=limits.megabytes)
    return data.read_bytes() if isinstance(data, Path) else data


def _grids(content: bytes, limits: Limits) -> list[Grid]:
    kind = kind_of(content)
    if kind is Kind.CSV:
        return [read_text(content, limits)]
    if kind is Kind.XLS:
        check_stream(content, limits)
        return read_grids(content, set())
    return read_grids(content, check_package(content, limits))


def _chosen(grids: list[Grid], columns: Sequence[Column]) -> Grid:
    if not grids:
        raise SheetRefused(SheetReason.EMPTY)
    scores = [best_line(grid.rows, columns)[1] for grid in grids]
    required = sum(column.required for column in columns)
    whole = [grid.name for grid, score in zip(grids, scores, strict=True) if score >= max(required, 1)]
    if len(whole) > 1:
        raise SheetRefused(SheetReason.TWO_SHEETS, names=whole)
    return grids[scores.index(max(scores))]


class _Reader:
    """Walks the lines below the titles once."""

    def __init__(self, grid: Grid, titles: Titles, columns: Sequence[Column], *, guarded: bool) -> None:
        self.grid, self.titles, self.columns, self.guarded = grid, titles, columns, guarded
        self.faults: list[Fault] = []
        self.skipped: list[Fault] = []
        self._text = [(at, c) for at, c in zip(titles.places, columns, strict=True) if c.text_only and at is not None]
        self._filled = [at for at, column in enumerate(columns) if column.filled]

    def rows(self) -> Iterator[Row | None]:
        """Each line with something in it; the cells asked for, as clean text."""
        width, places = self.titles.width, self.titles.places
        blank = [""] * width
        heading = self.grid.rows[self.titles.line - 1]
        for line, cells in enumerate(self.grid.rows, 1):
            if line <= self.titles.line or _is_blank(cells) or self._is_left_out(line, cells, heading):
                continue
            if len(cells) != width:
                cells = self._squared(line, cells, blank)
            values = tuple([text_of(cells[at]) if at is not None else "" for at in places])
            if self.guarded:
                values = tuple([unguarded(value) for value in values])
            self._check(line, cells, values)
            yield Row(line, values) if any(values) else None

    def _is_left_out(self, line: int, cells: Cells, heading: Cells) -> bool:
        first = next(filter(None, cells), 0.0)
        if cells[0] == heading[0] and cells == heading:
            self.skipped.append(Fault(line, "", SheetReason.REPEATED_TITLES))
            return True
        if type(first) is str and first.lstrip()[:1] in "合总小共累本" and plain_title(first) in _TOTALS:
            self.skipped.append(Fault(line, "", SheetReason.TOTAL_ROW))
            return True
        return False

    def _squared(self, line: int, cells: Cells, blank: Cells) -> Cells:
        extra = next((text for text in map(text_of, cells[len(blank) :]) if text), "")
        if extra:
            self.faults.append(Fault(line, "", SheetReason.EXTRA_CELLS, (("value", extra[:20]),)))
        return (cells + blank)[: len(blank)]

    def _check(self, line: int, cells: Cells, values: tuple[str, ...]) -> None:
        for at, column in self._text:
            cell = cells[at]
            if type(cell) is not str or (cell[1:2] in ".eE" and _SCIENTIFIC.fullmatch(cell.strip())):
                self._fault(line, column, SheetReason.NUMBER_CELL)
        for at in self._filled:
            if not values[at]:
                self._fault(line, self.columns[at], SheetReason.BLANK_CELL)

    def check_holes(self) -> None:
        """A formula without a result reads as blank or zero, or its line not at all: each is a fault."""
        left_out = {fault.line for fault in self.skipped}
        asked = dict(zip(self.titles.places, self.columns, strict=True))
        for line, at in self.grid.holes:
            if line > self.titles.line and line not in left_out and at in asked:
                self._fault(line, asked[at], SheetReason.NOT_COMPUTED)
        self.faults.sort(key=lambda fault: fault.line)

    def _fault(self, line: int, column: Column, reason: SheetReason) -> None:
        self.faults.append(Fault(line, column.title, reason, (("title", column.title),)))


def _is_blank(cells: Cells) -> bool:
    return not any(cells) and all(cell == "" for cell in cells)  # a zero is something


def text_of(cell: object) -> str:
    """A cell as text: 1234.0 is 1234, a date is 1990-01-01, ends are bare."""
    if type(cell) is str:
        return cell.strip()
    if type(cell) is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
