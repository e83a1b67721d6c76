"""When a question may be taken to the township, and how a complaint goes on there (D-10, D-12). Pure."""

from datetime import date

from villagegov.deadlines import Deadline
from villagegov.disclosure.rules.questions import is_late
from villagegov.disclosure.vocabulary.complaints import (
    CLOSE_ARTICLE,
    ORDER_ARTICLE,
    TOWNSHIP_ARTICLE,
    ComplaintGround,
    ComplaintState,
    Finding,
)

#: D-12 [prov], analog (Sichuan 17; Chongqing 10): days in which the township checks and decides.
TOWNSHIP_DAYS = 20
#: Design choice: days in which the township looks at what a committee reports.
CLOSE_DAYS = 5


def township_due(lodged_on: date) -> Deadline:
    """Village law 2025 art. 36 (D-12): the last day to check a complaint and decide."""
    return Deadline(lodged_on, TOWNSHIP_DAYS, TOWNSHIP_ARTICLE)


def order_due(order_due_on: date) -> Deadline:
    """Village law 2025 art. 36 (D-12): the last day of an order, as the township set it."""
    return Deadline(order_due_on, 0, ORDER_ARTICLE)


def close_due(reported_on: date) -> Deadline:
    """Design choice: the last day to look at a report."""
    return Deadline(reported_on, CLOSE_DAYS, CLOSE_ARTICLE)


def ground_of_question(
    *, asked_on: date, answered_on: date | None, satisfied: bool | None, today: date
) -> ComplaintGround | None:
    """D-10: on what a question may be taken to the township; None while its answer has time or is enough."""
    if answered_on is not None:
        return ComplaintGround.POOR_ANSWER if satisfied is False else None
    late = is_late(asked_on=asked_on, answered_on=None, today=today)
    return ComplaintGround.NO_ANSWER if late else None


def complaint_state(*, taken: bool, finding: Finding | None, reported: bool, closed: bool) -> ComplaintState:
    """D-12: COMPLAINT, CHECKING, then ORDERED or DISMISSED; an order is reported on and closed."""
    if finding is Finding.DISMISSED:
        return ComplaintState.DISMISSED
    if finding is Finding.ORDERED:
        if closed:
            return ComplaintState.CLOSED
        return ComplaintState.REPORTED if reported else ComplaintState.ORDERED
    return ComplaintState.CHECKING if taken else ComplaintState.COMPLAINT
