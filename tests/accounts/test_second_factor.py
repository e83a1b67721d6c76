"""S15: two steps at the door; codes count once, wrong ones wait, paper stands in for a lost phone."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from config import settings
from tests.builders.accounts import PASSWORD, account, client_of, sign_in
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from villagegov import clock, create_app
from villagegov.accounts import codes, queries, rules
from villagegov.accounts.models import Account
from villagegov.accounts.permissions import needs_second_factor
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.audit.models import AuditEntry
from villagegov.extensions import db
from villagegov.web.keyring import keys


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def chair(tree: Tree) -> Account:
    """A chair without a second factor."""
    return account(role=Role.CHAIR, division=tree.village, name="罗永光")


def test_who_needs_two_steps_is_written_down_once() -> None:
    needing = {role for role in Role if needs_second_factor(frozenset({role}))}

    assert needing == {Role.ADMINISTRATOR, Role.AUDITOR, Role.OFFICIAL, Role.CHAIR}


def later(**ahead: float) -> None:
    """Let the clock run ahead."""
    moment = clock.now() + timedelta(**ahead)
    clock.run_on(lambda: moment)


def code_now(holder: Account, shift: int = 0) -> str:
    """What the holder's phone shows, so many half minutes from now."""
    assert holder.second_secret is not None
    secret = keys().unseal(holder.second_secret).decode()
    return pyotp.TOTP(secret).at(int(clock.now().timestamp()) + 30 * shift)


def set_up(client: FlaskClient, holder: Account) -> list[str]:
    """Scan, type the first code, keep the ten codes of the paper; then wait for the next code of the phone."""
    page = client.get("/second-factor/set-up").get_data(as_text=True)
    secret = re.search(r"<strong>([A-Z2-7 ]+)</strong>", page)
    assert secret is not None
    sealed = re.search(r'name="sealed"[^>]*value="([^"]+)"', page)
    assert sealed is not None
    typed = pyotp.TOTP(secret[1].replace(" ", "")).at(int(clock.now().timestamp()))
    shown = press(client, "/second-factor/set-up", sealed=sealed[1], code=typed)
    assert shown.status_code == 200, shown.get_data(as_text=True)
    later(seconds=60)
    db.session.refresh(holder)
    return re.findall(r"<code>([^<]+)</code>", shown.get_data(as_text=True))


def type_code(client: FlaskClient, holder: Account, code: str) -> TestResponse:
    """Both steps at the door."""
    first = sign_in(client, holder)
    assert first.location == "/sign-in/code"
    return press(client, "/sign-in/code", code=code)


def test_once_set_the_password_alone_opens_nothing(app: Flask, chair: Account) -> None:
    set_up(client_of(app, chair), chair)
    client = app.test_client()

    sign_in(client, chair)
    before = client.get("/desk").status_code
    answer = press(client, "/sign-in/code", code=code_now(chair))

    assert (before, answer.status_code, answer.location) == (302, 303, "/desk")
    assert client.get("/desk").status_code == 200


@pytest.mark.parametrize(("shift", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
def test_a_code_holds_one_half_minute_either_way(app: Flask, chair: Account, shift: int, status: int) -> None:
    set_up(client_of(app, chair), chair)
    later(minutes=5)

    assert type_code(app.test_client(), chair, code_now(chair, shift)).status_code == status


def test_the_same_code_does_not_open_twice(app: Flask, chair: Account) -> None:
    set_up(client_of(app, chair), chair)
    code = code_now(chair)
    first = type_code(app.test_client(), chair, code)

    again = type_code(app.test_client(), chair, code)

    assert first.status_code == 303
    assert str(AccountReason.CODE_SEEN.label) in again.get_data(as_text=True)


def test_ten_wrong_codes_wait_a_quarter_of_an_hour(app: Flask, chair: Account) -> None:
    set_up(client_of(app, chair), chair)
    client = app.test_client()
    sign_in(client, chair)
    for _try in range(rules.CODE_LIMIT):
        press(client, "/sign-in/code", code="000000")

    locked = press(client, "/sign-in/code", code=code_now(chair))
    later(minutes=15, seconds=1)

    assert str(AccountReason.CODE_LOCKED.label) in locked.get_data(as_text=True)
    assert type_code(client, chair, code_now(chair)).status_code == 303


def test_each_code_on_paper_opens_once(app: Flask, chair: Account) -> None:
    paper = set_up(client_of(app, chair), chair)
    first = type_code(app.test_client(), chair, paper[0].upper().replace("-", ""))

    again = type_code(app.test_client(), chair, paper[0])

    assert (len(paper), len(set(paper))) == (10, 10)
    assert (first.status_code, again.status_code) == (303, 422)
    assert queries.recovery_codes_left(chair) == 9
    assert db.session.query(AuditEntry).filter_by(tag="account:recovery:used").count() == 1


def test_ten_new_codes_void_the_old_paper(app: Flask, chair: Account) -> None:
    client = client_of(app, chair)
    old = set_up(client, chair)

    shown = press(client, "/second-factor/recovery-codes", code=old[0]).get_data(as_text=True)

    new = re.findall(r"<code>([^<]+)</code>", shown)
    assert len(new) == 10
    assert type_code(app.test_client(), chair, old[1]).status_code == 422
    assert type_code(app.test_client(), chair, new[0]).status_code == 303


def test_how_many_are_left_is_said(app: Flask, chair: Account) -> None:
    client = client_of(app, chair)
    set_up(client, chair)

    assert "10 个" in client.get("/second-factor").get_data(as_text=True)


def test_setting_it_up_ends_every_other_sign_in(app: Flask, chair: Account) -> None:
    here, elsewhere = client_of(app, chair), client_of(app, chair)

    set_up(here, chair)

    assert [one.get("/desk").status_code for one in (here, elsewhere)] == [200, 302]


def test_another_phone_takes_a_code_of_the_old_one_or_of_the_paper(app: Flask, chair: Account) -> None:
    client = client_of(app, chair)
    paper = set_up(client, chair)
    wrong = press(client, "/second-factor/remove", code="not a code")

    answer = press(client, "/second-factor/remove", code=paper[3])

    assert (wrong.status_code, answer.location) == (422, "/second-factor/set-up")
    assert sign_in(app.test_client(), chair).location == "/desk"


def test_the_level_above_takes_it_away_and_every_sign_in_with_it(app: Flask, tree: Tree, chair: Account) -> None:
    client = client_of(app, chair)
    set_up(client, chair)
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.township))

    answer = press(official, f"/accounts/{chair.id}/second-factor/reset")

    assert answer.status_code == 303
    assert client.get("/desk").status_code == 302
    assert sign_in(client, chair).location == "/desk"
    assert queries.recovery_codes_left(chair) == 0
    assert db.session.query(AuditEntry).filter_by(tag="account:second:reset").count() == 1


def test_the_only_administrator_comes_back_by_the_machine_itself(app: Flask, tree: Tree) -> None:
    root = account(role=Role.ADMINISTRATOR, division=tree.root, sign_in_name="root")
    set_up(client_of(app, root), root)

    done = app.test_cli_runner().invoke(args=["accounts", "reset-second-factor", "root"])

    assert done.exit_code == 0
    assert sign_in(app.test_client(), root).location == "/desk"


def test_the_password_waits_ten_minutes_for_its_code(app: Flask, chair: Account) -> None:
    set_up(client_of(app, chair), chair)
    client = app.test_client()
    sign_in(client, chair)
    waiting = client.get("/sign-in/code").status_code
    later(minutes=10, seconds=1)

    late = client.get("/sign-in/code")

    assert (waiting, late.status_code, late.location) == (200, 302, "/sign-in")


def test_a_password_changed_meanwhile_leaves_the_second_step_shut(app: Flask, tree: Tree, chair: Account) -> None:
    set_up(client_of(app, chair), chair)
    client = app.test_client()
    sign_in(client, chair)
    press(client_of(app, account(role=Role.OFFICIAL, division=tree.township)), f"/accounts/{chair.id}/reset")

    assert client.get("/sign-in/code").status_code == 302


def test_the_secret_is_sealed_and_no_code_is_stored_in_clear(app: Flask, chair: Account) -> None:
    paper = set_up(client_of(app, chair), chair)

    stored = [bytes(one[0]) for one in db.session.execute(db.text("SELECT code_hash FROM recovery_codes"))]

    assert chair.second_secret is not None
    assert keys().unseal(chair.second_secret) not in chair.second_secret
    assert codes.recovery_hash(paper[0]) in stored
    assert not any(one.encode() in b"".join(stored) for one in paper)


def test_a_proposed_secret_of_somebody_else_is_not_taken(app: Flask, tree: Tree, chair: Account) -> None:
    page = client_of(app, account(division=tree.village)).get("/second-factor/set-up").get_data(as_text=True)
    sealed = re.search(r'name="sealed"[^>]*value="([^"]+)"', page)
    secret = re.search(r"<strong>([A-Z2-7 ]+)</strong>", page)
    assert sealed is not None
    assert secret is not None
    typed = pyotp.TOTP(secret[1].replace(" ", "")).at(int(clock.now().timestamp()))

    answer = press(client_of(app, chair), "/second-factor/set-up", sealed=sealed[1], code=typed)

    assert answer.status_code == 422
    assert str(AccountReason.CODE_WRONG.label) in answer.get_data(as_text=True)


@pytest.fixture
def strict(app: Flask) -> Iterator[Flask]:
    """The app as production runs it: two steps are required."""
    app.config["SECOND_FACTOR"] = "required"
    yield app
    app.config["SECOND_FACTOR"] = "offered"


def test_where_required_the_first_page_after_signing_in_sets_it_up(strict: Flask, chair: Account) -> None:
    client = client_of(strict, chair)
    before = [client.get(page).location for page in ("/desk", "/divisions", "/elections")]

    set_up(client, chair)

    assert before == ["/second-factor/set-up"] * 3
    assert client.get("/desk").status_code == 200


def test_where_required_a_clerk_may_do_without(strict: Flask, tree: Tree) -> None:
    assert client_of(strict, account(role=Role.CLERK, division=tree.village)).get("/desk").status_code == 200


def test_an_app_that_says_nothing_requires_it(tmp_path: object) -> None:
    said = {**settings("testing"), "SQLALCHEMY_DATABASE_URI": "sqlite://"}
    said.pop("SECOND_FACTOR")

    assert create_app(said).config["SECOND_FACTOR"] == "required"


def test_a_changed_password_still_asks_for_the_code(app: Flask, chair: Account) -> None:
    client = client_of(app, chair)
    set_up(client, chair)
    new = "黄河远上白云间一片孤城万仞山"

    press(client, "/password", old=PASSWORD, new=new, again=new)

    assert sign_in(client, chair, new).location == "/sign-in/code"
