"""Rows of a table as they are typed, pasted or imported: read and judged by their columns (7.3)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from villagegov.disclosure.rules.cells import Finding, Reading, amount_in, day_in, faults_of_text
from villagegov.disclosure.rules.clock import Period
from villagegov.disclosure.rules.lines import kind_of_name
from villagegov.disclosure.rules.tables.columns import Table, TableColumn
from villagegov.disclosure.vocabulary import PayeeKind
from villagegov.disclosure.vocabulary.tables import CellReason, ColumnKind
from villagegov.money import fen_of, typed_yuan, yuan

MOST_ROWS = 2000
#: One row, its cells in the order of the columns, as they are stored.
Row = list[str]

_HOUSEHOLD = re.compile(r"(?=.*[0-9])[0-9A-Za-z第组户号栋单元室 -]+")
_MARKED = re.compile(r"[(（](单位|个人)[)）]$")
_KINDS = {"单位": PayeeKind.ORGANISATION, "个人": PayeeKind.PERSON}
_DIGITS = 9


class Party(NamedTuple):
    """Whoever stands in a cell: the name without its mark, and what it is."""

    name: str
    kind: PayeeKind


def read_row(
    cells: Mapping[str, str], *, table: Table, period: Period, line: int = 1
) -> tuple[Row | None, list[Finding]]:
    """F-52 to F-57: one row, title → what was typed; None with everything that is wrong with it."""
    faults: list[Finding] = []
    row = [_cell(one, " ".join(cells.get(one.title, "").split()), period, line, faults) for one in table.columns]
    if table.balance is not None and not faults:
        _settle(row, table, line, faults)
    return (None, faults) if faults else (row, [])


def read_rows(rows: Iterable[tuple[int, Sequence[str]]], *, table: Table, period: Period) -> Reading[Row]:
    """F-52 to F-57: judge (line, values in the order of the columns); no two rows may be about the same thing."""
    reading, first_lines = Reading[Row](), dict[tuple[str, ...], int]()
    for line, values in rows:
        row, faults = read_row(dict(zip(table.titles, values, strict=True)), table=table, period=period, line=line)
        reading.faults += faults
        if row is None:
            continue
        reading.entries.append(row)
        first = first_lines.setdefault(key_of(row, table), line) if table.key else line
        if first != line:
            said = (("row", row_name(row, table)), ("other", first))
            reading.faults.append(Finding(line, table.key[-1], CellReason.DOUBLED, said))
    return reading


def key_of(row: Row, table: Table) -> tuple[str, ...]:
    """What tells a row from the others."""
    return tuple(row[table.at(title)] for title in table.key)


def row_name(row: Row, table: Table) -> str:
    """How a row is called in a sentence: its key, or its first cells."""
    return "，".join(cell for cell in (key_of(row, table) if table.key else row[:3]) if cell)


def party_of(text: str) -> Party:
    """Rulebook 8.2 (NAME): by the mark behind the name; without one, whoever is not plainly an organisation."""
    found = _MARKED.search(text)
    if found is None:
        return Party(text, kind_of_name(text))
    return Party(text[: found.start()].strip(), _KINDS[found[1]])


def persons_in(rows: Iterable[Row], table: Table) -> set[str]:
    """Everybody named in the table who is a person."""
    found = set()
    for row in rows:
        for column, cell in zip(table.columns, row, strict=True):
            if cell and column.kind is ColumnKind.PERSON:
                found.add(cell)
            elif cell and column.kind is ColumnKind.PARTY and party_of(cell).kind is PayeeKind.PERSON:
                found.add(party_of(cell).name)
    return found


def typed(row: Row, table: Table) -> dict[str, str]:
    """A stored row as one would type it, by title."""
    return dict(zip(table.titles, row, strict=True))


def _cell(column: TableColumn, text: str, period: Period, line: int, faults: list[Finding]) -> str:
    title = column.title
    if not text:
        if column.required:
            faults.append(Finding(line, title, CellReason.BLANK, (("title", title),)))
        return ""
    if column.kind is ColumnKind.MONEY:
        amount = amount_in(title, text, line=line, faults=faults)
        return typed_yuan(amount) if amount is not None else ""
    if column.kind is ColumnKind.DAY:
        return _day(column, text, period, line, faults)
    if column.kind is ColumnKind.NUMBER:
        return _number(title, text, line, faults)
    if column.kind is ColumnKind.CHOICE:
        return _choice(column, text, line, faults)
    faults += faults_of_text(title, text, most=column.most, line=line)
    if column.kind is ColumnKind.HOUSEHOLD and not _HOUSEHOLD.fullmatch(text):
        faults.append(Finding(line, title, CellReason.HOUSEHOLD, (("title", title),)))
    return text


def _day(column: TableColumn, text: str, period: Period, line: int, faults: list[Finding]) -> str:
    day, title = day_in(text, period.first), column.title
    if day is None:
        faults.append(Finding(line, title, CellReason.NO_DAY, (("title", title),)))
        return ""
    outside = day < period.first or (period.until is not None and day > period.until)
    if column.in_period and outside:
        said = (("title", title), ("day", text), ("period", period.words))
        faults.append(Finding(line, title, CellReason.NOT_IN_PERIOD, said))
    return day.isoformat()


def _number(title: str, text: str, line: int, faults: list[Finding]) -> str:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").removesuffix(".0")
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS):
        faults.append(Finding(line, title, CellReason.NO_NUMBER, (("title", title),)))
        return ""
    return str(int(plain))


def _choice(column: TableColumn, text: str, line: int, faults: list[Finding]) -> str:
    if text not in column.choices:
        said = (("title", column.title), ("value", text[:20]), ("choices", "、".join(column.choices)))
        faults.append(Finding(line, column.title, CellReason.CHOICE, said))
        return ""
    return text


def _settle(row: Row, table: Table, line: int, faults: list[Finding]) -> None:
    """F-52, F-53: what follows from the others is computed when it is left empty, and compared when it is not."""
    balance = table.balance
    if balance is None:
        return
    plus, minus = (sum(fen_of(row[table.at(one)] or "0") for one in side) for side in (balance.plus, balance.minus))
    right, place = plus - minus, table.at(balance.result)
    said = (("formula", balance.formula), ("right", yuan(right)))
    if right < 0:
        faults.append(Finding(line, balance.minus[0], CellReason.BELOW, said))
    elif not row[place]:
        row[place] = typed_yuan(right)
    elif fen_of(row[place]) != right:
        values = (*said, ("typed", yuan(fen_of(row[place]))))
        faults.append(Finding(line, balance.result, CellReason.UNEQUAL, values))
