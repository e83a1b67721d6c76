"""候选人与选民见面: candidates told their plans and answered questions."""

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election, OfAnElection


class VoterMeeting(OfAnElection, Versioned, Model):
    """One meeting of candidates with voters (E-54)."""

    __tablename__ = "voter_meetings"
    __table_args__ = (Index(None, "election_id"), CheckConstraint("voters >= 0", "voters_not_negative"))

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    held_on: Mapped[date]
    place: Mapped[str]
    #: How many voters came.
    voters: Mapped[int]
    #: Names of the candidates who came, as they stood on the list.
    names: Mapped[list[Any]]
    #: What was asked and answered; may be empty.
    notes: Mapped[str]

    election: Mapped[Election] = relationship()
