"""演练: a whole election on a copy, marked on every page, never counted or published, gone with one act."""

import re

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import figures, hands, ready, with_roll
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections import queries
from villagegov.elections.models import Election, RollEntry, Round
from villagegov.elections.operations import polling, result
from villagegov.elections.queries.due import due_items, elections_of
from villagegov.extensions import db
from villagegov.schema import metadata
from villagegov.transaction import transaction

MARK = "这里的一切只供练习"


def rows() -> dict[str, int]:
    """Rows of every table but the record of what was done, and what presses leave."""
    kept = {"audit_entries", "audit_chains", "submissions", "sign_ins", "sign_in_attempts"}
    with db.engine.connect() as connection:
        return {
            table.name: connection.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar_one()  # noqa: S608
            for table in metadata.sorted_tables
            if table.name not in kept
        }


def begun(app: Flask) -> tuple[Election, Election, FlaskClient]:
    """A real election that is ready to poll, its practice copy, and a clerk's browser."""
    who = hands(unit=division_tree().village)
    real = ready(who=who)
    client = client_of(app, who.first)
    press(client, f"/elections/{real.id}/practice")
    copy = queries.practice_of(db.session.get_one(Election, real.id))
    assert copy is not None
    return real, copy, client


def test_the_copy_stands_where_the_election_does_with_today_as_its_polling_day(app: Flask) -> None:
    real, copy, _client = begun(app)

    facts, same = queries.facts_of(copy), queries.facts_of(real)
    assert copy.polling_day == clock.today()
    assert (facts.seats, facts.registered, facts.stations) == (same.seats, same.registered, same.stations)
    assert [one.name for one in copy.candidates] == [one.name for one in real.candidates]
    on_roll = {db.session.get_one(RollEntry, one.roll_entry_id).roll_id for one in copy.candidates}
    assert on_roll == {queries.roll_of(copy).id}


def test_every_page_of_it_says_that_it_is_practice_and_no_page_of_the_real_one_does(app: Flask) -> None:
    real, copy, client = begun(app)
    pages = ("", "/roll", "/candidates", "/stations", "/day", "/calendar", "/practice/delete")

    marked = {path: MARK in client.get(f"/elections/{copy.id}{path}").get_data(as_text=True) for path in pages}
    unmarked = {path: MARK in client.get(f"/elections/{real.id}{path}").get_data(as_text=True) for path in pages[:-1]}

    assert set(marked.values()) == {True}, marked
    assert set(unmarked.values()) == {False}, unmarked


def test_it_is_played_to_the_verdict_and_not_published(app: Flask) -> None:
    real, copy, client = begun(app)
    with transaction():
        poll = polling.open_poll(election=copy, actor=account(role=Role.CLERK, division=copy.unit))
        db.session.flush()
        polling.close_voting(poll=poll, actor=account(role=Role.CLERK, division=copy.unit))
    for sheet, issued in zip(poll.sheets, (30, 5), strict=True):
        for reader in (account(role=Role.CLERK, division=copy.unit), account(role=Role.CLERK, division=copy.unit)):
            with transaction(sheet):
                read = figures(sheet=sheet, issued=issued, collected=issued)
                polling.enter_count(sheet=sheet, figures=read, actor=reader)
    with transaction(poll):
        result.decide(poll=poll, actor=account(role=Role.CLERK, division=copy.unit))

    answer = press(client, f"/elections/{copy.id}/result", contact="村民选举委员会，电话 020-8000 0000")
    page = client.get(f"/elections/{copy.id}").get_data(as_text=True)

    assert answer.status_code == 422
    assert "结果不公布" in page
    assert rows()["notices"] == 0
    assert queries.newest_poll(real) is None


def test_nothing_of_it_is_due_listed_on_the_board_or_open_to_other_elections(app: Flask) -> None:
    real, copy, _client = begun(app)

    assert {one.number for one in elections_of(real.unit)} == {real.number}
    assert {item.values["election_id"] for item in due_items([real.unit], clock.today())} == {real.id}
    assert copy.round_id not in {one.id for one in queries.rounds_for(real.unit)}
    assert {one.election_id for one in queries.stations_ahead(real.unit, clock.today())} == {real.id}


def test_those_above_see_nothing_of_it_in_their_list(app: Flask) -> None:
    real, copy, clerk = begun(app)
    above = client_of(app, account(role=Role.OFFICIAL, division=real.unit.parent))

    told = {name: one.get("/elections").get_data(as_text=True) for name, one in (("clerk", clerk), ("above", above))}

    assert f'/elections/{copy.id}"' in told["clerk"]
    assert f'/elections/{copy.id}"' not in told["above"]
    assert f'/elections/{real.id}"' in told["above"]


def test_one_act_deletes_it_and_leaves_every_other_row_as_it_was(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    real, client = ready(who=who), client_of(app, who.first)
    before = rows()
    press(client, f"/elections/{real.id}/practice")
    copy = queries.practice_of(db.session.get_one(Election, real.id))
    assert copy is not None
    press(client, f"/elections/{copy.id}/day")
    station = copy.stations[0].id
    page = client.get(f"/elections/{copy.id}/day").get_data(as_text=True)
    report = re.search(rf'href="(/[^"]*{station}[^"]*)"', page)
    assert report is not None
    press(client, report[1], own="10", proxy="0")
    during = rows()

    press(client, f"/elections/{copy.id}/practice/delete")

    assert during["turnout_figures"] == 1
    assert during["roll_entries"] == 2 * before["roll_entries"]
    assert rows() == before


def test_a_real_election_is_never_deleted_this_way(app: Flask) -> None:
    real, copy, client = begun(app)

    answer = press(client, f"/elections/{real.id}/practice/delete")

    assert answer.status_code == 422
    assert db.session.get(Election, real.id) is not None
    assert copy.round.practice


def test_there_is_one_practice_at_a_time_and_none_without_a_roll(app: Flask) -> None:
    real, copy, client = begun(app)

    again = press(client, f"/elections/{real.id}/practice")
    of_practice = press(client, f"/elections/{copy.id}/practice")

    assert (again.status_code, of_practice.status_code) == (422, 422)
    assert db.session.query(Round).filter(Round.practice).count() == 1


def test_an_election_without_a_roll_has_nothing_to_practise_on(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    election = with_roll(who=who, voters=0, frozen=False)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/practice")

    assert answer.status_code == 422
    assert "请先导入选民名单" in answer.get_data(as_text=True)
