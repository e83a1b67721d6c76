"""The unit as it stands: groups, households, who holds which office on what ground, the rules it adopted."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.vocabulary import Basis, EndReason, Office
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.people.models import Person
from villagegov.vocabulary import LazyString, _l


class Standing(Versioned, Model):
    """What is known of a unit as a whole, for quorums and for its board; one row per unit."""

    __tablename__ = "standings"
    __table_args__ = (
        UniqueConstraint("unit_id"),
        CheckConstraint("adults >= 0 AND households >= 0", "not_negative"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Persons of 18 and older, the base of an assembly's quorum (E-97).
    adults: Mapped[int]
    households: Mapped[int]
    #: The committee's own telephone and place; shown to everybody.
    office_phone: Mapped[str]
    office_place: Mapped[str]
    #: The day the unit was taken over whole, when its set-up list was closed.
    taken_over_at: Mapped[datetime | None]

    unit: Mapped[Division] = relationship()


class Group(Versioned, Model):
    """村（居）民小组."""

    __tablename__ = "groups"
    __table_args__ = (
        UniqueConstraint("unit_id", "name"),
        CheckConstraint("adults >= 0 AND households >= 0", "not_negative"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    name: Mapped[str]
    adults: Mapped[int]
    households: Mapped[int]
    #: The first day on which it no longer existed.
    closed_on: Mapped[date | None]

    unit: Mapped[Division] = relationship()


class Term(Versioned, Model):
    """One person in one office, with the ground it stands on. It counts from `confirmed_at` (second person)."""

    __tablename__ = "terms"
    __table_args__ = (
        Index(None, "unit_id", "office"),
        Index(None, "person_id"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", "until_after_from"),
        CheckConstraint("ended_on IS NULL OR end_reason IS NOT NULL", "end_has_reason"),
        CheckConstraint("confirmed_by_id IS NULL OR confirmed_by_id <> entered_by_id", "two_persons"),
        CheckConstraint("households IS NULL OR households >= 0", "households_not_negative"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    office: Mapped[Office]
    basis: Mapped[Basis]
    from_on: Mapped[date]
    #: The last day of the term the law or the contract gives; null when it names none. Members of a body go on
    #: until others take over; contracts and acting for somebody end by themselves.
    until_on: Mapped[date | None]
    #: The paper it stands on: number or name, and its photograph; needed when taken over from paper.
    document: Mapped[str]
    document_file_id: Mapped[int | None] = mapped_column(ForeignKey("stored_files.id"))
    #: The meeting's decision that chose this person.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    #: Of a representative or leader.
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    #: Households a representative stands for (E-109).
    households: Mapped[int | None]
    #: 财会、管理知识 (S-04).
    knows_accounts: Mapped[bool]
    is_party_member: Mapped[bool]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    confirmed_by_name: Mapped[str]
    #: The first day on which it no longer held.
    ended_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None]
    end_note: Mapped[str]

    unit: Mapped[Division] = relationship()
    person: Mapped[Person] = relationship()
    group: Mapped[Group | None] = relationship()

    @property
    def title(self) -> LazyString:
        """The office as it is shown; who only stands in is called so."""
        return _l("%(office)s（代理）", office=self.office.label) if self.basis is Basis.ACTING else self.office.label

    def holds_on(self, day: date) -> bool:
        """Whether the office is held on `day`."""
        over = self.ended_on is not None and day >= self.ended_on
        goes_on = self.office.stays_on and self.basis is not Basis.ACTING
        past = self.until_on is not None and day > self.until_on and not goes_on
        return self.confirmed_at is not None and self.from_on <= day and not over and not past


class AdoptedRule(Versioned, Model):
    """自治章程、村规民约、居民公约、制度: what a meeting adopted, with its text as a file."""

    __tablename__ = "adopted_rules"
    __table_args__ = (Index(None, "unit_id"),)

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    title: Mapped[str]
    adopted_on: Mapped[date]
    file_id: Mapped[int] = mapped_column(ForeignKey("stored_files.id"))
    #: The first day on which it was no longer in force.
    repealed_on: Mapped[date | None]

    unit: Mapped[Division] = relationship()
