"""What makes a password and a sign-in acceptable (reliability S1–S4). Pure."""

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
SHORTEST_PASSWORD = 12
TEMPORARY_LASTS = timedelta(days=14)
#: S7: a sign-in ends after half an hour without a click, and after twelve hours in any case.
IDLE_LASTS = timedelta(minutes=30)
SIGN_IN_LASTS = timedelta(hours=12)

COMMON = (
    "password",
    "qwertyuiop",
    "123456789",
    "987654321",
    "abcdefgh",
    "admin",
    "iloveyou",
    "woaini",
    "cunwei",
    "juweihui",
    "welcome",
    "letmein",
    "1qaz2wsx",
    "zhongguo",
    "guangdong",
)


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


def is_too_short(password: str) -> bool:
    """Twelve characters at least."""
    return len(password) < SHORTEST_PASSWORD


def is_easily_guessed(password: str, *, known_words: tuple[str, ...]) -> bool:
    """S2: made of a common password, of the sign-in name, or of the unit's name or code, with little else."""
    bare = password.casefold()
    if len(set(bare)) < 5:
        return True
    words = [word.casefold() for word in (*COMMON, *known_words) if len(word) >= 2]
    for word in sorted(words, key=len, reverse=True):
        bare = bare.replace(word, "")
    return len(bare) < 6
