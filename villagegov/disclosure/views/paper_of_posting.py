"""A posting as plain data for its paper."""

import villagegov.clock as clock
from villagegov.disclosure.views.days import day_and_month, words_of_day
from villagegov.disclosure.views.sheet_of_posting import PostingPage
from villagegov.disclosure.vocabulary import PostingField
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.web.logged import code_on_paper, with_code
from villagegov.web.papers import qr_paper

F = PostingField


def paper_of(page: PostingPage, *, size: str = "a4") -> dict[str, object]:
    """Plain data for the PDF; `size` is that of its sheets, a4 or a3."""
    return {
        "paper": size,
        "kind": page.kind_words,
        "title": page.title,
        "head": page.head,
        "shape": page.shape.value,
        "sums": page.sums if page.shape is Shape.ACCOUNTS else page.sheet.totals[1],
        "sides": page.sheet.totals[0],
        "count": page.shown[F.COUNT],
        "text": page.paragraphs,
        "columns": [str(one["label"]) for one in page.sheet.columns],
        "figures": [bool(one["numeric"]) for one in page.sheet.columns],
        "rows": [row.cells for row in page.sheet.rows],
        "closed": page.shown.closed,
        "complaints": page.shown[F.COMPLAINTS],
        "lines": [[day_and_month(line.day), *line[1:]] for line in page.shown.lines],
        "totals": [
            [f"{name}：{total} 元", [[one.category, str(one.count), one.amount, one.percent] for one in rows]]
            for name, total, rows in page.totals
        ],
        "reviews": [[one.name, one.verdict, one.note, words_of_day(one.day)] for one in page.shown.reviews],
        "joint": page.joint,
        "remark": page.shown[F.REMARK],
        "contact": page.shown[F.CONTACT],
        "supervisors": page.supervisors,
        "signer": page.shown[F.SIGNER],
        "unit": page.shown[F.UNIT],
        "files": [one.name for one in page.shown.files],
        "posted": clock.day_of(page.version.posted_at).isoformat(),
        "posted_words": words_of_day(clock.day_of(page.version.posted_at).isoformat()),
        "version": page.version.version_number,
        "reason": page.version.reason,
        "altered": not page.is_whole,
        "fingerprint": page.fingerprint,
        "address": page.address,
        "qr": qr_paper(with_code(page.address, page.version)) if page.address else "",
        "check": code_on_paper(page.version),
    }
