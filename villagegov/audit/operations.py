"""Who takes a job of the machine, and how it ended."""

from datetime import timedelta

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.audit.models import Check
from villagegov.audit.record import Actor
from villagegov.audit.vocabulary import Outcome
from villagegov.extensions import db


def take_job(*, name: str, every: timedelta, actor: Actor) -> bool:  # noqa: ARG001 # the machine's, by design
    """Whether the job is due and nobody else has it; from now on, for `every`, it is taken (under the row's lock)."""
    query = select(Check).where(Check.name == name).with_for_update()
    check = db.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if check is None:
        check = Check(name=name, note="", next_at=clock.now())
        db.session.add(check)
    if check.next_at > clock.now():
        return False
    check.next_at = clock.now() + every
    db.session.flush()
    return True


def note_outcome(*, name: str, outcome: Outcome, note: str, again_in: timedelta | None, actor: Actor) -> None:  # noqa: ARG001 # see above
    """How the job ended; with `again_in` it is due again so soon."""
    check = db.session.scalars(select(Check).where(Check.name == name).with_for_update()).one()
    check.at, check.outcome, check.note = clock.now(), outcome, note
    if again_in is not None:
        check.next_at = min(check.next_at, clock.now() + again_in)
