"""The folder where bytes lie under their sha256: written once, whole or not at all, read only while unaltered."""

import errno
import hashlib
import os
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class AlteredFileError(Exception):
    """The bytes under this name are not those that were kept, or are gone (U15)."""


class StorageFullError(OSError):
    """No room is left for what was sent (D4)."""


class Store:
    """A folder of files named by what they hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep `data`, safe on the disk before this returns; its sha256. Raises StorageFullError."""
        digest = hashlib.sha256(data).hexdigest()
        place = self._place(digest)
        if self._is_held(place, digest):
            return digest
        try:
            self._write(place, data)
        except OSError as error:
            if error.errno in FULL:
                raise StorageFullError(error.errno, "no room left") from None
            raise
        return digest

    @staticmethod
    def _is_held(place: Path, digest: str) -> bool:
        """Whether the bytes lie there unaltered; they are young again, so that no sweep takes them before their row."""
        try:
            os.utime(place)
            return hashlib.sha256(place.read_bytes()).hexdigest() == digest
        except FileNotFoundError:
            return False

    def _write(self, place: Path, data: bytes) -> None:
        for folder in (self._folder, place.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=place.parent, prefix=".part-", delete=False) as part:
            try:
                part.write(data)
                part.flush()
                os.fsync(part.fileno())
                Path(part.name).replace(place)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        for folder in (place.parent, self._folder):
            _sync(folder)

    def read(self, digest: str) -> bytes:
        """What was kept. Raises AlteredFileError."""
        try:
            data = self._place(digest).read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            raise AlteredFileError(digest) from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise AlteredFileError(digest)
        return data

    def holds(self, digest: str) -> bool:
        """Whether the bytes that were kept lie here unaltered (U15); read anew only when the file changed."""
        place = self._place(digest)
        try:
            found = place.stat()
        except OSError:
            return False
        return _digest_of(place, found.st_size, found.st_mtime_ns, found.st_ctime_ns) == digest

    def older_than(self, seconds: int) -> Iterator[str]:
        """Names of files that lie here longer; unfinished ones of that age are removed on the way."""
        before = time.time() - seconds
        for path in self._folder.glob("??/*"):
            if path.stat().st_mtime >= before:
                continue
            if path.name.startswith(".part-"):
                path.unlink(missing_ok=True)
            else:
                yield path.name

    def drop(self, digest: str, *, older_than: int) -> bool:
        """Remove what no row names, unless somebody has just sent it again; whether it went."""
        place = self._place(digest)
        aside = place.with_name(f".part-{digest}")
        try:
            place.replace(aside)
        except FileNotFoundError:
            return False
        if aside.stat().st_mtime >= time.time() - older_than:
            aside.replace(place)
            return False
        aside.unlink()
        return True

    def _place(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


@lru_cache(maxsize=4096)
def _digest_of(place: Path, _size: int, _modified: int, _changed: int) -> str:
    """What a file holds as long as its size and times stay what they are."""
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError:
        return ""


def _sync(folder: Path) -> None:
    """A rename is safe when its folder is. Windows opens no folders and needs none of this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
