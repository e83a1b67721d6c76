"""户代表、居民代表: who votes where a residents' committee is not elected by all voters (E-74)."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.elections.models.roll import Roll, RollEntry


class Elector(Model):
    """One on the roll who casts a ballot for the household, or as a residents' representative."""

    __tablename__ = "electors"
    __table_args__ = (UniqueConstraint("roll_id", "roll_entry_id"), UniqueConstraint("roll_entry_id"))

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))

    roll: Mapped[Roll] = relationship()
    entry: Mapped[RollEntry] = relationship()
