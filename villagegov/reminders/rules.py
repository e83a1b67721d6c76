"""How far a reminder is. Pure."""

from datetime import date, timedelta

from villagegov.reminders.vocabulary import State

#: No day later than this many days ahead may be named.
LONGEST_DAYS = 366


def state_of(*, due_on: date, today: date, answered: bool, withdrawn: bool) -> State:
    """A-07: the last day ends at 24:00, so that it is late from the day after; silence closes nothing."""
    if answered:
        return State.ANSWERED
    if withdrawn:
        return State.WITHDRAWN
    return State.LATE if today > due_on else State.OPEN


def is_too_far(*, due_on: date, today: date) -> bool:
    """Whether the day lies more than a year ahead, which is mostly a slip of the pen."""
    return due_on > today + timedelta(days=LONGEST_DAYS)
