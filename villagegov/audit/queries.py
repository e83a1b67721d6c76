"""Audit chains: read, listed, verified."""

from collections.abc import Collection, Generator
from contextlib import closing
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.audit.models import AuditChain, AuditEntry, Check, Reading, Subject
from villagegov.audit.rules import SYSTEM, Link, Stored, first_fault
from villagegov.extensions import db

#: Tags of what the auditor is told of begin with this (O6).
ALERT = "alert:"


def entries(words: str = "", *, tags: Collection[str] = (), within: Select[int] | None = None) -> Select[AuditEntry]:
    """All entries, newest first. `words` finds the name of who acted; `tags` are acts these words mean too.

    `within` selects the places whose chains are wanted; without it the system's own chain is there as well.
    """
    query = select(AuditEntry).options(joinedload(AuditEntry.chain)).order_by(AuditEntry.id.desc())
    if words:
        named = AuditEntry.actor_name.contains(words, autoescape=True)
        query = query.where(named | AuditEntry.tag.in_(tags))
    if within is not None:
        chains = select(AuditChain.id).where(AuditChain.place_id.in_(within))
        query = query.where(AuditEntry.chain_id.in_(chains))
    return query


def history(*subjects: Subject, most: int = 50, within: Collection[int] | None = None) -> list[AuditEntry]:
    """Who changed what on these objects, newest first; `within`: only the system's chain and those of these places."""
    one_of = [
        (AuditEntry.subject_kind == subject.__tablename__) & (AuditEntry.subject_id == subject.id)
        for subject in subjects
    ]
    condition = one_of[0]
    for other in one_of[1:]:
        condition = condition | other
    query = select(AuditEntry).where(condition)
    if within is not None:
        query = query.join(AuditEntry.chain).where(AuditChain.place_id.in_([SYSTEM, *within]))
    return list(db.session.scalars(query.order_by(AuditEntry.id.desc()).limit(most)))


def told_since(tag: str, moment: datetime, actor_id: int | None = None) -> bool:
    """Whether an entry of this tag (by this account) was recorded after `moment`."""
    query = select(AuditEntry.id).where(AuditEntry.tag == tag, AuditEntry.at > moment).limit(1)
    if actor_id is not None:
        query = query.where(AuditEntry.actor_id == actor_id)
    return db.session.scalar(query) is not None


class Looks(NamedTuple):
    """How often somebody looked at lists of persons, and how many persons were shown."""

    looks: int
    persons: int


def looks_since(moment: datetime, reader_id: int) -> Looks:
    """What an account looked at after `moment`."""
    persons = func.coalesce(func.sum(Reading.persons), 0)
    query = select(func.count(), persons).where(Reading.reader_id == reader_id, Reading.at > moment)
    looks, seen = db.session.execute(query).one()
    return Looks(int(looks), int(seen))


def readings(words: str = "", *, within: Select[int] | None = None) -> Select[Reading]:
    """Who looked at lists of persons, newest first; `words` finds the reader's name, `within` selects places."""
    query = select(Reading).order_by(Reading.id.desc())
    if words:
        query = query.where(Reading.reader_name.contains(words, autoescape=True))
    return query if within is None else query.where(Reading.place_id.in_(within))


def alerts(since: datetime, most: int = 20) -> list[AuditEntry]:
    """What the auditor should look at since a moment, newest first; no system administrator can switch it off (O6)."""
    query = select(AuditEntry).where(AuditEntry.tag.startswith(ALERT), AuditEntry.at > since)
    return list(db.session.scalars(query.order_by(AuditEntry.id.desc()).limit(most)))


def chains() -> list[AuditChain]:
    """Every chain, by place."""
    return list(db.session.scalars(select(AuditChain).order_by(AuditChain.place_id)))


def fault_in(chain: AuditChain) -> int | None:
    """The number of the first entry of `chain` that does not fit, or None."""
    with closing(_stored(chain)) as found:
        return first_fault(found, length=chain.length, head=chain.head)


def faults() -> list[tuple[int, int]]:
    """Place and first unfit entry of every chain that does not hold together."""
    found = [(chain.place_id, fault_in(chain)) for chain in chains()]
    return [(place_id, number) for place_id, number in found if number is not None]


def last_check(name: str) -> Check | None:
    """How the job `name` ended last; None as long as it never has."""
    query = select(Check).where(Check.name == name, Check.at.is_not(None))
    return db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def newest_moment() -> datetime | None:
    """When the entry that was recorded last says it was recorded."""
    return db.session.scalar(select(AuditEntry.at).order_by(AuditEntry.id.desc()).limit(1))


def check(name: str) -> Check:
    """The row of the job `name`, which whoever runs it has taken."""
    return db.session.scalars(select(Check).where(Check.name == name)).one()


def digest_at(chain: AuditChain, number: int) -> bytes | None:
    """The digest of one entry of a chain; None when there is no such entry."""
    query = select(AuditEntry.digest).where(AuditEntry.chain_id == chain.id, AuditEntry.number == number)
    return db.session.scalars(query).one_or_none()


def _stored(chain: AuditChain) -> Generator[Stored, None, None]:
    query = select(AuditEntry).join(AuditEntry.chain).options(contains_eager(AuditEntry.chain))
    ordered = query.where(AuditEntry.chain_id == chain.id).order_by(AuditEntry.number)
    found = db.session.scalars(ordered.execution_options(yield_per=1000))
    try:
        yield from (_as_stored(chain, entry) for entry in found)
    finally:
        found.close()


def _as_stored(chain: AuditChain, entry: AuditEntry) -> Stored:
    link = Link(
        place_id=chain.place_id,
        number=entry.number,
        at=entry.at,
        actor_id=entry.actor_id,
        actor_name=entry.actor_name,
        tag=entry.tag,
        subject_kind=entry.subject_kind,
        subject_id=entry.subject_id,
        commitment=entry.commitment,
        previous=entry.previous,
    )
    return Stored(link, entry.digest, entry.details, entry.salt)
