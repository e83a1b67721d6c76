"""Postings (公开事项), their lines, who reviewed them, and the balance a unit's accounts begin with."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision
from villagegov.columns import Model, Versioned, id_key
from villagegov.disclosure.vocabulary import PayeeKind, ReviewVerdict
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile
from villagegov.notices.models import Notice


class OpeningBalance(Versioned, Model):
    """What the unit had when its accounts begin here, in fen; it counts from `confirmed_at` (second person)."""

    __tablename__ = "opening_balances"
    __table_args__ = (
        UniqueConstraint("unit_id"),
        CheckConstraint("confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id", "two_persons"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: First day of the first month that is kept here.
    from_month: Mapped[date]
    amount_fen: Mapped[int]
    #: The paper it stands on, and its photograph.
    document: Mapped[str]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_by_name: Mapped[str]

    unit: Mapped[Division] = relationship()
    file: Mapped[StoredFile | None] = relationship()


class Posting(Versioned, Model):
    """One item of one unit for one period, from its draft to the board (D-07)."""

    __tablename__ = "postings"
    __table_args__ = (
        UniqueConstraint("unit_id", "number"),
        UniqueConstraint("unit_id", "item", "period_from", "title"),
        UniqueConstraint("occasion_id"),
        Index(None, "unit_id", "posted_at"),
        CheckConstraint("period_until >= period_from", "period_until_after_from"),
        CheckConstraint("posted_at IS NULL OR (notice_id IS NOT NULL AND number IS NOT NULL)", "posted_has_notice"),
        CheckConstraint("reviewed_at IS NULL OR submitted_at IS NOT NULL", "reviewed_after_submitted"),
        CheckConstraint("decision_id IS NULL OR reviewed_at IS NOT NULL", "settled_after_reviewed"),
        CheckConstraint("occasion_id IS NULL OR happened_on IS NOT NULL", "occasion_has_day"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    item: Mapped[Item]
    #: The period; of an event its day twice; of a standing item the day from which it stands, twice.
    period_from: Mapped[date]
    period_until: Mapped[date]
    #: What it is about, where the item and the period do not say it: an event, a plan.
    title: Mapped[str] = mapped_column(default="", server_default="")
    #: The body of an item that is text.
    text: Mapped[str] = mapped_column(default="", server_default="")
    #: The day of the event that has to be posted at once, and its entry among the occasions (D-03).
    happened_on: Mapped[date | None]
    occasion_id: Mapped[int | None] = mapped_column(ForeignKey("occasions.id"))
    #: The township's, posted with a list of who is helped (F-56).
    complaint_phone: Mapped[str] = mapped_column(default="", server_default="")
    #: Running number within the unit, given when posted; part of the public address.
    number: Mapped[int | None]
    #: Balance before the first line, in fen.
    opening_fen: Mapped[int]
    #: Said on purpose: nothing was booked in the period.
    without_entries: Mapped[bool] = mapped_column(default=False)
    #: What the committee adds in words.
    remark: Mapped[str]
    drafted_at: Mapped[datetime]
    drafted_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    drafted_by_name: Mapped[str]
    #: How often it was handed to the supervisors; 0 for a draft that never was.
    review_round: Mapped[int]
    #: Set while the supervisors have it; taken back when it is returned.
    submitted_at: Mapped[datetime | None]
    #: When enough supervisors had passed it.
    reviewed_at: Mapped[datetime | None]
    #: The joint meeting's decision that settled it.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    posted_at: Mapped[datetime | None]
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))

    unit: Mapped[Division] = relationship()
    notice: Mapped[Notice | None] = relationship()
    decision: Mapped[Decision | None] = relationship()
    lines: Mapped[list["PostingLine"]] = relationship(
        back_populates="posting", order_by="PostingLine.position", cascade="all, delete-orphan"
    )
    rows: Mapped[list["PostingRow"]] = relationship(
        back_populates="posting", order_by="PostingRow.position", cascade="all, delete-orphan"
    )
    reviews: Mapped[list["Review"]] = relationship(back_populates="posting", order_by="Review.id")
    files: Mapped[list["PostingFile"]] = relationship(back_populates="posting", order_by="PostingFile.id")


class PostingLine(Model):
    """One entry of the accounts (F-51): income or expense, in fen."""

    __tablename__ = "posting_lines"
    __table_args__ = (
        UniqueConstraint("posting_id", "position"),
        CheckConstraint("income_fen >= 0 AND expense_fen >= 0", "not_negative"),
        CheckConstraint("(income_fen = 0) <> (expense_fen = 0)", "income_or_expense"),
    )

    id: Mapped[id_key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"))
    position: Mapped[int]
    booked_on: Mapped[date]
    voucher: Mapped[str]
    summary: Mapped[str]
    category: Mapped[str]
    income_fen: Mapped[int]
    expense_fen: Mapped[int]
    payee: Mapped[str]
    payee_kind: Mapped[PayeeKind]
    handler: Mapped[str]
    remark: Mapped[str]

    posting: Mapped[Posting] = relationship(back_populates="lines")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.posting.unit


class PostingRow(Model):
    """One row of a table (7.3): its cells in the order of the item's columns."""

    __tablename__ = "posting_rows"
    __table_args__ = (UniqueConstraint("posting_id", "position"),)

    id: Mapped[id_key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"))
    position: Mapped[int]
    #: Days as 2026-09-15, amounts as 1234.50, the rest as typed.
    cells: Mapped[list[Any]]

    posting: Mapped[Posting] = relationship(back_populates="rows")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.posting.unit


class Review(Model):
    """What one supervisor said to one round of a draft."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("posting_id", "review_round", "term_id"),
        CheckConstraint("verdict = 'passed' OR note <> ''", "note_given"),
    )

    id: Mapped[id_key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"))
    review_round: Mapped[int]
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    reviewer_name: Mapped[str]
    verdict: Mapped[ReviewVerdict]
    note: Mapped[str]
    reviewed_at: Mapped[datetime]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))

    posting: Mapped[Posting] = relationship(back_populates="reviews")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.posting.unit


class PostingFile(Model):
    """A picture or paper that goes with a posting; public when it is."""

    __tablename__ = "posting_files"
    __table_args__ = (UniqueConstraint("posting_id", "file_id"),)

    id: Mapped[id_key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("postings.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))

    posting: Mapped[Posting] = relationship(back_populates="files")
    file: Mapped[StoredFile] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.posting.unit
