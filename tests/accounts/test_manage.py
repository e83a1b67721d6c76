"""Who makes and changes whose account: always from above, always within one's area, never one's own (A9, A10, A13)."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of, grant, sign_in
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from villagegov import clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.permissions import EXCLUSIVE
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.audit.models import AuditEntry
from villagegov.extensions import db

ID_NUMBER = "110101199003070054"


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def official(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the township's official."""
    return client_of(app, account(role=Role.OFFICIAL, division=tree.township, name="赵刚"))


def newcomer(tree: Tree, **typed: str) -> dict[str, str]:
    """What is typed for a new clerk."""
    plain = {"name": "陈志明", "id_number": ID_NUMBER, "sign_in_name": "chenzm", "role": "clerk"}
    return {**plain, "division": tree.village.code, **typed}


def says(answer: object, reason: AccountReason, **values: object) -> bool:
    """Whether the page shows this reason."""
    return str(reason.label) % values in answer.get_data(as_text=True)  # type: ignore[attr-defined]


def password_on(slip: str) -> str:
    """The one-time password printed on a slip."""
    return slip.split("一次性密码</dt>")[1].split("<dd>")[1].split("</dd>", maxsplit=1)[0]


def test_an_official_makes_a_clerk_who_signs_in_with_the_slip(app: Flask, official: FlaskClient, tree: Tree) -> None:
    slip = press(official, "/accounts/new", **newcomer(tree)).get_data(as_text=True)
    made = queries.account_named("chenzm")
    assert made is not None

    answer = sign_in(app.test_client(), made, password_on(slip))

    assert answer.status_code == 303
    assert ID_NUMBER not in slip
    assert "14 天内" in slip


def test_a_second_press_makes_no_second_account(official: FlaskClient, tree: Tree) -> None:
    fields = {**form_on(official.get("/accounts/new")), **newcomer(tree)}
    official.post("/accounts/new", data=fields)

    again = official.post("/accounts/new", data=fields)

    assert again.status_code == 303
    assert again.location.startswith("/accounts/")
    assert db.session.query(Account).filter_by(sign_in_name="chenzm").count() == 1


def test_a_taken_name_is_said_at_its_field(official: FlaskClient, tree: Tree) -> None:
    account(sign_in_name="chenzm", division=tree.village)

    answer = press(official, "/accounts/new", **newcomer(tree))

    assert says(answer, AccountReason.NAME_TAKEN)
    assert 'aria-describedby="sign_in_name-hint sign_in_name-error"' in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"division": "990102001201"}, AccountReason.OUT_OF_AREA),
        ({"division": "990101"}, AccountReason.OUT_OF_AREA),
        ({"division": ""}, AccountReason.PLACE_NEEDED),
        ({"division": "123456"}, AccountReason.OUT_OF_AREA),
        ({"role": "official", "division": "990101001"}, AccountReason.OUT_OF_AREA),
        ({"until_on": "2020-01-01"}, AccountReason.DAY_PAST),
    ],
)
def test_a_role_is_given_only_below_and_from_today(
    official: FlaskClient, tree: Tree, typed: dict[str, str], reason: AccountReason
) -> None:
    answer = press(official, "/accounts/new", **newcomer(tree, **typed))

    assert says(answer, reason)
    assert queries.account_named("chenzm") is None


@pytest.mark.parametrize(
    ("typed", "reason", "role"),
    [
        ({"role": "clerk", "division": "990101001"}, AccountReason.WRONG_LEVEL, Role.CLERK),
        ({"role": "official", "division": "990101001201"}, AccountReason.AREA_ONLY, Role.OFFICIAL),
    ],
)
def test_each_role_has_its_level(
    app: Flask, tree: Tree, typed: dict[str, str], reason: AccountReason, role: Role
) -> None:
    county = client_of(app, account(role=Role.OFFICIAL, division=tree.county))

    answer = press(county, "/accounts/new", **newcomer(tree, **typed))

    assert says(answer, reason, role=role.label)


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_an_official_cannot_make_administrators_or_auditors(official: FlaskClient, tree: Tree, role: str) -> None:
    answer = press(official, "/accounts/new", **newcomer(tree, role=role, division=""))

    assert answer.status_code == 422
    assert queries.account_named("chenzm") is None


def test_an_administrator_cannot_make_clerks_nor_reset_them(app: Flask, tree: Tree) -> None:
    root = client_of(app, account(role=Role.ADMINISTRATOR, division=tree.root))
    clerk = account(role=Role.CLERK, division=tree.village)

    made = press(root, "/accounts/new", **newcomer(tree))
    reset = press(root, f"/accounts/{clerk.id}/reset")

    assert made.status_code == 422
    assert says(reset, AccountReason.NOT_YOURS_TO_GIVE, role=Role.CLERK.label)


@pytest.mark.parametrize("role", sorted(EXCLUSIVE))
def test_administrator_and_auditor_stand_alone_in_one_person(app: Flask, tree: Tree, role: Role) -> None:
    root = client_of(app, account(role=Role.ADMINISTRATOR, division=tree.root))
    clerk = account(role=Role.CLERK, division=tree.village)
    second = account(role=None, person_key=clerk.person_key)
    grant(account=second, role=Role.RESIDENT, division=tree.neighbour)

    answer = press(root, f"/accounts/{second.id}/grants/new", role=role.value, division="")

    assert says(answer, AccountReason.EXCLUSIVE)


def test_nobody_gives_a_role_to_himself_not_even_by_a_second_account(app: Flask, tree: Tree) -> None:
    me = account(role=Role.OFFICIAL, division=tree.township)
    twin = account(role=Role.RESIDENT, division=tree.village, person_key=me.person_key)
    client = client_of(app, me)

    answers = [
        press(client, f"/accounts/{one.id}/grants/new", role="clerk", division=tree.village.code) for one in (me, twin)
    ]

    assert all(says(answer, AccountReason.YOURSELF) for answer in answers)


def test_an_official_does_not_touch_his_peers(app: Flask, official: FlaskClient, tree: Tree) -> None:
    peer = account(role=Role.OFFICIAL, division=tree.township)

    answers = [press(official, f"/accounts/{peer.id}/{act}") for act in ("reset", "disable")]

    assert all(says(answer, AccountReason.NOT_YOURS_TO_GIVE, role=Role.OFFICIAL.label) for answer in answers)


def test_two_accounts_of_one_id_number_are_one_person(app: Flask, tree: Tree) -> None:
    first = account(division=tree.village)
    second, third = account(division=tree.village, person_key=first.person_key), account(division=tree.village)

    assert queries.same_person(first, second)
    assert not queries.same_person(first, third)


def test_another_areas_account_is_not_there(app: Flask, official: FlaskClient, tree: Tree) -> None:
    foreign = account(division=tree.far, name="外县人")
    moved = account(division=tree.village, name="调走的人")
    grant(account=moved, role=Role.CLERK, division=tree.far)

    listed = official.get("/accounts").get_data(as_text=True)

    assert [official.get(f"/accounts/{one.id}").status_code for one in (foreign, moved)] == [404, 404]
    assert "外县人" not in listed
    assert "调走的人" not in listed


def test_a_colleague_keeps_his_account_after_a_day_elsewhere(official: FlaskClient, tree: Tree) -> None:
    lent = account(division=tree.village, name="借调的人")
    grant(account=lent, role=Role.TELLER, division=tree.far, until_on=clock.today() - timedelta(days=1))

    page = official.get(f"/accounts/{lent.id}")

    assert "借调的人" in official.get("/accounts").get_data(as_text=True)
    assert page.status_code == 200
    assert "北岭" not in page.get_data(as_text=True)


def test_what_is_foreign_and_what_is_not_there_look_the_same(official: FlaskClient, tree: Tree) -> None:
    foreign = account(division=tree.far).id

    for address in ("/accounts/{}", "/accounts/{}/reset", "/accounts/{}/disable", "/grants/{}/end"):
        there, nowhere = official.get(address.format(foreign)), official.get(address.format(foreign + 7))

        assert there.status_code == nowhere.status_code == 404
        assert len(there.data) == len(nowhere.data)


def test_a_refused_attempt_is_noted_with_its_author(official: FlaskClient, tree: Tree) -> None:
    foreign = account(division=tree.far)
    token = form_on(official.get("/password"), action="/sign-out")

    official.post(f"/accounts/{foreign.id}/reset", data=token)

    noted = db.session.query(AuditEntry).filter_by(tag="account:access:refused").one()
    assert noted.actor_name == "赵刚"
    assert f"/accounts/{foreign.id}/reset" in str(noted.details)


def test_a_forged_attempt_accuses_nobody(official: FlaskClient, tree: Tree) -> None:
    foreign = account(division=tree.far)

    answer = official.post(f"/accounts/{foreign.id}/reset", headers={"Origin": "https://example.org"})

    assert answer.status_code == 404
    assert db.session.query(AuditEntry).filter_by(tag="account:access:refused").count() == 0


def test_an_ended_role_is_gone_with_the_next_click(app: Flask, official: FlaskClient, tree: Tree) -> None:
    me = account(role=Role.OFFICIAL, division=tree.county)
    client = client_of(app, me)
    form = form_on(client.get("/accounts/new"))
    ended = db.session.get_one(Grant, me.grants[0].id)
    ended.ended_at = clock.now()
    db.session.commit()

    answers = [client.get("/accounts"), client.post("/accounts/new", data={**form, **newcomer(tree)})]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert queries.account_named("chenzm") is None


def test_a_role_lasts_through_its_last_day_in_china(app: Flask, tree: Tree) -> None:
    me = account(role=Role.OFFICIAL, division=tree.county, until_on=clock.today())
    client = client_of(app, me)
    midnight = clock.now().astimezone(clock.CHINA).replace(hour=0, minute=0, second=30) + timedelta(days=1)

    before = client.get("/accounts").status_code
    clock.run_on(lambda: midnight)
    sign_in(client, me)

    assert (before, client.get("/accounts").status_code) == (200, 403)


def test_a_disabled_account_is_out_at_once_and_may_come_back(app: Flask, official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village)
    client = client_of(app, clerk)

    press(official, f"/accounts/{clerk.id}/disable", **{f"receiver{clerk.grants[0].id}": "0"})
    out, refused = client.get("/divisions").status_code, sign_in(client, clerk)
    press(official, f"/accounts/{clerk.id}/disable")

    assert out == 302
    assert says(refused, AccountReason.CLOSED)
    assert sign_in(client, clerk).status_code == 303


def test_a_reset_ends_the_sign_in_and_prints_a_new_slip(app: Flask, official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village)
    client = client_of(app, clerk)

    slip = press(official, f"/accounts/{clerk.id}/reset").get_data(as_text=True)

    assert client.get("/divisions").status_code == 302
    assert sign_in(client, clerk, password_on(slip)).status_code == 303
    assert client.get("/divisions").location == "/password"


def test_searching_accounts_finds_words_as_they_are(official: FlaskClient, tree: Tree) -> None:
    account(division=tree.village, name="百分之百")

    found = [official.get("/accounts", query_string={"q": q}).get_data(as_text=True) for q in ("百分", "%", "_", "\0")]

    assert ["百分之百" in page for page in found] == [True, False, False, True]
