"""By when each step of a month's accounts is due, with the article (D-04, S-33)."""

from datetime import date

from villagegov.deadlines import Deadline
from villagegov.disclosure.rules.months import last_day
from villagegov.disclosure.vocabulary import DUE_ARTICLE, REVIEW_ARTICLE, Step

#: D-04 [prov], analog (Chongqing; Sichuan 10): days after the end of the period.
PERIODIC_DUE_DAYS = 15
#: S-33 [prov], design choice: days after the end of the month.
REVIEW_DAYS = 10
#: D-05 [prov]: how long a posting stays up where the law in force names no number (before 2026).
OLDER_KEEP_DAYS = 10


def deadline_of(first: date, step: Step | None = None) -> Deadline:
    """Chongqing measures art. 30 (D-04, S-33, analog): posted by the 15th day after the month, reviewed by the 10th."""
    if step is Step.REVIEW:
        return Deadline(last_day(first), REVIEW_DAYS, REVIEW_ARTICLE)
    return Deadline(last_day(first), PERIODIC_DUE_DAYS, DUE_ARTICLE)


def days_late(first: date, today: date) -> int:
    """D-04: how many days a month's accounts are overdue on `today`; 0 when not yet."""
    return max(0, -deadline_of(first).days_left(today))


def keep_days(days_in_force: int | None) -> int:
    """Village law 2025 art. 35, residents' law art. 34 (D-05): days on the board; `days_in_force` is the profile's."""
    return days_in_force if days_in_force is not None else OLDER_KEEP_DAYS
