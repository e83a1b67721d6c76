"""Postings that are tables: their columns, their rows as they are typed, and as they are posted (7.3, 8.2)."""

from villagegov.disclosure.rules.tables.columns import Balance, Table, TableColumn
from villagegov.disclosure.rules.tables.finance import FINANCE, PAPERS, RECEPTION_PAPERS
from villagegov.disclosure.rules.tables.reading import MOST_ROWS, persons_in, read_row, read_rows, row_name, typed
from villagegov.disclosure.rules.tables.sums import carried, carry_faults, missing_papers, sums_of_rows
from villagegov.disclosure.rules.tables.village import VILLAGE
from villagegov.disclosure.vocabulary.catalogue import Item

#: Item → its table.
TABLES: dict[Item, Table] = {one.item: one for one in (*VILLAGE, *FINANCE)}

__all__ = [
    "MOST_ROWS",
    "PAPERS",
    "RECEPTION_PAPERS",
    "TABLES",
    "Balance",
    "Table",
    "TableColumn",
    "carried",
    "carry_faults",
    "missing_papers",
    "persons_in",
    "read_row",
    "read_rows",
    "row_name",
    "sums_of_rows",
    "typed",
]
