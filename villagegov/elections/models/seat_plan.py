"""The number of seats as the village proposes it, the township approves it and the county has it on file (E-05)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Election


class SeatPlan(Versioned, Model):
    """What became of an election's number of seats; the seats themselves stand with the election."""

    __tablename__ = "seat_plans"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("approved_on IS NULL OR proposed_at IS NOT NULL", "approved_when_proposed"),
        CheckConstraint("filed_on IS NULL OR approved_on IS NOT NULL", "filed_when_approved"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: The meeting's decision that proposes it; of an election recorded after its polling day the paper instead.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    paper: Mapped[str]
    proposed_at: Mapped[datetime | None]
    #: Why the township gave it back, until it is proposed anew.
    returned_because: Mapped[str]
    approved_on: Mapped[date | None]
    approved_as: Mapped[str]
    approved_by_name: Mapped[str]
    filed_on: Mapped[date | None]
    filed_as: Mapped[str]

    election: Mapped[Election] = relationship()
    decision: Mapped[Decision | None] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.election.unit
