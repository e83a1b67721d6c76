"""A catalogue an area is about to adopt, and an event that has to be posted at once."""

from datetime import date

from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.disclosure.models import AdoptedCatalogue, CatalogueEntry, Occasion
from villagegov.disclosure.rules.catalogue import built_in
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind

DOCUMENT = "《示例县村务公开目录》（示民发〔2026〕8号）"


def catalogue_begun(
    *, area: Division, actor: Account, from_on: date | None = None, adopted: bool = False
) -> AdoptedCatalogue:
    """What the law says for villages, as a draft of the area or already in force."""
    made = AdoptedCatalogue(
        division=area,
        committee=CommitteeKind.VILLAGE,
        from_on=from_on or clock.today(),
        document=DOCUMENT,
        reason="统一全县的公开事项",
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        adopted_at=clock.now() if adopted else None,
        adopted_by_name=actor.name if adopted else "",
    )
    made.entries = [
        CatalogueEntry(item=one.item, asked=one.on, cadence=one.cadence, posted_here=one.posted_here, attach="")
        for one in built_in(CommitteeKind.VILLAGE, made.from_on)
    ]
    db.session.add(made)
    db.session.commit()
    return made


def happened(*, unit: Division, actor: Account, item: Item = Item.WORKS, happened_on: date | None = None) -> Occasion:
    """An event that was recorded just now."""
    made = Occasion(
        unit=unit,
        item=item,
        title="村口停车位怎么划",
        happened_on=happened_on or clock.today(),
        came_from="协商会议记录",
        recorded_at=clock.now(),
        recorded_by_id=actor.id,
        recorded_by_name=actor.name,
        withdrawn_by_name="",
        withdrawn_because="",
    )
    db.session.add(made)
    db.session.commit()
    return made
