"""A topic people talk over: the facts of each step, as they happened; its state is computed from them (C-06)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from villagegov.bodies.models import Decision
from villagegov.columns import Model, Versioned, id_key
from villagegov.consultation.vocabulary import FileUse, Outcome, Part, Starter, Tag, Venue
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile
from villagegov.notices.models import Notice


class Topic(Versioned, Model):
    """One topic of one unit."""

    __tablename__ = "consultation_topics"
    __table_args__ = (
        UniqueConstraint("unit_id", "number"),
        UniqueConstraint("result_notice_id"),
        UniqueConstraint("done_notice_id"),
        Index(None, "decision_id"),
        CheckConstraint("title <> '' AND about <> ''", "has_words"),
        CheckConstraint("supporters IS NULL OR (supporters > 0 AND supporters <= supporters_of)", "supporters_within"),
        CheckConstraint("accepted_on IS NULL OR refused_on IS NULL", "accepted_or_refused"),
        CheckConstraint("refused_on IS NULL OR refuse_reason <> ''", "refused_with_reason"),
        CheckConstraint("withdrawn_on IS NULL OR withdraw_reason <> ''", "withdrawn_with_reason"),
        CheckConstraint("accepted_on IS NULL OR (venue IS NOT NULL AND planned_on IS NOT NULL)", "accepted_with_venue"),
        CheckConstraint("noticed_on IS NULL OR (accepted_on IS NOT NULL AND meet_on > noticed_on)", "noticed_before"),
        CheckConstraint("held_on IS NULL OR noticed_on IS NOT NULL", "held_after_notice"),
        CheckConstraint("(outcome IS NULL) = (concluded_on IS NULL)", "outcome_has_day"),
        CheckConstraint("outcome IS NULL OR (held_on IS NOT NULL AND outcome_words <> '')", "outcome_after_talk"),
        CheckConstraint("(decision_id IS NULL) = (decision_passed IS NULL)", "decision_has_verdict"),
        CheckConstraint("decision_id IS NULL OR outcome = 'to_meeting'", "decision_where_sent"),
        CheckConstraint("done_notice_id IS NULL OR result_notice_id IS NOT NULL", "done_after_result"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Running number within the unit; part of its public address.
    number: Mapped[int]
    title: Mapped[str]
    about: Mapped[str]
    tag: Mapped[Tag]
    #: Whether it touches vital interests: then consultation is a duty from 2026 (C-03).
    vital: Mapped[bool]
    starter: Mapped[Starter]
    #: Which group or body it was; empty where the kind says it all. Names of petitioners stay on the paper.
    started_by: Mapped[str]
    #: How many signed, and of how many; null where one body started it (C-04).
    supporters: Mapped[int | None]
    supporters_of: Mapped[int | None]
    proposed_on: Mapped[date]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]

    accepted_on: Mapped[date | None]
    venue: Mapped[Venue | None]
    #: What another form is called.
    venue_words: Mapped[str]
    invited: Mapped[str]
    planned_on: Mapped[date | None]
    refused_on: Mapped[date | None]
    refuse_reason: Mapped[str]
    withdrawn_on: Mapped[date | None]
    withdraw_reason: Mapped[str]

    noticed_on: Mapped[date | None]
    notice_words: Mapped[str]
    meet_on: Mapped[date | None]
    meet_time: Mapped[str]
    meet_place: Mapped[str]
    take_part: Mapped[str]

    held_on: Mapped[date | None]
    held_place: Mapped[str]
    chaired_by: Mapped[str]
    #: Names as on the sign-in sheet; never on a public page.
    participant_names: Mapped[str]
    said_for: Mapped[str]
    said_against: Mapped[str]
    said_other: Mapped[str]

    outcome: Mapped[Outcome | None]
    concluded_on: Mapped[date | None]
    #: What was agreed in a sentence, why nothing was, or why a meeting has to decide.
    outcome_words: Mapped[str]
    #: The meeting's decision that settled it, and whether it passed there (C-07, E-97).
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    decision_passed: Mapped[bool | None]
    result_notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    done_notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))

    unit: Mapped[Division] = relationship()
    decision: Mapped[Decision | None] = relationship()
    result_notice: Mapped[Notice | None] = relationship(foreign_keys=[result_notice_id])
    done_notice: Mapped[Notice | None] = relationship(foreign_keys=[done_notice_id])
    points: Mapped[list["Point"]] = relationship(back_populates="topic", order_by="Point.number")
    participations: Mapped[list["Participation"]] = relationship(back_populates="topic", order_by="Participation.id")
    opinions: Mapped[list["Opinion"]] = relationship(back_populates="topic", order_by="Opinion.id")
    files: Mapped[list["ConsultationFile"]] = relationship(back_populates="topic", order_by="ConsultationFile.id")

    def touch(self) -> None:
        """Raise the version although only what hangs on the topic changes."""
        flag_modified(self, "title")


class OfATopic:
    """What belongs to a topic lies where the topic lies."""

    topic: Mapped[Topic]

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.topic.unit


class Participation(OfATopic, Model):
    """How many took part in one role (C-05)."""

    __tablename__ = "consultation_participations"
    __table_args__ = (UniqueConstraint("topic_id", "part"), CheckConstraint("people > 0", "somebody"))

    id: Mapped[id_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("consultation_topics.id"))
    part: Mapped[Part]
    people: Mapped[int]

    topic: Mapped[Topic] = relationship(back_populates="participations")


class Point(OfATopic, Model):
    """One agreed point: who does what by when (C-08)."""

    __tablename__ = "consultation_points"
    __table_args__ = (
        UniqueConstraint("topic_id", "number"),
        CheckConstraint("what <> '' AND who <> ''", "what_and_who"),
        Index(None, "due_on"),
    )

    id: Mapped[id_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("consultation_topics.id"))
    number: Mapped[int]
    what: Mapped[str]
    who: Mapped[str]
    due_on: Mapped[date]
    #: The day of the report that says it is done; null while it is not.
    done_on: Mapped[date | None]

    topic: Mapped[Topic] = relationship(back_populates="points")
    reports: Mapped[list["Report"]] = relationship(back_populates="point", order_by="Report.id", lazy="selectin")


class Report(Model):
    """What was done of a point by a day; the newest one says whether it is done. Reports are only added."""

    __tablename__ = "consultation_reports"
    __table_args__ = (Index(None, "point_id"), CheckConstraint("words <> ''", "in_words"))

    id: Mapped[id_key]
    point_id: Mapped[int] = mapped_column(ForeignKey("consultation_points.id"))
    reported_on: Mapped[date]
    words: Mapped[str]
    done: Mapped[bool]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]

    point: Mapped[Point] = relationship(back_populates="reports")


class Opinion(Model):
    """What a supervisor thinks of it (C-05); only added."""

    __tablename__ = "consultation_opinions"
    __table_args__ = (Index(None, "topic_id"), CheckConstraint("words <> ''", "in_words"))

    id: Mapped[id_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("consultation_topics.id"))
    words: Mapped[str]
    given_at: Mapped[datetime]
    given_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    given_by_name: Mapped[str]

    topic: Mapped[Topic] = relationship(back_populates="opinions")


class ConsultationFile(OfATopic, Model):
    """Material that everybody may read before they talk, or a paper of the record."""

    __tablename__ = "consultation_files"
    __table_args__ = (UniqueConstraint("topic_id", "file_id"),)

    id: Mapped[id_key]
    topic_id: Mapped[int] = mapped_column(ForeignKey("consultation_topics.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    used_as: Mapped[FileUse]

    topic: Mapped[Topic] = relationship(back_populates="files")
    file: Mapped[StoredFile] = relationship(lazy="joined")
