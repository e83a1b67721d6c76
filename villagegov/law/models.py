"""What a province decided for itself where the law leaves it to the provinces."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.law.vocabulary import CommitteeKind, Field


class Setting(Versioned, Model):
    """One field's own value in one province, for polling days from `from_on` until a later one begins."""

    __tablename__ = "law_settings"
    __table_args__ = (UniqueConstraint("division_id", "committee", "name", "from_on"),)

    id: Mapped[id_key]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    committee: Mapped[CommitteeKind]
    #: Value of a Field; plain text, so that a new field needs no migration.
    name: Mapped[str]
    #: As law.own keeps it: a number, true or false, or the value of a word.
    value: Mapped[str]
    from_on: Mapped[date]
    #: Title and number of the document it stands on.
    document: Mapped[str]

    division: Mapped[Division] = relationship()

    @property
    def field(self) -> Field:
        """Which provision it is about."""
        return Field(self.name)

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.division
