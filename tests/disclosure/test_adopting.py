"""A county sets its own catalogue, a village records what happened and what was asked for; each by its own hands."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.catalogues import DOCUMENT, catalogue_begun
from tests.builders.disclosure import Hands, hands
from tests.builders.divisions import Tree, division_tree
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.disclosure.models import AdoptedCatalogue, ItemPetition, Occasion
from villagegov.disclosure.operations import catalogue as operations
from villagegov.disclosure.queries.catalogue import catalogue_of
from villagegov.disclosure.queries.expected import boards_of
from villagegov.disclosure.rules.catalogue import Kept
from villagegov.disclosure.rules.expected import expected_of
from villagegov.disclosure.vocabulary.adopted import CatalogueReason
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)


@pytest.fixture
def tree(app: Flask) -> Tree:
    """Two counties, on 20 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 20, 3, 0, tzinfo=UTC))
    return division_tree()


def official(tree: Tree) -> Account:
    """Who answers for the county."""
    return account(role=Role.OFFICIAL, division=tree.county)


def refused(act: Callable[[], object]) -> CatalogueReason:
    """The reason an act is refused for."""
    with pytest.raises(Refusal) as told, transaction():
        act()
    reason = told.value.reason
    assert isinstance(reason, CatalogueReason)
    return reason


def pressed(client: FlaskClient, address: str, **fields: str | int) -> str:
    """The page after a form was sent with what was typed."""
    answer = press(client, address, **fields)
    return (client.get(answer.location) if answer.location else answer).text


def test_a_county_catalogue_holds_below_it_from_its_day_and_not_beside_it(tree: Tree) -> None:
    who = official(tree)
    with transaction():
        made = operations.begin_catalogue(
            area=tree.county,
            committee=CommitteeKind.VILLAGE,
            from_on=TOMORROW,
            document=DOCUMENT,
            reason="统一",
            actor=who,
        )
        lines = {one.item: one for one in made.entries}
        plan = Kept(on=True, cadence=Cadence.HALF_YEARLY, posted_here=True, attach="附图")
        operations.change_entry(entry=lines[Item.PLAN], kept=plan, actor=who)
        drafted = catalogue_of(tree.village, TOMORROW).document
        operations.adopt_catalogue(catalogue=made, actor=who)

    said = catalogue_of(tree.village, TOMORROW).entry(Item.PLAN)
    assert drafted == ""
    assert said is not None
    assert (said.cadence, said.attach) == (Cadence.HALF_YEARLY, "附图")
    assert catalogue_of(tree.village, TODAY).document == ""
    assert catalogue_of(tree.far, TOMORROW).document == ""
    assert catalogue_of(tree.community, TOMORROW).document == ""


def test_a_catalogue_is_refused_below_the_county_before_today_and_under_the_law(tree: Tree) -> None:
    who = official(tree)
    adopted = catalogue_begun(area=tree.county, actor=who, from_on=TOMORROW, adopted=True)
    draft = catalogue_begun(area=tree.county, actor=who, from_on=date(2027, 1, 1))
    lines = {one.item: one for one in draft.entries}

    def begin(area: object, day: date) -> Callable[[], object]:
        more = {"committee": CommitteeKind.VILLAGE, "document": DOCUMENT, "reason": "统一", "actor": who}
        return lambda: operations.begin_catalogue(area=area, from_on=day, **more)  # type: ignore[arg-type]

    def change(item: Item, **kept: object) -> Callable[[], object]:
        said = Kept(True, lines[item].cadence, True, "")._replace(**kept)  # type: ignore[arg-type]
        return lambda: operations.change_entry(entry=lines[item], kept=said, actor=who)

    assert [
        refused(begin(tree.township, TOMORROW)),
        refused(begin(tree.county, date(2026, 11, 19))),
        refused(change(Item.DECISIONS, on=False)),
        refused(change(Item.ASKED_FOR, on=False)),
        refused(change(Item.GRANTS, cadence=Cadence.QUARTERLY)),
        refused(change(Item.PLAN, posted_here=False)),
        refused(lambda: operations.discard_catalogue(catalogue=adopted, actor=who)),
    ] == [
        CatalogueReason.LEVEL,
        CatalogueReason.EARLY,
        CatalogueReason.STATUTE,
        CatalogueReason.STATUTE,
        CatalogueReason.LOOSER,
        CatalogueReason.OTHERS,
        CatalogueReason.ADOPTED,
    ]


@ON_SQLITE
def test_an_official_makes_a_catalogue_and_residents_read_it_with_its_document(app: Flask, tree: Tree) -> None:
    client, reader = client_of(app, official(tree)), app.test_client()
    head = {"division_id": tree.county.id, "document": DOCUMENT, "reason": "统一全县的公开事项"}
    early = pressed(client, "/catalogues/new/village", **head, from_on="2026-11-19")
    pressed(client, "/catalogues/new/village", **head, from_on="2026-11-20")
    made = db.session.query(AdoptedCatalogue).one()
    line = next(one for one in made.entries if one.item is Item.POPULATION)
    pressed(client, f"/catalogue-entries/{line.id}/edit", cadence="monthly", asked="y")
    asked = client.get(f"/catalogues/{made.id}/adopt").text
    before = reader.get(f"/c/{tree.village.code}/catalogue").text
    after = pressed(client, f"/catalogues/{made.id}/adopt")
    page = reader.get(f"/c/{tree.village.code}/catalogue").text

    assert "施行日期不能早于今天" in early
    assert DOCUMENT in early
    assert "由每季度改为每月" in asked
    assert "与现行的不同（1 项）" in asked
    assert DOCUMENT not in before
    assert "已施行" in after
    assert DOCUMENT in page
    assert reader.get(f"/c/{tree.village.code}/catalogue?on=2026-11-19").text.count(DOCUMENT) == 1
    assert client.get(f"/catalogues/{made.id}/discard").status_code == 200
    assert "不能再改" in pressed(client, f"/catalogues/{made.id}/discard")


@ON_SQLITE
def test_what_happened_and_what_was_asked_for_stand_with_both_days_t12(app: Flask, tree: Tree) -> None:
    who: Hands = hands(unit=tree.village)
    clerk, supervisor = client_of(app, who.clerk), client_of(app, who.supervisors[0])
    base, event = f"/units/{tree.village.id}/occasions", {"item": "FW-08", "came_from": "验收单"}
    ahead = pressed(clerk, f"{base}/new", **event, title="停车位", happened_on="2026-11-21")
    number = pressed(clerk, f"{base}/new", **event, title="找 13800138000", happened_on="2026-11-02")
    pressed(clerk, f"{base}/new", **event, title="停车位", happened_on="2026-11-02")
    asked = {"title": "鱼塘租金", "asked_by": "villagers", "base": "450", "base_source": "户籍统计"}
    more = {"happened_on": "2026-11-18", "came_from": "联名书"}
    few = pressed(supervisor, f"{base}/asked-for", **asked, **more, askers="44")
    enough = pressed(supervisor, f"{base}/asked-for", **asked, **more, askers="45")
    row = db.session.query(Occasion).filter_by(title="停车位").one()
    events = boards_of([tree.village])[tree.village.id]
    due = {str(one.deadline.last) for one in expected_of(events, TODAY, draftable=frozenset(Item))}
    page = clerk.get(base).text
    gone = pressed(clerk, f"/occasions/{row.id}/withdraw", reason="登记错了")

    assert "发生日期不能晚于今天" in ahead
    assert "疑似" in number
    assert "10 × 44 = 440 &lt; 450" in few
    assert "至少要有 45 人" in few
    assert "10 × 45 = 450 ≥ 450" in enough
    assert db.session.query(ItemPetition).count() == 1
    assert due == {"2026-11-07", "2026-11-23"}
    assert "2026年11月2日" in page
    assert "2026年11月20日" in page
    assert "登记错了" in gone
    assert boards_of([tree.village])[tree.village.id].events[0].title == "鱼塘租金"
