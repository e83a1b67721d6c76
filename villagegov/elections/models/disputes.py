"""A complaint about an election, and its answer by the township or the county (E-94)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary.disputes import DisputeAnswer, DisputeMatter


class Dispute(OfAnElection, Versioned, Model):
    """Open until it is answered; silence closes nothing. Who complained is seen by officials only (P-13)."""

    __tablename__ = "disputes"
    __table_args__ = (
        UniqueConstraint("election_id", "number"),
        CheckConstraint("(answered_on IS NULL) = (finding IS NULL)", "answered_with_finding"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: Running number within the election.
    number: Mapped[int]
    matter: Mapped[DisputeMatter]
    complainant: Mapped[str]
    claim: Mapped[str]
    received_on: Mapped[date]
    entered_at: Mapped[datetime]
    entered_by_name: Mapped[str]
    finding: Mapped[DisputeAnswer | None]
    answer: Mapped[str]
    document: Mapped[str]
    answered_on: Mapped[date | None]
    answered_by_name: Mapped[str]

    election: Mapped[Election] = relationship()
