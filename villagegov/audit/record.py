"""`record` notes one tagged entry; `seal` numbers and chains what was noted, as the last act before the commit."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

import villagegov.clock as clock
from villagegov.audit.models import AuditChain, AuditEntry, Subject
from villagegov.audit.rules import START, SYSTEM, Link, canonical, commitment_of, digest_of
from villagegov.extensions import db


class Actor(Protocol):
    """Who acts: an account, or the system's command line."""

    @property
    def id(self) -> int | None: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Note:
    place_id: int
    actor_id: int | None
    actor_name: str
    tag: str
    subject: Subject
    details: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CommandLine:
    """The actor of commands run on the machine itself."""

    id: None = None
    name: str = "system"


@dataclass(frozen=True)
class Somebody:
    """The actor of what a resident does whom the records of his place must not name (P-13)."""

    id: None = None
    name: str = "resident"


def record(
    tag: str,
    *,
    subject: Subject,
    actor: Actor,
    place_id: int = SYSTEM,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Note one entry for this transaction; it is chained when the transaction commits."""
    details: dict[str, object] = {}
    if before is not None:
        details["before"] = dict(before)
    if after is not None:
        details["after"] = dict(after)
    notes: list[Note] = db.session.info.setdefault("audit", [])
    notes.append(Note(place_id, actor.id, actor.name, str(tag), subject, details))


def forget(session: Session) -> None:
    """Drop what was noted; the transaction is undone."""
    session.info.pop("audit", None)


def seal(session: Session) -> None:
    """Chain every noted entry, locking the heads in the order of their places."""
    session.flush()
    notes: list[Note] = session.info.pop("audit", [])
    for place_id in sorted({note.place_id for note in notes}):
        chain = _locked_chain(session, place_id)
        for note in notes:
            if note.place_id == place_id:
                _append(session, chain, note)
    session.flush()


def _locked_chain(session: Session, place_id: int) -> AuditChain:
    query = select(AuditChain).where(AuditChain.place_id == place_id).with_for_update()
    chain = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if chain is None:
        chain = AuditChain(place_id=place_id, length=0, head=START)
        session.add(chain)
        session.flush()
    return chain


def _append(session: Session, chain: AuditChain, note: Note) -> None:
    details, salt = canonical(note.details), secrets.token_bytes(16)
    link = Link(
        place_id=chain.place_id,
        number=chain.length + 1,
        at=clock.now(),
        actor_id=note.actor_id,
        actor_name=note.actor_name,
        tag=note.tag,
        subject_kind=note.subject.__tablename__,
        subject_id=note.subject.id,
        commitment=commitment_of(details, salt),
        previous=chain.head,
    )
    digest = digest_of(link)
    fields = {key: value for key, value in vars(link).items() if key != "place_id"}
    session.add(AuditEntry(chain=chain, details=details, salt=salt, digest=digest, **fields))
    chain.length, chain.head = link.number, digest
