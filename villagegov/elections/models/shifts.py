"""提前或者延期换届: a polling day outside the round's window, asked for and approved by three (E-02)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.bodies.models import Decision
from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary.shifts import Approver


class Shift(OfAnElection, Versioned, Model):
    """One request: what the committee asks for, what the meeting said, who approved; once returned it is over."""

    __tablename__ = "election_shifts"
    __table_args__ = (
        Index(None, "election_id"),
        Index(
            "uq_election_shifts_open",
            "election_id",
            unique=True,
            sqlite_where=text("county_on IS NULL AND returned_because = ''"),
            postgresql_where=text("county_on IS NULL AND returned_because = ''"),
        ),
        CheckConstraint("county_on IS NULL OR township_on IS NOT NULL", "township_first"),
        CheckConstraint("decision_id IS NOT NULL OR paper <> ''", "agreed_by_a_meeting"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: The polling day asked for; with the approvals every day between the round's window and this one is open.
    wanted_on: Mapped[date]
    because: Mapped[str]
    applied_on: Mapped[date]
    applied_as: Mapped[str]
    applied_by_name: Mapped[str]
    #: The meeting's decision that agrees; of an election recorded after its polling day the paper instead.
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    paper: Mapped[str]
    township_on: Mapped[date | None]
    township_as: Mapped[str]
    township_by_name: Mapped[str]
    county_on: Mapped[date | None]
    county_as: Mapped[str]
    county_by_name: Mapped[str]
    #: Why it was given back; it is asked for anew.
    returned_because: Mapped[str]

    election: Mapped[Election] = relationship()
    decision: Mapped[Decision | None] = relationship()

    @property
    def given(self) -> frozenset[Approver]:
        """Who has agreed so far; a request rests on the meeting from the beginning."""
        above = {Approver.TOWNSHIP: self.township_on, Approver.COUNTY: self.county_on}
        return frozenset({Approver.MEETING, *(one for one, day in above.items() if day is not None)})

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody."""
        return self.county_on is None and not self.returned_because
