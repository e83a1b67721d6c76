"""Who may sign in, and what each was granted where and until when."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

import villagegov.clock as clock
from villagegov.accounts.vocabulary import Role
from villagegov.columns import Model, Versioned, id_key
from villagegov.divisions.models import Division


class Account(Versioned, Model):
    """A person's way in. Two accounts with one person key are one person (design 3, two persons)."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("sign_in_name"), Index(None, "person_key"))

    id: Mapped[id_key]
    sign_in_name: Mapped[str]
    name: Mapped[str]
    #: Keyed hash of the ID number; null only for the first administrator.
    person_key: Mapped[bytes | None]
    password_hash: Mapped[str]
    #: Set while the password is one somebody else printed: it must be changed, and before this moment.
    temporary_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    #: Secret of the second factor, sealed; null while there is none. And the last of its half minutes that was used.
    second_secret: Mapped[bytes | None]
    second_step: Mapped[int | None]

    grants: Mapped[list["Grant"]] = relationship(back_populates="account", order_by="Grant.id")

    is_authenticated = True
    is_anonymous = False
    #: The cookie's token of the present sign-in, set when the account is loaded by it; never stored.
    token = ""

    def get_id(self) -> str:
        """What Flask-Login keeps in the session."""
        return self.token

    @property
    def unit(self) -> Division | None:
        """The place that guards look at: that of the newest grant that holds, else of the newest of all."""
        today = clock.today()
        home = max(self.grants, key=lambda one: (one.holds_on(today), one.id), default=None)
        return home.division if home is not None else None

    @property
    def is_active(self) -> bool:
        """Flask-Login's question."""
        return self.disabled_at is None


class Grant(Versioned, Model):
    """One role of one account on one division, from a day until a day (both included)."""

    __tablename__ = "grants"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= from_on", "until_after_from"),
        CheckConstraint(
            "station_id IS NULL OR (role = 'teller' AND until_on IS NOT NULL AND until_on = from_on)",
            "station_for_a_day",
        ),
        Index(None, "account_id"),
        Index(None, "division_id"),
        Index(None, "station_id"),
    )

    id: Mapped[id_key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    role: Mapped[Role]
    division_id: Mapped[int] = mapped_column(ForeignKey("divisions.id"))
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    #: The moment it was ended early; from then on it gives nothing.
    ended_at: Mapped[datetime | None]
    #: A teller's polling station, and the moment its poll was closed. The table is named, its room is not imported.
    station_id: Mapped[int | None] = mapped_column(ForeignKey("stations.id"))
    station_closed_at: Mapped[datetime | None]

    account: Mapped[Account] = relationship(back_populates="grants")
    division: Mapped[Division] = relationship()

    @property
    def unit(self) -> Division:
        """The place that guards look at."""
        return self.division

    def holds_on(self, day: date) -> bool:
        """Whether it gives its role on `day`."""
        return self.ended_at is None and self.from_on <= day and (self.until_on is None or day <= self.until_on)

    def stays_open_on(self, day: date) -> bool:
        """Whether it is a teller's one day, and his station has not closed: no pause ends the sign-in."""
        one_day = self.role is Role.TELLER and self.from_on == self.until_on
        return one_day and self.holds_on(day) and self.station_closed_at is None
