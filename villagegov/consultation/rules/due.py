"""By when each step is due, with its sum and ground (C-06, C-08, C-09)."""

from datetime import date

from villagegov.consultation.vocabulary import (
    MEET_ARTICLE,
    NOTICE_ARTICLE,
    OWN_ARTICLE,
    POINT_ARTICLE,
    POST_ARTICLE,
    Step,
)
from villagegov.deadlines import Deadline

#: C-06 [prov], unverified: content and materials so many days before people meet.
NOTICE_DAYS = 3
#: C-09, D-03 [prov], Guangdong: the at-once class.
AT_ONCE_DAYS = 5
#: Design choices: the law names no day for taking up a topic, for a result, for the meeting a matter goes to.
ACCEPT_DAYS = 10
CONCLUDE_DAYS = 5
MEETING_DAYS = 30


def notice_deadline(meet_on: date) -> Deadline:
    """Opinions of 2015 on consultation (C-06, unverified): the last day to notify people of a talk on `meet_on`."""
    return Deadline(meet_on, -NOTICE_DAYS, NOTICE_ARTICLE)


def is_in_time(*, noticed_on: date, meet_on: date) -> bool:
    """Opinions of 2015 on consultation (C-06, unverified): at least three days before; exactly three are enough."""
    return noticed_on <= notice_deadline(meet_on).last


def deadline_of(step: Step, since: date) -> Deadline:
    """Village law 2025 arts. 33, 35 (C-08, C-09): the last day of a step that waits since, or falls on, `since`."""
    if step is Step.NOTICE:
        return notice_deadline(since)
    days, article = {
        Step.ACCEPT: (ACCEPT_DAYS, OWN_ARTICLE),
        Step.HOLD: (0, MEET_ARTICLE),
        Step.CONCLUDE: (CONCLUDE_DAYS, OWN_ARTICLE),
        Step.SETTLE: (MEETING_DAYS, OWN_ARTICLE),
        Step.POST_RESULT: (AT_ONCE_DAYS, POST_ARTICLE),
        Step.REPORT: (0, POINT_ARTICLE),
        Step.POST_DONE: (AT_ONCE_DAYS, POST_ARTICLE),
    }[step]
    return Deadline(since, days, article)
