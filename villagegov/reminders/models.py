"""Reminders an official sent to a unit, and their answers."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.reminders.vocabulary import Topic


class Reminder(Versioned, Model):
    """One matter a unit has to answer in words by a day. Nothing closes it but an answer or who sent it."""

    __tablename__ = "reminders"
    __table_args__ = (
        CheckConstraint("due_on >= sent_on", "due_after_sent"),
        CheckConstraint("answered_at IS NULL OR withdrawn_at IS NULL", "answered_or_withdrawn"),
        CheckConstraint("answered_at IS NULL OR answer <> ''", "answered_in_words"),
        Index(None, "unit_id", "due_on"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    matter: Mapped[str]
    text: Mapped[str]
    topic: Mapped[Topic | None]
    sent_on: Mapped[date]
    due_on: Mapped[date]
    sent_at: Mapped[datetime]
    sent_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    sent_by_name: Mapped[str]
    #: Empty until it is answered.
    answer: Mapped[str]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    answered_by_name: Mapped[str]
    withdrawn_at: Mapped[datetime | None]

    unit: Mapped[Division] = relationship()

    @property
    def deadline(self) -> Deadline:
        """By when it is to be answered."""
        return Deadline(self.sent_on, (self.due_on - self.sent_on).days)
