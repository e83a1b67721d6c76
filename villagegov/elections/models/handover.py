"""The handover to the new committee: its list, its three signatures (E-95, F-29); and where the papers are kept."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import flag_modified

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary.handover import ItemClass, Party
from villagegov.files.models import StoredFile


class WorkHandover(OfAnElection, Versioned, Model):
    """One election's handover; done when three have signed."""

    __tablename__ = "work_handovers"
    __table_args__ = (UniqueConstraint("election_id"),)

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    begun_at: Mapped[datetime]
    #: The seals may go before the rest.
    seals_on: Mapped[date | None]
    finished_on: Mapped[date | None]

    election: Mapped[Election] = relationship()
    items: Mapped[list["HandoverItem"]] = relationship(back_populates="handover")
    signatures: Mapped[list["HandoverSignature"]] = relationship(
        back_populates="handover", order_by="HandoverSignature.id"
    )

    def touch(self) -> None:
        """Its list or its signatures changed: whoever has it open has an older version (C2)."""
        flag_modified(self, "begun_at")


class HandoverItem(Versioned, Model):
    """One line of the list."""

    __tablename__ = "handover_items"
    __table_args__ = (Index(None, "handover_id"), CheckConstraint("quantity >= 0", "quantity_not_negative"))

    id: Mapped[id_key]
    handover_id: Mapped[int] = mapped_column(ForeignKey("work_handovers.id"))
    item_class: Mapped[ItemClass]
    item: Mapped[str]
    quantity: Mapped[int | None]
    #: 枚、间、台、份……
    measure: Mapped[str]
    #: In fen; debts owed by the village are negative.
    amount_fen: Mapped[int | None]
    state: Mapped[str]
    remark: Mapped[str]

    handover: Mapped[WorkHandover] = relationship(back_populates="items")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.handover.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.handover.is_practice


class HandoverSignature(Model):
    """One party's signature: by its own account, or on the paper whose picture is kept."""

    __tablename__ = "handover_signatures"
    __table_args__ = (
        UniqueConstraint("handover_id", "party"),
        CheckConstraint("(account_id IS NULL) <> (file_id IS NULL)", "by_account_or_on_paper"),
    )

    id: Mapped[id_key]
    handover_id: Mapped[int] = mapped_column(ForeignKey("work_handovers.id"))
    party: Mapped[Party]
    name: Mapped[str]
    signed_on: Mapped[date]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"))

    handover: Mapped[WorkHandover] = relationship(back_populates="signatures")
    file: Mapped[StoredFile | None] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.handover.unit


class Archive(OfAnElection, Versioned, Model):
    """Where an election's papers and sealed ballots are kept, and by whom (E-107, E-108)."""

    __tablename__ = "election_archives"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("ballots_sealed >= 0", "ballots_not_negative"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    archived_on: Mapped[date]
    keeper: Mapped[str]
    kept_at: Mapped[str]
    ballots_sealed: Mapped[int]
    #: At the earliest on this day the ballots may be disposed of; the next election must be over too.
    dispose_after: Mapped[date]
    remark: Mapped[str]

    election: Mapped[Election] = relationship()
