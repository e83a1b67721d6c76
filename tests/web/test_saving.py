"""C1, C2, S9, A12: pressed five times, saved once; nobody overwritten; nothing typed is lost, nothing forged taken."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press, twin_of
from tests.builders.divisions import Tree, division_tree
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.divisions.models import Division
from villagegov.extensions import db

FIVE = 5


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


@pytest.fixture
def official(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the county's official."""
    return client_of(app, account(role=Role.OFFICIAL, division=tree.county, name="赵刚"))


def at_once(presses: list[Callable[[], TestResponse]]) -> list[TestResponse]:
    """Press all buttons at the same moment."""
    with ThreadPoolExecutor(len(presses)) as pool:
        answers = [waiting.result() for waiting in [pool.submit(one) for one in presses]]
    db.session.rollback()
    return answers


def grants_of(holder: Account) -> int:
    """How many roles are stored."""
    return db.session.query(Grant).filter_by(account_id=holder.id).count()


def filled(client: FlaskClient, address: str, tree: Tree) -> dict[str, str]:
    """The form of one more role, filled in."""
    return {**form_on(client.get(address)), "role": "teller", "division": tree.neighbour.code}


def test_five_presses_one_after_the_other_save_once(official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village)
    address = f"/accounts/{clerk.id}/grants/new"
    fields = filled(official, address, tree)

    answers = [official.post(address, data=fields) for _press in range(FIVE)]

    assert {(answer.status_code, answer.location) for answer in answers} == {(303, f"/accounts/{clerk.id}")}
    assert grants_of(clerk) == 2
    assert "没有重复保存" in official.get(f"/accounts/{clerk.id}").get_data(as_text=True)


@pytest.mark.parametrize("_round", range(4))
def test_five_presses_at_the_same_moment_save_once(official: FlaskClient, tree: Tree, _round: int) -> None:
    clerk = account(division=tree.village)
    holder, address = clerk.id, f"/accounts/{clerk.id}/grants/new"
    fields, windows = filled(official, address, tree), [twin_of(official) for _window in range(FIVE)]

    answers = at_once([lambda window=window: window.post(address, data=fields) for window in windows])  # type: ignore[misc] # a default fixes the window

    assert {(answer.status_code, answer.location) for answer in answers} == {(303, f"/accounts/{holder}")}
    assert grants_of(clerk) == 2


def test_two_officials_taking_one_name_at_the_same_moment_get_one_account(app: Flask, tree: Tree) -> None:
    clients = [client_of(app, account(role=Role.OFFICIAL, division=tree.county)) for _official in range(2)]
    numbers = ("110101199003070054", "11010119900307029X")
    typed = [
        {**form_on(client.get("/accounts/new")), "name": "陈志明", "id_number": number, "sign_in_name": "chenzm"}
        | {"role": "clerk", "division": tree.village.code}
        for client, number in zip(clients, numbers, strict=True)
    ]

    answers = at_once(
        [lambda c=client, t=one: c.post("/accounts/new", data=t) for client, one in zip(clients, typed, strict=True)]  # type: ignore[misc] # defaults fix both
    )

    assert sorted(answer.status_code for answer in answers) == [200, 422]
    refused = next(answer for answer in answers if answer.status_code == 422)
    assert f'href="#sign_in_name">{AccountReason.NAME_TAKEN.label}' in refused.get_data(as_text=True)


def corrected(page: TestResponse, name: str) -> dict[str, str]:
    """A correction of a place's name, typed into its page."""
    return {**form_on(page), "name": name, "reason": f"改为{name}"}


def test_the_second_saver_sees_both_and_keeps_what_was_typed(app: Flask, official: FlaskClient, tree: Tree) -> None:
    address = f"/divisions/{tree.village.id}/correct"
    second = client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    mine, theirs = (
        corrected(second.get(address), "石桥新村村民委员会"),
        corrected(official.get(address), "石桥东村村民委员会"),
    )
    official.post(address, data=theirs)

    answer = second.post(address, data=mine)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert all(
        words in page for words in ("赵刚", "石桥东村村民委员会", "石桥新村村民委员会", "改为石桥新村村民委员会")
    )
    assert db.session.get_one(Division, tree.village.id).name == "石桥东村村民委员会"
    assert second.post(address, data=form_on(answer)).status_code == 303
    assert db.session.get_one(Division, tree.village.id).name == "石桥新村村民委员会"


def forged(fields: dict[str, str], token: str | None) -> dict[str, str]:
    """The same form with another key, or none."""
    rest = {key: value for key, value in fields.items() if key != "csrf_token"}
    return rest if token is None else {**rest, "csrf_token": token}


@pytest.mark.parametrize("token", [None, "", "x", "IjEi.ZZZZZZ.AAAA"])
def test_an_expired_page_keeps_what_was_typed_and_saves_nothing(
    official: FlaskClient, tree: Tree, token: str | None
) -> None:
    clerk = account(division=tree.village)
    address = f"/accounts/{clerk.id}/grants/new"

    answer = official.post(address, data=forged(filled(official, address, tree), token))

    assert answer.status_code == 400
    assert "您填写的内容已保留" in answer.get_data(as_text=True)
    assert form_on(answer)["division"] == tree.neighbour.code
    assert grants_of(clerk) == 1
    assert official.post(address, data=form_on(answer)).status_code == 303


def test_anothers_key_a_key_in_the_address_and_a_foreign_page_are_not_taken(
    app: Flask, official: FlaskClient, tree: Tree
) -> None:
    clerk = account(division=tree.village)
    address = f"/accounts/{clerk.id}/grants/new"
    fields = filled(official, address, tree)
    other = form_on(client_of(app, account(role=Role.OFFICIAL, division=tree.county)).get(address))["csrf_token"]

    answers = [
        official.post(address, data=forged(fields, other)),
        official.post(address, data=forged(fields, None), query_string={"csrf_token": fields["csrf_token"]}),
        official.post(address, data=fields, headers={"Origin": "https://example.org"}),
        official.post(address, data=fields, headers={"Origin": "null"}),
        official.post(address, data='{"role":"teller"}', content_type="text/plain"),
        official.post(address, json=fields),
        official.post(address, json=fields, headers={"X-CSRFToken": fields["csrf_token"]}),
    ]

    assert [answer.status_code for answer in answers] == [400] * 6 + [422]
    assert grants_of(clerk) == 1


def test_a_field_sent_twice_is_taken_neither_first_nor_last(official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village)
    address = f"/accounts/{clerk.id}/grants/new"

    answer = official.post(address, data={**filled(official, address, tree), "role": ["teller", "clerk"]})

    assert answer.status_code == 400
    assert grants_of(clerk) == 1
    assert official.get("/accounts?q=a&q=b").status_code == official.get("/accounts?page=1&page=2").status_code == 400


def test_fields_that_no_form_has_change_nothing(official: FlaskClient, tree: Tree) -> None:
    clerk = account(division=tree.village)
    address = f"/accounts/{clerk.id}/grants/new"
    extra = {"account_id": "1", "from_on": "2001-01-01", "ended_at": "2001-01-01", "id": "77", "password_hash": "x"}

    press(official, address, role="teller", division=tree.neighbour.code, **extra)

    made = db.session.query(Grant).filter_by(account_id=clerk.id).order_by(Grant.id.desc()).first()
    assert made is not None
    assert (made.from_on.year > 2001, made.ended_at, made.id != 77) == (True, None, True)


@pytest.mark.parametrize("number", ["0", "-1", "007", "１", str(2**31), str(2**63), "9" * 400, "1e400", "abc", "1.0"])
def test_a_number_that_names_nothing_is_not_found(official: FlaskClient, number: str) -> None:
    assert official.get(f"/accounts/{number}").status_code == 404
