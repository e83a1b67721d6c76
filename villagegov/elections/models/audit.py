"""离任经济责任审计: that the outgoing members' audit was posted before the poll (E-11)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, Versioned, id_key
from villagegov.elections.models.setup import Election


class OutgoingAudit(Versioned, Model):
    """When and under what name the audit was posted; or why there is nobody to be audited."""

    __tablename__ = "outgoing_audits"
    __table_args__ = (
        UniqueConstraint("election_id"),
        CheckConstraint("(posted_on IS NULL) = (none_because <> '')", "posted_or_none"),
        CheckConstraint("(posted_on IS NULL) = (document = '')", "posted_with_document"),
    )

    id: Mapped[id_key]
    election_id: Mapped[int] = mapped_column(ForeignKey("elections.id"))
    posted_on: Mapped[date | None]
    document: Mapped[str]
    none_because: Mapped[str]

    election: Mapped[Election] = relationship()
