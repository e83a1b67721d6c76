"""What is due of consultation: the next step of each topic with its last day (C-06, C-08, C-09)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_

from villagegov.consultation.models import Point, Topic
from villagegov.consultation.queries.topics import condition_of, state_on, topics_in
from villagegov.consultation.rules.due import deadline_of
from villagegov.consultation.rules.steps import ENDED, next_step
from villagegov.consultation.vocabulary import AWAITED, OTHERWISE, State, Step
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import LazyString, _l

#: A start page shows the nearest; the list shows all.
MOST = 200


@dataclass(frozen=True)
class Waiting:
    """A step that a topic waits for, with its last day; of a point, which one."""

    step: Step
    deadline: Deadline
    point: Point | None = None

    def late(self, today: date) -> int:
        """How many days it is late; 0 when it is not."""
        return max(0, -self.deadline.days_left(today))

    @property
    def what(self) -> LazyString | str:
        """What people wait for: the step, or the point that is to be done."""
        return AWAITED.get(self.step, self.step.label) if self.point is None else self.point.what


def waiting_of(one: Topic) -> list[Waiting]:
    """The next step of a topic with its last day; while it is carried out, each point that is not done."""
    step = next_step(state_on(one))
    if step is None:
        return []
    if step is Step.REPORT:
        return [Waiting(step, deadline_of(step, point.due_on), point) for point in one.points if not point.done_on]
    return [Waiting(step, deadline_of(step, _since(one, step)))]


def _since(one: Topic, step: Step) -> date:
    """The day from which, or to which, the days of a step are counted."""
    days = {
        Step.ACCEPT: one.proposed_on,
        Step.NOTICE: one.planned_on,
        Step.HOLD: one.meet_on,
        Step.CONCLUDE: one.held_on,
        Step.SETTLE: one.concluded_on,
        Step.POST_RESULT: settled_on(one),
        Step.POST_DONE: done_on(one),
    }
    return days[step] or one.proposed_on


def settled_on(one: Topic) -> date | None:
    """The day of the result: of the meeting it went to, else of the consultation."""
    return one.decision.meeting.held_on if one.decision is not None else one.concluded_on


def done_on(one: Topic) -> date | None:
    """The day the last point was done and everybody could know of it; not before the result was posted."""
    return max((point.done_on for point in one.points if point.done_on), default=None)


def due_items(scope: list[Division], _today: date) -> list[Due]:
    """The next step of each topic in `scope`, the most urgent first."""
    found = [_due(one, waits) for one in open_topics(scope) for waits in waiting_of(one)]
    return sorted(found, key=lambda due: due.by)[:MOST]


def open_topics(scope: Iterable[Division]) -> list[Topic]:
    """Topics that wait for something, the oldest first."""
    going = [condition_of(state) for state in State if state not in ENDED]
    query = topics_in(scope).where(or_(*going)).order_by(None).order_by(Topic.proposed_on, Topic.id)
    return list(db.session.scalars(query.limit(MOST)))


def _due(one: Topic, waits: Waiting) -> Due:
    what = _l("协商“%(title)s”：%(step)s", title=one.title, step=waits.step.label)
    if waits.point is not None:
        what = _l("协商“%(title)s”：%(what)s（%(who)s）", title=one.title, what=waits.point.what, who=waits.point.who)
    values = {"topic_id": one.id}
    return Due(one.unit.name, what, waits.deadline, OTHERWISE[waits.step], "consultation.show", values)
