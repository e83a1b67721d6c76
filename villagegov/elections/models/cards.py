"""选民证: which sheets were printed, and which cards were reissued. The codes are computed, never stored."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.elections.models.changes import OfARoll
from villagegov.elections.models.roll import Roll, RollEntry


class CardSheet(OfARoll, Model):
    """Cards of one stretch of the roll, put on paper."""

    __tablename__ = "card_sheets"
    __table_args__ = (CheckConstraint("last_number >= first_number", "in_order"), Index(None, "roll_id"))

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    first_number: Mapped[int]
    last_number: Mapped[int]
    cards: Mapped[int]
    printed_at: Mapped[datetime]
    printed_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    printed_by_name: Mapped[str]

    roll: Mapped[Roll] = relationship()


class CardReissue(Model):
    """A card that took the place of the one before, whose code no longer holds."""

    __tablename__ = "card_reissues"
    __table_args__ = (UniqueConstraint("roll_entry_id", "issue"), CheckConstraint("reason <> ''", "has_reason"))

    id: Mapped[id_key]
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    #: 2 for the card after the first.
    issue: Mapped[int]
    reason: Mapped[str]
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    issued_by_name: Mapped[str]

    entry: Mapped[RollEntry] = relationship()
