"""Hashing of passwords; about 160 ms each, so always before the transaction begins."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
#: Verified when no such account exists, so that a stranger's clock learns nothing (S4).
_NOBODY = _hasher.hash(secrets.token_urlsafe(24))
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def use_cost(*, time_cost: int, memory_cost: int) -> None:
    """Set the cost of a hash; tests make it small."""
    global _hasher, _NOBODY
    _hasher = PasswordHasher(time_cost=time_cost, memory_cost=memory_cost, parallelism=1)
    _NOBODY = _hasher.hash(secrets.token_urlsafe(24))


def hash_of(password: str) -> str:
    """The argon2id hash to store."""
    return _hasher.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether `password` is the one hashed as `stored`; takes as long when there is none."""
    try:
        return _hasher.verify(stored or _NOBODY, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


def new_temporary() -> str:
    """A random password of four groups that can be read out loud; 79 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _letter in range(4)) for _group in range(4))
