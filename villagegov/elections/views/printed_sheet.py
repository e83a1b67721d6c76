"""A paper as PDF, and a posted one as a page: the posted fields, nothing recomputed but the fingerprint."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from flask import Response, current_app, make_response, url_for

from villagegov.elections.models import Election, ElectionPaper
from villagegov.elections.rules.printed import Paper, listed_in, paper_of
from villagegov.elections.vocabulary.printed import Reach
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.rules import grouped
from villagegov.web.logged import code_on_paper, with_code
from villagegov.web.papers import pdf_of, qr_paper, qr_svg

_LONG = re.compile(r"[^\W\u3400-\u9fff\U00020000-\U0003ffff_]{9,}")
ANYWHERE = "\u200b"
#: Paper sizes that a board or a printer takes.
SIZES = ("a4", "a3")


@dataclass(frozen=True)
class PostedPaper:
    """Everything a reader of a posted paper is shown; the lists of some hang on the board only (P-12)."""

    kept: ElectionPaper
    notice: Notice
    version: NoticeVersion
    unaltered: bool
    on_board: bool = False

    @cached_property
    def fields(self) -> dict[str, str]:
        """Name → value as posted."""
        return notices.values_of(self.version)

    @cached_property
    def paper(self) -> Paper:
        """As it may be read here."""
        return paper_of(self.fields, with_tables=self.on_board or not self.board_only)

    @property
    def election(self) -> Election:
        """Whose paper it is."""
        return self.kept.election

    @property
    def board_only(self) -> bool:
        """Whether its lists stay off the open web."""
        return FORMS[self.kept.code].reach is not Reach.OPEN

    @property
    def listed(self) -> int:
        """How many rows its lists have."""
        return listed_in(self.fields)

    @property
    def number_words(self) -> str:
        """公告〔2026〕3号."""
        return f"公告〔{self.notice.year}〕{self.notice.number}号"

    @property
    def fingerprint(self) -> str:
        """In groups of four."""
        return grouped(self.version.fingerprint)

    @property
    def place(self) -> dict[str, Any]:
        """What its public addresses are made of."""
        return {"code": self.notice.unit.code, "year": self.notice.year, "number": self.notice.number}

    @property
    def address(self) -> str:
        """Where this page is on the web, whole; empty while SITE_URL is not set."""
        site = str(current_app.config["SITE_URL"]).rstrip("/")
        return f"{site}{url_for('elections.public_paper', **self.place)}" if site else ""

    @cached_property
    def qr(self) -> str:
        """The address as an inline picture; empty without an address."""
        return qr_svg(with_code(self.address, self.version)) if self.address else ""


def posted_page(kept: ElectionPaper, version_number: int | None, *, on_board: bool = False) -> PostedPaper | None:
    """The page of one version, of the newest without a number; None when there is no such version."""
    notice = kept.notice
    if notice is None:
        return None
    wanted = version_number or notice.current.version_number
    version = next((one for one in notice.versions if one.version_number == wanted), None)
    if version is None:
        return None
    return PostedPaper(kept, notice, version, notices.is_unaltered(version), on_board)


def sheet_of(papers: Sequence[Paper], size: str = "a4") -> bytes:
    """These copies as one PDF, each on pages of its own."""
    return _pdf(papers, size, {})


def sheet_of_posted(page: PostedPaper, size: str = "a4") -> bytes:
    """A posted paper with its fingerprint."""
    address = page.address
    posted = {
        "altered": not page.unaltered,
        "version": page.version.version_number,
        "reason": page.version.reason,
        "fingerprint": page.fingerprint,
        "address": address,
        "qr": qr_paper(with_code(address, page.version)) if address else "",
        "check": code_on_paper(page.version),
    }
    return _pdf([page.paper], size, posted)


def _pdf(papers: Sequence[Paper], size: str, posted: dict[str, object]) -> bytes:
    notices_ = [code.value for code, form in FORMS.items() if form.is_notice]
    plain = {
        "notices": notices_,
        "altered": False,
        "version": 1,
        "reason": "",
        "fingerprint": "",
        "address": "",
        "qr": "",
        "check": "",
    }
    data = {
        "papers": [_soft(asdict(one)) for one in papers],
        "size": size,
        "blank": any(one.is_blank for one in papers),
    }
    return pdf_of("form", {**plain, **posted, **data})


def _soft(value: Any) -> Any:
    """A long word without a place to break would run out of its cell: it may break anywhere."""
    if isinstance(value, str):
        return _LONG.sub(lambda found: ANYWHERE.join(found[0]), value)
    if isinstance(value, dict):
        return {name: one if name == "code" else _soft(one) for name, one in value.items()}
    return [_soft(one) for one in value] if isinstance(value, list | tuple) else value


def as_pdf(data: bytes, name: str) -> Response:
    """A PDF to be looked at, under a plain name."""
    response = make_response(data)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
