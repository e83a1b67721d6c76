"""Results and carried-out matters that hang nowhere yet: for the board of the unit (C-09, CW-03)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.bodies.models import Decision
from villagegov.consultation.models import Topic
from villagegov.consultation.queries.due import done_on, settled_on
from villagegov.consultation.queries.topics import condition_of, state_on
from villagegov.consultation.vocabulary import State
from villagegov.extensions import db

#: States in which the chair has to sign.
UNPOSTED = (State.AGREED, State.NOT_AGREED, State.DONE)


class Unposted(NamedTuple):
    """A topic whose result, or whose carrying-out, is not posted; and since when."""

    unit_id: int
    topic_id: int
    title: str
    happened_on: date


def unposted_topics(unit_ids: Iterable[int]) -> list[Unposted]:
    """Topics of these units that wait for a notice, the earliest first."""
    query = select(Topic).where(Topic.unit_id.in_(list(unit_ids)), or_(*map(condition_of, UNPOSTED)))
    loading = (selectinload(Topic.points), joinedload(Topic.decision).joinedload(Decision.meeting))
    found = [(one, _since(one)) for one in db.session.scalars(query.options(*loading))]
    known = [Unposted(one.unit_id, one.id, one.title, day) for one, day in found if day is not None]
    return sorted(known, key=lambda one: (one.happened_on, one.topic_id))


def _since(one: Topic) -> date | None:
    return done_on(one) if state_on(one) is State.DONE else settled_on(one)
