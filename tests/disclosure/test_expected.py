"""Expected postings: the catalogue in force times the periods since a unit began, minus what is posted (D-02, D-16)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.disclosure.rules.catalogue import Kept
from villagegov.disclosure.rules.expected import Board, Event, Version, expected_of, in_force, overdue_of
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.law.vocabulary import CommitteeKind

VILLAGE = CommitteeKind.VILLAGE
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)
ACCOUNTS = Item.MONTHLY_ACCOUNTS
COUNTY, PROVINCE = 2, 0


def version(*, depth: int, from_on: date, key: int, item: Item = Item.PLAN, asked: bool = True) -> Version:
    """A catalogue that says something of one item."""
    kept = {item: Kept(asked, Cadence.QUARTERLY, posted_here=True, attach="")}
    return Version(depth, from_on, key, f"目录{key}", kept)


def months(board: Board, today: date) -> list[date]:
    """The months of accounts that are expected."""
    found = [one.period for one in expected_of(board, today) if one.entry.item is ACCOUNTS]
    return [one.first for one in found if one is not None]


def test_a_unit_that_has_not_begun_here_owes_nothing() -> None:
    assert expected_of(Board(VILLAGE), date(2026, 11, 5)) == []


def test_every_month_since_it_began_is_expected_until_it_is_posted() -> None:
    board = Board(VILLAGE, begun_on=AUGUST, posted=frozenset({(ACCOUNTS, AUGUST)}))

    assert months(board, date(2026, 10, 31)) == [SEPTEMBER]
    assert months(board, date(2026, 11, 1)) == [SEPTEMBER, OCTOBER]


@pytest.mark.parametrize(("day", "late"), [(15, 0), (16, 1), (21, 6)])
def test_the_days_it_is_late_are_counted_from_the_day_after_its_last(day: int, late: int) -> None:
    today = date(2026, 11, day)
    (one,) = [one for one in expected_of(Board(VILLAGE, begun_on=OCTOBER), today) if one.entry.item is ACCOUNTS]

    assert one.days_late(today) == late
    assert (one in overdue_of([one], today)) == bool(late)
    assert str(one.words) == "2026年10月财务"


@pytest.mark.parametrize(
    ("day", "key"),
    [(date(2026, 1, 31), None), (date(2026, 2, 1), 1), (date(2026, 4, 30), 1), (date(2026, 5, 1), 2)],
)
def test_the_newest_catalogue_of_the_nearest_area_is_in_force_from_its_day_d16(day: date, key: int | None) -> None:
    versions = [
        version(depth=PROVINCE, from_on=date(2026, 2, 1), key=1),
        version(depth=COUNTY, from_on=date(2026, 5, 1), key=2),
        version(depth=PROVINCE, from_on=date(2026, 4, 1), key=1),
    ]

    assert in_force(VILLAGE, versions, day).version_id == key


def test_a_catalogue_never_reaches_the_county_beside_or_the_years_before() -> None:
    later = [version(depth=COUNTY, from_on=date(2027, 1, 1), key=3)]

    assert in_force(VILLAGE, later, date(2026, 12, 31)).document == ""
    assert in_force(VILLAGE, later, date(2027, 1, 1)).document == "目录3"


def test_an_event_of_another_room_is_expected_within_five_days_and_named() -> None:
    event = Event(Item.ELECTED, "2026年换届", date(2026, 11, 20), date(2026, 11, 20), election_id=4)
    (one,) = expected_of(Board(VILLAGE, events=[event]), date(2026, 11, 26))

    assert one.deadline.last == date(2026, 11, 25)
    assert one.days_late(date(2026, 11, 26)) == 1
    assert str(one.words) == "村（居）委会、监督委员会成员、小组长、代表选举情况（事由：2026年换届）"


def test_an_event_entered_long_after_it_happened_is_late_at_once_t12() -> None:
    event = Event(Item.ELECTED, "补登", date(2026, 10, 1), date(2026, 11, 20), election_id=4)
    (one,) = expected_of(Board(VILLAGE, events=[event]), date(2026, 11, 20))

    assert one.days_late(date(2026, 11, 20)) == 45


@given(
    begun=st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(lambda day: day.replace(day=1)),
    today=st.dates(date(2024, 1, 1), date(2029, 1, 1)),
    froms=st.lists(st.dates(date(2024, 1, 1), date(2029, 1, 1)), max_size=3, unique=True),
)
def test_whatever_catalogues_come_no_period_is_asked_twice_and_none_before_it_is_over(
    begun: date, today: date, froms: list[date]
) -> None:
    versions = [version(depth=at % 2, from_on=day, key=at) for at, day in enumerate(froms)]
    found = expected_of(Board(VILLAGE, begun_on=begun, versions=versions), today, draftable=frozenset(Item))
    named = [(one.entry.item, one.entry.cadence, one.period.first) for one in found if one.period is not None]
    over = (today.year - begun.year) * 12 + today.month - begun.month

    assert len(named) == len(set(named)) == len(found)
    assert all(one.period is None or one.period.until is None or one.period.until < today for one in found)
    assert sum(item is ACCOUNTS for item, *_when in named) == max(0, over)


def test_a_new_catalogue_takes_over_with_the_next_period_and_leaves_no_day_out() -> None:
    oftener = [version(depth=COUNTY, from_on=date(2026, 8, 15), key=1)]
    board = Board(VILLAGE, begun_on=date(2026, 1, 1), versions=oftener)
    found = expected_of(board, date(2027, 4, 1), draftable=frozenset({Item.PLAN}))

    assert [str(one.period.words) for one in found if one.period is not None] == [
        "2026年度",
        "2026年第四季度",
        "2027年第一季度",
    ]


def test_what_a_catalogue_leaves_out_is_asked_no_more_but_what_had_begun_is() -> None:
    less = [version(depth=COUNTY, from_on=date(2026, 8, 15), key=1, item=Item.POPULATION, asked=False)]
    board = Board(VILLAGE, begun_on=date(2026, 7, 1), versions=less)
    found = expected_of(board, date(2027, 4, 1), draftable=frozenset({Item.POPULATION}))

    assert [str(one.words) for one in found] == ["2026年第三季度的人口、户籍变更汇总"]


def test_a_standing_item_is_asked_once_and_never_again_when_it_hangs() -> None:
    everything, today = frozenset({Item.CHARTER}), date(2028, 4, 1)
    later = [version(depth=COUNTY, from_on=date(2026, 8, 15), key=1)]

    waiting = expected_of(Board(VILLAGE, begun_on=AUGUST, versions=later), today, draftable=everything)
    hanging = frozenset({(Item.CHARTER, date(2026, 8, 3))})

    assert [one.deadline.last for one in waiting] == [date(2026, 8, 16)]
    assert expected_of(Board(VILLAGE, begun_on=AUGUST, posted=hanging), today, draftable=everything) == []
