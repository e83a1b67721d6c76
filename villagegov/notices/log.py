"""`note` names a version that was posted; `append` enters what was named into the log, just before the commit."""

import secrets
from collections.abc import Collection
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

import villagegov.clock as clock
from villagegov.audit.models import AuditChain
from villagegov.extensions import db
from villagegov.notices.models import Checkpoint, LogEntry, LogNode, NoticeVersion, PublicLog
from villagegov.notices.queries.log import hashes_of, is_unsealed
from villagegov.notices.rules import checkpoint as rules
from villagegov.notices.rules.merkle import Edge, leaf_hash, pieces_of


class Signing(Protocol):
    """Who signs a checkpoint."""

    @property
    def key_id(self) -> str: ...

    def sign(self, text: str) -> bytes: ...


def note(version: NoticeVersion) -> None:
    """Name a version for the log."""
    db.session.info.setdefault("log", []).append(version)


def forget(session: Session) -> None:
    """Drop what was named; the transaction is undone."""
    session.info.pop("log", None)


def is_waited_for(session: Session) -> bool:
    """Whether something was named."""
    return bool(session.info.get("log"))


def append(session: Session, signer: Signing) -> None:
    """Enter every named version, in its order, and make a checkpoint; one transaction after another."""
    session.flush()
    versions: list[NoticeVersion] = session.info.pop("log", [])
    log = _locked(session)
    edge = edge_of(log.size)
    for version in versions:
        leaf = leaf_hash(bytes.fromhex(version.fingerprint))
        entry = LogEntry(position=edge.size, version_id=version.id, leaf=leaf, entered_at=clock.now())
        made = edge.add(leaf)
        session.add_all([entry, *(LogNode(level=at.level, number=at.number, hash=found) for at, found in made)])
    log.size = edge.size
    places = {version.notice.unit_id for version in versions}
    session.add(_sealed(log, edge, _audit_heads(session, places), signer))
    session.flush()


def seal(session: Session, signer: Signing) -> int:
    """A checkpoint over what no posting has sealed, as after a change of the schema: over how many entries."""
    log = _locked(session)
    if not is_unsealed():
        return 0
    session.add(_sealed(log, edge_of(log.size), [], signer))
    session.flush()
    return log.size


def edge_of(size: int) -> Edge:
    """The right edge of the tree of so many entries."""
    pieces = pieces_of((0, size))
    hashes = hashes_of(pieces)
    return Edge(size, [hashes[piece] for piece in pieces])


def _locked(session: Session) -> PublicLog:
    query = select(PublicLog).with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        found = PublicLog(id=1, origin=f"public-log/{secrets.token_hex(8)}", size=0)
        session.add(found)
        session.flush()
    return found


def _audit_heads(session: Session, places: Collection[int]) -> list[rules.AuditHead]:
    """Where the records of these units stand; what was done is chained already, and their heads are locked."""
    query = select(AuditChain).where(AuditChain.place_id.in_(places)).order_by(AuditChain.place_id)
    return [rules.AuditHead(one.place_id, one.length, one.head.hex()) for one in session.scalars(query)]


def _sealed(log: PublicLog, edge: Edge, audits: list[rules.AuditHead], signer: Signing) -> Checkpoint:
    text = rules.Head(log.origin, edge.size, edge.root, clock.now(), audits).text
    digest = rules.digest_of(text)
    return Checkpoint(
        size=edge.size,
        made_at=clock.now(),
        text=text,
        digest=digest,
        code=rules.code_of(digest),
        key_id=signer.key_id,
        signature=signer.sign(text),
    )
