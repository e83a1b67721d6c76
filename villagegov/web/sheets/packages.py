"""Whether an xlsx package is safe to hand to the parser: every part is inflated here once, counted and looked at.

Sizes in a zip can lie, so the declared sum is checked first and the true length while inflating, one chunk at a time.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from villagegov.vocabulary import _l
from villagegov.web.sheets.cells import Positions
from villagegov.web.sheets.table import Limits, SheetRefused
from villagegov.web.sheets.vocabulary import SheetReason

MEGABYTE = 1_000_000
_CHUNK = 1 << 20
_FORBIDDEN = ((b"<!DOCTYPE", "DTD"), (b"<!ENTITY", _l("实体")))


def check_package(data: bytes, limits: Limits) -> set[tuple[int, int]]:
    """Refuse bombs, doubles, entities, macros, far-away cells; give (line, column) of formulas never computed."""
    parts = _parts(data, limits)
    room = limits.unpacked_megabytes * MEGABYTE
    if sum(part.file_size for part in parts) > room:
        raise SheetRefused(SheetReason.UNPACKS_TOO_LARGE, limit=limits.unpacked_megabytes)
    sheets = []
    for part in parts:
        positions, end = Positions(limits), b""
        for chunk in _inflated(data, part):
            _refuse_forbidden(end + chunk, part)
            positions.feed(chunk)
            end = chunk[-10:]
        positions.close()
        if positions.is_sheet:
            sheets.append(positions)
    holes = [positions.holes for positions in sheets if positions.holes]
    if holes and len(sheets) > 1:
        raise SheetRefused(SheetReason.NOT_COMPUTED, title="工作表里")
    return holes[0] if holes else set()


def _parts(data: bytes, limits: Limits) -> list[zipfile.ZipInfo]:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SheetRefused(SheetReason.DAMAGED) from error
    if len(parts) > limits.parts:
        raise SheetRefused(SheetReason.TOO_MANY_PARTS, limit=limits.parts)
    names = {part.filename.replace("\\", "/").casefold() for part in parts}
    if len(names) < len(parts):
        raise SheetRefused(SheetReason.DOUBLE_PART)
    if any("vbaproject" in name for name in names):
        raise SheetRefused(SheetReason.FORBIDDEN, what=_l("宏"))
    if any(part.flag_bits & 1 for part in parts):
        raise SheetRefused(SheetReason.LOCKED)
    return parts


def _inflated(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The true bytes of a part, never more than it declares."""
    head = part.header_offset
    start = head + 30 + int.from_bytes(data[head + 26 : head + 28], "little")
    start += int.from_bytes(data[head + 28 : head + 30], "little")
    packed = data[start : start + part.compress_size]
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or len(packed) != part.compress_size:
        raise SheetRefused(SheetReason.DAMAGED)
    if part.compress_type == zipfile.ZIP_STORED:
        length = len(packed)
        yield packed
    else:
        length = 0
        for chunk in _deflated(packed):
            length += len(chunk)
            if length > part.file_size:
                break
            yield chunk
    if length != part.file_size:
        raise SheetRefused(SheetReason.DAMAGED)


def _deflated(packed: bytes) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-15)
    try:
        while packed and not inflate.eof:
            yield inflate.decompress(packed, _CHUNK)
            packed = inflate.unconsumed_tail
        yield inflate.flush()
    except zlib.error as error:
        raise SheetRefused(SheetReason.DAMAGED) from error
    if not inflate.eof or inflate.unused_data:
        raise SheetRefused(SheetReason.DAMAGED)


def _refuse_forbidden(chunk: bytes, part: zipfile.ZipInfo) -> None:
    """Parts are XML in UTF-8; a document type, an entity, or another encoding that could hide one is refused."""
    for mark, what in _FORBIDDEN:
        if mark in chunk:
            raise SheetRefused(SheetReason.FORBIDDEN, what=what)
    if b"\x00" in chunk and part.filename.lower().endswith((".xml", ".rels", ".vml")):
        raise SheetRefused(SheetReason.FORBIDDEN, what=_l("非 UTF-8 编码"))
