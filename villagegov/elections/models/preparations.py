"""Who works on polling day, who votes at a mobile box, who gets help in writing, and what was posted of it."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.roll import RollEntry
from villagegov.elections.models.setup import Election, OfAnElection, Station
from villagegov.elections.vocabulary.preparations import MobileGround, Posted, StaffRole


class PollWorker(OfAnElection, Versioned, Model):
    """One of the staff (E-66), from the roll or from outside."""

    __tablename__ = "poll_workers"
    __table_args__ = (
        UniqueConstraint("election_id", "roll_entry_id"),
        CheckConstraint("name <> ''", "has_name"),
        Index(None, "station_id"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: Null for whoever is not a voter here.
    roll_entry_id: Mapped[int | None] = mapped_column(ForeignKey("roll_entries.id"))
    station_id: Mapped[int | None] = mapped_column(ForeignKey("stations.id"))
    role: Mapped[StaffRole]
    name: Mapped[str]

    election: Mapped[Election] = relationship()
    station: Mapped[Station | None] = relationship()


class MobileVoter(Versioned, Model):
    """A voter on the list of a mobile box; the ground is for those who keep the list only (E-64)."""

    __tablename__ = "mobile_voters"
    __table_args__ = (UniqueConstraint("roll_entry_id"), Index(None, "station_id"))

    id: Mapped[id_key]
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    ground: Mapped[MobileGround]

    station: Mapped[Station] = relationship()
    entry: Mapped[RollEntry] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.station.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.station.is_practice


class WritingHelp(OfAnElection, Versioned, Model):
    """A voter who cannot write, and whom he asked to write for him (E-63)."""

    __tablename__ = "writing_helps"
    __table_args__ = (
        UniqueConstraint("voter_id"),
        CheckConstraint("voter_id <> writer_id", "two_persons"),
        Index(None, "election_id"),
        Index(None, "writer_id"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    voter_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    writer_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))

    election: Mapped[Election] = relationship()
    voter: Mapped[RollEntry] = relationship(foreign_keys=voter_id)
    writer: Mapped[RollEntry] = relationship(foreign_keys=writer_id)


class PollPosting(OfAnElection, Model):
    """That one of the lists hangs, since when (E-68)."""

    __tablename__ = "poll_postings"
    __table_args__ = (UniqueConstraint("election_id", "kind"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    kind: Mapped[Posted]
    posted_on: Mapped[date]

    election: Mapped[Election] = relationship()
