"""What each law has posted, by whom, on which ground; and how far a county may go from it (D-02, D-16 to D-20)."""

from datetime import date

import pytest

from villagegov.disclosure.rules.catalogue import Kept, built_in, may_switch_off, stricter, with_adopted
from villagegov.disclosure.rules.catalogue.built_in import BUILT_IN, OF_THE_COLLECTIVE
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item, Publisher
from villagegov.law.vocabulary import CommitteeKind

VILLAGE, RESIDENTS = CommitteeKind.VILLAGE, CommitteeKind.RESIDENTS
BEFORE, SINCE = date(2025, 12, 31), date(2026, 1, 1)


@pytest.mark.parametrize("item", sorted(OF_THE_COLLECTIVE))
def test_land_and_collective_assets_pass_to_the_collective_in_2026_d17(item: Item) -> None:
    before, since = built_in(VILLAGE, BEFORE).entry(item), built_in(VILLAGE, SINCE).entry(item)
    assert before is not None
    assert since is not None

    assert (before.publisher, before.counts) == (Publisher.COMMITTEE, True)
    assert (since.publisher, since.counts) == (Publisher.COLLECTIVE, False)


@pytest.mark.parametrize(
    "item",
    [*OF_THE_COLLECTIVE, Item.HOMESTEADS, Item.LOST_EARNINGS, Item.SUPPORT, Item.LEVIES, Item.DEBTS],
)
def test_a_community_has_no_land_homesteads_or_collective_assets_to_post_d20(item: Item) -> None:
    assert built_in(RESIDENTS, SINCE).entry(item) is None
    assert built_in(RESIDENTS, BEFORE).entry(item) is None


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Item.DECISIONS, "第34条第1项"),
        (Item.GRANTS, "第34条第2项"),
        (Item.BUILDING, "第34条第3项"),
        (Item.PUBLIC_WORKS_PLAN, "第34条第4项"),
        (Item.CONSULTATION, "第34条第5项"),
        (Item.ASSISTANCE, "第34条第6项"),
        (Item.PLAN, "第34条第7项"),
    ],
)
def test_a_community_posts_the_seven_kinds_of_its_law_d20(item: Item, words: str) -> None:
    entry = built_in(RESIDENTS, SINCE).entry(item)

    assert entry is not None
    assert words in str(entry.source)


@pytest.mark.parametrize("key", BUILT_IN)
def test_every_item_of_a_catalogue_names_its_source(key: str) -> None:
    assert all(ground.words for ground in BUILT_IN[key].values())


def test_the_whole_list_of_a_village_before_and_since_2026() -> None:
    before, since = ({one.item for one in built_in(VILLAGE, day)} for day in (BEFORE, SINCE))

    assert since - before == {Item.BUILDING, Item.SUPPORT}
    assert before - since == set()
    assert since == set(Item)


@pytest.mark.parametrize("kind", CommitteeKind)
@pytest.mark.parametrize("item", [Item.MONTHLY_ACCOUNTS, Item.GRANTS, Item.PAY])
def test_finance_is_posted_every_month_d03(kind: CommitteeKind, item: Item) -> None:
    entry = built_in(kind, SINCE).entry(item)

    assert entry is not None
    assert entry.cadence is Cadence.MONTHLY
    assert stricter(entry) == [Cadence.MONTHLY]


@pytest.mark.parametrize(
    ("item", "allowed"),
    [
        (Item.MONTHLY_ACCOUNTS, ["monthly"]),
        (Item.ASSISTANCE, ["quarterly", "monthly"]),
        (Item.SUPERVISION_REPORT, ["half_yearly", "quarterly", "monthly"]),
        (Item.PLAN, ["yearly", "half_yearly", "quarterly", "monthly"]),
        (Item.CONSULTATION, ["at_once"]),
        (Item.CHARTER, ["standing"]),
    ],
)
def test_an_adopted_catalogue_may_ask_oftener_but_never_less_d02(item: Item, allowed: list[str]) -> None:
    entry = built_in(VILLAGE, SINCE).entry(item)

    assert entry is not None
    assert [one.value for one in stricter(entry)] == allowed


@pytest.mark.parametrize(
    ("item", "may"),
    [(Item.DECISIONS, False), (Item.MONTHLY_ACCOUNTS, False), (Item.WATER_POWER, True), (Item.POPULATION, True)],
)
def test_only_what_no_statute_orders_may_be_left_out_d16(item: Item, may: bool) -> None:
    entry = built_in(VILLAGE, SINCE).entry(item)

    assert entry is not None
    assert may_switch_off(entry) is may


def test_what_was_adopted_never_goes_below_the_law_of_the_day() -> None:
    kept = {
        Item.MONTHLY_ACCOUNTS: Kept(on=False, cadence=Cadence.QUARTERLY, posted_here=False, attach=""),
        Item.ASSISTANCE: Kept(on=True, cadence=Cadence.MONTHLY, posted_here=True, attach="附照片"),
        Item.POPULATION: Kept(on=False, cadence=Cadence.QUARTERLY, posted_here=True, attach=""),
        Item.LEASES: Kept(on=True, cadence=Cadence.MONTHLY, posted_here=True, attach=""),
    }
    found = with_adopted(built_in(VILLAGE, SINCE), kept, from_on=SINCE, version_id=7, document="目录")
    lines = {one.item: one for one in found}

    assert (lines[Item.MONTHLY_ACCOUNTS].cadence, lines[Item.MONTHLY_ACCOUNTS].counts) == (Cadence.MONTHLY, True)
    assert (lines[Item.ASSISTANCE].cadence, lines[Item.ASSISTANCE].attach) == (Cadence.MONTHLY, "附照片")
    assert not lines[Item.POPULATION].counts
    assert (lines[Item.LEASES].publisher, lines[Item.LEASES].counts) == (Publisher.COLLECTIVE, True)
    assert (found.version_id, found.document, len(found.entries)) == (7, "目录", len(Item))
