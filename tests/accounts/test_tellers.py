"""A teller of one station on one day: no pause signs him out before it closes, no other station is his."""

from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import Hands, hands, ready
from villagegov import clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.elections.models import Poll
from villagegov.elections.operations.polling import open_poll
from villagegov.extensions import db
from villagegov.transaction import transaction


@pytest.fixture
def who(app: Flask) -> Hands:
    """Two clerks, at nine in the morning of polling day."""
    morning = datetime(2026, 11, 24, 9, 0, tzinfo=clock.CHINA)
    clock.run_on(lambda: morning)
    return hands()


@pytest.fixture
def poll(who: Hands) -> Poll:
    """Voting has begun."""
    election = ready(who=who)
    with transaction():
        return open_poll(election=election, actor=who.first)


@pytest.fixture
def teller(app: Flask, who: Hands, poll: Poll) -> Account:
    """A teller of the first station, made on the official's page."""
    made = account(role=None, name="邓海平")
    db.session.add(Grant(account=made, role=Role.RESIDENT, division=who.unit, from_on=clock.today(), until_on=None))
    db.session.commit()
    station = poll.election.stations[0]
    answer = press(official(app, who), f"/accounts/{made.id}/teller-days/new", station=str(station.id))
    assert answer.status_code == 303, answer.get_data(as_text=True)
    for one in made.grants:
        if one.role is Role.RESIDENT:
            one.ended_at = clock.now()
    db.session.commit()
    return made


def official(app: Flask, who: Hands) -> FlaskClient:
    """The browser of the official above the unit."""
    assert who.unit.parent is not None
    return client_of(app, account(role=Role.OFFICIAL, division=who.unit.parent))


def at(hour: int, minute: int = 0, *, days: int = 0) -> None:
    """Set the clock."""
    moment = datetime(2026, 11, 24, hour, minute, tzinfo=clock.CHINA) + timedelta(days=days)
    clock.run_on(lambda: moment)


def test_the_grant_is_for_polling_day_and_one_station(teller: Account, poll: Poll) -> None:
    day = next(one for one in teller.grants if one.role is Role.TELLER)

    assert (day.from_on, day.until_on) == (poll.election.polling_day,) * 2
    assert queries.stations_bound_to(teller, clock.today()) == {poll.election.stations[0].id}


def test_hours_without_a_click_leave_him_signed_in_until_midnight(app: Flask, teller: Account) -> None:
    client = client_of(app, teller)
    at(12)
    noon = client.get("/desk").status_code
    at(23, 59)
    evening = client.get("/desk").status_code
    at(0, 0, days=1)

    assert (noon, evening, client.get("/desk").status_code) == (200, 200, 302)


def test_when_the_poll_is_closed_a_pause_signs_him_out_again(
    app: Flask, who: Hands, poll: Poll, teller: Account
) -> None:
    client = client_of(app, teller)
    press(client_of(app, who.first), f"/polls/{poll.id}/close")
    at(9, 20)
    counting = client.get("/desk").status_code
    at(9, 51)

    assert (counting, client.get("/desk").status_code) == (200, 302)


def test_a_clerk_beside_it_keeps_the_half_hour(app: Flask, who: Hands, teller: Account) -> None:
    db.session.add(Grant(account=teller, role=Role.CLERK, division=who.unit, from_on=clock.today(), until_on=None))
    db.session.commit()
    client = client_of(app, teller)
    at(9, 31)

    assert client.get("/desk").status_code == 302


def test_another_station_is_not_his(app: Flask, poll: Poll, teller: Account) -> None:
    client, stations = client_of(app, teller), poll.election.stations

    own, other = (
        press(client, f"/stations/{one.id}/figure", own="5", proxy="0", taken="08:30") for one in stations[:2]
    )

    assert own.status_code == 303
    assert str(AccountReason.OTHER_STATION.label) in other.get_data(as_text=True)


def test_a_station_of_another_unit_cannot_be_chosen(app: Flask, who: Hands, poll: Poll) -> None:
    stranger = account(role=Role.RESIDENT, division=who.unit)
    page = official(app, who)
    fields = form_on(page.get(f"/accounts/{stranger.id}/teller-days/new"))

    answer = page.post(f"/accounts/{stranger.id}/teller-days/new", data={**fields, "station": "999999"})

    assert answer.status_code == 422
    assert [one.role for one in stranger.grants] == [Role.RESIDENT]


def test_the_same_day_is_not_given_twice(app: Flask, who: Hands, poll: Poll, teller: Account) -> None:
    station = str(poll.election.stations[0].id)

    again = press(official(app, who), f"/accounts/{teller.id}/teller-days/new", station=station)

    assert str(AccountReason.ALREADY_HELD.label) % {"role": "计票人"} in again.get_data(as_text=True)
