"""Residents' questions (询问、质疑) and complaints to the township (反映); who wrote is sealed (D-10, D-12, P-13)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.disclosure.models.postings import Posting
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.complaints import ComplaintGround, Finding
from villagegov.disclosure.vocabulary.questions import HoldGround, Way
from villagegov.divisions.models import Division


class Question(Versioned, Model):
    """One question on a posting or on the unit in general; its state is computed from these facts."""

    __tablename__ = "questions"
    __table_args__ = (
        UniqueConstraint("unit_id", "number"),
        UniqueConstraint("code_hash"),
        Index(None, "unit_id", "asked_on"),
        Index(None, "posting_id"),
        Index(None, "account_id"),
        CheckConstraint("text <> ''", "has_words"),
        CheckConstraint("(answered_on IS NULL) = (answered_by_id IS NULL)", "answered_by_somebody"),
        CheckConstraint("answered_on IS NULL OR answer <> ''", "answered_in_words"),
        CheckConstraint("(rated_on IS NULL) = (satisfied IS NULL)", "rated_with_verdict"),
        CheckConstraint("rated_on IS NULL OR answered_on IS NOT NULL", "rated_after_answer"),
        CheckConstraint("(held_on IS NULL) = (hold_ground IS NULL)", "held_on_a_ground"),
        CheckConstraint("held_on IS NULL OR hold_reason <> ''", "held_with_reason"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Running number within the unit; what the village knows it by.
    number: Mapped[int]
    posting_id: Mapped[int | None] = mapped_column(ForeignKey("postings.id"))
    text: Mapped[str]
    way: Mapped[Way]
    #: The day the clock runs from; of a visit or a call the day it happened.
    asked_on: Mapped[date]
    entered_at: Mapped[datetime]
    #: Who wrote it down for somebody; null when the asker did.
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    #: Name and phone as the asker gave them, sealed; no phone when the asker signed in.
    sealed_name: Mapped[bytes]
    sealed_phone: Mapped[bytes | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    #: Keyed hash of the receipt code.
    code_hash: Mapped[bytes]

    answer: Mapped[str]
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    answered_by_name: Mapped[str]
    satisfied: Mapped[bool | None]
    rated_on: Mapped[date | None]

    held_on: Mapped[date | None]
    hold_ground: Mapped[HoldGround | None]
    #: Read by the asker and by those who keep questions, not by everybody.
    hold_reason: Mapped[str]
    held_by_name: Mapped[str]

    unit: Mapped[Division] = relationship()
    #: Where it went when it was not answered, or not well enough.
    complaint: Mapped["Complaint | None"] = relationship(back_populates="question")
    posting: Mapped[Posting | None] = relationship()


class Complaint(Versioned, Model):
    """Open until the township has decided and its order is carried out; silence closes nothing."""

    __tablename__ = "complaints"
    __table_args__ = (
        UniqueConstraint("unit_id", "number"),
        UniqueConstraint("question_id"),
        UniqueConstraint("code_hash"),
        CheckConstraint("question_id IS NOT NULL OR (code_hash IS NOT NULL AND text <> '')", "has_words_and_code"),
        CheckConstraint("finding IS NULL OR taken_on IS NOT NULL", "decided_after_taken"),
        CheckConstraint("(finding IS NULL) = (decided_on IS NULL)", "decided_with_finding"),
        CheckConstraint("finding IS NULL OR finding_words <> ''", "decided_in_words"),
        CheckConstraint("(finding = 'ordered') = (order_due_on IS NOT NULL) OR finding IS NULL", "order_has_day"),
        CheckConstraint("reported_on IS NULL OR (order_due_on IS NOT NULL AND report <> '')", "reported_on_order"),
        CheckConstraint("closed_on IS NULL OR reported_on IS NOT NULL", "closed_after_report"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Running number within the unit; what the village knows it by.
    number: Mapped[int]
    ground: Mapped[ComplaintGround]
    question_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id"))
    posting_id: Mapped[int | None] = mapped_column(ForeignKey("postings.id"))
    #: The item that should have been posted.
    item: Mapped[Item | None]
    #: Read by officials only: it may tell who complains.
    text: Mapped[str]
    lodged_on: Mapped[date]
    entered_at: Mapped[datetime]
    sealed_name: Mapped[bytes]
    sealed_phone: Mapped[bytes | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    #: Keyed hash of the receipt code; a question that is taken further keeps its own.
    code_hash: Mapped[bytes | None]

    taken_on: Mapped[date | None]
    taken_by_name: Mapped[str]
    finding: Mapped[Finding | None]
    #: Read by the complainant and by the village.
    finding_words: Mapped[str]
    decided_on: Mapped[date | None]
    decided_by_name: Mapped[str]
    order_due_on: Mapped[date | None]
    #: What the committee did, in its words; the newest report.
    report: Mapped[str]
    reported_on: Mapped[date | None]
    reported_by_name: Mapped[str]
    closed_on: Mapped[date | None]
    closed_by_name: Mapped[str]

    unit: Mapped[Division] = relationship()
    question: Mapped[Question | None] = relationship(back_populates="complaint")
    posting: Mapped[Posting | None] = relationship()
