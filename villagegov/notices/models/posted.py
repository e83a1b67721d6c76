"""Numbered public documents. A version, once posted, never changes; a correction is the next version."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.files.models import StoredFile
from villagegov.notices.vocabulary import NoticeKind


class Notice(Versioned, Model):
    """One number of one unit and year."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("unit_id", "year", "number"),)

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[NoticeKind]
    #: Posted at least until this day (village law art. 18).
    keep_through: Mapped[date]

    unit: Mapped[Division] = relationship()
    versions: Mapped[list["NoticeVersion"]] = relationship(
        back_populates="notice", order_by="NoticeVersion.version_number"
    )
    hangs: Mapped[list["BoardEvidence"]] = relationship(
        back_populates="notice", order_by="BoardEvidence.put_up_on, BoardEvidence.id"
    )

    @property
    def current(self) -> "NoticeVersion":
        """The newest version; older ones stay visible."""
        return self.versions[-1]


class NoticeVersion(Model):
    """What was posted, to the letter: named fields, each with the salt its commitment is made with."""

    __tablename__ = "notice_versions"
    __table_args__ = (
        UniqueConstraint("notice_id", "version_number"),
        CheckConstraint("version_number = 1 OR reason <> ''", "correction_has_reason"),
        Index(None, "fingerprint"),
    )

    id: Mapped[id_key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"))
    version_number: Mapped[int]
    #: [[name, value, salt in hex], …] in the order of the canonical form.
    fields: Mapped[list[Any]]
    fingerprint: Mapped[str]
    posted_at: Mapped[datetime]
    posted_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    posted_by_name: Mapped[str]
    #: Why it was corrected; empty on the first version.
    reason: Mapped[str]

    notice: Mapped[Notice] = relationship(back_populates="versions")


class BoardEvidence(Versioned, Model):
    """That a notice hung on the board: a photograph, where, from when until when (D-05, D-06)."""

    __tablename__ = "board_evidences"
    __table_args__ = (
        Index(None, "notice_id"),
        CheckConstraint("taken_down_on IS NULL OR taken_down_on >= put_up_on", "down_after_up"),
    )

    id: Mapped[id_key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    place: Mapped[str]
    put_up_on: Mapped[date]
    #: It hangs at least until the end of this day: put up + the days of its notice (D-05).
    hangs_through: Mapped[date]
    taken_down_on: Mapped[date | None]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]

    notice: Mapped[Notice] = relationship(back_populates="hangs")
    file: Mapped[StoredFile] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.notice.unit
