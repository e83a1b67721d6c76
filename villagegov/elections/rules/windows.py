"""The calendar of an election: the earliest and the latest day of every step, each with its sum and article. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from villagegov.deadlines import Deadline
from villagegov.elections.vocabulary.calendar import CalendarReason, Milestone
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field

#: The steps whose day the clerk chooses.
PLANNED = (
    Milestone.ROLL_POSTED,
    Milestone.ROLL_FROZEN,
    Milestone.INITIAL_POSTED,
    Milestone.CANDIDATES_POSTED,
    Milestone.POLL_POSTED,
    Milestone.PROXIES_POSTED,
)
#: Steps with a limit of their own, and the field that counts their days before or after polling day.
BEFORE = {
    Milestone.ROLL_POSTED: Field.ROLL_POST_DAYS,
    Milestone.CANDIDATES_POSTED: Field.CANDIDATE_POST_DAYS,
    Milestone.POLL_POSTED: Field.POLL_POST_DAYS,
    Milestone.PROXIES_POSTED: Field.PROXY_POST_DAYS,
    Milestone.MOBILE_POSTED: Field.MOBILE_LIST_DAYS,
    Milestone.SCRIBES_POSTED: Field.SCRIBE_POST_DAYS,
}
AFTER = {
    Milestone.RESULT_POSTED: Field.RESULT_POST_DAYS,
    Milestone.RERUN: Field.RERUN_DAYS,
    Milestone.HANDED_OVER: Field.HANDOVER_DAYS,
    Milestone.CERTIFIED: Field.CERT_DAYS,
}
#: Days before polling on which provinces' timetables set these steps (rulebook 1.9, practice).
USUAL = {
    Milestone.ROLL_POSTED: 28,
    Milestone.ROLL_FROZEN: 20,
    Milestone.INITIAL_POSTED: 13,
    Milestone.CANDIDATES_POSTED: 6,
    Milestone.POLL_POSTED: 6,
    Milestone.PROXIES_POSTED: 4,
}


@dataclass(frozen=True, kw_only=True)
class Window:
    """The days between which one step lies; every step has a latest day, some an earliest."""

    milestone: Milestone
    earliest: Deadline | None = None
    latest: Deadline
    planned: date | None = None
    done_on: date | None = None

    @property
    def day(self) -> date:
        """When it was done, is planned, or has to be at the latest."""
        return self.done_on or self.planned or self.latest.last

    def is_missed(self, today: date) -> bool:
        """Whether its last day is over and it is not done."""
        return self.done_on is None and self.latest.last < today


@dataclass(frozen=True)
class PlanFault:
    """A planned day outside its window: which limit it breaks."""

    milestone: Milestone
    reason: CalendarReason
    limit: Deadline


Days = Mapping[Milestone, date]


def windows(*, polling_day: date, profile: Profile, planned: Days, done: Days) -> list[Window]:
    """E-35…E-39, E-52, E-60, E-68, E-88, E-92, E-93, E-95: every step, counted back from and on from polling day.

    What follows the roll is counted from the day it was posted, else from the day planned for it, else from its latest.
    """
    latest = {one: profile.before(polling_day, field) for one, field in BEFORE.items()}
    latest |= {one: profile.after(polling_day, field) for one, field in AFTER.items()}
    latest[Milestone.POLLING] = Deadline(polling_day, 0, profile.cited(Field.TURNOUT))
    roll = done.get(Milestone.ROLL_POSTED) or planned.get(Milestone.ROLL_POSTED) or latest[Milestone.ROLL_POSTED].last
    frozen = done.get(Milestone.ROLL_FROZEN) or planned.get(Milestone.ROLL_FROZEN)
    freezing = profile.after(roll, Field.FREEZE_DAYS)
    earliest = {
        Milestone.ROLL_FROZEN: freezing,
        Milestone.INITIAL_POSTED: Deadline(frozen, 0) if frozen else freezing,
        Milestone.CANDIDATES_POSTED: Deadline(frozen, 0) if frozen else freezing,
        Milestone.POLLING: profile.after(roll, Field.ROLL_POST_DAYS),
    }
    latest[Milestone.OBJECTIONS_END] = profile.after(roll, Field.OBJECTION_DAYS)
    latest[Milestone.ROLL_FROZEN] = latest[Milestone.INITIAL_POSTED] = latest[Milestone.CANDIDATES_POSTED]
    return [
        Window(
            milestone=one,
            earliest=earliest.get(one),
            latest=latest[one],
            planned=planned.get(one),
            done_on=done.get(one),
        )
        for one in Milestone
    ]


def faults_of_plan(found: list[Window]) -> list[PlanFault]:
    """Every planned day that lies before its earliest or after its latest day; what is done is not planned."""
    faults = []
    for one in found:
        if one.planned is None or one.done_on is not None:
            continue
        if one.planned > one.latest.last:
            faults.append(PlanFault(one.milestone, CalendarReason.PLANNED_LATE, one.latest))
        elif one.earliest is not None and one.planned < one.earliest.last:
            faults.append(PlanFault(one.milestone, CalendarReason.PLANNED_EARLY, one.earliest))
    return faults


def usual_plan(*, polling_day: date, profile: Profile, today: date) -> dict[Milestone, date]:
    """Rulebook 1.9: the days of practice, moved as far as the law's limits and today ask."""
    plan: dict[Milestone, date] = {}
    for one, before in USUAL.items():
        window = next(
            found
            for found in windows(polling_day=polling_day, profile=profile, planned=plan, done={})
            if found.milestone is one
        )
        day = max(polling_day - timedelta(days=before), today, (window.earliest or Deadline(today, 0)).last)
        plan[one] = min(day, window.latest.last)
    return plan


def moved(plan: Days, *, by: timedelta, done: Days) -> dict[Milestone, date]:
    """A plan after polling day moved: what is not done moves with it."""
    return {one: day if one in done else day + by for one, day in plan.items()}


def first_polling_day(today: date, profile: Profile) -> Deadline:
    """E-35: the first polling day for which a roll can still be posted in time."""
    return profile.after(today, Field.ROLL_POST_DAYS)
