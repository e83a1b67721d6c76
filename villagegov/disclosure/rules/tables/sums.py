"""What the rows of a table make together, and what one period leaves to the next (F-52)."""

from collections.abc import Iterable, Sequence

from villagegov.disclosure.rules.tables.columns import Table
from villagegov.disclosure.rules.tables.finance import PAPERS, RECEPTION_PAPERS
from villagegov.disclosure.rules.tables.reading import Row, key_of, row_name
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.tables import ColumnKind, ItemReason
from villagegov.money import fen_of, typed_yuan, yuan
from villagegov.refusal import Refusal


def sums_of_rows(rows: Sequence[Row], table: Table) -> list[tuple[str, int, bool]]:
    """7.3: title, sum, and whether it is money in fen; with a side (收入, 支出) each side for itself."""
    found = []
    for at, column in enumerate(table.columns):
        if not column.summed:
            continue
        money = column.kind is ColumnKind.MONEY
        for name, mine in _sides(rows, table):
            total = sum((fen_of(row[at]) if money else int(row[at])) for row in mine if row[at])
            found.append((f"{name}：{column.title}" if name else column.title, total, money))
    return found


def _sides(rows: Sequence[Row], table: Table) -> list[tuple[str, list[Row]]]:
    if not table.side:
        return [("", list(rows))]
    at = table.at(table.side)
    names = dict.fromkeys(row[at] for row in rows)
    return [(name, [row for row in rows if row[at] == name]) for name in names]


def carried(rows: Iterable[Row], table: Table) -> list[Row]:
    """F-52: what a posted period leaves, as the rows the next one begins with."""
    if table.carries is None or table.balance is None:
        return []
    opening, closing = (table.at(title) for title in table.carries)
    moves = [table.at(one) for one in (*table.balance.plus, *table.balance.minus) if one != table.carries[0]]
    found = []
    for row in rows:
        if fen_of(row[closing] or "0"):
            made = list(row)
            made[opening] = row[closing]
            for at in moves:
                made[at] = typed_yuan(0)
            found.append(made)
    return found


def carry_faults(before: Iterable[Row], rows: Sequence[Row], table: Table) -> list[Refusal]:
    """F-52: each row opens with what it closed with the last time; none that is still owed may be left out."""
    if table.carries is None:
        return []
    opening = table.at(table.carries[0])
    left = {key_of(row, table): row for row in carried(before, table)}
    faults = []
    for line, row in enumerate(rows, 1):
        was = left.pop(key_of(row, table), None)
        amount = fen_of(was[opening]) if was is not None else 0
        if fen_of(row[opening] or "0") != amount:
            name = row_name(row, table)
            faults.append(Refusal(ItemReason.CARRIED, row=name, amount=yuan(amount), line=line))
    for was in left.values():
        amount = fen_of(was[opening])
        faults.append(Refusal(ItemReason.CARRIED_MISSING, row=row_name(was, table), amount=yuan(amount)))
    return faults


def missing_papers(rows: Sequence[Row], table: Table) -> list[Refusal]:
    """D-32: rows of the reception table for which not all four papers lie there."""
    if table.item is not Item.RECEPTION:
        return []
    at = table.at(PAPERS)
    counts = [(line, int(row[at] or "0")) for line, row in enumerate(rows, 1)]
    return [
        Refusal(ItemReason.PAPERS, line=line, have=have, all=RECEPTION_PAPERS)
        for line, have in counts
        if have < RECEPTION_PAPERS
    ]
