"""领票登记: who drew how many ballots, where and when. Nothing of a ballot, nothing of a vote (P-14)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division
from villagegov.elections.models.polling import Poll
from villagegov.elections.models.roll import RollEntry
from villagegov.elections.models.setup import Station


class Pickup(Versioned, Model):
    """One voter came and drew: the own ballot, and those of the principals (E-62); once in a poll, anywhere."""

    __tablename__ = "pickups"
    __table_args__ = (
        CheckConstraint("own = 1", "own_one"),
        CheckConstraint("proxy >= 0", "proxy_not_negative"),
        CheckConstraint("(undone_at IS NULL) = (undone_reason = '')", "undone_with_reason"),
        Index(
            "uq_pickups_standing",
            "poll_id",
            "roll_entry_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
        Index(None, "station_id"),
        Index(None, "roll_entry_id"),
    )

    id: Mapped[id_key]
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"))
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"))
    roll_entry_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    own: Mapped[int]
    proxy: Mapped[int]
    drawn_at: Mapped[datetime]
    drawn_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    drawn_by_name: Mapped[str]
    undone_at: Mapped[datetime | None]
    undone_reason: Mapped[str]
    undone_by_name: Mapped[str]

    poll: Mapped[Poll] = relationship()
    station: Mapped[Station] = relationship()
    entry: Mapped[RollEntry] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.poll.unit

    @property
    def is_practice(self) -> bool:
        """Whether its pages say that nothing here counts."""
        return self.poll.is_practice

    @property
    def drawn(self) -> int:
        """Ballots drawn, own and proxy."""
        return self.own + self.proxy
