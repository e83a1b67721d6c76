"""Dates around polling day, at their boundaries."""

from datetime import date

import pytest

from villagegov.elections.rules import calendar
from villagegov.law.profiles import PROFILES

PROFILE = PROFILES["V-2026"]
POLLING = date(2026, 3, 21)


def test_the_days_of_an_election_on_the_21st_of_march_2026_x34() -> None:
    post = calendar.latest_roll_post(POLLING, PROFILE)
    objection = calendar.last_objection_day(post, PROFILE)

    assert post == date(2026, 3, 1)
    assert objection == date(2026, 3, 6)
    assert calendar.last_decision_day(objection, PROFILE) == date(2026, 3, 9)
    assert calendar.latest_candidate_post(POLLING, PROFILE) == date(2026, 3, 16)
    assert calendar.last_handover_day(POLLING, PROFILE) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("posted_on", "in_time"), [(date(2026, 2, 28), True), (date(2026, 3, 1), True), (date(2026, 3, 2), False)]
)
def test_the_roll_is_posted_twenty_days_before_polling_x35(posted_on: date, in_time: bool) -> None:
    assert calendar.roll_posted_in_time(posted_on=posted_on, polling_day=POLLING, profile=PROFILE) is in_time


def test_posting_on_the_very_last_day_is_pointed_out_a06() -> None:
    assert calendar.roll_posted_on_last_day(posted_on=date(2026, 3, 1), polling_day=POLLING, profile=PROFILE)


@pytest.mark.parametrize(("day", "in_time"), [(1, True), (5, True), (6, True), (7, False)])
def test_an_objection_is_heard_for_five_days_e36(day: int, in_time: bool) -> None:
    filed = date(2026, 3, day)

    assert calendar.objection_in_time(filed_on=filed, posted_on=date(2026, 3, 1), profile=PROFILE) is in_time


@pytest.mark.parametrize(("day", "allowed"), [(8, False), (9, True), (10, True)])
def test_the_roll_is_frozen_on_the_eighth_day_at_the_earliest_e39(day: int, allowed: bool) -> None:
    frozen = date(2026, 3, day)

    assert calendar.may_freeze(frozen_on=frozen, posted_on=date(2026, 3, 1), profile=PROFILE) is allowed


@pytest.mark.parametrize(("day", "in_time"), [(15, True), (16, True), (17, False)])
def test_the_candidates_are_posted_five_days_before_polling_e52(day: int, in_time: bool) -> None:
    posted = date(2026, 3, day)

    assert calendar.candidates_posted_in_time(posted_on=posted, polling_day=POLLING, profile=PROFILE) is in_time


@pytest.mark.parametrize(("day", "in_time"), [(20, False), (21, True), (22, True), (23, False)])
def test_the_result_is_posted_that_day_or_the_next_e92(day: int, in_time: bool) -> None:
    posted = date(2026, 3, day)

    assert calendar.result_posted_in_time(posted_on=posted, polled_on=POLLING, profile=PROFILE) is in_time


@pytest.mark.parametrize(("polling_day", "again"), [(date(2026, 4, 20), False), (date(2026, 4, 21), True)])
def test_a_roll_is_posted_again_when_polling_slips_by_more_than_thirty_days_e41(polling_day: date, again: bool) -> None:
    assert calendar.roll_needs_posting_again(planned=POLLING, polling_day=polling_day, profile=PROFILE) is again


def test_a_rerun_is_held_within_ten_days_e88() -> None:
    assert calendar.last_rerun_day(POLLING, PROFILE) == date(2026, 3, 31)
