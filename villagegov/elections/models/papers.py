"""登记手续: what a registration on the roll rests on, for those of whom the law asks more than living here."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.roll import RollEntry


class RollPapers(Versioned, Model):
    """One voter's declaration, application, length of stay or work, approval and proof (E-26 to E-32)."""

    __tablename__ = "roll_papers"
    __table_args__ = (
        UniqueConstraint("roll_entry_id"),
        CheckConstraint("(approved_on IS NULL) = (approved_as = '')", "approved_by_a_paper"),
        CheckConstraint("decision_id IS NULL OR approved_on IS NOT NULL", "decided_is_approved"),
        CheckConstraint("months_lived IS NULL OR months_lived >= 0", "lived_not_negative"),
        CheckConstraint("months_worked IS NULL OR months_worked >= 0", "worked_not_negative"),
        Index(None, "decision_id"),
    )

    id: Mapped[id_key]
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    #: The day the voter said that he takes part (E-26, E-28).
    declared_on: Mapped[date | None]
    #: The day of the application (E-27).
    applied_on: Mapped[date | None]
    #: Whole months lived here, or of village or community work, on polling day.
    months_lived: Mapped[int | None]
    months_worked: Mapped[int | None]
    #: The day and the paper of the meeting that agreed, or of the committee that confirmed (E-27, E-28, E-30).
    approved_on: Mapped[date | None]
    approved_as: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    #: Who certified, under what number, that there is no registration at the hukou place (E-32).
    proof: Mapped[str]

    entry: Mapped[RollEntry] = relationship()
    decision: Mapped[Decision | None] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.entry.unit
