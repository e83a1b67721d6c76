"""The clock of disclosure: periods of a cadence and their last days, to the day (D-02 to D-05; X-47 to X-49)."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.deadlines import A_DAY, Holidays
from villagegov.disclosure.rules.clock import Period, due_at_once, due_of, period_of, periods
from villagegov.disclosure.vocabulary.catalogue import Cadence
from villagegov.notices.rules import board_deadline, board_state, is_early
from villagegov.notices.vocabulary import BoardState

MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY = Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.HALF_YEARLY, Cadence.YEARLY
WITH_PERIODS = (MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY)
DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def hung(*, put_up: date, taken_down: date | None) -> SimpleNamespace:
    """A sheet on the board, to hang for 15 days."""
    return SimpleNamespace(taken_down_on=taken_down, hangs_through=put_up + timedelta(days=15))


def test_x47_an_income_event_of_20_november_is_posted_by_the_25th() -> None:
    due = due_at_once(date(2026, 11, 20))

    assert due.last == date(2026, 11, 25)
    assert due.sum == "2026-11-20 + 5 = 2026-11-25"
    assert not is_early(hung(put_up=due.last, taken_down=date(2026, 12, 11)))
    assert is_early(hung(put_up=due.last, taken_down=date(2026, 12, 10)))


def test_x48_the_finance_month_of_october_is_due_on_15_november() -> None:
    due = due_of(period_of(MONTHLY, date(2026, 10, 7)))

    assert due.last == date(2026, 11, 15)
    assert due.sum == "2026-10-31 + 15 = 2026-11-15"


def test_x49_a_sheet_of_15_november_taken_down_on_the_28th_is_early_and_hangs_again() -> None:
    sheet = hung(put_up=date(2026, 11, 15), taken_down=date(2026, 11, 28))

    assert sheet.hangs_through == date(2026, 11, 30)
    assert board_state([sheet], date(2026, 11, 28)) is BoardState.EARLY
    assert board_deadline(date(2026, 11, 15), [sheet]).last == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("cadence", "day", "first", "until", "due"),
    [
        (MONTHLY, date(2026, 1, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 15)),
        (MONTHLY, date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 15)),
        (MONTHLY, date(2028, 2, 29), date(2028, 2, 1), date(2028, 2, 29), date(2028, 3, 15)),
        (MONTHLY, date(2100, 2, 28), date(2100, 2, 1), date(2100, 2, 28), date(2100, 3, 15)),
        (MONTHLY, date(2026, 4, 30), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 15)),
        (MONTHLY, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 15)),
        (QUARTERLY, date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 15)),
        (QUARTERLY, date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 31), date(2028, 4, 15)),
        (QUARTERLY, date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 15)),
        (QUARTERLY, date(2026, 10, 1), date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 15)),
        (HALF_YEARLY, date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 15)),
        (HALF_YEARLY, date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 15)),
        (YEARLY, date(2028, 2, 29), date(2028, 1, 1), date(2028, 12, 31), date(2029, 1, 15)),
    ],
)
def test_a_period_ends_with_its_month_and_is_due_fifteen_days_after(
    cadence: Cadence, day: date, first: date, until: date, due: date
) -> None:
    period = period_of(cadence, day)

    assert period == Period(first, until)
    assert due_of(period).last == due


@pytest.mark.parametrize(
    ("happened", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 5)),
        (date(2028, 2, 24), date(2028, 2, 29)),
        (date(2028, 2, 25), date(2028, 3, 1)),
        (date(2026, 2, 24), date(2026, 3, 1)),
        (date(2026, 12, 27), date(2027, 1, 1)),
    ],
)
def test_what_is_posted_at_once_is_due_five_days_after_the_event_d03(happened: date, due: date) -> None:
    assert due_at_once(happened).last == due


def test_the_period_that_runs_counts_only_when_it_is_over() -> None:
    begin = date(2026, 8, 1)

    assert periods(QUARTERLY, begin, date(2026, 9, 29)) == []
    assert periods(QUARTERLY, begin, date(2026, 9, 30)) == [Period(date(2026, 7, 1), date(2026, 9, 30))]
    assert [one.first.month for one in periods(MONTHLY, begin, date(2026, 11, 5))] == [8, 9, 10]
    assert periods(Cadence.AT_ONCE, begin, date(2026, 12, 31)) == []


def test_a_standing_item_has_no_end_and_is_due_fifteen_days_after_the_unit_begins() -> None:
    found = periods(Cadence.STANDING, date(2026, 8, 1), date(2027, 8, 1))

    assert found == [Period(date(2026, 8, 1), None)]
    assert due_of(found[0]).last == date(2026, 8, 16)


def test_a_legal_holiday_moves_the_last_day_only_where_that_is_switched_on_a05() -> None:
    golden = Holidays(off=frozenset(date(2026, 10, day) for day in range(1, 8)), worked=frozenset({date(2026, 10, 10)}))
    event, september = date(2026, 9, 28), period_of(MONTHLY, date(2026, 9, 1))

    assert due_at_once(event, holidays=golden).last == date(2026, 10, 3)
    assert due_at_once(event, holidays=golden).ends_on_holiday
    assert due_at_once(event, holidays=golden, extends=True).last == date(2026, 10, 8)
    assert due_of(september, holidays=golden, extends=True).last == date(2026, 10, 15)


@given(cadence=st.sampled_from(WITH_PERIODS), begin=DAYS, length=st.integers(0, 1200))
def test_periods_follow_one_another_without_gap_and_cover_every_day(cadence: Cadence, begin: date, length: int) -> None:
    end = begin + timedelta(days=length)
    found = periods(cadence, begin, end)

    ends = [one.until for one in found if one.until is not None]
    following = period_of(cadence, ends[-1] + A_DAY if ends else begin).until

    assert len(ends) == len(found)
    assert all(begin <= one <= end for one in ends)
    assert all(one + A_DAY == other.first for one, other in zip(ends, found[1:], strict=False))
    assert found[:1] in ([], [period_of(cadence, begin)])
    assert following is not None
    assert following > end


@given(cadence=st.sampled_from(WITH_PERIODS), day=DAYS)
def test_every_day_of_a_period_names_the_same_period(cadence: Cadence, day: date) -> None:
    period = period_of(cadence, day)

    assert period.until is not None
    assert period.first <= day <= period.until
    assert period_of(cadence, period.first) == period == period_of(cadence, period.until)
    assert (due_of(period).last - period.until).days == 15
