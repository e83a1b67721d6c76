"""P-14, E-58, E-62: ballots ticked off voter by voter; the station's figures are the sums and are not typed."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import Hands, figures, hands, ready
from tests.builders.proxies import named
from tests.builders.rolls import text_of
from villagegov import clock
from villagegov.elections.models import CountSheet, Pickup, Poll
from villagegov.elections.operations import polling
from villagegov.elections.operations.pickups import switch_register
from villagegov.elections.operations.practice import begin_practice, delete_practice
from villagegov.elections.vocabulary import PollKind
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.turnout import queries
from villagegov.turnout.models import TurnoutFigure

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=clock.CHINA)


@pytest.fixture
def who(app: Flask) -> Hands:
    """Two clerks, at noon of a fixed day."""
    clock.run_on(lambda: NOON.astimezone(UTC))
    return hands()


def begun(who: Hands, *, principals: tuple[int, ...] = ()) -> Poll:
    """Voting has begun with the register on, at the centre and a mobile box of five; voter 31 votes for others."""
    election = ready(who=who)
    for one in principals:
        named(election=election, principal=one, holder=31)
    election.proxies_posted_on = election.polling_day
    db.session.commit()
    with transaction(election):
        switch_register(election=election, on=True, actor=who.first)
    with transaction():
        return polling.open_poll(election=election, actor=who.first)


def drew(app: Flask, who: Hands, poll: Poll, number: int, at: int = 0) -> str:
    """The page after pressing for the voter with this number at the station at this place; found by his number."""
    clerk, table = client_of(app, who.first), f"/stations/{poll.election.stations[at].id}/pickups"
    found = press(clerk, table, words=str(number))
    answer = clerk.post(f"{table}/{number}", data={**form_on(found), "words": ""})
    return text_of(clerk.get(answer.location) if answer.status_code == 303 else answer)


def standing(poll: Poll) -> list[tuple[int, int]]:
    """Number and ballots of every tick that holds."""
    found = db.session.query(Pickup).filter_by(poll_id=poll.id, undone_at=None).order_by(Pickup.id)
    return [(one.entry.number, one.drawn) for one in found]


def test_a_voter_draws_once_wherever_he_goes(app: Flask, who: Hands) -> None:
    poll = begun(who)

    first, again = drew(app, who, poll, 12), drew(app, who, poll, 12, at=1)

    assert "请发票：选民12，1 张" in first
    assert "选民12已于 12:00 在中心会场领票，不能再领" in again
    assert standing(poll) == [(12, 1)]


def test_a_proxy_draws_for_his_principals_and_they_draw_no_more(app: Flask, who: Hands) -> None:
    poll = begun(who, principals=(29, 30))
    clerk, table = client_of(app, who.first), f"/stations/{poll.election.stations[0].id}/pickups"

    shown = text_of(press(clerk, table, words="选民31"))
    away, holder = drew(app, who, poll, 30), drew(app, who, poll, 31)

    assert "本人 1 张，替 选民29、选民30 领 2 张" in shown
    assert "选民30已委托选民31投票，不能再领票" in away
    assert "请发票：选民31，3 张" in holder
    assert "本站已发 3 张：本人 1，委托 2" in holder
    proxy_id = poll.election.id and named(election=poll.election, principal=28, holder=31).id
    assert "已经替他领了票" in text_of(press(clerk, f"/proxies/{proxy_id}/revoke", reason="本人回来了"))


def test_a_mobile_box_gives_no_more_than_its_list(app: Flask, who: Hands) -> None:
    poll = begun(who, principals=(28, 29, 30))
    for number in (1, 2):
        drew(app, who, poll, number, at=1)

    assert "流动票箱登记 5 人" in drew(app, who, poll, 31, at=1)
    assert standing(poll) == [(1, 1), (2, 1)]


def test_two_stations_that_tick_one_voter_at_the_same_moment_give_one_ballot(app: Flask, who: Hands) -> None:
    poll = begun(who)
    stations = [one.id for one in poll.election.stations]
    clerks = client_of(app, who.first), client_of(app, who.second)
    tables = [f"/stations/{one}/pickups" for one in stations]
    forms = [form_on(press(clerk, table, words="12")) for clerk, table in zip(clerks, tables, strict=True)]

    answers = at_once(
        app,
        lambda: clerks[0].post(f"{tables[0]}/12", data=forms[0]),
        lambda: clerks[1].post(f"{tables[1]}/12", data=forms[1]),
    )

    assert sorted(one.status_code for one in answers) == [303, 422]
    assert standing(poll) == [(12, 1)]


def at_once(app: Flask, *acts: Callable[[], TestResponse]) -> list[TestResponse]:
    """The answers of acts that begin together."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], TestResponse]) -> TestResponse:
        with app.app_context():
            start.wait()
            return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_a_tick_by_mistake_is_undone_with_a_reason_while_voting_goes_on(app: Flask, who: Hands) -> None:
    poll = begun(who)
    drew(app, who, poll, 12)
    clerk, undo = client_of(app, who.first), f"/pickups/{db.session.query(Pickup).one().id}/undo"

    blank = press(clerk, undo, reason=" ")
    press(clerk, undo, reason="点错了人")

    assert "请写明理由" in text_of(blank)
    assert standing(poll) == []
    assert queries.voted_so_far(queries.figures_of(poll)) == 0
    assert "请发票：选民12" in drew(app, who, poll, 12)
    with transaction(poll):
        polling.close_voting(poll=poll, actor=who.first)
    last = db.session.query(Pickup).order_by(Pickup.id.desc()).first()
    assert "已经结束" in text_of(press(clerk, f"/pickups/{last.id}/undo", reason="点错了人"))


def test_figures_of_a_station_are_the_sums_of_its_register(app: Flask, who: Hands) -> None:
    poll = begun(who, principals=(30,))
    for number in (1, 2, 31):
        drew(app, who, poll, number)
    clock.run_on(lambda: (NOON + timedelta(minutes=20)).astimezone(UTC))
    drew(app, who, poll, 3)
    clerk, station = client_of(app, who.first), poll.election.stations[0]

    shown = clerk.get(f"/stations/{station.id}/figure")
    key = form_on(clerk.get(shown.location))
    typed = clerk.post(f"/stations/{station.id}/figure", data={**key, "own": "9", "proxy": "0", "taken": "12:20"})

    assert "领票数由登记合计" in text_of(typed)
    kept = db.session.query(TurnoutFigure).order_by(TurnoutFigure.id)
    assert [(one.own, one.proxy) for one in kept] == [(3, 1), (4, 1)]
    assert f"/stations/{station.id}/pickups" in text_of(clerk.get(f"/elections/{poll.election_id}/day"))


def test_the_count_sheet_takes_what_was_drawn_from_the_register(app: Flask, who: Hands) -> None:
    poll = begun(who)
    drew(app, who, poll, 1)
    with transaction(poll):
        polling.close_voting(poll=poll, actor=who.first)
    sheet = db.session.query(CountSheet).order_by(CountSheet.id).first()
    clerk = client_of(app, who.first)
    page = text_of(clerk.get(f"/sheets/{sheet.id}/entry"))
    read = {name: str(one) for name, one in figures(sheet=sheet, issued=1, collected=1).items() if name != "own"}

    answer = press(clerk, f"/sheets/{sheet.id}/entry", **read)

    assert "领票登记合计：本人 1 张，委托 0 张" in page
    assert 'name="own"' not in page
    assert answer.status_code == 303
    assert db.session.get_one(CountSheet, sheet.id).entries[0].figures["own"] == 1


def test_a_rerun_has_a_register_of_its_own(app: Flask, who: Hands) -> None:
    poll = begun(who)
    drew(app, who, poll, 12)
    with transaction(poll):
        polling.close_voting(poll=poll, actor=who.first)
        rerun = Poll(election=poll.election, number=2, kind=PollKind.RERUN, held_on=poll.held_on)
        db.session.add(rerun)

    assert "请发票：选民12" in drew(app, who, rerun, 12)
    assert (standing(poll), standing(rerun)) == ([(12, 1)], [(12, 1)])


def test_the_register_is_chosen_before_voting_and_the_search_finds_names_page_by_page(app: Flask, who: Hands) -> None:
    election = ready(who=who)
    clerk, at = client_of(app, who.first), f"/elections/{election.id}/pickup-register"
    press(clerk, at)
    with transaction():
        poll = polling.open_poll(election=election, actor=who.first)
    table = f"/stations/{election.stations[0].id}/pickups"

    first = press(clerk, table, words="选民")
    second = clerk.post(table, data={**form_on(first), "words": "选民", "page": "2"})

    assert "已启用" in text_of(clerk.get(at))
    assert "不能再改用或者停用" in text_of(clerk.post(at, data=form_on(first)))
    assert ("· 选民10" in text_of(first), "· 选民11" in text_of(first)) == (True, False)
    assert "· 选民11" in text_of(second)
    assert standing(poll) == []


def test_the_register_knows_nothing_of_the_vote_and_goes_with_a_practice(app: Flask, who: Hands) -> None:
    poll = begun(who)
    with transaction(poll):
        polling.close_voting(poll=poll, actor=who.first)
        copy = begin_practice(election=poll.election, actor=who.first)
        copy.pickup_register = True
        practised = Poll(election=copy, number=1, kind=PollKind.FIRST, held_on=copy.polling_day)
        db.session.add(practised)

    assert "请发票：选民12" in drew(app, who, practised, 12)
    with transaction():
        delete_practice(election=copy, actor=who.first)
    assert db.session.query(Pickup).count() == 0
    links = {key.target_fullname for column in Pickup.__table__.columns for key in column.foreign_keys}
    assert links == {"polls.id", "stations.id", "roll_entries.id", "accounts.id"}
