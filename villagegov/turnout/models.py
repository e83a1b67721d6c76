"""Ballots issued through polling day, station by station."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.elections.models import Poll, Station


class TurnoutFigure(Model):
    """已领票: ballots a station has issued by a time, cumulative; a lower one is a correction with its reason."""

    __tablename__ = "turnout_figures"
    __table_args__ = (
        CheckConstraint("own >= 0 AND proxy >= 0", "not_negative"),
        Index(None, "poll_id", "station_id"),
    )

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"))
    #: Ballots drawn for oneself, and for others by proxy (E-62).
    own: Mapped[int]
    proxy: Mapped[int]
    #: When the figure was true, and when it was entered.
    taken_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    entered_by_name: Mapped[str]
    #: Empty unless it is lower than the one before.
    correction_reason: Mapped[str]

    poll: Mapped[Poll] = relationship()
    station: Mapped[Station] = relationship()

    @property
    def voted(self) -> int:
        """Ballots issued, own and proxy."""
        return self.own + self.proxy
