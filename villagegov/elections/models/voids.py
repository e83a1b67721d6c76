"""What was found out about a casting of votes afterwards: that it is void, or that a win did not last."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.polling import Poll
from villagegov.elections.models.setup import Candidate
from villagegov.elections.vocabulary.chain import UnseatGround, VoidCause


class PollVoid(Versioned, Model):
    """选举无效: declared by those above for one of the causes of E-90; what the figures say needs no such row."""

    __tablename__ = "poll_voids"
    __table_args__ = (UniqueConstraint("poll_id"),)

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    cause: Mapped[VoidCause]
    #: What was found, for residents to read.
    finding: Mapped[str]
    #: Number of the paper that says so.
    document: Mapped[str]
    declared_on: Mapped[date]
    declared_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    declared_at: Mapped[datetime]

    poll: Mapped[Poll] = relationship()


class Unseating(Versioned, Model):
    """当选无效 (E-91), or not through the vetting of those written in (E-83): the seat is short from then on."""

    __tablename__ = "unseatings"
    __table_args__ = (UniqueConstraint("poll_id", "candidate_id"), Index(None, "candidate_id"))

    id: Mapped[id_key]
    #: The newest casting when it was found.
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    ground: Mapped[UnseatGround]
    finding: Mapped[str]
    document: Mapped[str]
    decided_on: Mapped[date]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    decided_at: Mapped[datetime]

    poll: Mapped[Poll] = relationship()
    candidate: Mapped[Candidate] = relationship()
