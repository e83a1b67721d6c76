"""What a file is, by its content, and how much one may send. Pure."""

import unicodedata

from villagegov.files.vocabulary import MediaType

MEGABYTE = 1024 * 1024
#: Bytes of one file; files of one form; dots of a picture by its kind, so that decoding stays below 400 MiB (D15).
LONGEST_FILE = 20 * MEGABYTE
MOST_AT_ONCE = 60
MOST_DOTS = {MediaType.JPEG: 50_000_000, MediaType.PNG: 36_000_000, MediaType.WEBP: 16_000_000}
#: What one unit may keep (design choice): bytes and files.
UNIT_BYTES = 2048 * MEGABYTE
UNIT_FILES = 10_000
QUOTA = {"bytes": UNIT_BYTES // MEGABYTE, "files": UNIT_FILES}
LONGEST_NAME = 300
#: The longer side of a picture as it is served.
SERVED_SIDE = 2400

_STARTS = (
    (b"%PDF-", MediaType.PDF),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
)
_APPLE = {b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1", b"heim", b"heis"}
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{at}" for port in ("COM", "LPT") for at in range(1, 10))}


def media_type_of(data: bytes) -> MediaType | None:
    """U10: what the first bytes say; the name and what the browser says count for nothing."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return MediaType.WEBP
    return next((kind for start, kind in _STARTS if data.startswith(start)), None)


def is_heic(data: bytes) -> bool:
    """Whether it is a picture in the format that newer iPhones take."""
    return data[4:8] == b"ftyp" and data[8:12] in _APPLE


def fits(*, used_bytes: int, used_files: int, more_bytes: int, more_files: int) -> bool:
    """U14: whether the unit may keep so much more."""
    return used_bytes + more_bytes <= UNIT_BYTES and used_files + more_files <= UNIT_FILES


def shown_name(filename: str) -> str:
    """U12: the name as data, without folders, control, direction and invisible characters; the end of a long one."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if not _is_hidden(letter)).strip(" .")
    if kept.partition(".")[0].upper() in _RESERVED:
        kept = f"_{kept}"
    return kept[-LONGEST_NAME:] or "—"


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
