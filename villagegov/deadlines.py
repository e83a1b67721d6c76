"""A deadline that shows its sum: the start day is not counted (rulebook A-04), days are days in China (A-07)."""

from dataclasses import dataclass
from datetime import date, timedelta

from villagegov.vocabulary import LazyString


@dataclass(frozen=True)
class Deadline:
    """`days` after `start` (before it when negative), on the ground of `article`."""

    start: date
    days: int
    article: LazyString | str = ""

    @property
    def last(self) -> date:
        """The last day; it ends at 24:00."""
        return self.start + timedelta(days=self.days)

    @property
    def sum(self) -> str:
        """The sum as one line: 2026-03-21 − 20 = 2026-03-01."""
        sign = "−" if self.days < 0 else "+"
        return f"{self.start} {sign} {abs(self.days)} = {self.last}"
