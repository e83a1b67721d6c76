"""A county adopts its catalogue: begun from the one in force, changed line by line, put into force once (D-16)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.disclosure.models import AdoptedCatalogue, CatalogueEntry
from villagegov.disclosure.operations.steps import refuse_number_in
from villagegov.disclosure.queries.catalogue import ISSUERS, catalogue_above
from villagegov.disclosure.rules.catalogue import Kept, built_in, may_switch_off, stricter
from villagegov.disclosure.vocabulary.adopted import CatalogueReason, CatalogueTag
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.refusal import refuse_if


def begin_catalogue(
    *, area: Division, committee: CommitteeKind, from_on: date, document: str, reason: str, actor: Account
) -> AdoptedCatalogue:
    """D-16: a draft that says what is in force on `from_on`; nothing goes by it until it is adopted.

    Raises Refusal(LEVEL, EARLY); a second one from the same day breaks uq_catalogues_division_id_committee_from_on.
    """
    refuse_if(area.level not in ISSUERS, CatalogueReason.LEVEL)
    _refuse_early(from_on)
    refuse_number_in("document", document)
    made = AdoptedCatalogue(
        division=area,
        committee=committee,
        from_on=from_on,
        document=document,
        reason=reason,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        adopted_by_name="",
    )
    for one in catalogue_above(area, committee, from_on):
        own = one.attach if isinstance(one.attach, str) else ""
        line = CatalogueEntry(item=one.item, asked=one.on, cadence=one.cadence, posted_here=one.posted_here, attach=own)
        made.entries.append(line)
    db.session.add(made)
    db.session.flush()
    record(CatalogueTag.BEGUN, subject=made, actor=actor, place_id=area.id, after=_told(made))
    return made


def change_entry(*, entry: CatalogueEntry, kept: Kept, actor: Account) -> None:
    """D-02, D-03, D-16: one line of a draft, within what the law leaves open.

    Raises Refusal(ADOPTED, STATUTE, LOOSER, OTHERS).
    """
    made = entry.catalogue
    _refuse_adopted(made)
    law = built_in(made.committee, made.from_on).entry(entry.item)
    if law is not None:
        source, cadence = law.source, law.cadence.label
        refuse_if(not kept.on and not may_switch_off(law), CatalogueReason.STATUTE, "asked", source=source)
        looser = kept.cadence not in stricter(law)
        refuse_if(looser, CatalogueReason.LOOSER, "cadence", source=source, cadence=cadence)
        refuse_if(law.posted_here and not kept.posted_here, CatalogueReason.OTHERS, "posted_here")
    refuse_number_in("attach", kept.attach)
    before = _line_told(entry)
    entry.asked, entry.cadence, entry.posted_here, entry.attach = kept
    after = {"catalogue_item": entry.item.value, **_line_told(entry)}
    place = made.division_id
    record(CatalogueTag.ENTRY_CHANGED, subject=made, actor=actor, place_id=place, before=before, after=after)


def adopt_catalogue(*, catalogue: AdoptedCatalogue, actor: Account) -> None:
    """D-16: from its day on every unit of its area goes by it; it is never changed again. Raises Refusal(EARLY)."""
    _refuse_adopted(catalogue)
    _refuse_early(catalogue.from_on)
    catalogue.adopted_at, catalogue.adopted_by_name = clock.now(), actor.name
    place = catalogue.division_id
    record(CatalogueTag.ADOPTED, subject=catalogue, actor=actor, place_id=place, after=_told(catalogue))


def discard_catalogue(*, catalogue: AdoptedCatalogue, actor: Account) -> None:
    """Throw a draft away; that it was begun stays in the record."""
    _refuse_adopted(catalogue)
    place = catalogue.division_id
    record(CatalogueTag.DISCARDED, subject=catalogue, actor=actor, place_id=place, before=_told(catalogue))
    db.session.delete(catalogue)
    db.session.flush()


def _refuse_adopted(catalogue: AdoptedCatalogue) -> None:
    refuse_if(catalogue.adopted_at is not None, CatalogueReason.ADOPTED)


def _refuse_early(from_on: date) -> None:
    today = clock.today()
    refuse_if(from_on < today, CatalogueReason.EARLY, "from_on", today=in_words(today))


def _told(one: AdoptedCatalogue) -> dict[str, object]:
    return {
        "committee": one.committee.value,
        "in_force_from": one.from_on,
        "document": one.document,
        "reason": one.reason,
    }


def _line_told(one: CatalogueEntry) -> dict[str, object]:
    return {
        "asked": one.asked,
        "cadence": one.cadence.value,
        "posted_here": one.posted_here,
        "attach": one.attach,
    }
