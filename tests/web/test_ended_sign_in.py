"""S6, S7, A9: what they see whose sign-in or role has ended; every click says what became of it."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import PASSWORD, account, client_of, grant
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.reminders.models import Reminder
from villagegov.web.models import Draft

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree at noon of a fixed day."""
    clock.run_on(lambda: NOON)
    return division_tree()


@pytest.fixture
def clerk(tree: Tree) -> Account:
    """A clerk of the village."""
    return account(role=Role.CLERK, division=tree.village)


def idle() -> None:
    """Half an hour passes without a click."""
    clock.run_on(lambda: NOON + timedelta(minutes=31))


def read(client: FlaskClient, address: str) -> str:
    """The page at an address."""
    return client.get(address).get_data(as_text=True)


def test_a_form_sent_with_an_ended_sign_in_and_an_expired_key_comes_back_s7_s9(
    app: Flask, clerk: Account, tree: Tree
) -> None:
    client = client_of(app, clerk)
    address = f"/reminders/{sent(unit=tree.village).id}/answer"
    typed = {**form_on(client.get(address)), "answer": "月底前补发。", "csrf_token": "expired"}
    client.delete_cookie("session")

    turned_away = client.post(address, data=typed)
    fields = {**form_on(client.get(turned_away.location)), "sign_in_name": clerk.sign_in_name, "password": PASSWORD}
    back = client.post(turned_away.location, data=fields)
    page = client.get(back.location)

    assert "登录已超时，已保留您填写的内容" in page.get_data(as_text=True)
    assert form_on(page)["answer"] == "月底前补发。"
    assert client.post(back.location, data=form_on(page)).status_code == 303
    assert db.session.query(Reminder).one().answer == "月底前补发。"


def test_a_form_that_keeps_no_draft_says_that_it_was_not_saved_s7(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    typed = form_on(client.get("/password"))
    idle()

    turned_away = client.post("/password", data=typed)

    assert turned_away.location == "/sign-in?next=/password"
    assert "没有保存。登录后请再填一次" in read(client, turned_away.location)


def test_a_bare_button_pressed_too_late_leads_back_to_its_page_s7(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    token = form_on(client.get("/desk"), action="/sign-out")
    idle()

    there = client.post("/handovers/1/seen", data=token, headers={"Referer": "http://localhost/desk?page=2"})
    nowhere = client.post("/handovers/1/seen", data=token)
    foreign = client.post("/handovers/1/seen", data=token, headers={"Referer": "https://example.org/trap"})

    assert [one.location for one in (there, nowhere, foreign)] == ["/sign-in?next=/desk"] * 3
    assert "还没有办" in read(client, there.location)


def test_signing_out_too_late_is_signed_out_s10(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    token = form_on(client.get("/desk"), action="/sign-out")
    idle()

    answer = client.post("/sign-out", data=token)

    assert (answer.status_code, answer.location) == (303, "/")
    assert "已自动退出" in read(client, "/")
    assert app.test_client().post("/sign-out", data=token).location == "/"


def test_a_draft_saved_by_the_script_too_late_promises_nothing_s7(app: Flask, clerk: Account, tree: Tree) -> None:
    client = client_of(app, clerk)
    typed = form_on(client.get(f"/reminders/{sent(unit=tree.village).id}/answer"))
    idle()

    answer = client.post("/drafts", data=typed)

    assert answer.status_code == 400
    assert db.session.query(Draft).count() == 0
    assert "替您留着" not in read(client, "/sign-in")


def test_a_new_account_half_typed_comes_back_without_its_id_number_s7(app: Flask, tree: Tree) -> None:
    official = account(role=Role.OFFICIAL, division=tree.township)
    client = client_of(app, official)
    typed = {
        **form_on(client.get("/accounts/new")),
        "name": "何建华",
        "id_number": "secret",
        "sign_in_name": "hejianhua",
    }
    idle()

    turned_away = client.post("/accounts/new", data=typed)
    fields = {**form_on(client.get(turned_away.location)), "sign_in_name": official.sign_in_name, "password": PASSWORD}
    page = client.get(client.post(turned_away.location, data=fields).location)

    shown = form_on(page)
    assert (shown["name"], shown["sign_in_name"], shown["id_number"]) == ("何建华", "hejianhua", "")


@pytest.mark.parametrize("act", ["disable", "reset"])
def test_who_was_closed_or_reset_is_told_at_the_next_click_s6(app: Flask, tree: Tree, clerk: Account, act: str) -> None:
    client, official = client_of(app, clerk), client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    asked = {"disable": {f"receiver{clerk.grants[0].id}": "0"}, "reset": {}}
    press(official, f"/accounts/{clerk.id}/{act}", **asked[act])

    answers = [client.get(page) for page in ("/desk", "/elections", "/divisions", "/password", "/second-factor")]

    assert [one.status_code for one in answers] == [302] * 5
    assert "这次登录已经结束" in read(client, answers[0].location)


def test_who_lost_a_role_while_at_work_is_told_at_the_next_click_a9(app: Flask, tree: Tree, clerk: Account) -> None:
    grant(account=clerk, role=Role.CLERK, division=tree.neighbour)
    reminder = sent(unit=tree.village)
    client, official = client_of(app, clerk), client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    typed = {**form_on(client.get(f"/reminders/{reminder.id}/answer")), "answer": "办好了。"}
    before = read(client, "/reminders/99") + read(client, "/desk")
    press(official, f"/grants/{clerk.grants[0].id}/end", receiver="0")

    refused = client.post(f"/reminders/{reminder.id}/answer", data=typed)

    assert refused.status_code == 404
    assert "您的权限已变更" not in before
    assert "您的权限已变更" in refused.get_data(as_text=True)
    assert "您的权限已变更" in read(client, "/desk")
    assert db.session.query(Reminder).one().answered_at is None


def test_after_signing_in_anew_a_lost_role_is_no_news_a9(app: Flask, tree: Tree, clerk: Account) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    press(official, f"/grants/{clerk.grants[0].id}/end", receiver="0")
    clock.run_on(lambda: NOON + timedelta(minutes=1))

    assert "您的权限已变更" not in read(client_of(app, clerk), "/desk")
