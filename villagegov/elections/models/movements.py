"""A roll carried over from the last one, and every name that entered or left it since (E-40)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.elections.models.changes import OfARoll, RollChange
from villagegov.elections.models.roll import Roll
from villagegov.elections.vocabulary.movements import Ground
from villagegov.people.vocabulary import Sex


class Carryover(OfARoll, Model):
    """Where a roll began: with whose names, and how many."""

    __tablename__ = "roll_carryovers"
    __table_args__ = (
        UniqueConstraint("roll_id"),
        CheckConstraint("roll_id <> from_roll_id", "two_rolls"),
        CheckConstraint("carried >= 0 AND left_elsewhere >= 0", "not_negative"),
        Index(None, "from_roll_id"),
    )

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    from_roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    carried: Mapped[int]
    #: Those who stood on another roll of this round already (E-31).
    left_elsewhere: Mapped[int]
    carried_at: Mapped[datetime]
    carried_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    carried_by_name: Mapped[str]

    roll: Mapped[Roll] = relationship(foreign_keys=roll_id)
    source: Mapped[Roll] = relationship(foreign_keys=from_roll_id)


class Movement(OfARoll, Model):
    """One name more or one name less; counted by group and sex for the statistics (F-07)."""

    __tablename__ = "roll_movements"
    __table_args__ = (Index(None, "roll_id"),)

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    group_name: Mapped[str]
    sex: Mapped[Sex]
    ground: Mapped[Ground]
    moved_at: Mapped[datetime]

    roll: Mapped[Roll] = relationship()


class ChangeGround(Model):
    """Why one change of the roll is made. Evidence of health or of contacts is sealed (P-07)."""

    __tablename__ = "roll_change_grounds"
    __table_args__ = (UniqueConstraint("roll_change_id"),)

    id: Mapped[id_key]
    roll_change_id: Mapped[int] = mapped_column(ForeignKey("roll_changes.id"))
    ground: Mapped[Ground]
    #: Which decision of the election committee; empty where none is asked for.
    decided_as: Mapped[str]
    sealed_evidence: Mapped[bytes | None]

    change: Mapped[RollChange] = relationship()
