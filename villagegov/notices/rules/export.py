"""The lines of an export: what an outsider needs to recompute the whole log. Pure; one JSON text a line.

Of what is not public only the commitment leaves, in the canonical form; of what everybody may read also value and salt.
"""

import json
from collections.abc import Mapping, Sequence

from villagegov.notices.rules.canonical import Field
from villagegov.notices.vocabulary import NoticeKind

FORMAT = "villagegov export 1"
#: Fields of every notice that everybody may read: why it was corrected, until when it is kept.
ALWAYS = frozenset({"reason", "keep_through"})
#: Kinds of which everything is on the open web.
WHOLE = frozenset({NoticeKind.ELECTION_RESULT, NoticeKind.CONSULTATION})
#: What the open web shows of every posting; its lines and texts are masked there, so that only commitments leave (8.2).
OF_POSTINGS = frozenset(
    {
        *("title", "item", "unit", "number", "period_from", "period_until", "happened_on"),
        *("opening", "income", "expense", "closing", "count", "signer"),
    }
)
#: Attachments of a posting: name, and the sha256 of the file with its figures written as letters.
FILE = "file."
#: Of a posting that is a table: how its columns are called.
COLUMNS = "columns"
_FIGURES = str.maketrans("ghijklmnop", "0123456789")


def line(said: Mapping[str, object]) -> str:
    """One line."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def head_line(*, origin: str, size: int, made_at: str, keys: Sequence[str], newest: str) -> str:
    """The first line: which log, how many entries, the public keys, the newest checkpoint."""
    said = {"format": FORMAT, "origin": origin, "size": size, "made_at": made_at}
    return line({**said, "keys": list(keys), "newest": newest})


def open_fields(kind: NoticeKind, fields: Sequence[Field]) -> dict[str, list[str]]:
    """Rulebook 8.2: name → value and salt of the fields whose value may leave.

    P-12: a table may be a list for residents only, so that its attachments are not named here.
    """
    is_posting = kind is NoticeKind.POSTING
    allowed = ALWAYS | OF_POSTINGS if is_posting else ALWAYS
    with_files = is_posting and not any(one.name == COLUMNS and one.value for one in fields)
    return {
        one.name: [one.value, one.salt]
        for one in fields
        if kind in WHOLE or one.name in allowed or (with_files and one.name.startswith(FILE))
    }


def files_of(fields: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Field → the sha256 of the attachment that it names; of an unreadable one an empty text."""
    return {name: _digest(value) for name, (value, _salt) in fields.items() if name.startswith(FILE)}


def _digest(value: str) -> str:
    try:
        _name, mark = json.loads(value)
        return str(mark).translate(_FIGURES)
    except ValueError:
        return ""


def end_line(size: int) -> str:
    """The last line, without which the file is not complete."""
    return line({"end": size})
