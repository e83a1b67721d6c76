"""Deadlines show their sum: the start day is not counted, the last day ends at 24:00 (A-04 to A-07)."""

from datetime import date, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from villagegov.deadlines import Deadline, Holidays

#: Invented, as an official notice might name them: 1 to 3 October off, the Saturday before worked.
NOTICE = Holidays(
    off=frozenset({date(2027, 10, 1), date(2027, 10, 2), date(2027, 10, 3)}), worked=frozenset({date(2027, 9, 25)})
)


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2026, 11, 1), 15, date(2026, 11, 16)),
        (date(2026, 1, 31), 1, date(2026, 2, 1)),
        (date(2026, 2, 27), 1, date(2026, 2, 28)),
        (date(2026, 2, 28), 1, date(2026, 3, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2028, 2, 28), 2, date(2028, 3, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2026, 12, 17), 15, date(2027, 1, 1)),
        (date(2026, 3, 21), -20, date(2026, 3, 1)),
        (date(2028, 3, 20), -20, date(2028, 2, 29)),
        (date(2027, 1, 1), -1, date(2026, 12, 31)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_the_start_day_is_not_counted_a04(start: date, days: int, last: date) -> None:
    assert Deadline(start, days).last == last


@pytest.mark.parametrize(("today", "left"), [(15, 1), (16, 0), (17, -1)])
def test_the_last_day_ends_at_midnight_a07(today: int, left: int) -> None:
    assert Deadline(date(2026, 11, 1), 15).days_left(date(2026, 11, today)) == left


@pytest.mark.parametrize(
    ("start", "days", "plain", "extended"),
    [
        (date(2027, 9, 20), 10, date(2027, 9, 30), date(2027, 9, 30)),
        (date(2027, 9, 21), 10, date(2027, 10, 1), date(2027, 10, 4)),
        (date(2027, 9, 23), 10, date(2027, 10, 3), date(2027, 10, 4)),
        (date(2027, 9, 24), 10, date(2027, 10, 4), date(2027, 10, 4)),
        (date(2027, 10, 11), -10, date(2027, 10, 1), date(2027, 10, 1)),
        (date(2027, 10, 1), 0, date(2027, 10, 1), date(2027, 10, 1)),
    ],
)
def test_a_legal_holiday_moves_the_last_day_on_only_where_that_is_switched_on_a05(
    start: date, days: int, plain: date, extended: date
) -> None:
    assert Deadline(start, days, holidays=NOTICE).last == plain
    assert Deadline(start, days, holidays=NOTICE, extends=True).last == extended


def test_the_next_working_day_is_no_weekend_unless_that_is_worked_a05() -> None:
    friday_off = Holidays(off=frozenset({date(2027, 9, 24)}))
    saturday_worked = Holidays(off=friday_off.off, worked=frozenset({date(2027, 9, 25)}))

    assert Deadline(date(2027, 9, 14), 10, holidays=friday_off, extends=True).last == date(2027, 9, 27)
    assert Deadline(date(2027, 9, 14), 10, holidays=saturday_worked, extends=True).last == date(2027, 9, 25)


def test_a_plain_weekend_moves_nothing_a05() -> None:
    assert Deadline(date(2027, 9, 15), 3, holidays=NOTICE, extends=True).last == date(2027, 9, 18)


def test_a_last_day_left_on_a_holiday_is_worth_a_warning_a05() -> None:
    assert Deadline(date(2027, 9, 21), 10, holidays=NOTICE).ends_on_holiday
    assert not Deadline(date(2027, 9, 21), 10, holidays=NOTICE, extends=True).ends_on_holiday
    assert not Deadline(date(2027, 9, 20), 10, holidays=NOTICE).ends_on_holiday


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline(date(2026, 11, 1), 15), "自 2026年11月1日 起，不算当天，加 15 天 = 2026年11月16日"),
        (Deadline(date(2026, 3, 21), -20), "2026年3月21日 以前，不算当天，往前数 20 天 = 2026年3月1日"),
        (Deadline(date(2026, 11, 21), 0), "2026年11月21日 当天"),
        (
            Deadline(date(2027, 9, 21), 10, holidays=NOTICE, extends=True),
            "自 2027年9月21日 起，不算当天，加 10 天 = 2027年10月1日，是法定节假日，顺延到 2027年10月4日",
        ),
    ],
)
def test_the_sum_is_said_in_words(app: Flask, deadline: Deadline, words: str) -> None:
    with app.test_request_context():
        assert str(deadline.words) == words


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(-400, 400), st.sets(st.dates()))
def test_switched_on_holidays_never_shorten_a_deadline(start: date, days: int, off: set[date]) -> None:
    plain = Deadline(start, days)
    extended = Deadline(start, days, holidays=Holidays(frozenset(off)), extends=True)

    assert plain.last == start + timedelta(days=days)
    assert extended.last >= plain.last
