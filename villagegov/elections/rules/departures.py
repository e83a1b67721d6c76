"""What a meeting makes of a resignation, who stands in for a chair, and by when each is due. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from villagegov.bodies.vocabulary import MeetingKind, Office, Verdict
from villagegov.deadlines import Deadline
from villagegov.elections.rules.recall import months_later
from villagegov.elections.vocabulary.departures import DepartureKind, DepartureOutcome
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field

#: S-42: a second appraisal counts as one in a row only so many months after the first.
APPRAISAL_GAP_MONTHS = 6
#: Who accepts a resignation (E-98).
ACCEPTING = frozenset({MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES})
_OUTCOMES = {Verdict.PASSED: DepartureOutcome.PASSED, Verdict.NOT_PASSED: DepartureOutcome.NOT_PASSED}


class StandIn(NamedTuple):
    """Somebody who may act for the chair."""

    term_id: int
    office: Office
    #: Those of the newest poll; None where no count is known here.
    votes: int | None


def outcome_of_vote(verdict: Verdict) -> DepartureOutcome | None:
    """Village law 2025 art. 20 (E-98): passed ends the office, not passed leaves it; anything else is no vote."""
    return _OUTCOMES.get(verdict)


def stand_ins_in_order(found: Iterable[StandIn]) -> list[StandIn]:
    """Hainan measures 2025 art. 45 (E-106, by analogy): vice chairs by votes, then members by votes."""
    rank: Sequence[Office] = (Office.VICE, Office.MEMBER)
    fitting = [one for one in found if one.office in rank]
    return sorted(fitting, key=lambda one: (rank.index(one.office), -(one.votes or 0), one.term_id))


def must_act(ordered: Sequence[StandIn], term_id: int) -> bool:
    """E-106: whether it is this one's turn; where votes are not known or equal, any of the first rank may."""
    first = ordered[0]
    return any(
        one.term_id == term_id and one.office is first.office and (one.votes or 0) == (first.votes or 0)
        for one in ordered
    )


def meeting_due(kind: DepartureKind, filed_on: date, profile: Profile) -> Deadline | None:
    """Hainan measures 2025 art. 43 (E-98, analog): a meeting votes on a resignation within so many days."""
    return profile.after(filed_on, Field.RESIGN_MEETING_DAYS) if kind is DepartureKind.RESIGNATION else None


def bad_twice_in_a_row(*, first_on: date, second_on: date, gap_months: int = APPRAISAL_GAP_MONTHS) -> bool:
    """Village law 2025 art. 38 (E-99, S-41); Chongqing rules art. 36 (S-42, analog): so far apart at least."""
    return second_on >= months_later(first_on, gap_months)


def notice_due(closed_on: date, profile: Profile) -> Deadline:
    """Sichuan rules 2025 art. 46 (E-99, analog): the end of an office is posted within so many days."""
    return profile.after(closed_on, Field.END_NOTICE_DAYS)
