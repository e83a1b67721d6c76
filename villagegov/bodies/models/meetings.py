"""Meetings, who came, and what was decided; other rooms point to a decision."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from villagegov.bodies.models.offices import Group, Term
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile


class Meeting(Versioned, Model):
    """One meeting. Once closed, it and its decisions stay as they are."""

    __tablename__ = "meetings"
    __table_args__ = (
        Index(None, "unit_id", "held_on"),
        CheckConstraint("entitled >= 0 AND present >= 0 AND present <= entitled", "present_within_entitled"),
        CheckConstraint("voided_at IS NULL OR (closed_at IS NOT NULL AND void_reason <> '')", "void_has_reason"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    kind: Mapped[MeetingKind]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    held_on: Mapped[date]
    place: Mapped[str]
    subject: Mapped[str]
    presided_by: Mapped[str]
    #: Whether an assembly is counted by households instead of adults (E-97).
    by_households: Mapped[bool]
    #: How many belong to it on that day, and how many came: people, or households.
    entitled: Mapped[int]
    present: Mapped[int]
    #: The base that stood with the unit or group when another was typed, and why it was.
    entitled_known: Mapped[int | None]
    entitled_reason: Mapped[str]
    #: The day the Party branch studied the matter beforehand (D-19).
    party_study_on: Mapped[date | None]
    minutes: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    closed_at: Mapped[datetime | None]
    #: A closed record is never changed: one with a mistake is voided, with its reason, and written anew.
    voided_at: Mapped[datetime | None]
    voided_by_name: Mapped[str]
    void_reason: Mapped[str]

    unit: Mapped[Division] = relationship()
    group: Mapped[Group | None] = relationship()
    attendances: Mapped[list["Attendance"]] = relationship(back_populates="meeting", order_by="Attendance.id")
    decisions: Mapped[list["Decision"]] = relationship(back_populates="meeting", order_by="Decision.number")
    files: Mapped[list["MeetingFile"]] = relationship(back_populates="meeting", order_by="MeetingFile.id")

    def touch(self) -> None:
        """Raise the version although only what hangs on the meeting changes."""
        flag_modified(self, "subject")


class Attendance(Model):
    """Whether one who belongs to the meeting came; or sat in on it without a vote (S-07)."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("meeting_id", "term_id"),)

    id: Mapped[id_key]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    came: Mapped[bool]
    votes: Mapped[bool]
    #: Why somebody stayed away; empty when without reason (E-20).
    excuse: Mapped[str]

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    term: Mapped[Term] = relationship()


class Decision(Model):
    """One matter put to the vote; whether it passed is computed from the figures (E-97)."""

    __tablename__ = "decisions"
    __table_args__ = (
        UniqueConstraint("meeting_id", "number"),
        CheckConstraint("votes_for >= 0 AND votes_against >= 0 AND abstained >= 0", "not_negative"),
        CheckConstraint(
            "(votes_for IS NULL) = (votes_against IS NULL) AND (votes_for IS NULL) = (abstained IS NULL)", "all_or_none"
        ),
    )

    id: Mapped[id_key]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    #: Running number within the meeting.
    number: Mapped[int]
    matter: Mapped[str]
    #: Whether the Party branch has to study it first (D-19).
    important: Mapped[bool]
    #: All three are null until the votes were counted.
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    abstained: Mapped[int | None]

    meeting: Mapped[Meeting] = relationship(back_populates="decisions")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.meeting.unit


class MeetingFile(Model):
    """A sign-in sheet, a photograph, signed minutes."""

    __tablename__ = "meeting_files"
    __table_args__ = (UniqueConstraint("meeting_id", "file_id"),)

    id: Mapped[id_key]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))

    meeting: Mapped[Meeting] = relationship(back_populates="files")
    file: Mapped[StoredFile] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.meeting.unit
