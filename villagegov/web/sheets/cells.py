"""Where the cells of a worksheet lie, read from its raw bytes before the parser sees them.

The parser makes room for the whole rectangle between the first and the last filled cell, so one stray cell at
XFD1048576 would cost gigabytes. Blank styled cells cost nothing there and are let through.
"""

import re

from villagegov.web.sheets.table import Limits, SheetRefused, column_index, column_letters
from villagegov.web.sheets.vocabulary import SheetReason

_NAME = rb"<(?:\w+:)?"
_CELLS = re.compile(_NAME + rb'c r="([A-Z]{1,3}[1-9][0-9]{0,6})"')
_FILLED = re.compile(_NAME + rb'c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?! s="\d+" ?/>| ?/>)')
_ODD_CELL = re.compile(rb"<c[>/\t\n\r]")
_NAMED_CELL = re.compile(rb"<[^\s<>/!?]+:c[\s/>]")
_LETTERS, _DIGITS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
_HOLES = re.compile(
    rb'c r="([A-Z]{1,3})([1-9]\d{0,6})"[^<>]*>'
    + _NAME
    + rb"f(?:[^<>]*/>|(?:\s[^<>]*[^/])?>[^<]*</(?:\w+:)?f>)(?:"
    + _NAME
    + rb"v\s*/>|<v></v>)?</(?:\w+:)?c>"
)


class Positions:
    """Fed one chunk of a part after the other; refuses as soon as a limit is passed."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.is_sheet = False
        self.holes: set[tuple[int, int]] = set()
        self._rest = b""
        self._cells = self._seen = self._strings = self._last_row = self._last_column = 0

    def feed(self, chunk: bytes) -> None:
        """Look at the whole rows of what has come so far; keep the broken end for the next chunk."""
        chunk = self._rest + chunk
        cut = chunk.rfind(b"row>") + 4
        if cut < 4:
            cut = max(chunk.rfind(b"<"), 0) if len(chunk) < 8_000_000 else len(chunk)
        self._rest = chunk[cut:]
        self._look(chunk[:cut])

    def close(self) -> None:
        """Look at the end, then judge the whole part."""
        self._look(self._rest)
        self._rest = b""
        if not self.is_sheet:
            return
        if self._seen != self._cells:
            raise SheetRefused(SheetReason.UNUSUAL)
        self._refuse_if_many(self._last_row * self._last_column)

    def _look(self, chunk: bytes) -> None:
        self.is_sheet = self.is_sheet or b"sheetData" in chunk
        found = _CELLS.findall(chunk)
        self._cells += len(found)
        self._seen += _count_cells(chunk)
        self._strings += chunk.count(b"si>") + chunk.count(b"si/>")
        self._refuse_if_many(max(self._cells, self._strings // 2))
        row, column = _corner(found)
        if row > self.limits.rows or column > self.limits.columns:
            row, column = self._filled_corner(chunk)
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, column)
        if b"<f" in chunk or b":f" in chunk:
            self.holes |= {(int(line), column_index(name.decode())) for name, line in _HOLES.findall(chunk)}

    def _filled_corner(self, chunk: bytes) -> tuple[int, int]:
        """The last row and column that hold more than a style; beyond the limits they are named."""
        row, column = _corner(_FILLED.findall(chunk))
        if row > self.limits.rows + 100:  # titles and headings come on top
            raise SheetRefused(SheetReason.TOO_MANY_ROWS, line=row, limit=self.limits.rows)
        if column > self.limits.columns:
            letters = column_letters(column - 1)
            raise SheetRefused(SheetReason.TOO_MANY_COLUMNS, column=letters, limit=self.limits.columns)
        return row, column

    def _refuse_if_many(self, cells: int) -> None:
        if cells > self.limits.cells:
            raise SheetRefused(SheetReason.TOO_MANY_CELLS, limit=self.limits.cells)


def _count_cells(chunk: bytes) -> int:
    """Every cell however it is written, so that none slips past the way we read places."""
    usual = chunk.count(b"<c ")
    odd = len(_ODD_CELL.findall(chunk)) if chunk.count(b"<c") != usual else 0
    return usual + odd + (len(_NAMED_CELL.findall(chunk)) if b":c" in chunk else 0)


def _corner(places: list[bytes]) -> tuple[int, int]:
    """The last row and the last column (from 1) among places such as B12."""
    if not places:
        return 0, 0
    joined = b" ".join(places)
    rows = max(map(int, joined.translate(None, _LETTERS).split()))
    names = set(joined.translate(None, _DIGITS).split())
    return rows, max(column_index(name.decode()) + 1 for name in names)
