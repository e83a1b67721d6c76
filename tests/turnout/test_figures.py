"""Figures of polling day: cumulative, within the roll and the list, of the day itself (E-62, E-71, T-02)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, counting, hands, ready
from villagegov import clock
from villagegov.elections import queries as elections
from villagegov.elections.models import Poll
from villagegov.elections.operations import polling
from villagegov.extensions import db
from villagegov.refusal import Refusal
from villagegov.transaction import transaction
from villagegov.turnout import operations, queries
from villagegov.turnout.models import TurnoutFigure

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=clock.CHINA)


@pytest.fixture
def who(app: Flask) -> Hands:
    """Two clerks, at noon of a fixed day."""
    clock.run_on(lambda: NOON.astimezone(UTC))
    return hands()


def begun(who: Hands, polling_day: date | None = None) -> Poll:
    """Voting has begun at the centre and at a mobile box with five on its list; 40 are registered."""
    election = ready(who=who, polling_day=polling_day)
    with transaction():
        return polling.open_poll(election=election, actor=who.first)


def reported(app: Flask, who: Hands, poll: Poll, own: int, *, proxy: int = 0, at: int = 0, **more: str) -> str:
    """The page's errors after reporting for the station at this place; empty when it was saved."""
    station = poll.election.stations[at]
    typed = {"own": str(own), "proxy": str(proxy), **more}
    answer = press(client_of(app, who.first), f"/stations/{station.id}/figure", **typed)
    return "" if answer.status_code == 303 else answer.get_data(as_text=True)


@pytest.mark.parametrize(("own", "proxy", "lower"), [(9, 5, True), (10, 4, True), (10, 5, False), (11, 5, False)])
def test_a_figure_is_never_lower_without_a_reason(app: Flask, who: Hands, own: int, proxy: int, lower: bool) -> None:
    poll = begun(who)
    reported(app, who, poll, 10, proxy=5)

    refused = reported(app, who, poll, own, proxy=proxy)
    corrected = reported(app, who, poll, own, proxy=proxy, reason="上次填错了站")

    assert ("比上次上报的 15 少" in refused) is lower
    assert corrected == ""
    assert db.session.query(TurnoutFigure).order_by(TurnoutFigure.id.desc()).first().correction_reason == (
        "上次填错了站" if lower else ""
    )


@pytest.mark.parametrize(("own", "over"), [(34, False), (35, False), (36, True)])
def test_all_stations_together_issue_no_more_ballots_than_persons_registered_e71(
    app: Flask, who: Hands, own: int, over: bool
) -> None:
    poll = begun(who)
    reported(app, who, poll, 5, at=1)

    page = reported(app, who, poll, own)

    assert ("各站合计领票 41 张，多于登记的 40 人" in page) is over


@pytest.mark.parametrize(("own", "over"), [(4, False), (5, False), (6, True)])
def test_a_mobile_box_issues_no_more_than_its_list_e64(app: Flask, who: Hands, own: int, over: bool) -> None:
    poll = begun(who)

    assert ("流动票箱登记 5 人，领票不能多于这个数" in reported(app, who, poll, own, at=1)) is over


@pytest.mark.parametrize(
    ("taken", "sentence"),
    [
        ("11:59", ""),
        ("12:00", ""),
        ("12：00", ""),
        ("12:01", "时间不能晚于现在"),
        ("24:00", "请填写时间"),
        ("9点", "请填写时间"),
        ("", "请填写时间"),
        ("１０:00", "请填写时间"),
    ],
)
def test_a_figure_is_true_by_a_time_that_has_come(app: Flask, who: Hands, taken: str, sentence: str) -> None:
    poll = begun(who)

    page = reported(app, who, poll, 1, taken=taken)

    assert sentence in page
    assert bool(page) is bool(sentence)


def test_a_figure_entered_the_morning_after_belongs_to_polling_day(app: Flask, who: Hands) -> None:
    poll = begun(who, polling_day=NOON.date() - timedelta(days=1))

    page = reported(app, who, poll, 1, taken="17:30")

    assert page == ""
    assert db.session.query(TurnoutFigure).one().taken_at == datetime.combine(
        NOON.date() - timedelta(days=1), time(17, 30), clock.CHINA
    )


@pytest.mark.parametrize(("days", "begins"), [(1, False), (0, True), (-1, True)])
def test_no_poll_is_opened_before_polling_day(app: Flask, who: Hands, days: int, begins: bool) -> None:
    election = ready(who=who, polling_day=NOON.date() + timedelta(days=days))

    answer = press(client_of(app, who.first), f"/elections/{election.id}/day")

    assert answer.status_code == (303 if begins else 422)
    assert ("还不能办这一步" in answer.get_data(as_text=True)) is not begins
    assert (elections.newest_poll(election) is not None) is begins


def test_a_figure_of_the_day_before_is_refused(app: Flask, who: Hands) -> None:
    poll = begun(who)
    midnight = datetime.combine(NOON.date(), time(), clock.CHINA)
    told = {"poll": poll, "station": poll.election.stations[0], "own": 1, "proxy": 0, "reason": "", "actor": who.first}

    with pytest.raises(Refusal, match="not_polling_day"), transaction(poll):
        operations.report_figure(**told, taken_at=midnight - timedelta(minutes=1))
    with transaction(poll):
        operations.report_figure(**told, taken_at=midnight)

    assert db.session.query(TurnoutFigure).count() == 1


def test_a_closed_poll_takes_no_figures_and_does_not_open_again(app: Flask, who: Hands) -> None:
    poll = counting(who=who)
    client = client_of(app, who.first)
    page = client.get(f"/elections/{poll.election_id}/stations/new")

    late = reported(app, who, poll, 1)

    assert "投票已经结束，不能再上报" in late
    assert page.status_code == 200
    with pytest.raises(Refusal, match="poll_closed"), transaction():
        polling.open_poll(election=poll.election, actor=who.first)


def test_the_day_page_shows_the_sum_the_share_and_the_votes_missing(app: Flask, who: Hands) -> None:
    poll = begun(who)
    for own, at, taken in ((10, 0, "09:00"), (3, 1, "10:00"), (20, 0, "11:00")):
        reported(app, who, poll, own, at=at, taken=taken)

    page = client_of(app, who.first).get(f"/elections/{poll.election_id}/day").get_data(as_text=True)

    assert "57.5%" in page
    assert "还差 15 人" in page


figures = st.lists(
    st.builds(
        lambda station, own, minute: TurnoutFigure(
            station_id=station, own=own, proxy=0, taken_at=NOON + timedelta(minutes=minute)
        ),
        st.integers(1, 4),
        st.integers(0, 500),
        st.integers(0, 600),
    )
)


@settings(deadline=None)
@given(figures)
def test_the_curve_never_runs_back_and_ends_where_the_day_stands(entered: list[TurnoutFigure]) -> None:
    points = queries.curve(entered)

    assert [one.at for one in points] == sorted(one.at for one in points)
    assert len(points) == len(entered)
    assert (points[-1].voted if points else 0) == queries.voted_so_far(entered)


@settings(deadline=None)
@given(figures)
def test_the_standing_is_the_sum_of_the_newest_of_each_station(entered: list[TurnoutFigure]) -> None:
    newest = {one.station_id: one.voted for one in entered}

    assert queries.voted_so_far(entered) == sum(newest.values())
