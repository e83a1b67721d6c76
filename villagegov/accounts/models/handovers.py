"""What a clerk leaves behind, and who takes it over."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.accounts.models.people import Account
from villagegov.columns import Model, id_key
from villagegov.divisions.models import Division


class Handover(Model):
    """A clerk's role ended; his open things go to `receiver`, or, while there is none, to the unit's next clerk."""

    __tablename__ = "handovers"
    __table_args__ = (Index(None, "division_id"),)

    id: Mapped[id_key]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    from_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    to_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    #: What was open, each in one line of words.
    open_things: Mapped[list[Any]]
    made_at: Mapped[datetime]
    #: When the successor said that it was read.
    seen_at: Mapped[datetime | None]

    division: Mapped[Division] = relationship()
    giver: Mapped[Account] = relationship(foreign_keys=[from_id])
    receiver: Mapped[Account | None] = relationship(foreign_keys=[to_id])

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.division
