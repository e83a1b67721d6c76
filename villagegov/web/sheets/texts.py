"""csv in UTF-8, GB 18030 or UTF-16 as lists of cells; what cannot be read is named by its line."""

import csv
import io
import re

from villagegov.web.sheets.table import Cells, Limits, SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason
from villagegov.web.sheets.workbooks import Grid

_HAN_IN_UTF8 = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text(data: bytes, limits: Limits) -> Grid:
    """The one table of a csv file. Lines are counted as a spreadsheet shows them."""
    text = _decoded(data)
    nul = text.find("\x00")
    if nul >= 0:
        raise SheetRefused(SheetReason.UNREADABLE, line=text.count("\n", 0, nul) + 1)
    first = text[: text.find("\n")] if "\n" in text else text
    delimiter = max(",\t;", key=first.count)
    return Grid("", _records(text, delimiter, limits))


def _records(text: str, delimiter: str, limits: Limits) -> list[Cells]:
    rows: list[Cells] = []
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in records:
            rows.append(row)
            if len(rows) > limits.rows + 100:  # titles and headings come on top
                raise SheetRefused(SheetReason.TOO_MANY_ROWS, line=len(rows), limit=limits.rows)
    except csv.Error as error:
        raise SheetRefused(SheetReason.OPEN_QUOTE, line=len(rows) + 1) from error
    return rows


def _decoded(data: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "") or _guessed(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SheetRefused(SheetReason.UNREADABLE, line=_line_at(data, error.start, encoding)) from error
    if encoding == "gb18030":
        _refuse_mixed(data)
    return text


def _line_at(data: bytes, place: int, encoding: str) -> int:
    if encoding.startswith("utf-16"):
        return data[:place].decode(encoding, "ignore").count("\n") + 1
    return data.count(b"\n", 0, place) + 1


def _guessed(data: bytes) -> str:
    """Without a mark: zeros tell UTF-16; the first line beyond ASCII tells UTF-8 from GB 18030."""
    head = data[:2000]
    if head.count(0) > len(head) // 4:
        return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
    foreign = next((line for line in data.splitlines() if not line.isascii()), b"")
    try:
        foreign.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
        return "utf-8" if (cut_off and data.endswith(foreign)) or _is_mostly_utf8(foreign) else "gb18030"
    return "utf-8"


def _is_mostly_utf8(line: bytes) -> bool:
    """One broken byte among Chinese in UTF-8 is a fault to be named, not another encoding."""
    kept = line.decode("utf-8", "ignore").encode()
    return len(kept) > 0.8 * len(line) and bool(_HAN_IN_UTF8.search(line))


def _refuse_mixed(data: bytes) -> None:
    """A line of UTF-8 inside a GB 18030 file would turn into other characters without a word."""
    if not _HAN_IN_UTF8.search(data):
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if _HAN_IN_UTF8.search(line):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                continue
            raise SheetRefused(SheetReason.UNREADABLE, line=number)
