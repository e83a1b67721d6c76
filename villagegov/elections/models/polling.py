"""One casting of votes: blind count entries per station, the agreed sheet, and the outcome."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Election, OfAnElection, Station
from villagegov.elections.vocabulary import Gate, PollKind


class Poll(OfAnElection, Versioned, Model):
    """One casting of votes of one election."""

    __tablename__ = "polls"
    __table_args__ = (UniqueConstraint("election_id", "number"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    number: Mapped[int]
    kind: Mapped[PollKind]
    held_on: Mapped[date]
    #: When the day's figures were closed and counting began.
    closed_at: Mapped[datetime | None]

    election: Mapped[Election] = relationship()
    sheets: Mapped[list["CountSheet"]] = relationship(back_populates="poll", order_by="CountSheet.id")


class CountSheet(Versioned, Model):
    """One station's count: read blind by two persons; agreed when both read the same."""

    __tablename__ = "count_sheets"
    __table_args__ = (UniqueConstraint("poll_id", "station_id"),)

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"))
    #: Field name to figure, as both readers read it; null until they agree.
    agreed: Mapped[dict[str, Any] | None]
    agreed_at: Mapped[datetime | None]

    poll: Mapped[Poll] = relationship(back_populates="sheets")
    station: Mapped[Station] = relationship()
    entries: Mapped[list["CountEntry"]] = relationship(back_populates="sheet", order_by="CountEntry.id")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.poll.election.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.poll.is_practice


class CountEntry(Model):
    """One person's blind reading of a sheet; a later one by the same person replaces it, the audit keeps both."""

    __tablename__ = "count_entries"
    __table_args__ = (UniqueConstraint("sheet_id", "reading"), UniqueConstraint("sheet_id", "reader_id"))

    id: Mapped[id_key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("count_sheets.id"))
    #: 1 for the first reader, 2 for the second.
    reading: Mapped[int]
    reader_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    reader_name: Mapped[str]
    figures: Mapped[dict[str, Any]]
    entered_at: Mapped[datetime]

    sheet: Mapped[CountSheet] = relationship(back_populates="entries")


class Outcome(Versioned, Model):
    """What the law makes of one poll; a poll has at most one (C8)."""

    __tablename__ = "outcomes"
    __table_args__ = (
        UniqueConstraint("poll_id"),
        CheckConstraint("issued <= registered", "issued_within_registered"),
        CheckConstraint("collected <= issued OR gate = 'VOID_OVERCOUNT'", "collected_within_issued"),
        CheckConstraint("registered >= 0 AND issued >= 0 AND collected >= 0", "not_negative"),
        Index(None, "gate"),
    )

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    #: R, I and C of the rulebook: persons registered, ballots issued, ballots collected.
    registered: Mapped[int]
    issued: Mapped[int]
    collected: Mapped[int]
    gate: Mapped[Gate]
    #: PollCount and PollDecision as they were, log included, so that the verdict can be read years later.
    count: Mapped[dict[str, Any]]
    decision: Mapped[dict[str, Any]]
    decided_at: Mapped[datetime]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))

    poll: Mapped[Poll] = relationship()
