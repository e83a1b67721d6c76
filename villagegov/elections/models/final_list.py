"""Between the initial and the final list: who stood down in writing, and the pre-votes (预选)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.nominations import Nominee
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.law.vocabulary import PreselectBody


class StandDown(Model):
    """A nominee no longer stands for this post, in writing: he chose another (E-49) or withdrew (E-53)."""

    __tablename__ = "stand_downs"
    __table_args__ = (UniqueConstraint("nominee_id"), CheckConstraint("paper <> ''", "has_paper"))

    id: Mapped[id_key]
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominees.id"))
    written_on: Mapped[date]
    #: Which document says so, and where it is kept.
    paper: Mapped[str]

    nominee: Mapped[Nominee] = relationship()


class PreVote(OfAnElection, Versioned, Model):
    """One casting of votes over too many nominees, for every post that has them; or over those equal at the cut."""

    __tablename__ = "pre_votes"
    __table_args__ = (
        UniqueConstraint("election_id", "number"),
        CheckConstraint("present BETWEEN 0 AND entitled", "present_within_entitled"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    number: Mapped[int]
    held_on: Mapped[date]
    body: Mapped[PreselectBody]
    entitled: Mapped[int]
    present: Mapped[int]
    entered_at: Mapped[datetime]

    election: Mapped[Election] = relationship()
    counts: Mapped[list["PreVoteCount"]] = relationship(back_populates="pre_vote", order_by="PreVoteCount.id")


class PreVoteCount(Model):
    """The votes of one nominee in one pre-vote."""

    __tablename__ = "pre_vote_counts"
    __table_args__ = (
        UniqueConstraint("pre_vote_id", "nominee_id"),
        CheckConstraint("votes >= 0", "votes_not_negative"),
    )

    id: Mapped[id_key]
    pre_vote_id: Mapped[int] = mapped_column(ForeignKey("pre_votes.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominees.id"))
    votes: Mapped[int]

    pre_vote: Mapped[PreVote] = relationship(back_populates="counts")
    nominee: Mapped[Nominee] = relationship()
