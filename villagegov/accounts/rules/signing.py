"""What makes a sign-in acceptable (reliability S1–S4, S7). Pure."""

import hashlib
from datetime import datetime, timedelta

from villagegov.clock import day_of

#: Failed tries after which a name, or an address, waits.
NAME_LIMIT = 5
ADDRESS_LIMIT = 50
EVERYWHERE_LIMIT = 3000
#: S15: wrong codes of the second factor after which an account waits; and what they are counted under.
CODE_LIMIT = 10
SECOND_STEP = "second step"
#: How long the password just proven waits for its code.
CODE_AWAITED = timedelta(minutes=10)
#: O6: failed tries from one address, failed tries of all, and waiting names, that the auditor is told of.
ALERT_FAILURES = 20
ALERT_SPRAY = 300
ALERT_LOCKED_NAMES = 10
WAIT = timedelta(minutes=15)
#: Questions and complaints from one address in a span; a person asks less, a machine more.
ASKING_LIMIT = 5
ASKING_SPAN = timedelta(hours=1)
TEMPORARY_LASTS = timedelta(days=14)
#: S7: a sign-in ends after half an hour without a click, and after twelve hours in any case.
IDLE_LASTS = timedelta(minutes=30)
SIGN_IN_LASTS = timedelta(hours=12)


def attempt_key(sign_in_name: str, device: str) -> bytes:
    """S1, S3: what tries are counted under: the name, and the device where it is known for that name."""
    return hashlib.sha256(f"{sign_in_name.casefold()}\n{device}".encode()).digest()


def is_idle(*, last_seen: datetime, now: datetime) -> bool:
    """S7: half an hour without a click; a clock set back counts as idle too."""
    return not timedelta(minutes=-5) < now - last_seen < IDLE_LASTS


def sign_in_holds(*, started_at: datetime, now: datetime, all_day: bool) -> bool:
    """S7: twelve hours; a teller's until his day ends in China."""
    return day_of(started_at) == day_of(now) if all_day else now - started_at < SIGN_IN_LASTS


def must_wait(*, for_name: int, for_address: int, everywhere: int, known_device: bool) -> bool:
    """S1–S3: five failures hold a name, fifty an address; a clerk on a known device is held only by his own."""
    if for_name >= NAME_LIMIT:
        return True
    return not known_device and (for_address >= ADDRESS_LIMIT or everywhere >= EVERYWHERE_LIMIT)
