"""The election committee of one election: how it was chosen, posted and filed. Its members are terms of the bodies."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision, Term
from villagegov.bodies.vocabulary import EndReason, MeetingKind
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Election
from villagegov.people.models import Person


class ElectionCommittee(Versioned, Model):
    """村（居）民选举委员会; formed once its list of members was posted and filed with the township (E-21)."""

    __tablename__ = "election_committees"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("(posted_on IS NULL) = (filed_on IS NULL)", "posted_and_filed"),
        CheckConstraint("(chosen_by IS NULL) = (paper = '')", "paper_says_by_whom"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: Of an election recorded after its polling day: the paper that names the members, and which meeting chose them.
    paper: Mapped[str]
    chosen_by: Mapped[MeetingKind | None]
    posted_on: Mapped[date | None]
    filed_on: Mapped[date | None]
    #: Under which number it was filed.
    document: Mapped[str]
    #: The day handover was finished, from which on it no longer exists (E-18).
    closed_on: Mapped[date | None]

    election: Mapped[Election] = relationship()
    votes: Mapped[list["CommitteeVote"]] = relationship(back_populates="committee", order_by="CommitteeVote.id")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.election.unit


class CommitteeVote(Versioned, Model):
    """What one person got when the committee was chosen; those not chosen stand in this order behind (E-17)."""

    __tablename__ = "committee_votes"
    __table_args__ = (
        UniqueConstraint("committee_id", "decision_id", "person_id"),
        Index(None, "decision_id"),
        CheckConstraint("votes >= 0", "not_negative"),
        CheckConstraint("term_id IS NULL OR passed_over = ''", "seated_or_passed_over"),
    )

    id: Mapped[id_key]
    committee_id: Mapped[int] = mapped_column(ForeignKey("election_committees.id"))
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    votes: Mapped[int]
    #: The office, from the first for those chosen, later for who followed.
    term_id: Mapped[int | None] = mapped_column(ForeignKey("terms.id"))
    #: Who left the seat that this one took (E-17).
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("committee_votes.id"))
    #: Why this one was passed over when the turn came.
    passed_over: Mapped[str]
    entered_at: Mapped[datetime]

    committee: Mapped[ElectionCommittee] = relationship(back_populates="votes")
    decision: Mapped[Decision] = relationship()
    person: Mapped[Person] = relationship()
    term: Mapped[Term | None] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.committee.election.unit

    @property
    def seated(self) -> bool:
        """Whether this one got a seat, held or left since; one entered wrongly got none."""
        return self.term is not None and self.term.end_reason is not EndReason.ENTERED_WRONGLY

    @property
    def sits(self) -> bool:
        """Whether this one is in the committee, or entered for it."""
        return self.term is not None and self.term.ended_on is None
