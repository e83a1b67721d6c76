"""One petition to recall one member, and what became of it (E-101 to E-104, F-31)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Term
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.vocabulary.recall import Petitioners, RecallVerdict
from villagegov.files.models import StoredFile
from villagegov.law.vocabulary import Method


class Recall(Versioned, Model):
    """Names of those who signed are on the paper only (P-13)."""

    __tablename__ = "recalls"
    __table_args__ = (
        Index(None, "unit_id"),
        Index(
            "uq_recalls_open",
            "term_id",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
            postgresql_where=text("closed_on IS NULL"),
        ),
        CheckConstraint("signers >= 0 AND signers <= base", "signers_within_base"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    term_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    #: Name of the law profile in force on the day of the petition.
    profile: Mapped[str]
    own_values: Mapped[dict[str, Any]]
    petition_on: Mapped[date]
    petitioners: Mapped[Petitioners]
    base: Mapped[int]
    signers: Mapped[int]
    reason: Mapped[str]
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    checked_on: Mapped[date | None]
    checked_by_name: Mapped[str]
    #: 申辩, or that it was given up; empty until noted.
    defence: Mapped[str]
    defence_on: Mapped[date | None]
    vote_on: Mapped[date | None]
    method: Mapped[Method | None]
    #: RecallCount as the first reader read it.
    figures: Mapped[dict[str, Any] | None]
    counted_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    counted_by_name: Mapped[str]
    confirmed_by_name: Mapped[str]
    verdict: Mapped[RecallVerdict | None]
    #: The day it was settled: too few signers, passed, or not.
    closed_on: Mapped[date | None]
    handed_on: Mapped[date | None]

    unit: Mapped[Division] = relationship()
    term: Mapped[Term] = relationship()
    file: Mapped[StoredFile] = relationship()
