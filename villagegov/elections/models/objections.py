"""Objections to a posted roll (F-08)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.roll import Roll
from villagegov.elections.vocabulary.objections import Claim, Ruling


class Objection(Versioned, Model):
    """One person's objection (E-36), its decision (E-37) and, where a province has it, the second appeal (E-38)."""

    __tablename__ = "objections"
    __table_args__ = (
        UniqueConstraint("roll_id", "number"),
        CheckConstraint("(decided_on IS NULL) = (ruling IS NULL)", "decided_in_full"),
        CheckConstraint("decided_on IS NULL OR (reason <> '' AND decided_on >= filed_on)", "decided_with_reason"),
        CheckConstraint("posted_on IS NULL OR posted_on >= decided_on", "posted_after_decided"),
        CheckConstraint("appealed_on IS NULL OR posted_on IS NOT NULL", "appealed_after_posted"),
        CheckConstraint("(appeal_decided_on IS NULL) = (appeal_upheld IS NULL)", "appeal_decided_in_full"),
    )

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    #: Running, within the roll.
    number: Mapped[int]
    #: Who objects: for those who keep the roll only, in no list, record or notice (P-13).
    petitioner: Mapped[str]
    claim: Mapped[Claim]
    #: The number on the roll of whom it is about; none for somebody left out.
    entry_number: Mapped[int | None]
    about: Mapped[str]
    statement: Mapped[str]
    filed_on: Mapped[date]
    decided_on: Mapped[date | None]
    ruling: Mapped[Ruling | None]
    reason: Mapped[str]
    posted_on: Mapped[date | None]
    appealed_on: Mapped[date | None]
    appeal_decided_on: Mapped[date | None]
    appeal_upheld: Mapped[bool | None]
    appeal_reason: Mapped[str]

    roll: Mapped[Roll] = relationship()

    @property
    def appeal_ruling(self) -> Ruling | None:
        """What the township decided."""
        if self.appeal_upheld is None:
            return None
        return Ruling.UPHELD if self.appeal_upheld else Ruling.REJECTED

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.roll.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.roll.is_practice
