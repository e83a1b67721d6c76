"""What was typed into a long form is not lost: not when the page is left, not when the sign-in ended (S7)."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of, sign_in
from tests.builders.browser import form_on, twin_of
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import counting, hands
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.extensions import db
from villagegov.reminders.models import Reminder
from villagegov.web.models import Draft

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
TYPED = "李家的补贴月底前补发。"


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree at noon of a fixed day."""
    clock.run_on(lambda: NOON)
    return division_tree()


@pytest.fixture
def clerk(tree: Tree) -> Account:
    """A clerk of the village."""
    return account(role=Role.CLERK, division=tree.village)


@pytest.fixture
def address(tree: Tree) -> str:
    """A long form of that village: the answer to a reminder."""
    return f"/reminders/{sent(unit=tree.village).id}/answer"


def filled(client: FlaskClient, address: str, text: str = TYPED) -> dict[str, str]:
    """The form as it stands in the browser, half filled in."""
    return {**form_on(client.get(address)), "answer": text}


def read(client: FlaskClient, address: str) -> str:
    """The page at an address."""
    return client.get(address).get_data(as_text=True)


def test_a_form_saves_itself_and_is_offered_again(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)

    saved = client.post("/drafts", data=filled(client, address))
    offered = read(client, address)
    opened = form_on(client.get(f"{address}?draft=open"))

    assert saved.get_json() == {"saved": "12:00"}
    assert "有一份 2026年11月2日 12:00 的草稿" in offered
    assert TYPED not in offered
    assert opened["answer"] == TYPED


def test_a_form_has_one_draft_the_newest(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    for text in ("一", "二", "三"):
        client.post("/drafts", data=filled(client, address, text))

    assert db.session.query(Draft).count() == 1
    assert form_on(client.get(f"{address}?draft=open"))["answer"] == "三"


def test_a_draft_is_unreadable_in_the_database_and_does_not_open_elsewhere(
    app: Flask, clerk: Account, address: str, tree: Tree
) -> None:
    client, other = client_of(app, clerk), account(role=Role.CLERK, division=tree.village, name="别人")
    client.post("/drafts", data=filled(client, address))

    draft = db.session.query(Draft).one()
    assert TYPED.encode() not in draft.sealed
    draft.account_id = other.id
    db.session.commit()

    assert TYPED not in read(client_of(app, other), f"{address}?draft=open")


def test_nobody_else_is_offered_a_draft(app: Flask, clerk: Account, address: str, tree: Tree) -> None:
    client = client_of(app, clerk)
    client.post("/drafts", data=filled(client, address))

    page = read(client_of(app, account(role=Role.CLERK, division=tree.village)), f"{address}?draft=open")

    assert TYPED not in page
    assert "草稿，没有保存过" not in page


def test_a_form_that_was_accepted_leaves_no_draft(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)
    client.post("/drafts", data=form)

    client.post(address, data=form)

    assert db.session.query(Draft).count() == 0
    assert db.session.query(Reminder).one().answer == TYPED


def test_a_late_save_does_not_bring_back_what_was_accepted(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)
    client.post(address, data=form)

    client.post("/drafts", data=form)

    assert "草稿，没有保存过" not in read(client, address)


def test_a_draft_that_is_not_wanted_is_thrown_away(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    client.post("/drafts", data=filled(client, address))

    answer = client.post("/drafts/discard", data=form_on(client.get(address), action="/drafts/discard"))

    assert (answer.status_code, answer.location) == (303, address)
    assert db.session.query(Draft).count() == 0


@pytest.mark.parametrize("later", [timedelta(minutes=31), timedelta(hours=12, minutes=1)])
def test_what_is_sent_after_the_sign_in_ended_is_there_again_after_signing_in(
    app: Flask, clerk: Account, address: str, later: timedelta
) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)
    clock.run_on(lambda: NOON + later)

    turned_away = client.post(address, data=form)
    door = read(client, turned_away.location)
    back = client.post(turned_away.location, data={**form_on(client.get(turned_away.location)), **_who(clerk)})
    page = client.get(back.location)

    assert db.session.query(Reminder).one().answered_at is None
    assert "请用同一个账号登录" in door
    assert "登录已超时，已保留您填写的内容" in page.get_data(as_text=True)
    assert form_on(page)["answer"] == TYPED
    assert client.post(back.location, data=form_on(page)).status_code == 303
    assert db.session.query(Draft).count() == 0


def _who(account: Account) -> dict[str, str]:
    return {"sign_in_name": account.sign_in_name, "password": "correct horse battery"}


def test_what_is_sent_after_signing_out_in_another_window_is_there_again(
    app: Flask, clerk: Account, address: str
) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)
    client.post("/sign-out", data=form_on(client.get("/desk"), action="/sign-out"))

    turned_away = client.post(address, data=form)
    back = client.post(turned_away.location, data={**form_on(client.get(turned_away.location)), **_who(clerk)})

    assert form_on(client.get(back.location))["answer"] == TYPED


def test_another_account_that_signs_in_there_never_sees_it(
    app: Flask, clerk: Account, address: str, tree: Tree
) -> None:
    client, other = client_of(app, clerk), account(role=Role.CLERK, division=tree.village, name="别人")
    form = filled(client, address)
    clock.run_on(lambda: NOON + timedelta(minutes=31))

    turned_away = client.post(address, data=form)
    back = client.post(turned_away.location, data={**form_on(client.get(turned_away.location)), **_who(other)})

    assert TYPED not in read(client, back.location)


def test_what_was_kept_at_a_lost_sign_in_opens_in_that_browser_only(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)
    clock.run_on(lambda: NOON + timedelta(minutes=31))
    client.post(address, data=form)

    page = read(client_of(app, clerk), f"{address}?draft=open&kept=guess")

    assert TYPED not in page


@pytest.mark.parametrize("token", ["", "forged", "WzEsIngiLFtdXQ.aaaa.bbbb"])
def test_a_page_that_we_did_not_draw_keeps_nothing(app: Flask, clerk: Account, address: str, token: str) -> None:
    client = client_of(app, clerk)
    form = {**filled(client, address), "draft": token}

    refused = client.post("/drafts", data=form)
    app.test_client().post(address, data=form)

    assert refused.status_code == 400
    assert db.session.query(Draft).count() == 0


def test_a_page_of_another_account_keeps_nothing_under_this_one(
    app: Flask, clerk: Account, address: str, tree: Tree
) -> None:
    other = client_of(app, account(role=Role.CLERK, division=tree.village))
    foreign = form_on(other.get(address))["draft"]
    client = client_of(app, clerk)

    answer = client.post("/drafts", data={**filled(client, address), "draft": foreign})

    assert answer.status_code == 400
    assert db.session.query(Draft).count() == 0


def test_neither_keys_nor_what_is_too_long_is_kept(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    form = filled(client, address)

    long = client.post("/drafts", data={**form, "answer": "长" * 200_001})
    client.post("/drafts", data={**form, "password": "秘密", "id_number": "秘密"})
    opened = client.get(f"{address}?draft=open")

    assert long.status_code == 400
    assert form_on(opened)["once"] != form["once"]
    assert "秘密" not in opened.get_data(as_text=True)


def test_a_second_readers_draft_is_the_second_readers_own(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    address = f"/sheets/{sheet.id}/entry"
    first, second = client_of(app, who.first), client_of(app, who.second)
    first.post("/drafts", data={**form_on(first.get(address)), "own": "31417"})

    assert "31417" not in read(second, f"{address}?draft=open")
    assert form_on(first.get(f"{address}?draft=open"))["own"] == "31417"


def test_a_draft_of_an_older_version_is_compared_before_it_is_saved(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    client.post("/drafts", data=filled(client, address))
    reminder = db.session.query(Reminder).one()
    reminder.text = "改过了"
    db.session.commit()

    answer = client.post(address, data=form_on(client.get(f"{address}?draft=open")))

    assert answer.status_code == 409


def test_a_window_signed_in_again_keeps_drafts_as_before(app: Flask, clerk: Account, address: str) -> None:
    client = client_of(app, clerk)
    sign_in(twin := twin_of(client), clerk)

    assert twin.post("/drafts", data=filled(twin, address)).status_code == 200
