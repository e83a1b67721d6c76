"""S1–S8, S10, S11: the way in and out, tried as users and as those who should not get in."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import PASSWORD, account, client_of, sign_in
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree
from villagegov import clock
from villagegov.accounts import rules
from villagegov.accounts.models import Account, SignIn, SignInAttempt
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.extensions import db

NEW = "黄河远上白云间一片孤城万仞山"


@pytest.fixture
def clerk(app: Flask) -> Account:
    """A clerk of a village."""
    return account(role=Role.CLERK, division=division_tree().village, sign_in_name="wangfang")


def text_of(client: FlaskClient, name: str, password: str) -> str:
    """What the door says to this name and password."""
    return press(client, "/sign-in", sign_in_name=name, password=password).get_data(as_text=True)


def later(**ahead: float) -> None:
    """Let the clock run ahead."""
    moment = clock.now() + timedelta(**ahead)
    clock.run_on(lambda: moment)


def test_the_right_password_opens_the_desk(client: FlaskClient, clerk: Account) -> None:
    answer = sign_in(client, clerk)

    assert (answer.status_code, answer.location) == (303, "/desk")


def test_a_wrong_password_keeps_the_name_and_says_what_to_do(client: FlaskClient, clerk: Account) -> None:
    answer = sign_in(client, clerk, "not the password")

    assert answer.status_code == 422
    assert form_on(answer)["sign_in_name"] == "wangfang"
    assert str(AccountReason.WRONG.label) in answer.get_data(as_text=True)


def test_after_five_failures_the_name_waits_a_quarter_of_an_hour(client: FlaskClient, clerk: Account) -> None:
    for _try in range(5):
        sign_in(client, clerk, "not the password")

    locked = sign_in(client, clerk)
    later(minutes=15, seconds=1)
    afterwards = sign_in(client, clerk)

    assert str(AccountReason.LOCKED.label) in locked.get_data(as_text=True)
    assert afterwards.status_code == 303


def test_while_a_name_waits_nothing_is_evaluated(client: FlaskClient, clerk: Account) -> None:
    for _try in range(12):
        sign_in(client, clerk, "not the password")

    assert db.session.query(SignInAttempt).count() == rules.NAME_LIMIT


def test_a_forged_address_does_not_help_a_guesser(client: FlaskClient, clerk: Account) -> None:
    fields = form_on(client.get("/sign-in"))
    for number in range(8):
        typed = {**fields, "sign_in_name": "wangfang", "password": "guess"}
        client.post("/sign-in", data=typed, headers={"X-Forwarded-For": f"10.0.0.{number}"})

    assert db.session.query(SignInAttempt).count() == rules.NAME_LIMIT


def test_one_password_on_many_names_is_slowed_by_address(client: FlaskClient, clerk: Account) -> None:
    for number in range(rules.ADDRESS_LIMIT):
        client_text = text_of(client, f"{number:012}", "woaini123456")

    assert str(AccountReason.WRONG.label) in client_text
    assert str(AccountReason.LOCKED.label) in text_of(client, "wangfang", PASSWORD)


def test_strangers_cannot_lock_a_clerk_out_of_her_own_machine(app: Flask, clerk: Account) -> None:
    own, stranger = client_of(app, clerk), app.test_client()
    for _try in range(6):
        sign_in(stranger, clerk, "not the password")
    press_out(own)

    assert sign_in(own, clerk).status_code == 303
    assert str(AccountReason.LOCKED.label) in sign_in(stranger, clerk).get_data(as_text=True)


def test_known_and_unknown_names_read_the_same(client: FlaskClient, clerk: Account) -> None:
    known, unknown = text_of(client, "wangfang", "guess"), text_of(client, "wangfeng", "guess")

    assert len(known) == len(unknown)
    assert str(AccountReason.WRONG.label) in unknown


def test_a_planted_session_is_worthless_after_signing_in(app: Flask, clerk: Account) -> None:
    victim = app.test_client()
    victim.get("/sign-in")
    planted = victim.get_cookie("session")
    sign_in(victim, clerk)
    thief = app.test_client()
    assert planted is not None

    thief.set_cookie("session", planted.value)

    assert planted != victim.get_cookie("session")
    assert thief.get("/password").status_code == 302


def press_out(client: FlaskClient) -> None:
    """Press 退出 on any page."""
    fields = form_on(client.get("/password"), action="/sign-out")
    assert client.post("/sign-out", data=fields).status_code == 303


def copy_of(app: Flask, client: FlaskClient) -> FlaskClient:
    """A browser with a stolen copy of the session cookie."""
    cookie, thief = client.get_cookie("session"), app.test_client()
    assert cookie is not None
    thief.set_cookie("session", cookie.value)
    return thief


def test_a_saved_cookie_is_worthless_after_sign_out(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    thief = copy_of(app, client)
    before = thief.get("/password").status_code

    press_out(client)

    assert before == 200
    assert all(thief.get(page).status_code == 302 for page in ("/password", "/divisions", "/accounts"))


def test_no_page_opens_to_a_cookie_that_was_signed_out_s6(app: Flask, clerk: Account) -> None:
    client, nobody = client_of(app, clerk), app.test_client()
    thief = copy_of(app, client)
    press_out(client)
    pages = [rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]

    answers = {page: (thief.get(page).status_code, nobody.get(page).status_code) for page in pages}

    assert len(pages) > 25
    assert {page: pair for page, pair in answers.items() if pair[0] != pair[1]} == {}


def test_a_new_password_ends_every_sign_in(app: Flask, clerk: Account) -> None:
    first, second = client_of(app, clerk), client_of(app, clerk)

    answer = press(first, "/password", old=PASSWORD, new=NEW, again=NEW)

    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert [one.get("/password").status_code for one in (first, second)] == [302, 302]
    assert sign_in(first, clerk, NEW).status_code == 303


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("tooshort", AccountReason.PASSWORD_SHORT),
        ("passwordpassword", AccountReason.PASSWORD_COMMON),
        ("wangfang990101001201", AccountReason.PASSWORD_COMMON),
        ("石桥村民委员会石桥村民委员会", AccountReason.PASSWORD_COMMON),
        ("aaaaaaaaaaaaaaaa", AccountReason.PASSWORD_COMMON),
        (PASSWORD, AccountReason.PASSWORD_SAME),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(
    app: Flask, clerk: Account, new: str, reason: AccountReason
) -> None:
    answer = press(client_of(app, clerk), "/password", old=PASSWORD, new=new, again=new)

    assert answer.status_code == 422
    assert str(reason.label) in answer.get_data(as_text=True)


def test_guessing_the_old_password_from_a_stolen_desk_is_slowed_too(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    for _try in range(rules.NAME_LIMIT):
        press(client, "/password", old="guess", new=NEW, again=NEW)

    answer = press(client, "/password", old=PASSWORD, new=NEW, again=NEW)

    assert str(AccountReason.LOCKED.label) in answer.get_data(as_text=True)


def test_half_an_hour_without_a_click_ends_the_sign_in(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    later(minutes=29)
    kept = client.get("/password").status_code
    later(minutes=29)
    kept_again = client.get("/password").status_code
    later(minutes=31)
    answer = client.get("/password")

    assert (kept, kept_again, answer.status_code) == (200, 200, 302)
    assert "半小时没有操作" in client.get("/sign-in").get_data(as_text=True)


def test_twelve_hours_end_the_sign_in_of_the_busiest(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    for _click in range(35):
        later(minutes=20)
        client.get("/password")
    later(minutes=21)

    assert client.get("/password").status_code == 302


def test_a_click_writes_nothing_to_the_database(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    before = [(one.id, one.started_at, one.ended_at) for one in db.session.query(SignIn)]
    later(minutes=10)

    client.get("/password")

    assert [(one.id, one.started_at, one.ended_at) for one in db.session.query(SignIn)] == before


def test_a_temporary_password_must_be_changed_first(app: Flask) -> None:
    newcomer = account(division=division_tree().village, temporary_until=clock.now() + rules.TEMPORARY_LASTS)
    client = client_of(app, newcomer)

    assert client.get("/divisions").location == "/password"
    press(client, "/password", old=PASSWORD, new=NEW, again=NEW)
    assert sign_in(client, newcomer, NEW).status_code == 303
    assert client.get("/divisions").status_code == 200


def test_a_temporary_password_expires(client: FlaskClient) -> None:
    newcomer = account(division=division_tree().village, temporary_until=clock.now() + rules.TEMPORARY_LASTS)
    later(days=14, seconds=1)

    answer = sign_in(client, newcomer)

    assert str(AccountReason.EXPIRED.label) in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "target", ["https://example.org/", "//example.org", "/\\example.org", "\\\\example.org", "javascript:alert(1)", ""]
)
def test_signing_in_never_leads_to_another_site(client: FlaskClient, clerk: Account, target: str) -> None:
    fields = {**form_on(client.get("/sign-in")), "sign_in_name": "wangfang", "password": PASSWORD}

    answer = client.post("/sign-in", query_string={"next": target}, data=fields)

    assert answer.location == "/desk"


@pytest.mark.parametrize(
    "target", ["https://example.org/", "//example.org", "/\\example.org", "/%09/example.org", "\t//a"]
)
def test_no_way_back_leads_to_another_site_s11(app: Flask, clerk: Account, target: str) -> None:
    client = client_of(app, clerk)
    token = form_on(client.get("/desk"), action="/sign-out")

    answers = [client.get(page, query_string={"back": target}) for page in ("/language/en", "/type-size/large")]
    answers.append(client.post("/drafts/discard", data={**token, "back": target}))

    assert {one.location for one in answers} <= {"/", "/desk", "/%09/example.org"}


def test_nobody_is_signed_in_or_out_by_another_site(app: Flask, clerk: Account) -> None:
    client, visitor = client_of(app, clerk), app.test_client()

    forged_in = visitor.post("/sign-in", data={"sign_in_name": "wangfang", "password": PASSWORD})
    client.post("/sign-out", headers={"Origin": "https://example.org"})

    assert forged_in.status_code == 400
    assert visitor.get("/password").status_code == 302
    assert client.get("/password").status_code == 200


def test_after_sign_out_the_browser_is_told_to_forget(app: Flask, clerk: Account) -> None:
    client = client_of(app, clerk)
    page = client.get("/password")

    answer = client.post("/sign-out", data=form_on(page, action="/sign-out"))

    assert page.headers["Cache-Control"] == "no-store"
    assert answer.headers["Clear-Site-Data"] == '"cache"'
