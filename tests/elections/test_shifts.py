"""提前或者延期换届: a polling day outside the round needs the meeting, the township and the county (E-02)."""

from datetime import date, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.afterwards import official_above
from tests.builders.browser import press
from tests.builders.committees import chosen_by
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, round_of, started
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Election, Shift
from villagegov.elections.rules.shifts import Window, day_is_open, is_long, is_too_far, next_approver
from villagegov.elections.vocabulary.shifts import Approver, Side
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES

ROUND = Window(date(2026, 3, 1), date(2026, 4, 30))
MEETING, TOWNSHIP, COUNTY = Approver
ALL = (MEETING, TOWNSHIP, COUNTY)
LATER, EARLIER = date(2026, 6, 30), date(2026, 1, 31)


@pytest.mark.parametrize(
    ("day", "wanted", "given", "is_open"),
    [
        (date(2026, 3, 1), None, (), True),
        (date(2026, 4, 30), None, (), True),
        (date(2026, 2, 28), None, (), False),
        (date(2026, 5, 1), None, (), False),
        (date(2026, 5, 1), LATER, (), False),
        (date(2026, 5, 1), LATER, (MEETING,), False),
        (date(2026, 5, 1), LATER, (MEETING, TOWNSHIP), False),
        (date(2026, 5, 1), LATER, (MEETING, COUNTY), False),
        (date(2026, 5, 1), LATER, (TOWNSHIP, COUNTY), False),
        (date(2026, 5, 1), LATER, ALL, True),
        (LATER, LATER, ALL, True),
        (date(2026, 7, 1), LATER, ALL, False),
        (date(2026, 2, 28), LATER, ALL, False),
        (date(2026, 2, 28), EARLIER, ALL, True),
        (EARLIER, EARLIER, ALL, True),
        (date(2026, 1, 30), EARLIER, ALL, False),
        (date(2026, 5, 1), EARLIER, ALL, False),
        (date(2026, 4, 1), LATER, (MEETING,), True),
    ],
)
def test_a_day_outside_the_round_is_open_only_with_three_approvals_and_up_to_their_day_e02(
    day: date, wanted: date | None, given: tuple[Approver, ...], is_open: bool
) -> None:
    assert day_is_open(day=day, window=ROUND, wanted=wanted, given=given) is is_open


@pytest.mark.parametrize(
    ("given", "following"),
    [((), MEETING), ((MEETING,), TOWNSHIP), ((MEETING, COUNTY), TOWNSHIP), ((MEETING, TOWNSHIP), COUNTY), (ALL, None)],
)
def test_the_meeting_agrees_first_then_the_township_then_the_county_e02(
    given: tuple[Approver, ...], following: Approver | None
) -> None:
    assert next_approver(given) is following


@pytest.mark.parametrize(
    ("day", "long", "too_far"),
    [
        (date(2026, 7, 30), False, False),
        (date(2026, 7, 31), True, False),
        (date(2025, 12, 1), False, False),
        (date(2025, 11, 30), True, False),
        (date(2027, 4, 30), True, False),
        (date(2027, 5, 1), True, True),
        (date(2025, 3, 1), True, False),
        (date(2025, 2, 28), True, True),
    ],
)
def test_a_shift_over_three_months_is_said_aloud_and_over_twelve_refused_e02(
    day: date, long: bool, too_far: bool
) -> None:
    law = PROFILES["V-2026"]

    assert (is_long(day=day, window=ROUND, profile=law), is_too_far(day=day, window=ROUND, profile=law)) == (
        long,
        too_far,
    )


@pytest.mark.parametrize(
    ("day", "side"), [(date(2026, 2, 28), Side.EARLY), (date(2026, 3, 1), None), (date(2026, 5, 1), Side.LATE)]
)
def test_a_polling_day_before_the_round_is_early_and_after_it_late_e02(day: date, side: Side | None) -> None:
    assert ROUND.side_of(day) is side


def test_an_election_is_held_after_its_round_when_meeting_township_and_county_agree_e02(app: Flask) -> None:
    tree = division_tree()
    who = hands(unit=tree.village)
    round_ = round_of(division=tree.county, actor=who.first)
    election = started(who=who, round_=round_)
    chosen = chosen_by(who=who)
    clerk, township = client_of(app, who.first), client_of(app, official_above(who.unit))
    county = client_of(app, account(role=Role.OFFICIAL, division=tree.county, name="周立"))
    later, base = (round_.closes_on + timedelta(days=100)).isoformat(), f"/elections/{election.id}"
    asked = {"wanted_on": later, "because": "台风损毁道路", "applied_on": f"{clock.today() - timedelta(days=41)}"}
    paper = {"approved_on": clock.today().isoformat(), "document": "批复〔2026〕8号"}

    outside = press(clerk, f"{base}/polling-day", polling_day=later)
    groundless = press(clerk, f"{base}/shift/new", **asked)
    press(clerk, f"{base}/shift/new", **asked, decision=str(chosen.id))
    waiting = press(clerk, f"{base}/polling-day", polling_day=later)
    told = township.get("/desk").get_data(as_text=True)
    overleapt = press(county, f"{base}/shift/approve", **paper)
    press(township, f"{base}/shift/approve", **paper)
    alone = press(township, f"{base}/shift/approve", **paper)
    assert "批准提前或者延期换届" in county.get("/desk").get_data(as_text=True)
    press(county, f"{base}/shift/approve", **paper)
    moved = press(clerk, f"{base}/polling-day", polling_day=later)

    refused = (outside, groundless, waiting, overleapt, alone)
    assert [one.status_code for one in refused] == [422] * 5
    assert "请选择讨论同意的会议决定" in groundless.get_data(as_text=True)
    assert f"由{tree.county.name}的工作人员登记" in alone.get_data(as_text=True)
    assert "批准提前或者延期换届" in told
    assert (moved.status_code, db.session.get_one(Election, election.id).polling_day.isoformat()) == (303, later)
    shown, page = clerk.get(f"{base}/shift").get_data(as_text=True), clerk.get(base).get_data(as_text=True)
    assert all(words in shown for words in ("台风损毁道路", "批复〔2026〕8号", "周立", "超过 3 个月"))
    assert '<span class="tag">延期</span>' in page


def test_a_request_that_was_returned_opens_no_day_and_is_made_anew_e02(app: Flask) -> None:
    tree = division_tree()
    who = hands(unit=tree.village)
    round_ = round_of(division=tree.county, actor=who.first)
    election, chosen = started(who=who, round_=round_), chosen_by(who=who)
    clerk, township = client_of(app, who.first), client_of(app, official_above(who.unit))
    base, applied = f"/elections/{election.id}/shift", f"{clock.today() - timedelta(days=41)}"
    asked = {"because": "台风", "applied_on": applied, "decision": str(chosen.id)}
    near = (round_.closes_on + timedelta(days=30)).isoformat()

    inside = press(clerk, f"{base}/new", wanted_on=round_.closes_on.isoformat(), **asked)
    far = press(clerk, f"{base}/new", wanted_on=f"{round_.closes_on + timedelta(days=370)}", **asked)
    after = press(clerk, f"{base}/new", wanted_on=near, **{**asked, "applied_on": clock.today().isoformat()})
    press(clerk, f"{base}/new", wanted_on=near, **asked)
    twice = press(clerk, f"{base}/new", wanted_on=near, **asked)
    press(township, f"{base}/give-back", reason="理由不足")
    shown = clerk.get(base).get_data(as_text=True)
    press(clerk, f"{base}/new", wanted_on=near, **asked)

    found = [one.get_data(as_text=True) for one in (inside, far, after, twice)]
    for answer, words in zip(
        found, ("请直接改选举日", "不能超过 12 个月", "先由委员会申请", "已经申请了一次"), strict=True
    ):
        assert words in answer
    assert "理由不足" in shown
    assert [one.is_open for one in db.session.query(Shift).order_by(Shift.id)] == [False, True]
