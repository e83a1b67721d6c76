"""Catalogues an area adopted (D-16), what opens an item that is posted at once, and matters residents asked for."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.disclosure.vocabulary.adopted import AskedBy
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item
from villagegov.divisions.models import Division
from villagegov.law.vocabulary import CommitteeKind


class AdoptedCatalogue(Versioned, Model):
    """公开目录: one version of one area for one kind of committee; in force from `from_on` once it was adopted."""

    __tablename__ = "catalogues"
    __table_args__ = (UniqueConstraint("division_id", "committee", "from_on"),)

    id: Mapped[id_key]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    committee: Mapped[CommitteeKind]
    from_on: Mapped[date]
    #: Title and number of the paper it stands on.
    document: Mapped[str]
    #: Why it differs from the one before.
    reason: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    adopted_at: Mapped[datetime | None]
    adopted_by_name: Mapped[str]

    division: Mapped[Division] = relationship()
    entries: Mapped[list["CatalogueEntry"]] = relationship(
        back_populates="catalogue", order_by="CatalogueEntry.id", cascade="all, delete-orphan"
    )

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.division


class CatalogueEntry(Versioned, Model):
    """What a version says of one item; who publishes it and how it is masked stays with the law of the day (D-17)."""

    __tablename__ = "catalogue_entries"
    __table_args__ = (UniqueConstraint("catalogue_id", "item"),)

    id: Mapped[id_key]
    catalogue_id: Mapped[int] = mapped_column(ForeignKey("catalogues.id"))
    item: Mapped[Item]
    #: Whether it is asked for at all.
    asked: Mapped[bool]
    cadence: Mapped[Cadence]
    #: Whether the unit posts it here although another body publishes it.
    posted_here: Mapped[bool]
    #: What has to be attached, where the area says more than the law.
    attach: Mapped[str]

    catalogue: Mapped[AdoptedCatalogue] = relationship(back_populates="entries")

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.catalogue.division


class Occasion(Versioned, Model):
    """One event that has to be posted within days (D-03); the day it happened and the day it was recorded (T12)."""

    __tablename__ = "occasions"
    __table_args__ = (
        Index(None, "unit_id", "happened_on"),
        CheckConstraint("withdrawn_at IS NULL OR withdrawn_because <> ''", "withdrawn_with_reason"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    item: Mapped[Item]
    title: Mapped[str]
    happened_on: Mapped[date]
    #: Where it was learnt from: a meeting, a paper, a petition.
    came_from: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    recorded_by_name: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_name: Mapped[str]
    withdrawn_because: Mapped[str]

    unit: Mapped[Division] = relationship()


class ItemPetition(Model):
    """Residents asked for a matter that the catalogue does not name (D-09); no names are kept (P-13)."""

    __tablename__ = "item_petitions"
    __table_args__ = (
        UniqueConstraint("occasion_id"),
        CheckConstraint("askers > 0 AND askers <= base", "askers_within_base"),
    )

    id: Mapped[id_key]
    #: What it opened: the matter to be posted, under CW-22.
    occasion_id: Mapped[int] = mapped_column(ForeignKey("occasions.id"))
    asked_by: Mapped[AskedBy]
    askers: Mapped[int]
    #: How many villagers or representatives there are, and where that number is taken from.
    base: Mapped[int]
    base_source: Mapped[str]

    occasion: Mapped[Occasion] = relationship()
