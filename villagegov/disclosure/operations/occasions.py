"""What opens an item that is posted at once: an event, or residents who asked for it (D-03, D-09)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.deadlines import in_words
from villagegov.disclosure.models import ItemPetition, Occasion
from villagegov.disclosure.operations.steps import refuse_number_in
from villagegov.disclosure.queries.catalogue import catalogue_of
from villagegov.disclosure.queries.occasions import petition_of
from villagegov.disclosure.rules.petitions import least_askers, must_be_posted, sum_of
from villagegov.disclosure.vocabulary.adopted import AskedBy, CatalogueReason, CatalogueTag
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note_occasion(
    *, unit: Division, item: Item, title: str, happened_on: date, came_from: str, actor: Account
) -> Occasion:
    """Write down an event that has to be posted within days; both its day and today are kept (T12).

    Raises Refusal(FUTURE, NOT_AT_ONCE), and for a number of a person in what everybody will read.
    """
    entry = catalogue_of(unit, happened_on).entry(item)
    at_once = entry is not None and entry.by_events
    refuse_if(not at_once, CatalogueReason.NOT_AT_ONCE, "item", item=item.label)
    made = _opened(unit, item, title, happened_on, came_from, actor)
    record(CatalogueTag.NOTED, subject=made, actor=actor, place_id=unit.id, after=_told(made))
    return made


def record_petition(
    *,
    unit: Division,
    title: str,
    asked_by: AskedBy,
    askers: int,
    base: int,
    base_source: str,
    asked_on: date,
    document: str,
    actor: Account,
) -> ItemPetition:
    """D-09: enough residents asked for a matter, which has to be posted now; refused with its sum when too few did.

    Raises Refusal(MORE_THAN_ALL, TOO_FEW, FUTURE). Who asked is not kept (P-13).
    """
    refuse_if(askers > base, CatalogueReason.MORE_THAN_ALL, "askers", askers=askers, base=base)
    enough = must_be_posted(asked_by=asked_by, askers=askers, base=base)
    said = sum_of(asked_by=asked_by, askers=askers, base=base)
    least = least_askers(asked_by=asked_by, base=base)
    refuse_if(not enough or askers == 0, CatalogueReason.TOO_FEW, "askers", sum=said, least=max(1, least))
    refuse_number_in("base_source", base_source)
    occasion = _opened(unit, Item.ASKED_FOR, title, asked_on, document, actor)
    made = ItemPetition(occasion=occasion, asked_by=asked_by, askers=askers, base=base, base_source=base_source)
    db.session.add(made)
    db.session.flush()
    after = {"asked_by": asked_by.value, "askers": askers, "asked_base": base, "asked_on": asked_on}
    told = {"occasion": title, **after, "document": document}
    record(CatalogueTag.ASKED_FOR, subject=occasion, actor=actor, place_id=unit.id, after=told)
    return made


def withdraw_occasion(*, occasion: Occasion, reason: str, actor: Account) -> None:
    """An event entered by mistake counts no more; it stays to be read, with the reason. Raises Refusal(WITHDRAWN)."""
    refuse_if(occasion.withdrawn_at is not None, CatalogueReason.WITHDRAWN)
    refuse_if(petition_of(occasion) is not None, CatalogueReason.OPENED_BY_PETITION)
    refuse_number_in("reason", reason)
    occasion.withdrawn_at, occasion.withdrawn_by_name = clock.now(), actor.name
    occasion.withdrawn_because = reason
    before, after = {"occasion": occasion.title}, {"occasion": "", "reason": reason}
    place = occasion.unit_id
    record(CatalogueTag.WITHDRAWN, subject=occasion, actor=actor, place_id=place, before=before, after=after)


def _opened(unit: Division, item: Item, title: str, happened_on: date, came_from: str, actor: Account) -> Occasion:
    today = clock.today()
    refuse_if(happened_on > today, CatalogueReason.FUTURE, "happened_on", today=in_words(today))
    refuse_number_in("title", title)
    refuse_number_in("came_from", came_from)
    made = Occasion(
        unit=unit,
        item=item,
        title=title,
        happened_on=happened_on,
        came_from=came_from,
        recorded_at=clock.now(),
        recorded_by_id=actor.id,
        recorded_by_name=actor.name,
        withdrawn_by_name="",
        withdrawn_because="",
    )
    db.session.add(made)
    db.session.flush()
    return made


def _told(one: Occasion) -> dict[str, object]:
    return {
        "catalogue_item": one.item.value,
        "occasion": one.title,
        "happened_on": one.happened_on,
        "came_from": one.came_from,
    }
