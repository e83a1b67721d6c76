"""The final list as it hung on the board, version by version (E-52, E-53)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.elections.models.setup import Election, OfAnElection


class CandidateList(OfAnElection, Model):
    """One posting of the final list; a later one has a reason, the earlier stay to be read."""

    __tablename__ = "candidate_lists"
    __table_args__ = (
        UniqueConstraint("election_id", "number"),
        CheckConstraint("number = 1 OR reason <> ''", "change_has_reason"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    number: Mapped[int]
    posted_on: Mapped[date]
    #: Why it differs from the one before, in the words of the board.
    reason: Mapped[str]
    #: [[post, name, "男" or "女", birth year], …] in the order of the ballot; empty when it was recalled.
    lines: Mapped[list[Any]]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))

    election: Mapped[Election] = relationship()
