"""Kept files: what the rows say of them; their bytes lie under their sha256 in the store."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.columns import Model, id_key
from villagegov.divisions.models import Division
from villagegov.files.vocabulary import MediaType


class StoredFile(Model):
    """One file of one unit. Rooms on the right point here; who may see it is decided by what points here."""

    __tablename__ = "stored_files"
    __table_args__ = (
        Index(None, "unit_id"),
        Index(None, "sha256"),
        Index(None, "served_sha256"),
        CheckConstraint("size >= 0 AND served_size >= 0", "not_negative"),
    )

    id: Mapped[id_key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    #: Of the original, restricted; and of what is served: a picture re-encoded without metadata, of the same type.
    sha256: Mapped[str]
    served_sha256: Mapped[str]
    media_type: Mapped[MediaType]
    #: Bytes.
    size: Mapped[int]
    served_size: Mapped[int]
    #: The name as it was sent, cleaned; data, never a path.
    shown_name: Mapped[str]
    kept_at: Mapped[datetime]
    kept_by_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    kept_by_name: Mapped[str]

    unit: Mapped[Division] = relationship()
