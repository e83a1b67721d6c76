"""提名: who was named for a post, by whom, and the initial list."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.roll import RollEntry
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.nominations import NominationSource


class Nominee(OfAnElection, Versioned, Model):
    """A registered voter who was named for a post; the same person may be named for two (E-49)."""

    __tablename__ = "nominees"
    __table_args__ = (UniqueConstraint("election_id", "roll_entry_id", "post"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    post: Mapped[Post]
    #: The day of the written acceptance (F-11).
    accepted_on: Mapped[date | None]
    #: Order on the initial list, from 1; null for whoever is not on it.
    position: Mapped[int | None]

    election: Mapped[Election] = relationship()
    entry: Mapped[RollEntry] = relationship()
    nominations: Mapped[list["Nomination"]] = relationship(back_populates="nominee", order_by="Nomination.id")


class Nomination(Versioned, Model):
    """One nomination: by the Party branch, by voters, or by the nominee himself (E-43)."""

    __tablename__ = "nominations"
    __table_args__ = (CheckConstraint("votes >= 0", "votes_not_negative"), Index(None, "nominee_id"))

    id: Mapped[id_key]
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominees.id"))
    source: Mapped[NominationSource]
    #: How many voters it stands for: those named, or the ballots of nominating; none for the Party branch.
    votes: Mapped[int]
    made_on: Mapped[date]
    withdrawn_on: Mapped[date | None]

    nominee: Mapped[Nominee] = relationship(back_populates="nominations")
    nominators: Mapped[list["Nominator"]] = relationship(back_populates="nomination", order_by="Nominator.id")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.nominee.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.nominee.is_practice


class Nominator(Model):
    """A voter who put his name to a standing nomination; once per nominee and post (E-43)."""

    __tablename__ = "nominators"
    __table_args__ = (UniqueConstraint("nominee_id", "roll_entry_id"), Index(None, "nomination_id"))

    id: Mapped[id_key]
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nominations.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominees.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))

    nomination: Mapped[Nomination] = relationship(back_populates="nominators")
    entry: Mapped[RollEntry] = relationship()


class InitialList(Model):
    """初步候选人名单: while it hangs the nominations are closed (F-12); it may be opened again and posted anew."""

    __tablename__ = "initial_lists"
    __table_args__ = (UniqueConstraint("election_id"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    posted_on: Mapped[date]
    #: Nominations were opened again on this day; null while the list hangs.
    reopened_on: Mapped[date | None]

    @property
    def is_closed(self) -> bool:
        """Whether it hangs, so that nobody nominates."""
        return self.reopened_on is None
