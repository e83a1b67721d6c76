"""What observers saw and what clerks had to report (E-12)."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.field_notes import NoteKind
from villagegov.vocabulary import LazyString


class FieldNote(OfAnElection, Versioned, Model):
    """An observation (F-34), or an incident that the township answers."""

    __tablename__ = "field_notes"
    __table_args__ = (
        Index(None, "election_id"),
        CheckConstraint("found <> ''", "says_something"),
        CheckConstraint("(answered_at IS NULL) = (answer = '')", "answered_in_words"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    kind: Mapped[NoteKind]
    #: Who saw it, and for which office.
    who: Mapped[str]
    organisation: Mapped[str]
    #: The step of the election, by its value: the list of steps grows.
    step: Mapped[str]
    found: Mapped[str]
    noted_on: Mapped[date]
    #: The hour, as it was written down.
    hour: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by_name: Mapped[str]
    answer: Mapped[str]
    answered_at: Mapped[datetime | None]
    answered_by_name: Mapped[str]

    election: Mapped[Election] = relationship()

    @property
    def step_label(self) -> LazyString | str:
        """The step in words; a step that is no more stays as it was kept."""
        return next((one.label for one in Task if one == self.step), self.step)
