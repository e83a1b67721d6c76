"""One casting of votes: blind count entries per station, the agreed sheet, and the outcome."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Candidate, Election, OfAnElection, Station
from villagegov.elections.vocabulary import Gate, PollKind, Post
from villagegov.files.models import StoredFile


class OfAPoll:
    """What belongs to a casting lies where its election does, and is for practice when it is."""

    poll: Mapped["Poll"]

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.poll.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.poll.is_practice


class Poll(OfAnElection, Versioned, Model):
    """One casting of votes of one election."""

    __tablename__ = "polls"
    __table_args__ = (UniqueConstraint("election_id", "number"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    number: Mapped[int]
    kind: Mapped[PollKind]
    held_on: Mapped[date]
    #: Whether voting began; one that was only called may still be called off.
    opened: Mapped[bool] = mapped_column(default=True)
    #: The stations that are open, by key; null: all of the election.
    open_stations: Mapped[list[Any] | None]
    #: The paper that set the day of a rerun or of a poll held anew; may be empty.
    document: Mapped[str] = mapped_column(default="")
    #: The result of this casting, once posted.
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    #: When the day's figures were closed and counting began.
    closed_at: Mapped[datetime | None]

    election: Mapped[Election] = relationship()
    lines: Mapped[list["BallotLine"]] = relationship(back_populates="poll", order_by="BallotLine.number")
    sheets: Mapped[list["CountSheet"]] = relationship(back_populates="poll", order_by="CountSheet.id")

    @property
    def stations(self) -> list[Station]:
        """Where its ballots are cast."""
        chosen = self.open_stations
        return [one for one in self.election.stations if chosen is None or one.id in chosen]


class BallotLine(OfAPoll, Model):
    """One post on the ballot of one casting: how many seats, and whether only women stand for them."""

    __tablename__ = "ballot_lines"
    __table_args__ = (UniqueConstraint("poll_id", "number"), CheckConstraint("seats >= 1", "at_least_one"))

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    #: Its place on the ballot, from 1: the highest office first, a women's seat before the other seats of the post.
    number: Mapped[int]
    post: Mapped[Post]
    seats: Mapped[int]
    margin: Mapped[int]
    women_only: Mapped[bool] = mapped_column(default=False)

    poll: Mapped[Poll] = relationship(back_populates="lines")
    standing: Mapped[list["LineCandidate"]] = relationship(back_populates="line", order_by="LineCandidate.position")


class LineCandidate(Model):
    """One who stands, or was written in, on one line of a ballot."""

    __tablename__ = "line_candidates"
    __table_args__ = (UniqueConstraint("line_id", "candidate_id"), Index(None, "candidate_id"))

    id: Mapped[id_key]
    line_id: Mapped[int] = mapped_column(ForeignKey("ballot_lines.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidates.id"))
    position: Mapped[int]

    line: Mapped[BallotLine] = relationship(back_populates="standing")
    candidate: Mapped[Candidate] = relationship()


class CountSheet(OfAPoll, Versioned, Model):
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
    entries: Mapped[list["CountEntry"]] = relationship(back_populates="sheet", order_by="CountEntry.reading")
    photos: Mapped[list["SheetPhoto"]] = relationship(back_populates="sheet", order_by="SheetPhoto.id")


class CountEntry(Model):
    """One person's blind reading of a sheet; a later one by the same person replaces it, the audit keeps both."""

    __tablename__ = "count_entries"
    __table_args__ = (UniqueConstraint("sheet_id", "reading"), UniqueConstraint("sheet_id", "reader_id"))

    id: Mapped[id_key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("count_sheets.id"))
    #: 1 for the first reader, 2 for the second, 3 for whoever settled what stayed different.
    reading: Mapped[int]
    reader_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    reader_name: Mapped[str]
    figures: Mapped[dict[str, Any]]
    entered_at: Mapped[datetime]

    sheet: Mapped[CountSheet] = relationship(back_populates="entries")


class SheetPhoto(Model):
    """The signed paper sheet, photographed and kept with its figures."""

    __tablename__ = "sheet_photos"
    __table_args__ = (UniqueConstraint("sheet_id", "file_id"),)

    id: Mapped[id_key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("count_sheets.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))

    sheet: Mapped[CountSheet] = relationship(back_populates="photos")
    file: Mapped[StoredFile] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.sheet.unit


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
    #: What was unusual about the count, with its code, its figures and the remark of those who counted.
    remarks: Mapped[list[Any]] = mapped_column(default=list)
    decided_at: Mapped[datetime]
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))

    poll: Mapped[Poll] = relationship()
