"""What changed on a roll after its import: lines with a reason and two persons, and supplementary notices (F-09)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.roll import Roll
from villagegov.elections.vocabulary.changes import Change, LineState
from villagegov.people.vocabulary import Sex


class OfARoll:
    """What belongs to a roll lies where it does."""

    roll: Mapped[Roll]

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.roll.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.roll.is_practice


class Supplement(OfARoll, Model):
    """One supplementary notice: the roll before and after, each with its count and fingerprint (E-39)."""

    __tablename__ = "roll_supplements"
    __table_args__ = (UniqueConstraint("roll_id", "number"), CheckConstraint("fingerprint <> ''", "has_fingerprint"))

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    number: Mapped[int]
    posted_on: Mapped[date]
    posted_at: Mapped[datetime]
    registered_before: Mapped[int]
    registered: Mapped[int]
    #: Of the list before; empty when it had none yet.
    fingerprint_before: Mapped[str]
    fingerprint: Mapped[str]

    roll: Mapped[Roll] = relationship()
    lines: Mapped[list["RollChange"]] = relationship(order_by="RollChange.number", back_populates="supplement")


class RollChange(OfARoll, Versioned, Model):
    """One name that enters, leaves or is corrected: by whom proposed and why, by whom confirmed, when done."""

    __tablename__ = "roll_changes"
    __table_args__ = (
        UniqueConstraint("roll_id", "number"),
        CheckConstraint("reason <> ''", "has_reason"),
        CheckConstraint("(confirmed_at IS NULL) = (confirmed_by_id IS NULL)", "confirmed_by_somebody"),
        CheckConstraint("applied_at IS NULL OR confirmed_at IS NOT NULL", "applied_is_confirmed"),
        CheckConstraint("applied_at IS NULL OR withdrawn_at IS NULL", "applied_or_withdrawn"),
        Index(None, "supplement_id"),
    )

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    number: Mapped[int]
    change: Mapped[Change]
    #: Whom it is about; for an addition known once it is done.
    entry_number: Mapped[int | None]
    group_name: Mapped[str]
    name: Mapped[str]
    category: Mapped[str]
    sex: Mapped[Sex]
    born_on: Mapped[date]
    #: Group, name and category as they stood, so that the list before can be written out again.
    before: Mapped[dict[str, Any]]
    person_key: Mapped[bytes]
    #: Only of an addition, until it is done.
    sealed_id: Mapped[bytes | None]
    reason: Mapped[str]
    objection_number: Mapped[int | None]
    proposed_at: Mapped[datetime]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    proposed_by_name: Mapped[str]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_by_name: Mapped[str]
    applied_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    supplement_id: Mapped[int | None] = mapped_column(ForeignKey("roll_supplements.id"))

    roll: Mapped[Roll] = relationship()
    supplement: Mapped[Supplement | None] = relationship(back_populates="lines")

    @property
    def state(self) -> LineState:
        """How far it has come."""
        if self.withdrawn_at is not None:
            return LineState.WITHDRAWN
        if self.applied_at is not None:
            return LineState.APPLIED
        return LineState.PROPOSED if self.confirmed_at is None else LineState.CONFIRMED
