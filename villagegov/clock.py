"""The one source of now and today. Times are UTC and aware; dates are days in Asia/Shanghai (rulebook A-07)."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")


def _system_now() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system_now


def now() -> datetime:
    """This moment, aware, in UTC."""
    return _source()


def today() -> date:
    """The calendar day in China."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The calendar day in China of an aware moment."""
    return moment.astimezone(CHINA).date()


def run_on(source: Callable[[], datetime] | None) -> None:
    """Let another source tell the time (tests, the demo story); None returns to the system's clock."""
    global _source
    _source = source or _system_now
