"""By when the audit of outgoing members has to hang on the board. Pure."""

from datetime import date

from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field


def latest_audit_post(polling_day: date, profile: Profile) -> date:
    """Village law 2025 art. 40, residents' law 2025 art. 38 (E-11): the last day to post it."""
    return profile.before(polling_day, Field.AUDIT_BEFORE_DAYS).last


def is_posted_in_time(*, posted_on: date, polling_day: date, profile: Profile) -> bool:
    """Village law 2025 art. 40, residents' law 2025 art. 38 (E-11): before the next election; on its day is enough."""
    return posted_on <= latest_audit_post(polling_day, profile)
