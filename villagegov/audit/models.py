"""What was done, by whom, before and after: hash chains, one per unit and one for the system."""

from datetime import datetime
from typing import Protocol

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from villagegov.audit.vocabulary import Look, Outcome
from villagegov.columns import Model, id_key


class Subject(Protocol):
    """What is acted upon: any stored row."""

    @property
    def id(self) -> int: ...

    __tablename__: str


class AuditChain(Model):
    """The head of one chain; locked last in every transaction that adds to it."""

    __tablename__ = "audit_chains"
    __table_args__ = (UniqueConstraint("place_id"),)

    id: Mapped[id_key]
    #: The division whose records it covers; 0 is the system's own chain.
    place_id: Mapped[int]
    length: Mapped[int]
    head: Mapped[bytes]


class AuditEntry(Model):
    """One act. `digest` covers every other field and the digest before it; details enter as a salted commitment."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        UniqueConstraint("chain_id", "number"),
        Index(None, "subject_kind", "subject_id"),
        Index(None, "tag"),
    )

    id: Mapped[id_key]
    chain_id: Mapped[int] = mapped_column(ForeignKey("audit_chains.id"))
    number: Mapped[int]
    at: Mapped[datetime]
    #: Account id of who did it; null for a command of the system.
    actor_id: Mapped[int | None]
    actor_name: Mapped[str]
    tag: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    #: JSON of what changed; may be dropped with its salt when a person's data must go (P8).
    details: Mapped[str | None]
    salt: Mapped[bytes | None]
    commitment: Mapped[bytes]
    previous: Mapped[bytes]
    digest: Mapped[bytes]

    chain: Mapped[AuditChain] = relationship()


class Check(Model):
    """A job the machine does by itself: one row for each, with how it ended last and from when it is due again."""

    __tablename__ = "checks"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[id_key]
    name: Mapped[str]
    #: When it ended last, how, and what it says of it; nothing before it has ended once.
    at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]
    note: Mapped[str]
    #: Whoever moves this moment on has taken the job (two ticks at the same moment).
    next_at: Mapped[datetime]


class Reading(Model):
    """Who looked at whose names and when (A16): the access log of rolls. It names nobody of those who stand there."""

    __tablename__ = "readings"
    __table_args__ = (Index(None, "reader_id", "at"), Index(None, "at"), Index(None, "place_id"))

    id: Mapped[id_key]
    at: Mapped[datetime]
    reader_id: Mapped[int]
    reader_name: Mapped[str]
    #: The division whose list it is.
    place_id: Mapped[int]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    look: Mapped[Look]
    #: How many persons were shown at most.
    persons: Mapped[int]
