"""Backups that were made, whether each could be restored, and the copies of the key file that were looked at."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from villagegov.columns import Model, id_key


class Backup(Model):
    """One backup file; its bytes lie in the folder `backups` of the installation."""

    __tablename__ = "backups"
    __table_args__ = (UniqueConstraint("file_name"),)

    id: Mapped[id_key]
    made_at: Mapped[datetime]
    #: Account of who pressed the button; null for a command or the daily one.
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    made_by_name: Mapped[str]
    file_name: Mapped[str]
    #: Null while it is being made.
    ended_at: Mapped[datetime | None]
    size: Mapped[int | None]
    #: The check code of the state in it; empty until it has ended.
    digest: Mapped[str]
    #: When it was restored into a scratch place and found equal; null when that failed.
    proven_at: Mapped[datetime | None]
    #: What is wrong with it, in words; empty when nothing is.
    fault: Mapped[str]


class KeyCopy(Model):
    """Somebody showed a copy of the key file that holds these keys; without one no backup can ever be opened."""

    __tablename__ = "key_copies"
    __table_args__ = (UniqueConstraint("code"),)

    id: Mapped[id_key]
    #: The check code of the keys; it tells nothing about them.
    code: Mapped[str]
    confirmed_at: Mapped[datetime]
