"""Hashing of passwords, about 160 ms each and so before the transaction begins; one-time codes need no such cost."""

import hashlib
import hmac
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
#: A hash takes 64 MiB and every core; others wait their turn (D15).
_ONE_AT_A_TIME = threading.Lock()
#: Verified when no such account exists, so that a stranger's clock learns nothing (S4).
_NOBODY = _hasher.hash(secrets.token_urlsafe(24))
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
#: Begins the hash of a one-time code; that of a password begins with $argon2id (decision 9).
_CODE = "$code1$"


def use_cost(*, time_cost: int, memory_cost: int) -> None:
    """Set the cost of a hash; tests make it small."""
    global _hasher, _NOBODY
    _hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1)
    _NOBODY = _hasher.hash(secrets.token_urlsafe(24))


def hash_of(password: str) -> str:
    """The argon2id hash to store of what a person thought up."""
    with _ONE_AT_A_TIME:
        return _hasher.hash(password)


def code_hash_of(code: str) -> str:
    """The salted SHA-256 to store of a code of `new_temporary`: its 79 random bits cannot be guessed at any speed."""
    salt = secrets.token_hex(16)
    return f"{_CODE}{salt}${_code_digest(salt, code)}"


def matches(stored: str | None, password: str) -> bool:
    """Whether `password` is the one hashed as `stored`; takes as long when there is none, or for a code."""
    if stored is not None and stored.startswith(_CODE):
        _verified(_NOBODY, password)
        salt, _mark, digest = stored.removeprefix(_CODE).partition("$")
        return hmac.compare_digest(_code_digest(salt, password), digest)
    return _verified(stored or _NOBODY, password) and stored is not None


def _verified(stored: str, password: str) -> bool:
    try:
        with _ONE_AT_A_TIME:
            return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _code_digest(salt: str, code: str) -> str:
    return hashlib.sha256(f"{salt}\n{plain_code(code)}".encode()).hexdigest()


def plain_code(typed: str) -> str:
    """A code as it counts: large letters, full width, blanks and hyphens make no difference."""
    letters = unicodedata.normalize("NFKC", typed[:200]).lower()
    return "".join(letter for letter in letters if letter in _LETTERS)


def new_temporary() -> str:
    """A random password of four groups that can be read out loud; 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _letter in range(4)) for _group in range(4))
