"""The story is told whole on both databases, once; and every login of it works."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from tests.builders.browser import press
from tests.builders.divisions import division
from tests.builders.remembered import Rows, all_rows, lay_down
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.audit.queries import chains, fault_in
from villagegov.demo import places, samples
from villagegov.demo.logins import LOGINS
from villagegov.demo.people import Crowd
from villagegov.divisions.models import Division
from villagegov.divisions.queries import root
from villagegov.elections import measures
from villagegov.elections.models import Election, Outcome
from villagegov.elections.queries import facts_of
from villagegov.elections.rules.roll import read_voters
from villagegov.elections.rules.tasks import stage_of
from villagegov.elections.vocabulary import Stage
from villagegov.extensions import db
from villagegov.web.sheets import read_sheet

SEED, TODAY = 1, date(2026, 5, 1)
STAGES = {
    places.BEILING: Stage.ROLL_OPEN,
    places.SHANGFANG: Stage.POLL_READY,
    places.SHIQIAO: Stage.POLL_READY,
    places.XIAFANG: Stage.POLLED,
    places.DATANG: Stage.RESULT_POSTED,
    places.LONGWAN: Stage.RERUN_PENDING,
    places.HEPAN: Stage.CERTIFIED,
}


#: By engine: the rows of the story. `make run` tells it on SQLite; what it does is tried on both in the rooms.
_told: dict[str, Rows] = {}


@pytest.fixture(scope="module")
def told_in(tmp_path_factory: pytest.TempPathFactory, engine_name: str) -> Path:
    """The folder of its own in which the story is told once for each engine."""
    return tmp_path_factory.mktemp(f"demo-{engine_name}")


@pytest.fixture
def told(app: Flask, told_in: Path, engine_name: str) -> Iterator[Flask]:
    """The demo, prepared beside a list that is there already."""
    before = dict(app.config)
    app.config.update(INSTANCE=str(told_in), DEMO_LOGINS=str(told_in / "demo-logins.txt"), DEMO=True)
    if engine_name in _told:
        lay_down(_told[engine_name])
    else:
        division(code="44", name="广东省", parent=root())
        said = app.test_cli_runner().invoke(args=["demo", "prepare"])
        assert said.exit_code == 0, said.output
        _told[engine_name] = all_rows()
    yield app
    app.config.clear()
    app.config.update(before)


def passwords_of(app: Flask) -> dict[str, str]:
    """Sign-in name → password, as printed."""
    lines = Path(app.config["DEMO_LOGINS"]).read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[1] for line in lines}


@ON_SQLITE
def test_each_unit_of_the_story_stands_at_its_stage_and_no_chain_is_broken(told: Flask) -> None:
    found = {one.unit.code: stage_of(facts_of(one)) for one in db.session.query(Election)}

    assert found == STAGES
    assert [fault_in(chain) for chain in chains()] == [None] * len(chains())
    assert clock.today() in {one.polling_day for one in db.session.query(Election)}


@ON_SQLITE
def test_one_goal_is_met_and_another_missed_although_it_prints_the_same(told: Flask) -> None:
    shares = {
        one.poll.election.unit.code: measures.percent_shown(one.collected, one.registered)
        for one in db.session.query(Outcome)
    }

    missed = told.test_client().get(f"/c/{places.LONGWAN}/elections/1").get_data(as_text=True)

    assert shares[places.DATANG] == "95.5%"
    assert shares[places.LONGWAN] == "93.0%"
    assert "未达到，差 1 人" in missed


@ON_SQLITE
def test_every_login_of_the_demo_opens_its_start_page(told: Flask) -> None:
    for name, password in passwords_of(told).items():
        client = told.test_client()
        answer = press(client, "/sign-in", sign_in_name=name, password=password)

        assert (answer.status_code, answer.location) == (303, "/desk"), name
        assert client.get("/desk").status_code == 200, name


@ON_SQLITE
def test_nobody_shares_a_password_and_only_the_owner_reads_them(told: Flask) -> None:
    passwords = passwords_of(told)

    assert set(passwords) == {one.sign_in_name for one in LOGINS}
    assert len(set(passwords.values())) == len(LOGINS)
    assert Path(told.config["DEMO_LOGINS"]).stat().st_mode & 0o077 == 0


@ON_SQLITE
def test_preparing_twice_changes_nothing_and_tells_the_same_logins(told: Flask) -> None:
    before = passwords_of(told)
    counts = (db.session.query(Account).count(), db.session.query(Division).count(), db.session.query(Election).count())

    again = told.test_cli_runner().invoke(args=["demo", "prepare"])

    assert again.exit_code == 0
    assert all(password in again.output for password in before.values())
    now = (db.session.query(Account).count(), db.session.query(Division).count(), db.session.query(Election).count())
    assert now == counts


@ON_SQLITE
def test_every_page_says_that_the_demo_is_invented(told: Flask) -> None:
    page = told.test_client().get("/").get_data(as_text=True)

    assert "演示数据：人物和数字都是编的。" in page


def test_the_sample_roll_is_sound_and_everybody_enters() -> None:
    rows = read_sheet(samples.good_roll(Crowd(seed=SEED, today=TODAY)), "名单.xlsx", samples.COLUMNS).rows

    reading = read_voters(rows, polling_day=TODAY, today=TODAY)

    assert len(reading.voters) == samples.VOTERS
    assert not reading.faults
    assert not reading.skipped


def test_the_faulty_sample_has_one_line_for_each_common_mistake() -> None:
    data = samples.roll_with_mistakes(Crowd(seed=SEED, today=TODAY))
    sheet = read_sheet(data, "名单.xlsx", samples.COLUMNS)

    reading = read_voters(sheet.rows, polling_day=TODAY, today=TODAY)

    assert len(reading.faults) + len(sheet.faults) == 7
    assert len(reading.skipped) == 1


@ON_SQLITE
def test_in_the_walk_of_the_readme_a_woman_stands_and_is_elected(told: Flask) -> None:
    data = (Path(told.config["INSTANCE"]) / "demo-roll.xlsx").read_bytes()

    rows = read_sheet(data, "名单.xlsx", samples.COLUMNS).rows

    assert "女" in [row.values[2] for row in rows[2:4]]


def test_production_never_tells_a_story(app: Flask) -> None:
    app.testing = False

    said = app.test_cli_runner().invoke(args=["demo", "prepare"])
    app.testing = True

    assert said.exit_code == 1
    assert "演示只能在开发设置下运行" in said.output
    assert db.session.query(Account).count() == 0
