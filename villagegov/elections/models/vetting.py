"""资格联审: what each department said of a nominee."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.nominations import Nominee
from villagegov.elections.vocabulary.vetting import Bar, Department, VettingResult


class Vetting(Versioned, Model):
    """One department's result (F-13). Only pass or fail is shown to others; bar and reason are for the clerks."""

    __tablename__ = "vettings"
    __table_args__ = (
        UniqueConstraint("nominee_id", "department", "other_name"),
        CheckConstraint("bar IS NULL OR result = 'fail'", "whoever_is_barred_fails"),
    )

    id: Mapped[id_key]
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominees.id"))
    department: Mapped[Department]
    #: Which other department; empty for the three that the law names.
    other_name: Mapped[str]
    result: Mapped[VettingResult]
    bar: Mapped[Bar | None]
    reason: Mapped[str]
    handler: Mapped[str]
    decided_on: Mapped[date]

    nominee: Mapped[Nominee] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.nominee.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.nominee.is_practice
