"""The calendar counted from polling day: limits with their sums, impossible plans refused, what moves with the day."""

from datetime import date, timedelta

import pytest
from flask import Flask
from icalendar import Calendar

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, ready, round_of, started, with_roll
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.rules.windows import PLANNED, faults_of_plan, first_polling_day, usual_plan, windows
from villagegov.elections.vocabulary.calendar import CalendarReason, Milestone
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES

DAY = date(2026, 3, 21)
LAW = PROFILES["V-2026"]


def window(milestone: Milestone, **given: dict[Milestone, date]) -> tuple[str, str]:
    """The sums of one step's limits for a poll on 21 March 2026."""
    found = windows(polling_day=DAY, profile=LAW, planned=given.get("planned", {}), done=given.get("done", {}))
    one = next(found_one for found_one in found if found_one.milestone is milestone)
    return (one.earliest.sum if one.earliest else "", one.latest.sum if one.latest else "")


@pytest.mark.parametrize(
    ("milestone", "earliest", "latest"),
    [
        (Milestone.ROLL_POSTED, "", "2026-03-21 − 20 = 2026-03-01"),
        (Milestone.OBJECTIONS_END, "", "2026-03-01 + 5 = 2026-03-06"),
        (Milestone.ROLL_FROZEN, "2026-03-01 + 8 = 2026-03-09", "2026-03-21 − 5 = 2026-03-16"),
        (Milestone.INITIAL_POSTED, "2026-03-01 + 8 = 2026-03-09", "2026-03-21 − 5 = 2026-03-16"),
        (Milestone.CANDIDATES_POSTED, "2026-03-01 + 8 = 2026-03-09", "2026-03-21 − 5 = 2026-03-16"),
        (Milestone.MOBILE_POSTED, "", "2026-03-21 − 3 = 2026-03-18"),
        (Milestone.SCRIBES_POSTED, "", "2026-03-21 − 3 = 2026-03-18"),
        (Milestone.POLL_POSTED, "", "2026-03-21 − 5 = 2026-03-16"),
        (Milestone.PROXIES_POSTED, "", "2026-03-21 − 3 = 2026-03-18"),
        (Milestone.POLLING, "2026-03-01 + 20 = 2026-03-21", "2026-03-21 + 0 = 2026-03-21"),
        (Milestone.RESULT_POSTED, "", "2026-03-21 + 1 = 2026-03-22"),
        (Milestone.RERUN, "", "2026-03-21 + 10 = 2026-03-31"),
        (Milestone.HANDED_OVER, "", "2026-03-21 + 10 = 2026-03-31"),
    ],
)
def test_every_step_shows_the_sum_of_its_limits(milestone: Milestone, earliest: str, latest: str) -> None:
    assert window(milestone) == (earliest, latest)


def test_what_follows_the_roll_is_counted_from_the_day_it_was_really_posted() -> None:
    done = {Milestone.ROLL_POSTED: date(2026, 2, 20)}

    assert window(Milestone.OBJECTIONS_END, done=done)[1] == "2026-02-20 + 5 = 2026-02-25"
    assert window(Milestone.ROLL_FROZEN, done=done)[0] == "2026-02-20 + 8 = 2026-02-28"


@pytest.mark.parametrize("key", PROFILES)
def test_the_usual_plan_can_be_kept_under_every_law(key: str) -> None:
    profile = PROFILES[key]
    polling_day = (profile.starts or date(2012, 1, 1)) + timedelta(days=60)

    plan = usual_plan(polling_day=polling_day, profile=profile, today=polling_day - timedelta(days=50))

    assert set(plan) == set(PLANNED)
    assert faults_of_plan(windows(polling_day=polling_day, profile=profile, planned=plan, done={})) == []


@pytest.mark.parametrize(
    ("milestone", "day", "reason"),
    [
        (Milestone.ROLL_POSTED, date(2026, 3, 1), None),
        (Milestone.ROLL_POSTED, date(2026, 3, 2), CalendarReason.PLANNED_LATE),
        (Milestone.ROLL_FROZEN, date(2026, 3, 8), CalendarReason.PLANNED_EARLY),
        (Milestone.ROLL_FROZEN, date(2026, 3, 9), None),
        (Milestone.CANDIDATES_POSTED, date(2026, 3, 16), None),
        (Milestone.CANDIDATES_POSTED, date(2026, 3, 17), CalendarReason.PLANNED_LATE),
        (Milestone.PROXIES_POSTED, date(2026, 3, 18), None),
        (Milestone.PROXIES_POSTED, date(2026, 3, 19), CalendarReason.PLANNED_LATE),
    ],
)
def test_a_planned_day_one_outside_its_window_is_a_fault(
    milestone: Milestone, day: date, reason: CalendarReason | None
) -> None:
    found = windows(polling_day=DAY, profile=LAW, planned={milestone: day}, done={})

    assert [one.reason for one in faults_of_plan(found)] == ([reason] if reason else [])


def test_the_first_polling_day_is_twenty_days_from_today() -> None:
    assert first_polling_day(date(2026, 3, 1), LAW).sum == "2026-03-01 + 20 = 2026-03-21"


@pytest.mark.parametrize(("days", "on_paper", "status"), [(19, False, 422), (19, True, 303), (20, False, 303)])
def test_an_election_too_soon_to_post_its_roll_is_refused_with_the_sum(
    app: Flask, days: int, on_paper: bool, status: int
) -> None:
    who = hands()
    round_of(actor=who.first)
    day = clock.today() + timedelta(days=days)
    typed = {"polling_day": f"{day}"} | ({"on_paper": "y"} if on_paper else {})

    answer = press(client_of(app, who.first), "/elections/new", **typed)

    assert answer.status_code == status
    told = f"{clock.today()} + 20 = {clock.today() + timedelta(days=20)}"
    assert (told in answer.get_data(as_text=True)) == (status == 422)


def test_a_plan_that_cannot_be_kept_says_why_at_its_day_and_keeps_what_was_typed(app: Flask) -> None:
    who = hands()
    day = clock.today() + timedelta(days=60)
    election, late = started(who=who, polling_day=day), day - timedelta(days=19)

    page = press(client_of(app, who.first), f"/elections/{election.id}/plan", roll_posted=f"{late}")

    text = page.get_data(as_text=True)
    assert page.status_code == 422
    assert f"{day} − 20 = {day - timedelta(days=20)}" in text
    assert f'value="{late}"' in text
    assert db.session.get_one(Election, election.id).plan == {}


def test_a_limit_that_no_law_gives_is_told_as_our_own(app: Flask) -> None:
    who = hands()
    day = clock.today() + timedelta(days=60)
    election, roll = started(who=who, polling_day=day), day - timedelta(days=30)

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/plan",
        roll_posted=f"{roll}",
        roll_frozen=f"{roll + timedelta(days=7)}",
    )

    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f"{roll} + 8 = {roll + timedelta(days=8)}（系统约定，不是法律）" in text
    assert "（）" not in text


def test_a_plan_moves_with_polling_day_but_not_what_is_done(app: Flask) -> None:
    who = hands()
    day = clock.today() + timedelta(days=60)
    election = started(who=who, polling_day=day)
    client = client_of(app, who.first)
    press(client, f"/elections/{election.id}/plan")
    before = dict(db.session.get_one(Election, election.id).plan)

    press(client, f"/elections/{election.id}/polling-day", polling_day=f"{day + timedelta(days=7)}")

    after = db.session.get_one(Election, election.id).plan
    assert set(before) == {one.value for one in PLANNED}
    moved = {one: date.fromisoformat(after[one]) - date.fromisoformat(before[one]) for one in before}
    assert set(moved.values()) == {timedelta(days=7)}


@pytest.mark.parametrize(("slip", "opened"), [(30, False), (31, True)])
def test_a_poll_that_slips_by_more_than_thirty_days_opens_its_roll_again_e41(
    app: Flask, slip: int, opened: bool
) -> None:
    who = hands()
    election = with_roll(who=who)
    queries.roll_of(election).posted_for = election.polling_day
    db.session.commit()
    later = election.polling_day + timedelta(days=slip)

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/polling-day",
        polling_day=f"{later}",
        reason="台风，镇政府同意推迟",
    )

    roll = queries.roll_of(db.session.get_one(Election, election.id))
    assert answer.status_code == 303
    assert (roll.posted_on is None, roll.frozen_at is None) == (opened, opened)


def test_once_the_roll_hangs_another_day_needs_a_reason(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    later = election.polling_day + timedelta(days=3)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/polling-day", polling_day=f"{later}")

    assert answer.status_code == 422
    assert "请写明理由" in answer.get_data(as_text=True)


@pytest.mark.parametrize(("days", "status"), [(19, 422), (20, 303)])
def test_polling_is_never_moved_before_the_roll_has_hung_twenty_days(app: Flask, days: int, status: int) -> None:
    who = hands()
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=15))
    posted = queries.roll_of(election).posted_on or clock.today()

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/polling-day",
        polling_day=f"{posted + timedelta(days=days)}",
        reason="提前",
    )

    assert answer.status_code == status


@pytest.mark.parametrize(("days", "status"), [(4, 422), (5, 303)])
def test_polling_is_never_moved_before_the_list_has_hung_five_days(app: Flask, days: int, status: int) -> None:
    who = hands()
    election = ready(who=who, polling_day=clock.today() + timedelta(days=15))
    posted = election.candidates_posted_on or clock.today()

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/polling-day",
        polling_day=f"{posted + timedelta(days=days)}",
        reason="提前",
    )

    assert answer.status_code == status


def test_the_calendar_reads_on_a_phone_as_icalendar_one_whole_day_per_step(app: Flask) -> None:
    who = hands()
    election = started(who=who, polling_day=clock.today() + timedelta(days=60))
    client = client_of(app, who.first)

    answer = client.get(f"/elections/{election.id}/calendar.ics")

    found = Calendar.from_ical(answer.data)
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in found.walk("VEVENT")}
    assert answer.mimetype == "text/calendar"
    assert days["石桥村民委员会：选举日"] == election.polling_day
    assert days["石桥村民委员会：公布选民名单"] == election.polling_day - timedelta(days=20)
    assert len(days) == len(Milestone)


def test_the_page_marks_what_is_missed(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    election = started(who=who, polling_day=clock.today() + timedelta(days=15))

    page = client_of(app, who.first).get(f"/elections/{election.id}/calendar").get_data(as_text=True)

    assert "已经过了最迟日，选举日要推迟。" in page
