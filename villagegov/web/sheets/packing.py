"""A table between preview and confirmation: read once, kept as plain text, so that what was shown is what is stored."""

import json

from villagegov.web.sheets.table import Fault, Row, Sheet
from villagegov.web.sheets.vocabulary import SheetReason


def packed(sheet: Sheet) -> bytes:
    """The table as bytes to keep."""
    texts = [sheet.sha256, sheet.sheet_name, *sheet.ignored_titles]
    return json.dumps([texts, sheet.rows, sheet.faults, sheet.skipped], ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )


def unpacked(data: bytes) -> Sheet:
    """The table again."""
    (sha256, sheet_name, *ignored), rows, faults, skipped = json.loads(data.decode("utf-8", "surrogatepass"))
    return Sheet(
        [Row(line, tuple(values)) for line, values in rows],
        [_fault(*one) for one in faults],
        [_fault(*one) for one in skipped],
        sha256,
        sheet_name,
        tuple(ignored),
    )


def _fault(line: int, title: str, reason: str, values: list[tuple[str, object]]) -> Fault:
    return Fault(line, title, SheetReason(reason), tuple((key, value) for key, value in values))
