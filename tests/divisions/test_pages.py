"""Browsing places, finding them, and correcting what the list got wrong."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division, division_tree, unit
from villagegov.accounts.vocabulary import Role
from villagegov.divisions import queries
from villagegov.divisions.models import Division
from villagegov.extensions import db


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree."""
    return division_tree()


@pytest.fixture
def official(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of an official of the first county."""
    return client_of(app, account(role=Role.OFFICIAL, division=tree.county))


def found(words: str) -> list[Division]:
    """The places a search finds."""
    return list(db.session.scalars(queries.named(words)))


def test_one_walks_from_the_province_down_to_the_village(official: FlaskClient, tree: Tree) -> None:
    steps = [tree.province, tree.prefecture, tree.county, tree.township, tree.village]
    address, seen = "/divisions", []

    for step in steps:
        page = official.get(address).get_data(as_text=True)
        address = f"/divisions/{step.id}"
        seen.append(address in page)

    assert seen == [True] * 5


def test_each_hit_shows_where_it_lies(official: FlaskClient, tree: Tree) -> None:
    unit(parent=tree.other_township, name="石桥村民委员会")

    page = official.get("/divisions?q=石桥").get_data(as_text=True)

    assert "示例省示例市甲县东溪镇" in page
    assert "示例省示例市乙县西坪镇" in page


def test_the_first_digits_of_a_code_find_all_below(tree: Tree) -> None:
    codes = [place.code for place in found("990101001")]

    assert codes == ["990101001", "990101001001", "990101001201", "990101001202"]


@pytest.mark.parametrize("letter", ["%", "_", "\\", "/", "'"])
def test_signs_of_the_search_language_find_only_themselves(tree: Tree, letter: str) -> None:
    odd = unit(parent=tree.township, name=f"石{letter}桥")

    assert found(letter) == [odd]
    assert list(db.session.scalars(queries.committees_named(letter))) == [odd]


@pytest.mark.parametrize("number", ["0", "-1", str(2**31), str(2**63), "9" * 400, "1e400", "abc", "１", "٣"])
@pytest.mark.parametrize("address", ["/divisions/{}", "/divisions/{}/correct", "/divisions/imports/{}"])
def test_a_number_nothing_has_leads_nowhere(app: Flask, address: str, number: str) -> None:
    administrator = client_of(app, account(role=Role.ADMINISTRATOR, division=queries.root()))

    answer = administrator.get(address.format(number))

    assert answer.status_code == 404


def test_an_official_corrects_a_name_with_a_reason(official: FlaskClient, tree: Tree) -> None:
    address = f"/divisions/{tree.village.id}"

    answer = press(
        official, address + "/correct", name="石桥社区居民委员会", kind="residents", reason="批文〔2024〕12号"
    )

    assert answer.status_code == 303
    page = official.get(address).get_data(as_text=True)
    assert "石桥社区居民委员会" in page
    assert "名单上的名称" in page
    assert "批文〔2024〕12号" in page


def test_a_correction_without_a_reason_is_sent_back(official: FlaskClient, tree: Tree) -> None:
    answer = press(official, f"/divisions/{tree.village.id}/correct", name="石桥社区居民委员会", reason="")

    assert answer.status_code == 422
    assert "请写明更正的理由" in answer.get_data(as_text=True)


def test_a_place_of_another_county_cannot_be_corrected(official: FlaskClient, tree: Tree) -> None:
    answer = official.get(f"/divisions/{tree.far.id}/correct")

    assert answer.status_code == 404


def test_the_earlier_name_stays_to_be_read(official: FlaskClient, tree: Tree) -> None:
    address = f"/divisions/{tree.village.id}"

    press(official, address + "/correct", name="新石桥村民委员会", reason="合并")

    assert "石桥村民委员会" in official.get(address).get_data(as_text=True).partition("以前的名称")[2]


def test_the_neighbour_county_does_not_see_who_changed_what(official: FlaskClient, app: Flask, tree: Tree) -> None:
    press(official, f"/divisions/{tree.village.id}/correct", name="新石桥村民委员会", reason="合并三村")
    other = client_of(app, account(role=Role.OFFICIAL, division=tree.other_county))

    page = other.get(f"/divisions/{tree.village.id}").get_data(as_text=True)

    assert "合并三村" not in page


def test_a_likely_slip_of_the_list_is_shown(official: FlaskClient, tree: Tree) -> None:
    slip = division(code="990101001501", name="铜锣湖村委会", parent=tree.township)

    page = official.get(f"/divisions/{slip.id}").get_data(as_text=True)

    assert "请核实类别" in page
    assert "铜锣湖村委会" in official.get("/divisions/odd").get_data(as_text=True)


def test_a_place_the_newest_list_lacks_is_marked(official: FlaskClient, tree: Tree) -> None:
    tree.village.listed = False
    db.session.commit()

    assert "不在最新名单" in official.get("/divisions?q=石桥").get_data(as_text=True)
    assert "不在最新名单" in official.get(f"/divisions/{tree.village.id}").get_data(as_text=True)
