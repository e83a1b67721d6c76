"""One person's way out of office before the term is over, or aside for a while (E-98, E-99, E-100, F-32)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision, Term
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.vocabulary.departures import CeaseGround, DepartureKind, DepartureOutcome
from villagegov.files.models import StoredFile


class Departure(Versioned, Model):
    """A resignation until a meeting has voted, a suspension until it is lifted, an end by itself at once."""

    __tablename__ = "departures"
    __table_args__ = (
        Index(None, "unit_id"),
        Index(
            "uq_departures_open",
            "term_id",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
        CheckConstraint("(closed_on IS NULL) = (outcome IS NULL)", "closed_with_outcome"),
        CheckConstraint("(kind = 'ceased') = (ground IS NOT NULL)", "ceased_on_a_ground"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    kind: Mapped[DepartureKind]
    ground: Mapped[CeaseGround | None]
    #: The day the paper was handed in, the office ended, or the suspension began.
    filed_on: Mapped[date]
    #: The written resignation, the judgment, the decision: its name, and its picture.
    document: Mapped[str]
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    note: Mapped[str]
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    outcome: Mapped[DepartureOutcome | None]
    closed_on: Mapped[date | None]
    #: The day the notice of it was posted.
    posted_on: Mapped[date | None]
    entered_at: Mapped[datetime]
    entered_by_name: Mapped[str]

    unit: Mapped[Division] = relationship()
    term: Mapped[Term] = relationship()
    file: Mapped[StoredFile] = relationship()
    decision: Mapped[Decision | None] = relationship()
