"""参加选举的村民名单: the base of turnout."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.setup import Candidate, Election, OfAnElection
from villagegov.elections.vocabulary import Category
from villagegov.people.vocabulary import Sex


class Roll(OfAnElection, Versioned, Model):
    """The roll of one election: open, posted, then frozen with a fingerprint."""

    __tablename__ = "rolls"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("registered >= 0", "registered_not_negative"),
        CheckConstraint("frozen_at IS NULL OR (posted_on IS NOT NULL AND fingerprint <> '')", "frozen_is_posted"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: Persons on it: R of the rulebook.
    registered: Mapped[int]
    posted_on: Mapped[date | None]
    #: The polling day that the posted roll names (E-41).
    posted_for: Mapped[date | None]
    frozen_at: Mapped[datetime | None]
    fingerprint: Mapped[str]

    election: Mapped[Election] = relationship()


class RollEntry(Model):
    """One registered voter. The ID number is encrypted; `person_key` finds a second registration (E-31)."""

    __tablename__ = "roll_entries"
    __table_args__ = (
        UniqueConstraint("roll_id", "number"),
        UniqueConstraint("round_id", "person_key"),
        Index(None, "roll_id", "name"),
    )

    id: Mapped[id_key]
    roll_id: Mapped[int] = mapped_column(ForeignKey("rolls.id"))
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    number: Mapped[int]
    #: 村民小组; may be empty.
    group_name: Mapped[str]
    name: Mapped[str]
    sex: Mapped[Sex]
    born_on: Mapped[date]
    category: Mapped[Category]
    person_key: Mapped[bytes]
    sealed_id: Mapped[bytes]

    roll: Mapped[Roll] = relationship()

    def as_candidate(self, election: Election) -> Candidate:
        """A new row of this voter among those who stand; for what, and how it came to that, is said by the caller."""
        return Candidate(
            election=election,
            roll_entry_id=self.id,
            name=self.name,
            is_woman=self.sex is Sex.FEMALE,
            birth_year=self.born_on.year,
        )

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.roll.election.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.roll.is_practice
