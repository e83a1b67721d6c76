"""A table as it is posted (rulebook 8.2): persons masked by the class of the item, the rest in their forms."""

from collections.abc import Sequence, Set

from villagegov.disclosure.rules.canonical import without_names
from villagegov.disclosure.rules.tables.columns import Table
from villagegov.disclosure.rules.tables.reading import Row, party_of
from villagegov.disclosure.vocabulary import PayeeKind
from villagegov.disclosure.vocabulary.catalogue import MaskClass
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.money import fen_of, yuan
from villagegov.privacy import Named, mask_names

#: Where whoever holds an office is named in full.
NAMES_OFFICES = frozenset({MaskClass.ROLE, MaskClass.NONE})


def hidden_in(persons: Set[str], *, mask: MaskClass, in_office: Set[str]) -> set[str]:
    """Rulebook 8.2 (PUB-ROLE): everybody named is masked, but for holders of an office where the item names those."""
    return set(persons - in_office if mask in NAMES_OFFICES else persons)


def posted_rows(rows: Sequence[Row], table: Table, hidden: Set[str]) -> list[Row]:
    """7.3, 8.2: the public columns of each row; persons alike under the mask bear their group and a number."""
    masks = _masks(rows, table, hidden)
    return [
        [
            _cell(column.kind, row[at], masks.get((line, at), ""), hidden)
            for at, column in enumerate(table.columns)
            if column.public
        ]
        for line, row in enumerate(rows)
    ]


def _masks(rows: Sequence[Row], table: Table, hidden: Set[str]) -> dict[tuple[int, int], str]:
    """Place of each person who is masked → the mask."""
    group = next((at for at, one in enumerate(table.columns) if one.kind is ColumnKind.GROUP), None)
    found: dict[tuple[int, int], Named] = {}
    for line, row in enumerate(rows):
        for at, column in enumerate(table.columns):
            name = _person(column.kind, row[at])
            if name in hidden:
                found[line, at] = Named(name, row[group] if group is not None else "")
    return dict(zip(found, mask_names(found.values()), strict=True))


def _person(kind: ColumnKind, cell: str) -> str:
    if kind is ColumnKind.PERSON:
        return cell
    party = party_of(cell) if kind is ColumnKind.PARTY and cell else None
    return party.name if party is not None and party.kind is PayeeKind.PERSON else ""


def _cell(kind: ColumnKind, cell: str, mask: str, hidden: Set[str]) -> str:
    if mask:
        return mask
    if kind is ColumnKind.MONEY:
        return yuan(fen_of(cell)) if cell else ""
    if kind is ColumnKind.PARTY and cell:
        return party_of(cell).name
    return without_names(cell, hidden) if kind is ColumnKind.TEXT else cell
