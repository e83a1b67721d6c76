"""How places answer their residents: counts for a unit, and for each place below an area, in one question each."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from villagegov.columns import days_between
from villagegov.disclosure.models import Question
from villagegov.disclosure.queries.questions import late_before
from villagegov.disclosure.rules.questions import ANSWER_DAYS
from villagegov.divisions.models import Division
from villagegov.extensions import db


class Figures(NamedTuple):
    """Questions of a place; every share has its denominator: in time of those whose clock is over or stopped."""

    asked: int = 0
    in_time: int = 0
    answered_late: int = 0
    #: Not answered, the clock still running; and run out.
    waiting: int = 0
    overdue: int = 0
    rated: int = 0
    satisfied: int = 0
    held: int = 0

    @property
    def decided(self) -> int:
        """Those of which it is known whether they were answered in time."""
        return self.asked - self.waiting


def figures_of(unit: Division, today: date) -> Figures:
    """The questions of one unit."""
    query = _counted(today).where(Question.unit_id == unit.id)
    return Figures._make(db.session.execute(query).one())


def figures_below(places: Iterable[Division], today: date) -> dict[int, Figures]:
    """Place → the questions of all units in it; a place without one is left out."""
    above = aliased(Division)
    query = _counted(today, above.id).select_from(Question)
    query = query.join(Question.unit).join(above, Division.path.startswith(above.path))
    query = query.where(above.id.in_([one.id for one in places])).group_by(above.id)
    return {row[0]: Figures._make(row[1:]) for row in db.session.execute(query)}


def _counted(today: date, *before: Any) -> Select[Any]:
    answered, in_time = Question.answered_on.is_not(None), days_between(Question.asked_on, Question.answered_on)
    late = Question.asked_on < late_before(today)
    kinds = (
        answered & (in_time <= ANSWER_DAYS),
        answered & (in_time > ANSWER_DAYS),
        ~answered & ~late,
        ~answered & late,
        Question.rated_on.is_not(None),
        Question.rated_on.is_not(None) & Question.satisfied.is_(True),
        Question.held_on.is_not(None),
    )
    columns = [*before, func.count(Question.id), *(func.count(Question.id).filter(kind) for kind in kinds)]
    return select(*columns)
