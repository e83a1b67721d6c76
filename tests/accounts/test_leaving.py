"""A clerk leaves: who takes over, what is open; an office ends: so do its roles and, with the last, the sign-ins."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of, grant
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts import operations
from villagegov.accounts.models import Account, Grant, Handover
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import CommandLine
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.web.models import Upload


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def official(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the township's official."""
    return client_of(app, account(role=Role.OFFICIAL, division=tree.township, name="赵刚"))


@pytest.fixture
def leaving(tree: Tree) -> Account:
    """A clerk with a file that waits for confirmation."""
    made = account(division=tree.village, name="李强")
    file = {"purpose": "roll", "subject_id": 1, "shown_name": "名单.xlsx", "sha256": "", "sealed": b""}
    db.session.add(Upload(account_id=made.id, made_at=clock.now(), **file))
    db.session.commit()
    return made


def end(official: FlaskClient, leaving: Account, receiver: str) -> int:
    """Press the button that ends his role."""
    return press(official, f"/grants/{leaving.grants[0].id}/end", receiver=receiver).status_code


def test_who_takes_over_is_asked_and_what_is_open_is_listed(
    official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    account(division=tree.village, name="王芳")
    account(division=tree.neighbour, name="陈秀英")

    page = official.get(f"/grants/{leaving.grants[0].id}/end").get_data(as_text=True)
    unsaid = official.post(
        f"/grants/{leaving.grants[0].id}/end", data=form_on(official.get(f"/grants/{leaving.grants[0].id}/end"))
    )

    assert "上传了还没确认：名单.xlsx" in page
    assert "王芳" in page
    assert "陈秀英" not in page
    assert unsaid.status_code == 422


def test_what_is_due_in_the_unit_is_handed_over_too(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    sent(unit=tree.village, matter="九月的收支还没有公布", due_on=clock.today() + timedelta(days=5))
    sent(unit=tree.neighbour, matter="别村的事")
    page = official.get(f"/grants/{leaving.grants[0].id}/end").get_data(as_text=True)

    end(official, leaving, "0")

    assert "答复催办：九月的收支还没有公布（最迟 " in page
    assert any("九月的收支还没有公布" in thing for thing in db.session.query(Handover).one().open_things)
    assert "别村的事" not in page


def test_a_hand_over_is_written_in_chinese_whoever_presses(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    official.set_cookie("lang", "en")

    end(official, leaving, "0")

    assert "上传了还没确认：名单.xlsx" in db.session.query(Handover).one().open_things


def test_the_successor_sees_it_until_it_is_read(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    successor = account(division=tree.village, name="王芳")
    other = client_of(app, account(division=tree.village, name="何建华"))
    end(official, leaving, str(successor.id))
    client = client_of(app, successor)
    page = client.get("/desk")
    handed = db.session.query(Handover).one()

    seen = client.post(f"/handovers/{handed.id}/seen", data=form_on(page, action=f"/handovers/{handed.id}/seen"))

    assert "名单.xlsx" in page.get_data(as_text=True)
    assert "名单.xlsx" not in other.get("/desk").get_data(as_text=True)
    assert seen.status_code == 303
    assert "名单.xlsx" not in client.get("/desk").get_data(as_text=True)
    assert {one.tag for one in db.session.query(AuditEntry)} >= {"account:work:handed", "account:work:taken"}


def test_with_nobody_yet_the_next_clerk_finds_it(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    end(official, leaving, "0")

    newcomer = client_of(app, account(division=tree.village, name="新来的人"))

    assert "名单.xlsx" in newcomer.get("/desk").get_data(as_text=True)
    assert "名单.xlsx" not in client_of(app, account(division=tree.neighbour)).get("/desk").get_data(as_text=True)


def test_a_handover_to_somebody_else_does_not_exist(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    end(official, leaving, "0")
    handed = db.session.query(Handover).one()
    stranger = client_of(app, account(division=tree.neighbour))
    token = form_on(stranger.get("/password"), action="/sign-out")

    assert stranger.post(f"/handovers/{handed.id}/seen", data=token).status_code == 404


def test_only_a_clerk_of_the_unit_can_take_over(official: FlaskClient, tree: Tree, leaving: Account) -> None:
    elsewhere = account(division=tree.neighbour)

    assert end(official, leaving, str(elsewhere.id)) == 422
    assert db.session.get_one(Grant, leaving.grants[0].id).ended_at is None


def test_closing_a_clerks_account_asks_the_same_for_each_of_his_units(
    app: Flask, official: FlaskClient, tree: Tree, leaving: Account
) -> None:
    first, second = leaving.grants[0], grant(account=leaving, role=Role.CLERK, division=tree.neighbour)
    successor, address = account(division=tree.village, name="王芳"), f"/accounts/{leaving.id}/disable"
    sent(unit=tree.neighbour, matter="邻村的事", due_on=clock.today() + timedelta(days=5))
    page = official.get(address)
    unsaid = official.post(address, data={**form_on(page), f"receiver{first.id}": str(successor.id)})
    typed = {f"receiver{first.id}": str(successor.id), f"receiver{second.id}": "0"}

    closed = press(official, address, **typed)

    handed = {one.division_id: one for one in db.session.query(Handover)}
    assert (unsaid.status_code, closed.status_code) == (422, 303)
    assert all(words in page.get_data(as_text=True) for words in ("名单.xlsx", "邻村的事", "王芳"))
    assert (handed[tree.village.id].to_id, handed[tree.neighbour.id].to_id) == (successor.id, None)
    assert any("邻村的事" in thing for thing in handed[tree.neighbour.id].open_things)
    assert "名单.xlsx" in client_of(app, successor).get("/desk").get_data(as_text=True)
    assert db.session.get_one(Account, leaving.id).disabled_at is not None
    assert db.session.get_one(Grant, first.id).ended_at is None


def test_closing_the_account_of_somebody_else_asks_nothing(official: FlaskClient, tree: Tree) -> None:
    chair = account(role=Role.CHAIR, division=tree.village)

    closed = press(official, f"/accounts/{chair.id}/disable")

    assert closed.status_code == 303
    assert db.session.query(Handover).count() == 0


def test_the_end_of_an_office_ends_its_role_and_the_last_sign_in(app: Flask, tree: Tree) -> None:
    chair = account(role=Role.CHAIR, division=tree.village)
    clerk = account(role=Role.CHAIR, division=tree.village)
    grant(account=clerk, role=Role.CLERK, division=tree.neighbour)
    clients = [client_of(app, one) for one in (chair, clerk)]

    for one in (chair, clerk):
        with transaction():
            operations.end_grants_of_person(
                person_key=one.person_key or b"",
                unit=tree.village,
                roles=(Role.CHAIR, Role.SUPERVISOR),
                reason="任期届满",
                actor=CommandLine(),
            )

    assert [client.get("/desk").status_code for client in clients] == [302, 200]
    assert [sum(one.ended_at is not None for one in who.grants) for who in (chair, clerk)] == [1, 1]
    assert "任期届满" in str(db.session.query(AuditEntry).filter_by(tag="account:grant:ended").first().details)


def test_the_role_of_another_unit_or_kind_is_left_alone(app: Flask, tree: Tree) -> None:
    clerk = account(division=tree.village)

    with transaction():
        ended = operations.end_grants_of_person(
            person_key=clerk.person_key or b"", unit=tree.village, roles=(Role.CHAIR,), reason="", actor=CommandLine()
        )

    assert ended == []
