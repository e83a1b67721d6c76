"""Reminders: one, lists, and what is due of them."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.divisions.queries import committees_named, unit_coded
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.reminders.models import Reminder
from villagegov.reminders.rules import state_of
from villagegov.reminders.vocabulary import State
from villagegov.vocabulary import _l

#: A start page shows the nearest; the list shows all.
MOST = 200
#: So many places of one name are told apart at most.
MOST_NAMESAKES = 5


def reminder(reminder_id: int) -> Reminder | None:
    """One reminder with its unit."""
    return db.session.get(Reminder, reminder_id, options=[joinedload(Reminder.unit)])


def state_on(one: Reminder, today: date) -> State:
    """How far it is on this day."""
    answered, withdrawn = one.answered_at is not None, one.withdrawn_at is not None
    return state_of(due_on=one.due_on, today=today, answered=answered, withdrawn=withdrawn)


def reminders_in(places: Iterable[Division], today: date, state: State | None = None) -> Select[Reminder]:
    """Reminders to units in `places`, those to be answered soonest first; to be paged."""
    query = select(Reminder).join(Reminder.unit).options(contains_eager(Reminder.unit))
    query = query.where(within(Division.path, places))
    if state in (State.OPEN, State.LATE):
        return query.where(_is(state, today)).order_by(Reminder.due_on, Reminder.id)
    query = query.where(_is(state, today)) if state is not None else query
    return query.order_by(Reminder.id.desc())


def _is(state: State, today: date) -> ColumnElement[bool]:
    """SQL: whether a reminder stands so; the same as `rules.state_of`."""
    silent = and_(Reminder.answered_at.is_(None), Reminder.withdrawn_at.is_(None))
    return {
        State.OPEN: and_(silent, Reminder.due_on >= today),
        State.LATE: and_(silent, Reminder.due_on < today),
        State.ANSWERED: Reminder.answered_at.is_not(None),
        State.WITHDRAWN: Reminder.withdrawn_at.is_not(None),
    }[state]


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Every reminder to a unit in `scope` that waits for its answer, the most urgent first."""
    waiting = and_(Reminder.answered_at.is_(None), Reminder.withdrawn_at.is_(None))
    query = reminders_in(scope, today).where(waiting).order_by(None).order_by(Reminder.due_on, Reminder.id)
    return [
        Due(
            one.unit.name,
            _l("答复催办：%(matter)s", matter=one.matter),
            one.deadline,
            _l("上级会看到没有答复；这件事一直留在这里，不会自己消失。"),
            "reminders.show",
            {"reminder_id": one.id},
        )
        for one in db.session.scalars(query.limit(MOST))
    ]


def units_meant(words: str, places: Iterable[Division]) -> list[Division]:
    """The units in `places` that a name, or a code of 12 digits, may mean; a few of them if there are many."""
    areas, coded = list(places), unit_coded(words)
    if coded is not None:
        return [coded] if any(coded.lies_in(area) for area in areas) else []
    found = list(db.session.scalars(committees_named(words).where(within(Division.path, areas)).limit(MOST_NAMESAKES)))
    exact = [one for one in found if one.name == words]
    return exact or found
