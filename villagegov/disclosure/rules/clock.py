"""The clock of disclosure: the periods of a cadence, and by when each is posted (D-02 to D-04). Pure."""

from datetime import date
from typing import NamedTuple

from villagegov.deadlines import A_DAY, UNKNOWN, Deadline, Holidays, in_words
from villagegov.disclosure.rules.due import PERIODIC_DUE_DAYS
from villagegov.disclosure.rules.months import in_words as month_in_words
from villagegov.disclosure.vocabulary import DUE_ARTICLE
from villagegov.disclosure.vocabulary.catalogue import AT_ONCE_ARTICLE, STANDING_ARTICLE, Cadence
from villagegov.vocabulary import LazyString, _l

#: D-03 [prov], Guangdong, second-hand: days after the event.
AT_ONCE_DAYS = 5
#: How many months a period has.
MONTHS_OF = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.HALF_YEARLY: 6, Cadence.YEARLY: 12}
QUARTERS = (_l("第一季度"), _l("第二季度"), _l("第三季度"), _l("第四季度"))
HALVES = (_l("上半年"), _l("下半年"))


class Period(NamedTuple):
    """From its first to its last day; a standing item has no last one."""

    first: date
    until: date | None

    @property
    def months(self) -> int:
        """How many months it has; 0 when it has no end."""
        if self.until is None:
            return 0
        return (self.until.year - self.first.year) * 12 + self.until.month - self.first.month + 1

    @property
    def words(self) -> LazyString:
        """2026年第三季度; for a standing one since when."""
        if self.until is None:
            return _l("%(day)s 起长期", day=in_words(self.first))
        year, at = self.first.year, self.first.month - 1
        if self.months == 1:
            return month_in_words(self.first)
        if self.months == 12:
            return _l("%(year)s年度", year=year)
        part = QUARTERS[at // 3] if self.months == 3 else HALVES[at // 6]
        return _l("%(year)s年%(part)s", year=year, part=part)


def period_of(cadence: Cadence, day: date) -> Period:
    """D-02: the month, quarter, half-year or year in which `day` lies; for a standing item, from that day on.

    Raises ValueError for what is posted at once: it has no periods.
    """
    if cadence is Cadence.STANDING:
        return Period(day, None)
    if cadence is Cadence.AT_ONCE:
        raise ValueError(cadence)
    months = MONTHS_OF[cadence]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, _following(first, months) - A_DAY)


def periods(cadence: Cadence, begin: date, end: date) -> list[Period]:
    """D-02, D-03: the periods that end between `begin` and `end`, both included, the earliest first.

    The period that runs at `begin` counts: who takes up the board in August answers for the third quarter.
    """
    if cadence is Cadence.AT_ONCE or end < begin:
        return []
    found: list[Period] = []
    day = begin
    while True:
        period = period_of(cadence, day)
        if period.until is None:
            return [period]
        if period.until > end:
            return found
        found.append(period)
        day = period.until + A_DAY


def begun_periods(cadence: Cadence, today: date, *, most: int = 13) -> list[Period]:
    """D-02: the periods that have begun, the newest first; a standing item begins today."""
    found = [period_of(cadence, today)]
    while found[-1].until is not None and len(found) < most:
        found.append(period_of(cadence, found[-1].first - A_DAY))
    return found


def due_of(period: Period, *, holidays: Holidays = UNKNOWN, extends: bool = False) -> Deadline:
    """Chongqing measures art. 30 (D-04, analog): by the 15th day after the period; a standing item, after its start."""
    if period.until is None:
        return Deadline(period.first, PERIODIC_DUE_DAYS, STANDING_ARTICLE, holidays, extends)
    return Deadline(period.until, PERIODIC_DUE_DAYS, DUE_ARTICLE, holidays, extends)


def due_at_once(happened_on: date, *, holidays: Holidays = UNKNOWN, extends: bool = False) -> Deadline:
    """Guangdong regulation on disclosure (D-03, second-hand): within 5 days of the event."""
    return Deadline(happened_on, AT_ONCE_DAYS, AT_ONCE_ARTICLE, holidays, extends)


def _following(first: date, months: int) -> date:
    """The first day of the month so many months on."""
    at = first.month - 1 + months
    return date(first.year + at // 12, at % 12 + 1, 1)
