"""The second factor: codes that change every half minute, and ten codes on paper for a lost phone."""

import hashlib
import hmac
import unicodedata
from datetime import datetime

import pyotp

from villagegov.accounts.passwords import new_temporary, plain_code

#: S15: a code holds for its own half minute and the ones beside it, for clocks that differ.
WINDOW = (-1, 0, 1)
RECOVERY_CODES = 10
DIGITS = 6


def new_secret() -> str:
    """A random secret of 160 bits, as it is typed into an app."""
    return pyotp.random_base32()


def address_of(secret: str, *, sign_in_name: str, site: str) -> str:
    """What the QR code tells an authenticator app."""
    return pyotp.TOTP(secret).provisioning_uri(name=sign_in_name, issuer_name=site)


def step_of(secret: str, typed: str, moment: datetime) -> int | None:
    """The half minute whose code was typed; None when it is none of these about `moment`."""
    factor, code = pyotp.TOTP(secret), "".join(unicodedata.normalize("NFKC", typed).split())
    if not is_changing_code(code):
        return None
    now = int(moment.timestamp()) // factor.interval
    steps = [now + shift for shift in WINDOW]
    return next((step for step in steps if hmac.compare_digest(factor.generate_otp(step), code)), None)


def is_changing_code(typed: str) -> bool:
    """Six digits come from the app; everything else is a code on paper."""
    code = "".join(unicodedata.normalize("NFKC", typed).split())
    return len(code) == DIGITS and code.isascii() and code.isdigit()


def new_recovery_codes() -> list[str]:
    """Ten random codes of 79 bits that can be read out loud."""
    return [new_temporary() for _one in range(RECOVERY_CODES)]


def recovery_hash(code: str) -> bytes:
    """What is stored of one; random enough that no slow hash is needed (decision 9)."""
    return hashlib.sha256(b"recovery\n" + plain_code(code).encode()).digest()
