"""S1–S4 at scale: what guessers get, what the honest get meanwhile, and which passwords would be guessed first."""

import statistics
import threading
import time
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of, sign_in
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts import rules
from villagegov.accounts.models import Account, SignInAttempt
from villagegov.accounts.rules import is_easily_guessed
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.audit.models import AuditEntry
from villagegov.extensions import db

WRONG = "not the password"
#: S1: evaluated guesses an hour at one name, at most.
MOST_AN_HOUR = 20


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def clerk(tree: Tree) -> Account:
    """A clerk of the village."""
    return account(role=Role.CLERK, division=tree.village, sign_in_name="wangfang")


def set_on(**ahead: float) -> None:
    """Let the clock stand so much further on."""
    moment = clock.now() + timedelta(**ahead)
    clock.run_on(lambda: moment)


def evaluated() -> int:
    """How many guesses were compared with a password."""
    return db.session.query(SignInAttempt).filter_by(succeeded=False).count()


@ON_SQLITE
@pytest.mark.parametrize("addresses", [1, 500])
def test_an_hour_of_guessing_is_evaluated_twenty_times_whatever_address_is_forged_s1(
    client: FlaskClient, clerk: Account, addresses: int
) -> None:
    fields = {**form_on(client.get("/sign-in")), "sign_in_name": "wangfang", "password": WRONG}

    for at in range(240):
        forged = f"10.{at % addresses // 250}.0.{at % addresses % 250}"
        client.post("/sign-in", data=fields, headers={"X-Forwarded-For": forged, "X-Real-IP": forged})
        set_on(seconds=15)

    assert evaluated() <= MOST_AN_HOUR
    set_on(minutes=15)
    assert sign_in(client, clerk).status_code == 303


def test_guesses_at_the_same_moment_are_counted_one_by_one_s1(app: Flask, clerk: Account) -> None:
    windows = [app.test_client() for _one in range(24)]
    fields = [{**form_on(one.get("/sign-in")), "sign_in_name": "wangfang", "password": WRONG} for one in windows]
    gate = threading.Barrier(len(windows))

    def guess(window: FlaskClient, typed: dict[str, str]) -> None:
        gate.wait()
        window.post("/sign-in", data=typed)

    threads = [threading.Thread(target=guess, args=pair) for pair in zip(windows, fields, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert evaluated() == rules.NAME_LIMIT


@pytest.mark.parametrize(
    "password",
    [
        # the long ones among the 3,000 commonest of the published lists
        *("123qweasdzxc", "1qaz2wsx3edc", "q1w2e3r4t5y6", "1q2w3e4r5t6y", "mailcreated5240", "qazwsxedcrfv"),
        *("123456qwerty", "qwerty123456", "polniypizdec0211", "sojdlg123aljg", "leavemealone", "123456654321"),
        # those of Chinese lists
        *("woaini1314520", "5201314woaini", "a123456a123456", "aa123456aa123456", "qq5201314520", "abcd12345678"),
        *(
            "147258369147",
            "wodemima123456",
            "admin888admin888",
            "P@ssw0rd1234",
            "１２３４５６７８９０１２",
            "198503121234",
        ),
        # the village, its code, the office, and the own name
        *(
            "石桥村民委员会2026",
            "990101001201990101",
            "wangfang123456",
            "wangfang@990101",
            "王芳石桥王芳石桥王芳石桥",
            "村委会12345678",
        ),
    ],
)
def test_what_is_guessed_first_is_no_password_s2(password: str) -> None:
    known = ("wangfang", "王芳", "石桥村民委员会", "石桥", "990101001201", "990101")

    assert is_easily_guessed(password, known_words=known)


@pytest.mark.parametrize(
    "password", ["correct horse battery", "黄河远上白云间一片孤城", "家里三只小花猫会爬树呢", "vT7k9qLw2xPz"]
)
def test_a_sentence_of_ones_own_will_do_s2(password: str) -> None:
    assert not is_easily_guessed(password, known_words=("wangfang", "石桥"))


def test_one_password_on_every_name_is_evaluated_fifty_times_from_one_address_s2(
    client: FlaskClient, clerk: Account
) -> None:
    fields = {**form_on(client.get("/sign-in")), "password": "woaini123456"}
    for number in range(rules.ADDRESS_LIMIT * 2):
        client.post("/sign-in", data={**fields, "sign_in_name": f"{number:012}"})

    assert evaluated() == rules.ADDRESS_LIMIT


def test_every_clerk_on_the_own_machine_gets_in_when_all_names_are_locked_s3(app: Flask, tree: Tree) -> None:
    clerks = [account(role=Role.CLERK, division=tree.village) for _one in range(4)]
    shared = app.test_client()
    for one in clerks:
        sign_in(shared, one)
    machines = {one.id: client_of(app, one) for one in clerks}
    stranger = app.test_client()
    for one in clerks:
        for _try in range(rules.NAME_LIMIT + 1):
            sign_in(stranger, one, WRONG)

    own = [sign_in(machines[one.id], one).status_code for one in clerks]
    at_the_office = [sign_in(shared, one).status_code for one in clerks]
    strange = [sign_in(app.test_client(), one).status_code for one in clerks]

    assert (own, at_the_office, strange) == ([303] * 4, [303] * 4, [422] * 4)


def test_a_machine_names_nobody_who_has_worked_on_it_s8(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    kept = client.get_cookie("device", path="/sign-in")

    assert kept is not None
    assert "wangfang" not in kept.decoded_value
    assert "d2FuZ2Zhbm" not in kept.decoded_value


def held(client: FlaskClient, who: Account) -> None:
    """Wrong passwords until the name waits."""
    for _try in range(rules.NAME_LIMIT):
        sign_in(client, who, WRONG)
    assert str(AccountReason.LOCKED.label) in sign_in(client, who).get_data(as_text=True)


def test_the_level_above_ends_the_waiting_and_it_is_told_s3(
    app: Flask, client: FlaskClient, tree: Tree, clerk: Account
) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    held(client, clerk)
    told = official.get(f"/accounts/{clerk.id}").get_data(as_text=True)

    answer = press(official, f"/accounts/{clerk.id}/unlock")

    assert "要等 15 分钟" in told
    assert (answer.status_code, sign_in(client, clerk).status_code) == (303, 303)
    assert db.session.query(AuditEntry).filter_by(tag="account:lock:lifted").count() == 1
    assert "要等 15 分钟" not in official.get(f"/accounts/{clerk.id}").get_data(as_text=True)


def test_nobody_waits_with_a_new_slip_in_hand_s3(app: Flask, client: FlaskClient, tree: Tree, clerk: Account) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    held(client, clerk)

    slip = press(official, f"/accounts/{clerk.id}/reset").get_data(as_text=True)
    code = slip.split("一次性密码</dt>")[1].split("<dd>")[1].split("</dd>")[0].strip()

    assert sign_in(client, clerk, code).status_code == 303


def test_who_does_not_wait_need_not_be_let_in_and_none_lets_himself_in_s3(
    app: Flask, tree: Tree, clerk: Account
) -> None:
    myself = account(role=Role.OFFICIAL, division=tree.township)
    official = client_of(app, myself)

    answers = [press(official, f"/accounts/{one.id}/unlock") for one in (clerk, myself)]

    assert [one.status_code for one in answers] == [422, 422]
    assert str(AccountReason.NOT_HELD.label) in answers[0].get_data(as_text=True)
    assert str(AccountReason.YOURSELF.label) in answers[1].get_data(as_text=True)


def test_known_and_unknown_names_take_the_same_time_and_text_s4(app: Flask, tree: Tree, clerk: Account) -> None:
    known = [account(role=Role.CLERK, division=tree.village).sign_in_name for _one in range(24)]
    client = app.test_client()
    took: dict[bool, list[float]] = {True: [], False: []}
    texts = set()
    fields = {**form_on(client.get("/sign-in")), "password": WRONG}
    for at, name in enumerate(known):
        for is_known, typed in ((True, name), (False, "x" * (len(name) - 2) + f"{at:02}")):
            began = time.perf_counter()
            answer = client.post("/sign-in", data={**fields, "sign_in_name": typed})
            took[is_known].append(time.perf_counter() - began)
            texts.add(answer.get_data(as_text=True).replace(typed, "?").split("<main")[1].split('name="once"')[0])

    assert len(texts) == 1
    assert statistics.median(took[True]) == pytest.approx(statistics.median(took[False]), rel=0.5)
