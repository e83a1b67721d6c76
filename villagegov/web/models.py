"""Rows the web mechanisms keep: answers given, files between preview and confirmation, forms being filled in."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from villagegov.columns import Model, id_key


class Submission(Model):
    """One accepted form: its key, and the answer that a second press gets again."""

    __tablename__ = "submissions"
    __table_args__ = (UniqueConstraint("account_id", "key"),)

    id: Mapped[id_key]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    key: Mapped[str]
    made_at: Mapped[datetime]
    address: Mapped[str]


class Upload(Model):
    """A spreadsheet between preview and confirmation, encrypted, owned by who sent it."""

    __tablename__ = "uploads"

    id: Mapped[id_key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    #: What it is for, and of which row: "roll" of an election, "divisions" of nothing.
    purpose: Mapped[str]
    subject_id: Mapped[int]
    shown_name: Mapped[str]
    sha256: Mapped[str]
    sealed: Mapped[bytes]
    made_at: Mapped[datetime]


class Draft(Model):
    """A form somebody is filling in, sealed: it may hold personal data. One per account and form, nobody else's (S7).

    With a `held_key` it came from a page whose sign-in had ended; then it is for who knows the word behind that key.
    """

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("account_id", "form_key", "held_key"),)

    id: Mapped[id_key]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    #: Endpoint, the values of its address, and the class of the form.
    form_key: Mapped[str]
    held_key: Mapped[str]
    #: The key of the showing it was typed into; once that is a submission, the draft is void.
    once: Mapped[str]
    sealed: Mapped[bytes]
    saved_at: Mapped[datetime]
