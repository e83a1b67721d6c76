"""The days of one election: planned, done, and the limits around them."""

from datetime import date

import villagegov.clock as clock
from villagegov.elections.models import Election
from villagegov.elections.queries.setup import roll_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.windows import Window, windows
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.extensions import db
from villagegov.notices.models import Notice


def days_planned(election: Election) -> dict[Milestone, date]:
    """Step → the day the clerk planned for it."""
    return {one: date.fromisoformat(election.plan[one]) for one in Milestone if one in election.plan}


def days_done(election: Election) -> dict[Milestone, date]:
    """Step → the day it was done."""
    roll = roll_of(election)
    notice = db.session.get(Notice, election.result_notice_id) if election.result_notice_id else None
    found = {
        Milestone.ROLL_POSTED: roll.posted_on,
        Milestone.ROLL_FROZEN: roll.frozen_at.astimezone(clock.CHINA).date() if roll.frozen_at else None,
        Milestone.CANDIDATES_POSTED: election.candidates_posted_on,
        Milestone.PROXIES_POSTED: election.proxies_posted_on,
        Milestone.RESULT_POSTED: notice.current.posted_at.astimezone(clock.CHINA).date() if notice else None,
    }
    return {one: day for one, day in found.items() if day is not None}


def windows_of(election: Election, planned: dict[Milestone, date] | None = None) -> list[Window]:
    """Every step with its limits, its planned day (or one only offered) and the day it was done.

    Without candidates there is no list of them to post (E-55).
    """
    found = windows(
        polling_day=election.polling_day,
        profile=law_of(election),
        planned=days_planned(election) if planned is None else planned,
        done=days_done(election),
    )
    return [one for one in found if not (election.open_ballot_by and one.milestone is Milestone.CANDIDATES_POSTED)]
