"""What a county or a province changes of the catalogue the law gives: only where the law leaves it (D-16)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from villagegov.disclosure.rules.catalogue.entry import Catalogue, Entry
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item

#: From the rarest to the most frequent; "at once" and "standing" have no periods to compare.
FREQUENCY = (Cadence.YEARLY, Cadence.HALF_YEARLY, Cadence.QUARTERLY, Cadence.MONTHLY)


class Kept(NamedTuple):
    """What an adopted catalogue says of one item."""

    on: bool
    cadence: Cadence
    posted_here: bool
    attach: str


def stricter(entry: Entry) -> list[Cadence]:
    """D-02, D-03: how often an item may be asked for: as the law says, or oftener; never less."""
    if entry.cadence not in FREQUENCY:
        return [entry.cadence]
    return list(FREQUENCY[FREQUENCY.index(entry.cadence) :])


def may_switch_off(entry: Entry) -> bool:
    """D-09, D-16: a catalogue may leave out only what no statute orders; what residents ask for always stays."""
    return not entry.is_statutory and entry.item is not Item.ASKED_FOR


def with_adopted(
    law: Catalogue, kept: Mapping[Item, Kept], *, from_on: date, version_id: int, document: str
) -> Catalogue:
    """D-16: the law's catalogue as an area adopted it; whatever the law of the day leaves no room for stays the law's.

    An item the adopted one does not name stands as in the law: the law may have been changed since.
    """
    entries = tuple(_changed(one, kept[one.item]) if one.item in kept else one for one in law)
    return Catalogue(law.kind, entries, from_on, version_id, document)


def changes(before: Catalogue, after: Catalogue) -> list[tuple[Entry, Entry]]:
    """D-16: the lines that read otherwise, as they were and as they are."""
    held = {one.item: one for one in before}
    pairs = [(held[one.item], one) for one in after if one.item in held]
    return [(was, now) for was, now in pairs if _read(was) != _read(now)]


def _read(one: Entry) -> tuple[object, ...]:
    return one.on, one.cadence, one.posted_here, str(one.attach)


def _changed(law: Entry, kept: Kept) -> Entry:
    return replace(
        law,
        on=kept.on or not may_switch_off(law),
        cadence=kept.cadence if kept.cadence in stricter(law) else law.cadence,
        posted_here=kept.posted_here or law.posted_here,
        attach=kept.attach or law.attach,
    )
