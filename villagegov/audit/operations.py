"""Who takes a job of the machine, and how it ended; who looked at whose names; what is forgotten after half a year."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import CursorResult, delete, select, update

import villagegov.clock as clock
from villagegov.audit import queries
from villagegov.audit.models import AuditEntry, Check, Reading, Subject
from villagegov.audit.record import Actor, record
from villagegov.audit.rules import KEPT_FOR, SLOW_LOOKS, reads_much
from villagegov.audit.vocabulary import AlertTag, Look, Outcome
from villagegov.extensions import db

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def take_job(*, name: str, every: timedelta, actor: Actor) -> bool:  # noqa: ARG001 # the machine's, by design
    """Whether the job is due and nobody else has it; from now on, for `every`, it is taken (under the row's lock)."""
    query = select(Check).where(Check.name == name).with_for_update()
    check = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if check is None:
        check = Check(name=name, note="", next_at=clock.now())
        db.session.add(check)
    now = clock.now()
    if now < check.next_at <= now + every:  # further ahead than that: the clock was put back, and nobody has it (D12)
        return False
    check.next_at = now + every
    db.session.flush()
    return True


def note_outcome(*, name: str, outcome: Outcome, note: str, again_in: timedelta | None, actor: Actor) -> None:  # noqa: ARG001 # see above
    """How the job ended; with `again_in` it is due again so soon."""
    check = db.session.scalars(select(Check).where(Check.name == name).with_for_update()).one()
    check.at, check.outcome, check.note = clock.now(), outcome, note
    if again_in is not None:
        check.next_at = min(check.next_at, clock.now() + again_in)


def tell_of_chains(*, check: Check, found: str, actor: Actor) -> None:
    """Warn the auditor of chains that do not hold together (O6), once for each finding."""
    if check.note != found:
        record(AlertTag.CHAIN, subject=check, actor=actor, after={"found": found})


def tell_of_clock(*, check: Check, found: str, actor: Actor) -> None:
    """Warn the auditor of a clock that was put back (D12); entries keep their order, they are numbered."""
    record(AlertTag.CLOCK, subject=check, actor=actor, after={"found": found})


def note_reading(*, look: Look, persons: int, subject: Subject, place_id: int, actor: Actor) -> bool:
    """Note who looks at a list of persons; whether the look may go on (A16). The first look too many is told."""
    now = clock.now()
    reader = {"reader_id": actor.id or 0, "reader_name": actor.name, "place_id": place_id}
    whose = {"subject_kind": subject.__tablename__, "subject_id": subject.id}
    reading = Reading(at=now, look=look, persons=persons, **reader, **whose)
    db.session.add(reading)
    db.session.flush()
    hour = queries.looks_since(now - HOUR, reading.reader_id)
    if not reads_much(looks=hour.looks, persons=hour.persons):
        return True
    if not queries.told_since(AlertTag.READING, now - HOUR, reading.reader_id):
        record(AlertTag.READING, subject=reading, actor=actor, after={"reads": hour.looks, "persons": hour.persons})
    return queries.looks_since(now - MINUTE, reading.reader_id).looks <= SLOW_LOOKS


def keep_short(*, tags: Collection[str], actor: Actor) -> int:  # noqa: ARG001 # see above
    """Drop looks, and the details of acts with these tags, of half a year ago (O7): how many.

    The commitments of the details stay, so the chains still verify.
    """
    before = clock.now() - KEPT_FOR
    old = (AuditEntry.tag.in_(tags), AuditEntry.at < before, AuditEntry.details.is_not(None))
    shortened = db.session.execute(update(AuditEntry).where(*old).values(details=None, salt=None))
    forgotten = db.session.execute(delete(Reading).where(Reading.at < before))
    return sum(done.rowcount for done in (shortened, forgotten) if isinstance(done, CursorResult))
