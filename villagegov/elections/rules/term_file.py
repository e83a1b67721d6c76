"""任期档案: what one election leaves behind as files that open from disk and check themselves. Pure."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from villagegov.elections.vocabulary.printed import PaperCode, Reach
from villagegov.elections.vocabulary.printed_forms import FORMS

#: Working papers that name nobody but candidates and count the rest: in the public cut too.
COUNTS = frozenset(
    {PaperCode.F07, PaperCode.F22, PaperCode.F23, PaperCode.F24, PaperCode.F25, PaperCode.F26, PaperCode.F27}
)


@dataclass(frozen=True)
class Part:
    """One file of the term file: its name in the folder, what it is, its bytes."""

    name: str
    what: str
    data: bytes

    @property
    def sha256(self) -> str:
        """In hex, as sha256sum prints it."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Posted:
    """One version of a posted notice, as the check page recomputes it."""

    name: str
    canonical: str
    fingerprint: str


def is_public(code: PaperCode) -> bool:
    """Rulebook 8.2, P-12: lists of voters and papers of persons stay out of the public cut."""
    return FORMS[code].reach is Reach.OPEN or code in COUNTS


def checksums(parts: Iterable[Part]) -> str:
    """As `sha256sum -c` reads them."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in parts)


def check_data(parts: Iterable[Part], posted: Iterable[Posted]) -> str:
    """What the check page knows: files with their sums, notices with the text of their fingerprint."""
    known = {
        "files": [{"name": one.name, "sha256": one.sha256} for one in parts],
        "notices": [vars(one) for one in posted],
    }
    return f"var CHECK = {json.dumps(known, ensure_ascii=True)};\n"


def index_page(title: str, lead: str, parts: Sequence[Part]) -> str:
    """The list of all files with their sums."""
    rows = "\n".join(
        f'<tr><td><a href="{escape(one.name)}">{escape(one.what)}</a></td>'
        f"<td>{len(one.data):,}</td><td><code>{one.sha256}</code></td></tr>"
        for one in parts
    )
    return f"""<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1>{escape(title)}</h1>
<p>{escape(lead)}</p>
<p><a href="check.html">核对：内容有没有被改过</a></p>
<table>
<thead><tr><th scope="col">文件</th><th scope="col">字节</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""


def table_of(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table as CSV that a spreadsheet opens in Chinese."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(titles)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")
