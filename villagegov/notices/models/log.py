"""The public log: one entry for every version that was posted, none of which is ever changed (RFC 6962)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.notices.models.posted import NoticeVersion


class PublicLog(Model):
    """The one log of this installation; its row is locked last in every transaction that adds to it."""

    __tablename__ = "public_logs"
    __table_args__ = (CheckConstraint("id = 1", "only_one"),)

    id: Mapped[id_key]
    #: The name that stands on every checkpoint; drawn once.
    origin: Mapped[str]
    size: Mapped[int]


class LogEntry(Model):
    """A leaf: the hash of one version's fingerprint."""

    __tablename__ = "log_entries"
    __table_args__ = (UniqueConstraint("position"), UniqueConstraint("version_id"))

    id: Mapped[id_key]
    #: From 0, without a gap.
    position: Mapped[int]
    version_id: Mapped[int] = mapped_column(ForeignKey("notice_versions.id"))
    leaf: Mapped[bytes]
    entered_at: Mapped[datetime]

    version: Mapped[NoticeVersion] = relationship()


class LogNode(Model):
    """The hash over the 2^level entries from number · 2^level on; level 0 are the entries themselves."""

    __tablename__ = "log_nodes"
    __table_args__ = (UniqueConstraint("level", "number"),)

    id: Mapped[id_key]
    level: Mapped[int]
    number: Mapped[int]
    hash: Mapped[bytes]


class Checkpoint(Model):
    """The log's size and root at a moment, signed; its text leaves the building with every publication (T5)."""

    __tablename__ = "checkpoints"
    __table_args__ = (UniqueConstraint("code"), UniqueConstraint("size"), UniqueConstraint("digest"))

    id: Mapped[id_key]
    size: Mapped[int]
    made_at: Mapped[datetime]
    #: The signed text; origin, size and root in its first three lines.
    text: Mapped[str]
    digest: Mapped[bytes]
    #: The first 80 bits of the digest as 16 letters and figures, as one types them from paper.
    code: Mapped[str]
    #: Which key of the key file signed it.
    key_id: Mapped[str]
    signature: Mapped[bytes]
