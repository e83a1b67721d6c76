"""A posted result as a page and as paper: the posted fields, nothing recomputed but the fingerprint."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from flask import current_app, url_for

import villagegov.clock as clock
from villagegov.elections.models import Election, Poll
from villagegov.elections.queries.findings import findings_words
from villagegov.elections.queries.result import COUNTS, VOTES, chinese_day
from villagegov.elections.rules.sheet import line_label
from villagegov.elections.vocabulary import ResultField
from villagegov.notices import queries as notices
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.notices.rules import grouped
from villagegov.web.logged import code_on_paper, with_code
from villagegov.web.papers import qr_paper, qr_svg
from villagegov.web.reader import in_chinese

#: Shown as label and value at the head of the notice.
HEAD = (
    ResultField.UNIT,
    ResultField.ROUND,
    ResultField.POLLING_DAY,
    ResultField.METHOD,
    ResultField.LAW,
)
FIGURES = (
    ResultField.REGISTERED,
    ResultField.ISSUED,
    ResultField.COLLECTED,
    ResultField.TURNOUT,
    ResultField.GOAL,
)


@dataclass(frozen=True)
class PostVotes:
    """One post on the notice: its ballots in words, and name, votes, outcome of everybody voted for."""

    label: str
    counts: str
    rows: list[list[str]]


@dataclass(frozen=True)
class NoticePage:
    """Everything a reader of the notice is shown."""

    poll: Poll
    notice: Notice
    version: NoticeVersion
    values: dict[str, str]
    unaltered: bool

    #: What was found out about the casting since; empty when nothing was.
    findings: list[str]

    @property
    def election(self) -> Election:
        """Whose result it is."""
        return self.poll.election

    @property
    def is_newest(self) -> bool:
        """Whether no correction followed."""
        return self.version.version_number == self.notice.current.version_number

    @property
    def number_words(self) -> str:
        """公告〔2026〕3号."""
        return f"公告〔{self.notice.year}〕{self.notice.number}号"

    @property
    def fingerprint(self) -> str:
        """In groups of four."""
        return grouped(self.version.fingerprint)

    @property
    def address(self) -> str:
        """Where this page is on the web, whole; empty while SITE_URL is not set."""
        site = str(current_app.config["SITE_URL"]).rstrip("/")
        code, number = self.values[ResultField.CODE], self.election.number
        path = url_for("elections.public_poll", code=code, number=number, poll_number=self.poll.number)
        return f"{site}{path}" if site else ""

    @cached_property
    def qr(self) -> str:
        """The address as an inline picture; empty without an address."""
        return qr_svg(with_code(self.address, self.version)) if self.address else ""

    @property
    def posted_words(self) -> str:
        """When it was posted, in Chinese and in China's time."""
        local = self.version.posted_at.astimezone(clock.CHINA)
        return f"{chinese_day(local.date())} {local:%H:%M}"

    def pairs(self, names: tuple[ResultField, ...]) -> list[tuple[str, str]]:
        """Label and value of some fields."""
        with in_chinese():
            return [(str(name.label), self.values[name]) for name in names]

    @property
    def head(self) -> list[tuple[str, str]]:
        """Number, then the head of the notice."""
        return [("文号", self.number_words), *self.pairs(HEAD)]

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The base, the ballots and the turnout."""
        return self.pairs(FIGURES)

    @property
    def posts(self) -> list[PostVotes]:
        """The full vote table, post by post."""
        with in_chinese():
            return [
                PostVotes(
                    line_label(name.removeprefix(COUNTS)),
                    counts,
                    [line.split("\t") for line in self.values[VOTES + name.removeprefix(COUNTS)].splitlines()],
                )
                for name, counts in self.values.items()
                if name.startswith(COUNTS) and VOTES + name.removeprefix(COUNTS) in self.values
            ]

    @property
    def log(self) -> list[list[str]]:
        """Step and article of each line of the decision."""
        return [line.split("\t") for line in self.values[ResultField.LOG].splitlines()]

    def paper(self) -> dict[str, object]:
        """Plain data for the PDF."""
        return {
            "title": self.values[ResultField.TITLE],
            "head": self.head,
            "figures": self.figures,
            "posts": [{"label": one.label, "counts": one.counts, "rows": one.rows} for one in self.posts],
            "verdict": self.values[ResultField.VERDICT],
            "elected": self.values[ResultField.ELECTED],
            "further": self.values[ResultField.FURTHER],
            "log": self.log,
            "remark": self.values[ResultField.REMARK],
            "contact": self.values[ResultField.CONTACT],
            "signer": self.values[ResultField.SIGNER],
            "posted": clock.day_of(self.version.posted_at).isoformat(),
            "version": self.version.version_number,
            "reason": self.version.reason,
            "fingerprint": self.fingerprint,
            "address": self.address,
            "qr": qr_paper(with_code(self.address, self.version)) if self.address else "",
            "check": code_on_paper(self.version),
        }


def notice_page(poll: Poll, notice: Notice, version_number: int | None) -> NoticePage | None:
    """The page of one version, of the newest without a number; None when there is no such version."""
    wanted = version_number or notice.current.version_number
    version = next((one for one in notice.versions if one.version_number == wanted), None)
    if version is None:
        return None
    values = defaultdict(str, notices.values_of(version))  # a field taken out of the database leaves a gap, no fault
    return NoticePage(poll, notice, version, values, notices.is_unaltered(version), findings_words(poll))
