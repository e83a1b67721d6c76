"""A16, O6, O7: who reads rolls is noted, reads too much and is slowed, and is forgotten after half a year."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import hands, with_roll
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import AccountTag, Role
from villagegov.audit import operations, queries, rules
from villagegov.audit.models import AuditEntry, Reading
from villagegov.audit.record import CommandLine, record
from villagegov.audit.vocabulary import AlertTag, Look
from villagegov.elections.models import Election
from villagegov.extensions import db
from villagegov.transaction import transaction


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def election(tree: Tree) -> Election:
    """With a roll of some persons."""
    return with_roll(who=hands(unit=tree.village))


@pytest.fixture
def reader(tree: Tree) -> Account:
    """Somebody who may look at the roll."""
    return account(division=tree.village, name="赵刚")


@pytest.fixture
def auditor(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the auditor."""
    return client_of(app, account(role=Role.AUDITOR, division=tree.root, name="周审"))


def looked(reader: Account, election: Election, looks: int, *, persons: int = 30, ago: timedelta = timedelta()) -> None:
    """That many looks of `reader` at the roll, all at one moment."""
    at = clock.now() - ago
    whose = {"subject_kind": "rolls", "subject_id": 1, "place_id": election.unit_id}
    reader_of = {"reader_id": reader.id, "reader_name": reader.name}
    db.session.add_all(Reading(at=at, look=Look.PAGE, persons=persons, **whose, **reader_of) for _look in range(looks))
    db.session.commit()


def told(tag: str) -> int:
    """How many entries there are of a kind."""
    return db.session.query(AuditEntry).filter_by(tag=tag).count()


def test_every_look_at_a_roll_is_noted_and_the_auditor_sees_whose(
    app: Flask, auditor: FlaskClient, election: Election
) -> None:
    clerk = client_of(app, account(division=election.unit, name="李秀兰"))
    roll = f"/elections/{election.id}/roll"

    clerk.get(roll)
    press(clerk, f"{roll}/search", words="王")
    clerk.get(f"{roll}/1")
    press(clerk, f"{roll}/export")

    page = auditor.get("/audit/readings").get_data(as_text=True)
    assert [one.look for one in db.session.query(Reading).order_by(Reading.id)] == list(Look)
    assert page.count("李秀兰") == len(Look)
    assert "下载了整份名单" in page
    assert election.unit.name in page


def test_a_look_that_was_refused_at_the_door_shows_and_notes_nothing(
    app: Flask, tree: Tree, election: Election
) -> None:
    stranger = client_of(app, account(division=tree.far))

    status = stranger.get(f"/elections/{election.id}/roll").status_code

    assert (status, db.session.query(Reading).count()) == (404, 0)


def test_the_auditor_narrows_the_looks_by_name_and_place(
    auditor: FlaskClient, tree: Tree, election: Election, reader: Account
) -> None:
    looked(reader, election, 1)

    def rows(**asked: str) -> int:
        return auditor.get("/audit/readings", query_string=asked).get_data(as_text=True).count("赵刚</td>")

    assert (rows(q="赵"), rows(q="无此人"), rows(place=election.unit.code), rows(place=tree.far.code)) == (1, 0, 1, 0)


def test_a_busy_station_is_neither_told_nor_slowed(app: Flask, election: Election, reader: Account) -> None:
    looked(reader, election, rules.MANY_LOOKS - 1)

    status = client_of(app, reader).get(f"/elections/{election.id}/roll").status_code

    assert (status, told(AlertTag.READING)) == (200, 0)


@ON_SQLITE
def test_five_thousand_looks_within_an_hour_are_slowed_and_told_once(
    app: Flask, auditor: FlaskClient, election: Election, reader: Account
) -> None:
    looked(reader, election, 4_990, ago=timedelta(minutes=30))
    browser, page = client_of(app, reader), f"/elections/{election.id}/roll"

    statuses = [browser.get(page).status_code for _look in range(rules.SLOW_LOOKS + 2)]
    answer = browser.get(page)

    assert statuses == [200] * rules.SLOW_LOOKS + [429] * 2
    assert "请过一分钟再看" in answer.get_data(as_text=True)
    assert answer.headers["Retry-After"] == "60"
    assert told(AlertTag.READING) == 1
    assert "一个账号一小时内看名单太多" in auditor.get("/desk").get_data(as_text=True)


def test_whoever_was_slowed_reads_on_after_a_minute(app: Flask, election: Election, reader: Account) -> None:
    looked(reader, election, 5_000)
    browser, page = client_of(app, reader), f"/elections/{election.id}/roll"
    first = browser.get(page).status_code

    later = clock.now() + timedelta(minutes=1, seconds=1)
    clock.run_on(lambda: later)

    assert (first, browser.get(page).status_code) == (429, 200)


def test_a_few_files_with_very_many_persons_are_told_too(app: Flask, election: Election, reader: Account) -> None:
    looked(reader, election, 1, persons=rules.MANY_PERSONS)

    status = client_of(app, reader).get(f"/elections/{election.id}/roll").status_code

    assert (status, told(AlertTag.READING)) == (200, 1)


def test_another_readers_looks_do_not_count(app: Flask, tree: Tree, election: Election, reader: Account) -> None:
    looked(reader, election, 5_000)

    status = client_of(app, account(division=tree.village)).get(f"/elections/{election.id}/roll").status_code

    assert (status, told(AlertTag.READING)) == (200, 0)


@pytest.mark.parametrize(("later", "left"), [(timedelta(), 1), (timedelta(days=183, seconds=1), 0)])
def test_looks_and_refused_attempts_are_kept_for_half_a_year_and_the_chain_stays_whole(
    tree: Tree, election: Election, reader: Account, later: timedelta, left: int
) -> None:
    looked(reader, election, 1)
    with transaction():
        record(AccountTag.REFUSED, subject=reader, actor=reader, after={"address": "/x"})
    moment = clock.now() + later
    clock.run_on(lambda: moment)

    with transaction():
        operations.keep_short(tags=[AccountTag.REFUSED], actor=CommandLine())

    refused = db.session.query(AuditEntry).filter_by(tag=AccountTag.REFUSED).one()
    others = db.session.query(AuditEntry).filter(AuditEntry.tag != AccountTag.REFUSED)
    assert db.session.query(Reading).count() == left
    assert (refused.details is not None) == bool(left)
    assert all(entry.details is not None for entry in others)
    assert queries.faults() == []
