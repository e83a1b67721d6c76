"""Months as the accounts count them: by their first day."""

from datetime import date, timedelta

from villagegov.deadlines import MONTHS
from villagegov.vocabulary import LazyString, _l

A_DAY = timedelta(days=1)


def month_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def month_after(first: date) -> date:
    """The first day of the month that follows."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def month_before(first: date) -> date:
    """The first day of the month before."""
    return month_of(first - A_DAY)


def last_day(first: date) -> date:
    """The last day of the month that begins with `first`."""
    return month_after(first) - A_DAY


def months_between(first: date, last: date) -> list[date]:
    """Every month from `first` to `last`, both included."""
    found = []
    while first <= last:
        found.append(first)
        first = month_after(first)
    return found


def in_words(first: date) -> LazyString:
    """2026年9月; in English September 2026."""
    return _l("%(year)s年%(month)s", year=first.year, month=MONTHS[first.month - 1])


def in_chinese(first: date) -> str:
    """2026年9月, whatever the reader's language: for notices."""
    return f"{first.year}年{first.month}月"


def is_over(first: date, today: date) -> bool:
    """S-33, D-04: a month's accounts are whole only when its last day is over."""
    return today > last_day(first)
