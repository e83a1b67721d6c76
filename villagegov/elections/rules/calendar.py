"""Dates around polling day; the first day is not counted (A-04), dates are days in China (A-07)."""

from datetime import date, timedelta

from villagegov.law.profiles import Profile


def latest_roll_post(polling_day: date, profile: Profile) -> date:
    """Village law 2025 art. 17 (E-35): the last day on which the roll may be posted."""
    return polling_day - timedelta(days=profile.roll_post_days)


def roll_posted_in_time(*, posted_on: date, polling_day: date, profile: Profile) -> bool:
    """Village law 2025 art. 17 (E-35, A-06): at least twenty days before polling; exactly twenty is enough."""
    return posted_on <= latest_roll_post(polling_day, profile)


def roll_posted_on_last_day(*, posted_on: date, polling_day: date, profile: Profile) -> bool:
    """Design choice (A-06): exactly twenty days is the lenient reading; the page warns."""
    return posted_on == latest_roll_post(polling_day, profile)


def last_objection_day(posted_on: date, profile: Profile) -> date:
    """Village law 2025 art. 17 (E-36): five days from posting."""
    return posted_on + timedelta(days=profile.objection_days)


def objection_in_time(*, filed_on: date, posted_on: date, profile: Profile) -> bool:
    """Village law 2025 art. 17 (E-36): filed between posting and the fifth day after it."""
    return posted_on <= filed_on <= last_objection_day(posted_on, profile)


def last_decision_day(received_on: date, profile: Profile) -> date:
    """Village law 2025 art. 17 (E-37): three days from receipt."""
    return received_on + timedelta(days=profile.decision_days)


def earliest_freeze(posted_on: date, profile: Profile) -> date:
    """Design choice (E-39): five days to object and three to decide."""
    return posted_on + timedelta(days=profile.freeze_days)


def may_freeze(*, frozen_on: date, posted_on: date, profile: Profile) -> bool:
    """Design choice (E-39): not before the eighth day after posting."""
    return frozen_on >= earliest_freeze(posted_on, profile)


def roll_needs_posting_again(*, planned: date, polling_day: date, profile: Profile) -> bool:
    """Sichuan regulation 2025 art. 19 (E-41, analog): when polling slips by more than thirty days."""
    return (polling_day - planned).days > profile.repost_after_days


def latest_candidate_post(polling_day: date, profile: Profile) -> date:
    """Hainan measures 2025 art. 22 (E-52, analog): the last day to post the final list."""
    return polling_day - timedelta(days=profile.candidate_post_days)


def candidates_posted_in_time(*, posted_on: date, polling_day: date, profile: Profile) -> bool:
    """Hainan measures 2025 art. 22 (E-52, analog): at least five days before polling."""
    return posted_on <= latest_candidate_post(polling_day, profile)


def last_rerun_day(polling_day: date, profile: Profile) -> date:
    """Sichuan regulation 2025 art. 37 (E-88, analog): the last day for a rerun."""
    return polling_day + timedelta(days=profile.rerun_days)


def last_result_post(polled_on: date, profile: Profile) -> date:
    """Hainan measures 2025 art. 35 (E-92, analog): that day or the next."""
    return polled_on + timedelta(days=profile.result_post_days)


def result_posted_in_time(*, posted_on: date, polled_on: date, profile: Profile) -> bool:
    """Hainan measures 2025 art. 35 (E-92, analog): not before polling, not after the next day."""
    return polled_on <= posted_on <= last_result_post(polled_on, profile)


def last_handover_day(formed_on: date, profile: Profile) -> date:
    """Village law 2025 art. 24 (E-95): ten days from the new committee's forming."""
    return formed_on + timedelta(days=profile.handover_days)
