"""The auditor reads sentences, not tags; others read who changed what on the object before them."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from villagegov.accounts.vocabulary import Role


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places, and a reset and a grant done in one of them."""
    made = division_tree()
    official = client_of(app, account(role=Role.OFFICIAL, division=made.county, name="赵刚"))
    clerk = account(division=made.village, sign_in_name="lixiulan")
    press(official, f"/accounts/{clerk.id}/grants/new", role="teller", division=made.neighbour.code)
    press(official, f"/accounts/{clerk.id}/reset")
    return made


@pytest.fixture
def auditor(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the auditor."""
    return client_of(app, account(role=Role.AUDITOR, division=tree.root, name="周审"))


def lines(client: FlaskClient, **asked: str) -> str:
    """The table of the page."""
    page = client.get("/audit", query_string=asked).get_data(as_text=True)
    return page.partition("<table")[2].partition("</table>")[0]


def test_an_act_reads_as_a_sentence(auditor: FlaskClient, tree: Tree) -> None:
    page = lines(auditor)

    assert f"授予了岗位：所办账号为 lixiulan，地方为 {tree.neighbour.code}，岗位为 计票人" in page
    assert "重设了密码：所办账号为 lixiulan" in page
    assert "示例省示例市甲县东溪镇南岗村民委员会" in page
    assert "account:" not in page


@pytest.mark.parametrize(
    ("asked", "found", "hidden"),
    [
        ({"q": "赵刚"}, "重设了密码", "周审"),
        ({"q": "重设"}, "重设了密码", "授予了岗位"),
        ({"place": "990101001"}, "授予了岗位", "重设了密码"),
        ({"place": "990101001202"}, "授予了岗位", "登录"),
    ],
)
def test_words_and_place_narrow_the_list(auditor: FlaskClient, asked: dict[str, str], found: str, hidden: str) -> None:
    page = lines(auditor, **asked)

    assert found in page
    assert hidden not in page


def test_a_place_that_does_not_exist_is_said_and_shows_nothing(auditor: FlaskClient) -> None:
    page = auditor.get("/audit", query_string={"place": "999999"}).get_data(as_text=True)

    assert "没有这个代码的地方" in page
    assert "<table" not in page


def test_an_accounts_page_tells_who_changed_it(app: Flask, tree: Tree) -> None:
    client = client_of(app, account(role=Role.OFFICIAL, division=tree.township))
    listed = client.get("/accounts?q=lixiulan").get_data(as_text=True)
    address = listed.split('href="/accounts/')[-1].partition('"')[0]

    page = client.get(f"/accounts/{address}").get_data(as_text=True)

    assert "授予了岗位" in page
    assert "赵刚" in page
