"""The days of one election: planned, done, and the limits around them."""

from datetime import date

import villagegov.clock as clock
from villagegov.elections.models import Election
from villagegov.elections.queries.afterwards import after_of
from villagegov.elections.queries.nominations import hanging_list_of
from villagegov.elections.queries.preparations import postings_of, wanted_of
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.preparations import all_posted_on
from villagegov.elections.rules.windows import Window, windows
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.elections.vocabulary.preparations import Posted
from villagegov.extensions import db
from villagegov.notices.models import Notice


def days_planned(election: Election) -> dict[Milestone, date]:
    """Step → the day the clerk planned for it."""
    return {one: date.fromisoformat(election.plan[one]) for one in Milestone if one in election.plan}


def days_done(election: Election) -> dict[Milestone, date]:
    """Step → the day it was done."""
    roll = roll_of(election)
    notice = db.session.get(Notice, election.result_notice_id) if election.result_notice_id else None
    initial, posted = hanging_list_of(election), postings_of(election)
    after = after_of(election)
    found = {
        Milestone.INITIAL_POSTED: initial.posted_on if initial else None,
        Milestone.POLL_POSTED: all_posted_on(wanted_of(election), posted),
        Milestone.MOBILE_POSTED: posted.get(Posted.MOBILE),
        Milestone.SCRIBES_POSTED: posted.get(Posted.SCRIBES),
        Milestone.ROLL_POSTED: roll.posted_on,
        Milestone.ROLL_FROZEN: roll.frozen_at.astimezone(clock.CHINA).date() if roll.frozen_at else None,
        Milestone.CANDIDATES_POSTED: election.candidates_posted_on,
        Milestone.PROXIES_POSTED: election.proxies_posted_on,
        Milestone.RESULT_POSTED: notice.current.posted_at.astimezone(clock.CHINA).date() if notice else None,
        Milestone.HANDED_OVER: after.handed_on,
        Milestone.CERTIFIED: after.certified_on,
    }
    return {one: day for one, day in found.items() if day is not None}


def windows_of(election: Election, planned: dict[Milestone, date] | None = None) -> list[Window]:
    """Every step with its limits, its planned day (or one only offered) and the day it was done.

    Without candidates there is no list of them to post (E-55); one typed from paper had no initial list.
    """
    found = windows(
        polling_day=election.polling_day,
        profile=law_of(election),
        planned=days_planned(election) if planned is None else planned,
        done=days_done(election),
    )
    none = {Milestone.INITIAL_POSTED, Milestone.CANDIDATES_POSTED} if election.open_ballot_by else set()
    done = {one.milestone for one in found if one.done_on is not None}
    if Milestone.CANDIDATES_POSTED in done and Milestone.INITIAL_POSTED not in done:
        none.add(Milestone.INITIAL_POSTED)
    return [one for one in found if one.milestone not in none]
