"""A stream sealed in pieces: AES-256-GCM over 1 MiB each, its number and whether it is the last authenticated (B4)."""

import io
import json
import os
from collections.abc import Callable
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"VILLAGEGOV-BACKUP-1\n"
PIECE = 1024 * 1024
TAG = 16
LONGEST_HEAD = 1000


class NoBackupError(Exception):
    """It does not begin as a backup begins."""


class DamagedError(Exception):
    """A byte was changed, is missing, or is one too many."""


class UnknownKeyError(Exception):
    """None of our keys opens it. The text is the id of the key that would."""


#: Key id and salt → the key of one file; None when there is no such key.
KeyFinder = Callable[[str, bytes], bytes | None]


class SealedWriter(io.RawIOBase):
    """Seals what is written; `finish` marks the last piece. The key must be of this one file alone."""

    def __init__(self, target: BinaryIO, *, key_id: str, salt: bytes, key: bytes) -> None:
        self._target = target
        self._cipher = AESGCM(key)
        head = json.dumps({"key_id": key_id, "salt": salt.hex(), "check": _check(self._cipher)}).encode() + b"\n"
        self._head = MAGIC + head
        self._waiting = bytearray()
        self._number = 0
        target.write(self._head)

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override] # bytes are all that comes
        """Take some bytes."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Seal what is left as the last piece."""
        self._put(bytes(self._waiting), last=True)

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._target.write(self._cipher.encrypt(_nonce(self._number, last), piece, self._head))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Reads what SealedWriter wrote. Raises NoBackupError, UnknownKeyError, DamagedError."""

    def __init__(self, source: BinaryIO, find: KeyFinder) -> None:
        self._source = source
        self._head, key_id, salt, check = _head_of(source)
        key = find(key_id, salt)
        if key is None:
            raise UnknownKeyError(key_id)
        self._cipher = AESGCM(key)
        if _check(self._cipher) != check:
            raise UnknownKeyError(key_id)
        self._number = 0
        self._open = memoryview(b"")
        self._next = source.read(PIECE + TAG)
        self._ended = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override] # any buffer will do
        """Fill the buffer from the next piece."""
        while not self._open and not self._ended:
            self._open = memoryview(self._piece())
        count = min(len(buffer), len(self._open))
        buffer[:count] = self._open[:count]
        self._open = self._open[count:]
        return count

    def _piece(self) -> bytes:
        sealed, self._next = self._next, self._source.read(PIECE + TAG)
        self._ended = not self._next
        try:
            piece = self._cipher.decrypt(_nonce(self._number, self._ended), sealed, self._head)
        except (InvalidTag, ValueError):
            raise DamagedError from None
        self._number += 1
        return piece


def new_salt() -> bytes:
    """Drawn anew for each file, so that its key is its own."""
    return os.urandom(32)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _check(cipher: AESGCM) -> str:
    """Tells a wrong key from a damaged file; under a nonce that no piece uses."""
    return cipher.encrypt(b"\xff" * 12, b"", MAGIC).hex()


def _head_of(source: BinaryIO) -> tuple[bytes, str, bytes, str]:
    if source.read(len(MAGIC)) != MAGIC:
        raise NoBackupError
    line = source.readline(LONGEST_HEAD)
    try:
        head = json.loads(line)
        return MAGIC + line, str(head["key_id"]), bytes.fromhex(head["salt"]), str(head["check"])
    except (ValueError, KeyError, TypeError):
        raise DamagedError from None
