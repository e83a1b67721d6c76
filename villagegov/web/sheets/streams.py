"""Whether an old xls is safe to hand to the parser: how far its filled cells lie.

The parser makes room for the whole rectangle, so one stray cell at IV65536 would cost a gigabyte (5 kB are enough).
An xls is a small file system of sectors; its stream "Workbook" (before 97: "Book") is a row of records.
"""

import struct
from collections.abc import Iterator

from villagegov.web.sheets.table import Limits, SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason

_BEGIN = {0x0009, 0x0209, 0x0409, 0x0809}
_CELLS = {2, 3, 4, 5, 6, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x0406}
_MANY = 0x00BD
_LAST_SECTOR = 0xFFFFFFFA


def check_stream(data: bytes, limits: Limits) -> None:
    """Refuse an xls whose cells span too wide a rectangle."""
    try:
        for rows, columns in _corners(_workbook_stream(data)):
            if rows * columns > limits.cells:
                raise SheetRefused(SheetReason.TOO_MANY_CELLS, limit=limits.cells)
    except (struct.error, IndexError, StopIteration) as error:
        raise SheetRefused(SheetReason.DAMAGED) from error


def _corners(stream: bytes) -> Iterator[tuple[int, int]]:
    """The last row and column (from 1) of each sheet's cells."""
    place, rows, columns, end = 0, 0, 0, len(stream) - 8
    header, spot = struct.Struct("<HH").unpack_from, struct.Struct("<HH").unpack_from
    while place <= end:
        kind, length = header(stream, place)
        if kind in _CELLS:
            row, column = spot(stream, place + 4)
            if kind == _MANY:
                column = int.from_bytes(stream[place + 2 + length : place + 4 + length], "little")
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _BEGIN:
            yield rows, columns
            rows = columns = 0
        place += 4 + length
    yield rows, columns


def _workbook_stream(data: bytes) -> bytes:
    size, small = 1 << data[30], 1 << data[32]
    table = _allocation(data, size)
    folder = _chain(data[size:], _u32(data, 48), table, size)
    entries = [folder[at : at + 128] for at in range(0, len(folder) - 127, 128)]
    entry = next(entry for entry in entries if _name(entry) in ("Workbook", "Book"))
    start, length = _u32(entry, 116), _u32(entry, 120)
    if length >= _u32(data, 56):
        return _chain(data[size:], start, table, size)[:length]
    inner = _chain(data[size:], _u32(entries[0], 116), table, size)
    small_table = _numbers(_chain(data[size:], _u32(data, 60), table, size))
    return _chain(inner, start, small_table, small)[:length]


def _name(entry: bytes) -> str:
    length = max(int.from_bytes(entry[64:66], "little") - 2, 0)
    return entry[:length].decode("utf-16-le", "ignore")


def _allocation(data: bytes, size: int) -> tuple[int, ...]:
    """The table that tells for each sector which one follows."""
    where = [*_numbers(data[76:512])]
    block, seen = _u32(data, 68), 0
    while block < _LAST_SECTOR and seen <= len(data) // size:
        more = _numbers(data[size * (block + 1) : size * (block + 2)])
        where += more[:-1]
        block, seen = more[-1], seen + 1
    return _numbers(b"".join(data[size * (at + 1) : size * (at + 2)] for at in where if at < _LAST_SECTOR))


def _chain(data: bytes, start: int, table: tuple[int, ...], size: int) -> bytes:
    pieces: list[bytes] = []
    while start < _LAST_SECTOR and len(pieces) <= len(table):
        pieces.append(data[start * size : (start + 1) * size])
        start = table[start]
    return b"".join(pieces)


def _numbers(block: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])


def _u32(block: bytes, place: int) -> int:
    return int.from_bytes(block[place : place + 4], "little")
