"""Catalogues that areas adopted: found, listed, and those above a unit."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.accounts.queries import within
from villagegov.disclosure.models import AdoptedCatalogue, CatalogueEntry
from villagegov.disclosure.rules.catalogue import Catalogue, Kept, built_in, with_adopted
from villagegov.disclosure.rules.expected import Version, in_force
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Kind, Level
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind

#: Areas that issue a catalogue (D-16).
ISSUERS = frozenset({Level.PROVINCE, Level.PREFECTURE, Level.COUNTY})


def kind_of(unit: Division) -> CommitteeKind:
    """Which of the two laws a unit's committee lives under."""
    return CommitteeKind.RESIDENTS if unit.kind is Kind.RESIDENTS else CommitteeKind.VILLAGE


def catalogue(catalogue_id: int) -> AdoptedCatalogue | None:
    """One version with its area and its lines."""
    loading = (joinedload(AdoptedCatalogue.division), selectinload(AdoptedCatalogue.entries))
    return db.session.get(AdoptedCatalogue, catalogue_id, options=loading)


def catalogue_entry(entry_id: int) -> CatalogueEntry | None:
    """One line of one version."""
    loading = joinedload(CatalogueEntry.catalogue).joinedload(AdoptedCatalogue.division)
    return db.session.get(CatalogueEntry, entry_id, options=[loading])


def catalogues_in(places: Iterable[Division]) -> Select[AdoptedCatalogue]:
    """The versions of areas within `places`, the newest first; to be paged."""
    query = select(AdoptedCatalogue).join(AdoptedCatalogue.division).where(within(Division.path, places))
    query = query.options(contains_eager(AdoptedCatalogue.division))
    return query.order_by(AdoptedCatalogue.from_on.desc(), AdoptedCatalogue.id.desc())


def catalogue_above(area: Division, kind: CommitteeKind, day: date) -> Catalogue:
    """D-16: what is in force in an area for one kind of committee on `day`."""
    return in_force(kind, versions_above([area])[area.id][kind], day)


def catalogue_of(unit: Division, day: date) -> Catalogue:
    """D-16: what is in force for a unit on `day`."""
    return catalogue_above(unit, kind_of(unit), day)


def as_catalogue(one: AdoptedCatalogue) -> Catalogue:
    """A version as it reads from its day on, draft or adopted."""
    kept = {line.item: Kept(line.asked, line.cadence, line.posted_here, line.attach) for line in one.entries}
    law = built_in(one.committee, one.from_on)
    return with_adopted(law, kept, from_on=one.from_on, version_id=one.id, document=one.document)


def versions_above(places: Iterable[Division]) -> dict[int, dict[CommitteeKind, list[Version]]]:
    """Place → what the areas above it, itself included, have adopted for each kind of committee; one question for all.

    Drafts are left out.
    """
    found = {one.id: [int(part) for part in one.path.split("/") if part] for one in places}
    held, where = _versions({key for ids in found.values() for key in ids})
    result: dict[int, dict[CommitteeKind, list[Version]]] = {}
    for key, ids in found.items():
        mine: dict[CommitteeKind, list[Version]] = defaultdict(list)
        for depth, area in enumerate(ids):
            for version_id in where.get(area, []):
                committee, version = held[version_id]
                mine[committee].append(version._replace(depth=depth))
        result[key] = mine
    return result


def _versions(areas: set[int]) -> tuple[dict[int, tuple[CommitteeKind, Version]], dict[int, list[int]]]:
    """Version by its key, and area → the keys of its versions."""
    one, line = AdoptedCatalogue, CatalogueEntry
    query = select(one.id, one.division_id, one.committee, one.from_on, one.document)
    query = query.add_columns(line.item, line.asked, line.cadence, line.posted_here, line.attach)
    query = query.join(line).where(one.division_id.in_(areas), one.adopted_at.is_not(None)).order_by(one.from_on)
    kept: dict[int, dict[Item, Kept]] = defaultdict(dict)
    held: dict[int, tuple[CommitteeKind, Version]] = {}
    where: dict[int, list[int]] = defaultdict(list)
    for row in db.session.execute(query):
        kept[row.id][row.item] = Kept(row.asked, row.cadence, row.posted_here, row.attach)
        if row.id not in held:
            held[row.id] = row.committee, Version(0, row.from_on, row.id, row.document, kept[row.id])
            where[row.division_id].append(row.id)
    return held, where
