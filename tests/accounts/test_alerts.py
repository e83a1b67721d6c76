"""O6, S2, S17: what the auditor is told of, and what a changed key or a wrong clock does to people at work."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of, sign_in
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from villagegov import clock
from villagegov.accounts import operations, rules
from villagegov.accounts.models import SignInAttempt
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import CommandLine
from villagegov.extensions import db
from villagegov.transaction import transaction


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


def failed(count: int, *, names: int, address: str = "10.0.0.{}") -> None:
    """That many failed tries a minute ago, spread over so many names."""
    db.session.add_all(
        SignInAttempt(
            name_key=rules.attempt_key(f"name{at % names}", ""),
            address=address.format(at % 200),
            at=clock.now() - timedelta(minutes=1),
            succeeded=False,
        )
        for at in range(count)
    )
    db.session.commit()


def told(tag: str) -> int:
    """How many entries there are of a kind."""
    return db.session.query(AuditEntry).filter_by(tag=tag).count()


def try_once(client: FlaskClient, name: str = "nobody") -> None:
    """One wrong password."""
    press(client, "/sign-in", sign_in_name=name, password="not the password")


@pytest.mark.parametrize(("before", "entries"), [(17, 0), (18, 1), (19, 1), (25, 1)])
def test_the_twentieth_failure_from_one_address_is_told(
    client: FlaskClient, tree: Tree, before: int, entries: int
) -> None:
    failed(before, names=before, address="127.0.0.1")

    try_once(client)
    try_once(client)

    assert told("alert:failures") == entries


@pytest.mark.parametrize(("before", "entries"), [(rules.ALERT_SPRAY - 2, 0), (rules.ALERT_SPRAY - 1, 1)])
def test_one_password_on_many_names_is_told_as_a_spray(
    client: FlaskClient, tree: Tree, before: int, entries: int
) -> None:
    failed(before, names=before)

    try_once(client)

    assert told("alert:spray") == entries


@pytest.mark.parametrize(("held", "entries"), [(8, 0), (9, 1)])
def test_many_names_waiting_at_once_are_told_as_a_wave(
    client: FlaskClient, tree: Tree, held: int, entries: int
) -> None:
    failed(held * rules.NAME_LIMIT, names=held)
    for _try in range(rules.NAME_LIMIT):
        try_once(client, "wangfang")

    assert told("alert:lockouts") == entries


def test_a_new_administrator_is_told_and_stands_on_top_of_the_auditors_page(app: Flask, tree: Tree) -> None:
    auditor = client_of(app, account(role=Role.AUDITOR, division=tree.root))
    made = account(role=None)
    with transaction():
        operations.add_grant(
            account=made, role=Role.ADMINISTRATOR, division=tree.root, until_on=None, actor=CommandLine()
        )

    page = auditor.get("/audit").get_data(as_text=True)

    assert "最近三十天要注意的事" in page
    assert page.index("新增了系统管理员") < page.index('<form method="get"')


def test_a_spray_over_the_whole_country_waits_everywhere_but_on_known_machines(app: Flask, tree: Tree) -> None:
    clerk = account(division=tree.village)
    own = client_of(app, clerk)
    failed(rules.EVERYWHERE_LIMIT, names=rules.EVERYWHERE_LIMIT)

    strange, known = sign_in(app.test_client(), clerk).status_code, sign_in(own, clerk).status_code

    assert (strange, known) == (422, 303)


def test_a_new_secret_key_signs_people_out_and_breaks_nothing(app: Flask, tree: Tree) -> None:
    client = client_of(app, account(division=tree.village))
    before = app.config["SECRET_KEY"]
    try:
        app.config["SECRET_KEY"] = "another" * 6
        answers = [client.get(page).status_code for page in ("/desk", "/", "/sign-in", "/divisions")]
    finally:
        app.config["SECRET_KEY"] = before

    assert answers == [302, 200, 200, 302]


@pytest.mark.parametrize("ahead", [timedelta(hours=-2), timedelta(days=400)])
def test_a_clock_that_jumps_signs_people_out_and_lets_them_in_again(app: Flask, tree: Tree, ahead: timedelta) -> None:
    clerk = account(division=tree.village)
    client = client_of(app, clerk)
    moment = clock.now() + ahead
    clock.run_on(lambda: moment)

    out = client.get("/desk").status_code

    assert (out, sign_in(client, clerk).status_code, client.get("/desk").status_code) == (302, 303, 200)
