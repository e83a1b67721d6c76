"""A deadline that shows its sum: the start day is not counted (rulebook A-04), days are days in China (A-07)."""

from dataclasses import dataclass
from datetime import date, timedelta

from villagegov.vocabulary import LazyString, _l

A_DAY = timedelta(days=1)
SATURDAY = 5
MONTHS = (
    _l("1月"),
    _l("2月"),
    _l("3月"),
    _l("4月"),
    _l("5月"),
    _l("6月"),
    _l("7月"),
    _l("8月"),
    _l("9月"),
    _l("10月"),
    _l("11月"),
    _l("12月"),
)


@dataclass(frozen=True)
class Holidays:
    """The legal holidays of a year as its official notice names them (A-05): days off, and weekend days worked instead.

    None are shipped: the notice comes out each autumn for the next year only. Whoever needs them passes the days in.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Neither a legal holiday nor a weekend day that is not worked."""
        return day not in self.off and (day.weekday() < SATURDAY or day in self.worked)


#: No holiday is known: what a deadline goes by unless it is told others.
UNKNOWN = Holidays()


@dataclass(frozen=True)
class Deadline:
    """`days` after `start` (before it when negative), on the ground of `article`."""

    start: date
    days: int
    article: LazyString | str = ""
    holidays: Holidays = UNKNOWN
    #: A-05: whether a last day that is a legal holiday moves on; election practice runs on plain calendar days.
    extends: bool = False

    @property
    def counted(self) -> date:
        """The day the sum leads to."""
        return self.start + timedelta(days=self.days)

    @property
    def last(self) -> date:
        """The last day; it ends at 24:00. A "so many days before" is never moved: it would be too few days."""
        day = self.counted
        if not self.extends or self.days <= 0 or day not in self.holidays.off:
            return day
        while not self.holidays.is_working_day(day):
            day += A_DAY
        return day

    @property
    def ends_on_holiday(self) -> bool:
        """Whether the last day is a legal holiday although it could have moved on: worth a warning (A-05)."""
        return self.days > 0 and self.last in self.holidays.off

    @property
    def sum(self) -> str:
        """The sum as one short line: 2026-03-21 − 20 = 2026-03-01."""
        sign = "−" if self.days < 0 else "+"
        return f"{self.start} {sign} {abs(self.days)} = {self.counted}"

    @property
    def words(self) -> LazyString:
        """The sum in words, in the reader's language."""
        start, counted = in_words(self.start), in_words(self.counted)
        if not self.days:
            return _l("%(day)s 当天", day=start)
        if self.days < 0:
            return _l(
                "%(start)s 以前，不算当天，往前数 %(days)s 天 = %(last)s", start=start, days=-self.days, last=counted
            )
        if self.last == self.counted:
            return _l("自 %(start)s 起，不算当天，加 %(days)s 天 = %(last)s", start=start, days=self.days, last=counted)
        return _l(
            "自 %(start)s 起，不算当天，加 %(days)s 天 = %(counted)s，是法定节假日，顺延到 %(last)s",
            start=start,
            days=self.days,
            counted=counted,
            last=in_words(self.last),
        )

    def days_left(self, today: date) -> int:
        """Whole days until the last one: 0 on the day itself, negative by as many days as it is late."""
        return (self.last - today).days

    def standing(self, today: date) -> LazyString:
        """The days left, or how late it is, in words."""
        left = self.days_left(today)
        if left < 0:
            return _l("已超过 %(days)s 天", days=-left)
        return _l("还有 %(days)s 天", days=left) if left else _l("今天")


def in_words(day: date) -> LazyString:
    """A calendar day: 2026年3月21日, in English 21 March 2026."""
    return _l("%(year)s年%(month)s%(day)s日", year=day.year, month=MONTHS[day.month - 1], day=day.day)
