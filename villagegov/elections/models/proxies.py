"""委托投票: a voter who is away names another voter in writing."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.roll import RollEntry
from villagegov.elections.models.setup import Election, OfAnElection
from villagegov.elections.vocabulary.proxies import Relation


class Proxy(OfAnElection, Versioned, Model):
    """One written proxy; a voter has one at a time (E-56)."""

    __tablename__ = "proxies"
    __table_args__ = (
        CheckConstraint("principal_id <> holder_id", "two_persons"),
        Index(
            "uq_proxies_standing",
            "principal_id",
            unique=True,
            sqlite_where=text("revoked_at IS NULL"),
            postgresql_where=text("revoked_at IS NULL"),
        ),
        Index(None, "election_id"),
        Index(None, "holder_id"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    #: Running number within the election; stands on the certificate.
    number: Mapped[int]
    principal_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    holder_id: Mapped[int] = mapped_column(ForeignKey("roll_entries.id"))
    relation: Mapped[Relation]
    #: Why the voter is away; may be empty.
    reason: Mapped[str]
    written_on: Mapped[date]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str]

    election: Mapped[Election] = relationship()
    principal: Mapped[RollEntry] = relationship(foreign_keys=principal_id)
    holder: Mapped[RollEntry] = relationship(foreign_keys=holder_id)
