"""Persons who hold a post, and who of them declared to be near kin."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.people.vocabulary import Kin, Sex


class Person(Versioned, Model):
    """One human being across the whole installation. The ID number is sealed; `person_key` finds it again."""

    __tablename__ = "persons"
    __table_args__ = (UniqueConstraint("person_key"), Index(None, "name"))

    id: Mapped[id_key]
    #: Keyed hash of the ID number, the same as that of an account and a roll entry.
    person_key: Mapped[bytes]
    sealed_id: Mapped[bytes]
    name: Mapped[str]
    sex: Mapped[Sex]
    born_on: Mapped[date]


class Kinship(Model):
    """A declared near kinship (A-08): `kin` is the `relation` of `person`. One row per pair, whoever declared it."""

    __tablename__ = "kinships"
    __table_args__ = (
        UniqueConstraint("person_id", "kin_id"),
        Index(None, "kin_id"),
        CheckConstraint("person_id <> kin_id", "two_persons"),
    )

    id: Mapped[id_key]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kin_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    relation: Mapped[Kin]
    declared_at: Mapped[datetime]
    declared_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    declared_by_name: Mapped[str]
    #: Set when the declaration was taken back as mistaken, or the marriage ended; it bars nobody from then on.
    ended_on: Mapped[date | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    kin: Mapped[Person] = relationship(foreign_keys=[kin_id])
