"""A topic's sheets as PDF, and a posted notice as a page: the posted fields, nothing recomputed but the fingerprint."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from flask import Response, current_app, make_response, url_for

from villagegov.consultation.models import Topic
from villagegov.consultation.rules.sheets import Sheet, posted_sheet
from villagegov.consultation.vocabulary import NoticePart
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.rules import grouped
from villagegov.web.logged import code_on_paper, with_code
from villagegov.web.papers import pdf_of, qr_paper, qr_svg

FORM = "F-60"


@dataclass(frozen=True)
class PostedNotice:
    """Everything a reader of a posted notice is shown."""

    topic: Topic
    part: NoticePart
    notice: Notice
    version: NoticeVersion
    unaltered: bool

    @cached_property
    def sheet(self) -> Sheet:
        """As it was posted."""
        return posted_sheet(notices.values_of(self.version))

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
        return {"code": self.topic.unit.code, "number": self.topic.number, "part": self.part.value}

    @property
    def address(self) -> str:
        """Where this page is on the web, whole; empty while SITE_URL is not set."""
        site = str(current_app.config["SITE_URL"]).rstrip("/")
        return f"{site}{url_for('consultation.public_notice', **self.place)}" if site else ""

    @cached_property
    def qr(self) -> str:
        """The address as an inline picture; empty without an address."""
        return qr_svg(with_code(self.address, self.version)) if self.address else ""


def posted_page(topic: Topic, part: NoticePart, version_number: int | None = None) -> PostedNotice | None:
    """One version of the notice of a topic, the newest without a number; None when there is no such version."""
    notice = topic.result_notice if part is NoticePart.RESULT else topic.done_notice
    if notice is None:
        return None
    wanted = version_number or notice.current.version_number
    version = next((one for one in notice.versions if one.version_number == wanted), None)
    return None if version is None else PostedNotice(topic, part, notice, version, notices.is_unaltered(version))


def pdf_of_sheet(sheet: Sheet, number: str, *, posted: PostedNotice | None = None) -> bytes:
    """A sheet on paper, a posted one with its fingerprint and QR code."""
    address = posted.address if posted else ""
    paper = {
        **asdict(sheet),
        "code": FORM,
        "number": number,
        "text": "",
        "after": "",
        "stub": [],
        "landscape": False,
        "is_blank": False,
        "part": "",
        "part_name": "",
    }
    data = {
        "papers": [paper],
        "size": "a4",
        "blank": False,
        "notices": [FORM] if posted else [],
        "altered": bool(posted and not posted.unaltered),
        "version": posted.version.version_number if posted else 1,
        "reason": posted.version.reason if posted else "",
        "fingerprint": posted.fingerprint if posted else "",
        "address": address,
        "qr": qr_paper(with_code(address, posted.version)) if posted and address else "",
        "check": code_on_paper(posted.version) if posted else "",
    }
    return pdf_of("form", data)


def as_pdf(data: bytes, name: str) -> Response:
    """A PDF to be looked at, under a plain name."""
    response = make_response(data)
    response.mimetype = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
