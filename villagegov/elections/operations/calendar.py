"""Planning the steps of an election, and moving its polling day."""

from collections.abc import Mapping
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import Election, Roll, Round
from villagegov.elections.queries.calendar import days_done, days_planned, windows_of
from villagegov.elections.queries.shifts import may_poll_on
from villagegov.elections.rules import calendar
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.windows import faults_of_plan, first_polling_day, moved
from villagegov.elections.vocabulary import ElectionReason, ElectionTag
from villagegov.elections.vocabulary.calendar import CalendarReason, Milestone
from villagegov.law.profiles import Profile, profile_for
from villagegov.law.vocabulary import Field, Status
from villagegov.refusal import Refusal, refuse_all, refuse_if


def plan_days(*, election: Election, days: Mapping[Milestone, date], actor: Account) -> None:
    """Keep the days planned for the steps. Raises Refusal at every day outside its window, with the sum (E-35 …)."""
    before = dict(election.plan)
    election.plan = {one.value: day.isoformat() for one, day in days.items()}
    faults = [
        Refusal(one.reason, one.milestone.value, sum=one.limit.sum, article=one.limit.article or Status.DESIGN.label)
        for one in faults_of_plan(windows_of(election))
    ]
    refuse_all(faults)
    record(
        ElectionTag.PLANNED,
        subject=election,
        actor=actor,
        place_id=election.unit_id,
        before=before,
        after=dict(election.plan),
    )


def refuse_too_soon(polling_day: date, profile: Profile, *, on_paper: bool) -> None:
    """E-35: a roll posted today at the earliest must hang twenty days; unless it was posted on paper before."""
    first = first_polling_day(clock.today(), profile)
    too_soon = not on_paper and clock.today() < polling_day < first.last
    told = {"days": profile.roll_post_days, "article": first.article, "sum": first.sum}
    refuse_if(too_soon, CalendarReason.TOO_SOON, "polling_day", **told)


def refuse_outside(round_: Round, polling_day: date) -> None:
    """The polling day lies in the round's window; one outside of it is asked for when the election exists (E-02)."""
    outside = not round_.opens_on <= polling_day <= round_.closes_on
    refuse_if(outside, ElectionReason.OUTSIDE_ROUND, "polling_day", opens=round_.opens_on, closes=round_.closes_on)


def move_polling_day(
    *, election: Election, polling_day: date, actor: Account, on_paper: bool = False, reason: str = ""
) -> bool:
    """Another polling day; planned steps that are not done move with it, the law in force may change with it.

    Once the roll is posted a reason is needed and what is posted must still hang long enough; a roll that hung for a
    day more than `repost_after_days` earlier is opened, to be checked and posted again (E-41): then the answer is True.
    """
    roll = queries.roll_of(election)
    refuse_if(queries.newest_poll(election) is not None, CalendarReason.POLL_BEGUN)
    refuse_if(polling_day == election.polling_day, CalendarReason.SAME_DAY, "polling_day")
    if not may_poll_on(election, polling_day):
        refuse_outside(election.round, polling_day)
    profile = profile_for(election.committee, polling_day)
    if roll.posted_on is None:
        refuse_too_soon(polling_day, profile, on_paper=on_paper)
    else:
        refuse_if(not reason, CalendarReason.NEEDS_REASON, "reason")
        _refuse_before_what_hangs(election, roll.posted_on, polling_day)
    before = {"polling_day": election.polling_day, "profile": election.profile}
    anew = _moved(election, roll, polling_day, profile)
    after = {"polling_day": polling_day, "profile": election.profile}
    after |= {"reason": reason} if reason else {}
    record(ElectionTag.MOVED, subject=election, actor=actor, place_id=election.unit_id, before=before, after=after)
    if anew:
        record(
            ElectionTag.ROLL_REOPENED, subject=roll, actor=actor, place_id=election.unit_id, after={"reason": reason}
        )
    return anew


def move_for_redo(*, election: Election, polling_day: date, reason: str, actor: Account) -> None:
    """E-90: the poll is held anew on another day under the law of the first (0.5 note c); E-41 for the roll."""
    if polling_day == election.polling_day:
        return
    roll, before = queries.roll_of(election), election.polling_day
    if roll.posted_on is not None:
        _refuse_before_what_hangs(election, roll.posted_on, polling_day)
    plan = moved(days_planned(election), by=polling_day - before, done=days_done(election))
    election.plan = {one.value: day.isoformat() for one, day in plan.items()}
    election.polling_day = polling_day
    _open_roll_again(election, roll, polling_day)
    record(
        ElectionTag.MOVED,
        subject=election,
        actor=actor,
        place_id=election.unit_id,
        before={"polling_day": before},
        after={"polling_day": polling_day, "reason": reason},
    )


def _moved(election: Election, roll: Roll, polling_day: date, profile: Profile) -> bool:
    plan = moved(days_planned(election), by=polling_day - election.polling_day, done=days_done(election))
    election.plan = {one.value: day.isoformat() for one, day in plan.items()}
    election.polling_day = polling_day
    if roll.posted_on is None:
        election.profile, election.term_years = profile.key, profile.term_years_on(polling_day)
        election.own_values = queries.own_values_of(
            round_=election.round, unit=election.unit, committee=election.committee, polling_day=polling_day
        )
        return False
    return _open_roll_again(election, roll, polling_day)


def _open_roll_again(election: Election, roll: Roll, polling_day: date) -> bool:
    """E-41: a roll that hung for a day too long before is checked and posted again."""
    if roll.posted_on is None:
        return False
    named = roll.posted_for or polling_day
    anew = calendar.roll_needs_posting_again(planned=named, polling_day=polling_day, profile=law_of(election))
    if anew:
        roll.posted_on = roll.posted_for = roll.frozen_at = None
        roll.fingerprint = ""
    return anew


def _refuse_before_what_hangs(election: Election, roll_posted_on: date, polling_day: date) -> None:
    """E-35, E-52: the roll and the final list hang as long as the law asks, also before an earlier day."""
    law = law_of(election)
    for posted, field, why in (
        (roll_posted_on, Field.ROLL_POST_DAYS, CalendarReason.DAY_BEFORE_ROLL),
        (election.candidates_posted_on, Field.CANDIDATE_POST_DAYS, CalendarReason.DAY_BEFORE_CANDIDATES),
    ):
        if posted is not None:
            first = law.after(posted, field)
            told = {"posted": posted, "sum": first.sum, "article": first.article}
            refuse_if(polling_day < first.last, why, "polling_day", **told)
