"""An election held earlier or later than its round: who has to agree, and what days are open then. Pure."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from villagegov.elections.rules.recall import months_later
from villagegov.elections.vocabulary.shifts import Approver, Side
from villagegov.law.profiles import Profile


class Window(NamedTuple):
    """The first and the last lawful polling day of a round."""

    opens: date
    closes: date

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.opens <= day <= self.closes

    def side_of(self, day: date) -> Side | None:
        """Before or after it; None inside."""
        if self.holds(day):
            return None
        return Side.EARLY if day < self.opens else Side.LATE

    def widened(self, months: int) -> "Window":
        """So many months earlier and later."""
        return Window(months_later(self.opens, -months), months_later(self.closes, months))


def next_approver(given: Collection[Approver]) -> Approver | None:
    """Guangdong election measures 2010 art. 4 (E-02): meeting, township, county, one after the other; None when all."""
    return next((one for one in Approver if one not in given), None)


def day_is_open(*, day: date, window: Window, wanted: date | None, given: Collection[Approver]) -> bool:
    """Guangdong election measures 2010 art. 4 (E-02): outside the round only with three approvals, up to their day."""
    if window.holds(day):
        return True
    if wanted is None or next_approver(given) is not None:
        return False
    return wanted <= day < window.opens or window.closes < day <= wanted


def is_too_far(*, day: date, window: Window, profile: Profile) -> bool:
    """Sichuan regulation 2025 art. 6 (E-02, analog): not more than so many months before or after the round."""
    return not window.widened(profile.max_shift_months).holds(day)


def is_long(*, day: date, window: Window, profile: Profile) -> bool:
    """Hainan measures 2025 art. 5 (E-02, analog): three months are the most there; beyond them it is said aloud."""
    return not window.widened(profile.shift_warn_months).holds(day)
