"""Open sign-ins, tries at a password, codes for a lost phone, running sign-in names."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.accounts.models.people import Account
from villagegov.columns import Model, id_key


class SignIn(Model):
    """One open or ended sign-in; the cookie holds a token whose hash is here, so ending it ends it (S6)."""

    __tablename__ = "sign_ins"
    __table_args__ = (UniqueConstraint("token_hash"), Index(None, "account_id"))

    id: Mapped[id_key]
    token_hash: Mapped[bytes]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship()


class SignInAttempt(Model):
    """One try at a password, counted by name, known device and address (S1–S4); names only as hashes."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (Index(None, "name_key", "at"), Index(None, "address", "at"), Index(None, "at"))

    id: Mapped[id_key]
    #: Hash of the name tried, and of the device when the device is known for that name.
    name_key: Mapped[bytes]
    address: Mapped[str]
    at: Mapped[datetime]
    succeeded: Mapped[bool]


class RecoveryCode(Model):
    """One of ten codes on paper that stand in for a lost phone, once each; only its hash is stored."""

    __tablename__ = "recovery_codes"
    __table_args__ = (UniqueConstraint("account_id", "code_hash"),)

    id: Mapped[id_key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    code_hash: Mapped[bytes]
    used_at: Mapped[datetime | None]


class SignInSeries(Model):
    """The last running number given out under a prefix; a number is never given twice."""

    __tablename__ = "sign_in_series"
    __table_args__ = (UniqueConstraint("prefix"),)

    id: Mapped[id_key]
    prefix: Mapped[str]
    last_number: Mapped[int]
