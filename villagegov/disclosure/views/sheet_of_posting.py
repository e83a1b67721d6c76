"""A posting as a page: the posted fields, nothing recomputed but the fingerprint and the sums by class."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import current_app, url_for

import villagegov.clock as clock
from villagegov.bodies.vocabulary import Body
from villagegov.deadlines import Deadline
from villagegov.disclosure.measures import ClassTotal, class_totals
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.items import shape_of
from villagegov.disclosure.rules.audiences import SOMEBODY
from villagegov.disclosure.rules.canonical import PublicFile, PublicPosting, digest_of
from villagegov.disclosure.rules.comparing import Change
from villagegov.disclosure.views.days import words_of_day
from villagegov.disclosure.views.sheet_of_table import TableSheet, sheet_of_posted
from villagegov.disclosure.vocabulary import PostingField
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.files.models import StoredFile
from villagegov.money import yuan
from villagegov.notices import queries as notices
from villagegov.notices.models import BoardEvidence, Notice, NoticeVersion
from villagegov.notices.rules import board_deadline, board_state, grouped
from villagegov.notices.vocabulary import BoardState
from villagegov.web.attachments import store
from villagegov.web.logged import with_code
from villagegov.web.papers import qr_svg
from villagegov.web.reader import in_chinese

F = PostingField


@dataclass(frozen=True)
class Attachment:
    """A file that was posted with it: its number in the address, its name, its row, whether its bytes are the same."""

    at: int
    name: str
    stored: StoredFile | None
    sound: bool


@dataclass(frozen=True)
class Hung:
    """A photograph from the board, and whether its bytes are still those that were kept."""

    evidence: BoardEvidence
    sound: bool

    @property
    def entered_on(self) -> date:
        """The day it was noted here; told where it differs from the day that was written down (T12)."""
        return clock.day_of(self.evidence.entered_at)


@dataclass(frozen=True)
class PostingPage:
    """Everything a reader of the posting is shown."""

    posting: Posting
    notice: Notice
    version: NoticeVersion
    shown: PublicPosting
    unaltered: bool
    #: What changed since the last period.
    changes: tuple[Change, ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.shown[PostingField(name)]

    @property
    def is_newest(self) -> bool:
        """Whether no correction followed."""
        return self.version.version_number == self.notice.current.version_number

    @property
    def title(self) -> str:
        """As it was posted; without one, its number."""
        return self.shown[F.TITLE] or self.number_words

    @property
    def number_words(self) -> str:
        """村务公开〔2026〕3号, of a residents' committee 居务公开〔2026〕3号 (rulebook part 5)."""
        return f"{self.kind_words}〔{self.notice.year}〕{self.notice.number}号"

    @property
    def kind_words(self) -> str:
        """村务公开 or 居务公开, in Chinese."""
        with in_chinese():
            return str(self.notice.kind.named(self.posting.unit.kind))

    @property
    def supervisors(self) -> str:
        """Who else takes questions, by its full name, in Chinese."""
        with in_chinese():
            return str(Body.SUPERVISION.named(self.posting.unit.kind))

    @property
    def fingerprint(self) -> str:
        """In groups of four."""
        return grouped(self.version.fingerprint)

    @property
    def posted_on(self) -> date:
        """The day it was first posted."""
        return notices.posted_on(self.notice)

    @property
    def kept(self) -> Deadline:
        """How long it stays, with its sum (D-05)."""
        return Deadline(self.posted_on, (self.notice.keep_through - self.posted_on).days)

    @property
    def posted_words(self) -> str:
        """When it was posted, in Chinese and in China's time."""
        local = self.version.posted_at.astimezone(clock.CHINA)
        return f"{words_of_day(local.date().isoformat())} {local:%H:%M}"

    @property
    def head(self) -> list[tuple[str, str]]:
        """Where, which number, which period or day, when posted and until when; in Chinese."""
        with in_chinese():
            return [
                ("单位", self.shown[F.UNIT]),
                ("文号", self.number_words),
                self._when,
                ("公布时间", self.posted_words),
                ("至少公布到", f"{words_of_day(self.notice.keep_through.isoformat())}（{self.kept.words}）"),
            ]

    @property
    def _when(self) -> tuple[str, str]:
        first, until = (words_of_day(self.shown[one]) for one in (F.PERIOD_FROM, F.PERIOD_UNTIL))
        if self.shown[F.HAPPENED_ON]:
            return "发生日期", words_of_day(self.shown[F.HAPPENED_ON])
        return "期间", f"{first}起长期" if first == until else f"{first}至{until}"

    @property
    def shape(self) -> Shape:
        """Accounts, a table, or text."""
        return shape_of(self.posting)

    @cached_property
    def sheet(self) -> TableSheet:
        """The table, as far as this reader sees it; empty for another shape."""
        return sheet_of_posted(self.shown)

    @property
    def somebody(self) -> bool:
        """Whether a person is left out of the table for this reader."""
        return any(SOMEBODY in row for row in self.shown.rows)

    @property
    def paragraphs(self) -> list[str]:
        """The text, or what is said on purpose of an empty table."""
        return [line for line in self.shown[F.TEXT].splitlines() if line.strip()]

    @property
    def sums(self) -> list[tuple[str, str]]:
        """Opening + income − expense = closing, one below the other."""
        # The signs stand where one adds up by eye.
        return [
            ("上月结余", self.shown[F.OPENING]),
            ("＋ 本月收入", self.shown[F.INCOME]),
            ("− 本月支出", self.shown[F.EXPENSE]),
            ("＝ 本月结余", self.shown[F.CLOSING]),
        ]

    @cached_property
    def totals(self) -> list[tuple[str, str, list[ClassTotal]]]:
        """Income and expense by class: title, sum, rows."""
        incomes, expenses = class_totals(self.shown.lines)
        both = (("收入", incomes), ("支出", expenses))
        return [(name, yuan(sum(one.fen for one in rows)), rows) for name, rows in both if rows]

    @property
    def joint(self) -> str:
        """The joint meeting's decision in one sentence; empty without one."""
        held = self.shown.joint
        if held is None:
            return ""
        votes = f"赞成 {held.votes_for} 票，反对 {held.votes_against} 票，弃权 {held.abstained} 票"
        return f"{words_of_day(held.held_on)}联席会议第 {held.number} 项“{held.matter}”：{votes}，通过。"

    @cached_property
    def attachments(self) -> list[Attachment]:
        """What was posted with it, each compared with the bytes on the disk (U15, T3)."""
        kept = {one.file.served_sha256: one.file for one in self.posting.files}
        return [_compared(at, one, kept) for at, one in enumerate(self.shown.files, 1)]

    @property
    def is_whole(self) -> bool:
        """Whether words and attachments are those that were posted."""
        return self.unaltered and all(one.sound for one in self.attachments)

    @property
    def hangs(self) -> list[Hung]:
        """Photographs from the board."""
        return [Hung(one, store().holds(one.file.served_sha256)) for one in self.notice.hangs]

    @property
    def board(self) -> BoardState:
        """Whether it hangs there."""
        return board_state(self.notice.hangs, clock.today())

    @property
    def board_due(self) -> Deadline:
        """By when there is a photograph, or it hangs again."""
        return board_deadline(self.posted_on, self.notice.hangs)

    @property
    def address(self) -> str:
        """Where this page is on the web, whole; empty while SITE_URL is not set."""
        site = str(current_app.config["SITE_URL"]).rstrip("/")
        path = url_for("disclosure.public_posting", code=self.posting.unit.code, number=self.posting.number)
        return f"{site}{path}" if site else ""

    @cached_property
    def qr(self) -> str:
        """The address as an inline picture; empty without an address."""
        return qr_svg(with_code(self.address, self.version)) if self.address else ""


def _compared(at: int, posted: PublicFile, kept: Mapping[str, StoredFile]) -> Attachment:
    digest = digest_of(posted.mark)
    stored = kept.get(digest)
    return Attachment(at, posted.name, stored, stored is not None and store().holds(digest))
