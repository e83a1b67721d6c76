"""Province, prefecture, county, township and unit, as they stand now, and as they stood before."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Ordered, Versioned, id_key
from villagegov.divisions.vocabulary import Kind, Level


class Division(Versioned, Model):
    """One place in the tree in force now. Other rows point to its id, never to its code."""

    __tablename__ = "divisions"
    __table_args__ = (UniqueConstraint("code"), Index(None, "path"), Index(None, "parent_id"), Index(None, "name"))

    id: Mapped[id_key]
    code: Mapped[str] = mapped_column(Ordered)
    name: Mapped[str]
    #: The name as the list prints it; differs from `name` after a correction.
    listed_name: Mapped[str]
    level: Mapped[Level]
    kind: Mapped[Kind]
    #: Ids from the province down to itself, each followed by a slash: "1/23/456/".
    path: Mapped[str] = mapped_column(Ordered)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("divisions.id"))
    #: False when a newer list no longer names it; nothing that carries records is deleted.
    listed: Mapped[bool]
    #: The day from which this code, name and parent hold.
    since_on: Mapped[date]

    parent: Mapped["Division | None"] = relationship(remote_side="Division.id")

    def lies_in(self, area: "Division") -> bool:
        """Whether it is `area` or below it in the tree in force now."""
        return self.path.startswith(area.path)


class DivisionPast(Model):
    """How a division was called, coded and placed before a change; old documents print the path of their day."""

    __tablename__ = "division_pasts"
    __table_args__ = (Index(None, "division_id"),)

    id: Mapped[id_key]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    code: Mapped[str] = mapped_column(Ordered)
    name: Mapped[str]
    kind: Mapped[Kind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("divisions.id"))
    from_on: Mapped[date]
    #: The first day on which it no longer held.
    until_on: Mapped[date]
