"""What a unit waits for in a round, and by when. Pure."""

from datetime import date
from typing import NamedTuple

from villagegov.deadlines import Deadline
from villagegov.elections.rules.afterwards import AfterFacts, deadline_after, open_steps
from villagegov.elections.rules.due import deadline_of
from villagegov.elections.rules.tasks import Facts, next_task
from villagegov.elections.vocabulary import Stage
from villagegov.law.profiles import Profile
from villagegov.vocabulary import LazyString


class Waiting(NamedTuple):
    """The next thing to be done, and its last day."""

    what: LazyString
    deadline: Deadline


def waiting_for(facts: Facts, after: AfterFacts, posted_on: date | None, profile: Profile) -> Waiting | None:
    """E-35 to E-107: the next step before the posting; afterwards the open one whose last day comes first."""
    if posted_on is None or facts.status is not Stage.DECIDED:
        task = next_task(facts)
        return Waiting(task.label, deadline_of(task, facts, profile)) if task is not None else None
    found = [Waiting(step.label, deadline_after(step, posted_on, profile)) for step in open_steps(after)]
    return min(found, key=lambda one: one.deadline.last, default=None)
