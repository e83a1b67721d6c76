"""A resident finds the village and reads its board; the phone remembers it."""

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.divisions import Tree, division, division_tree, unit
from villagegov.extensions import db

STYLE = Path(__file__).parents[2] / "villagegov" / "static" / "style.css"
FIRST_LOAD = 15_000


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree."""
    return division_tree()


def text(client: FlaskClient, address: str) -> str:
    """The page at an address."""
    return client.get(address).get_data(as_text=True)


@pytest.mark.parametrize("words", ["石桥", "东溪镇 石桥", "石桥 东溪", "甲县 石桥", "示例市甲县东溪镇石桥村", " 石桥 "])
def test_a_village_is_found_by_its_name_and_that_of_its_township(client: FlaskClient, tree: Tree, words: str) -> None:
    page = text(client, f"/?q={words}")

    assert f"/c/{tree.village.code}" in page
    assert "示例省示例市甲县东溪镇" in page
    assert tree.neighbour.code not in page


def test_a_township_finds_all_its_villages(client: FlaskClient, tree: Tree) -> None:
    page = text(client, "/?q=东溪镇")

    assert all(place.code in page for place in (tree.village, tree.neighbour, tree.community))
    assert tree.far.code not in page


def test_a_village_named_so_comes_before_those_of_a_township_named_so(client: FlaskClient, tree: Tree) -> None:
    own = unit(parent=tree.other_township, name="东溪村民委员会")

    page = text(client, "/?q=东溪")

    assert page.index(own.code) < page.index(tree.village.code)


def test_a_farm_without_a_committee_is_not_offered(client: FlaskClient, tree: Tree) -> None:
    farm = division(code="990101001498", name="石桥农场生活区", parent=tree.township)

    assert farm.code not in text(client, "/?q=石桥")
    assert client.get(f"/c/{farm.code}").status_code == 404


def test_nothing_found_says_what_to_try(client: FlaskClient, tree: Tree) -> None:
    assert "没有找到“火星”" in text(client, "/?q=火星")


def test_the_phone_remembers_the_last_village(client: FlaskClient, tree: Tree) -> None:
    assert "我的村</h2>" not in text(client, "/")

    client.get(f"/c/{tree.village.code}")

    assert f"/c/{tree.village.code}" in text(client, "/")


def test_a_remembered_village_that_is_no_code_does_no_harm(client: FlaskClient, tree: Tree) -> None:
    client.set_cookie("place", "' OR 1=1 --")

    assert client.get("/").status_code == 200


def test_a_board_without_notices_says_so(client: FlaskClient, tree: Tree) -> None:
    page = text(client, f"/c/{tree.village.code}")

    assert "还没有公告" in page
    assert "示例省示例市甲县东溪镇" in page


def test_an_unchanged_board_is_not_sent_twice(client: FlaskClient, tree: Tree) -> None:
    address = f"/c/{tree.village.code}"
    client.get(address)
    mark = client.get(address).headers["ETag"]

    answer = client.get(address, headers={"If-None-Match": mark})

    assert answer.status_code == 304
    assert not answer.data


def test_a_renamed_village_gets_a_new_page_at_once(client: FlaskClient, tree: Tree) -> None:
    address = f"/c/{tree.village.code}"
    client.get(address)
    mark = client.get(address).headers["ETag"]
    tree.village.name = "新石桥村民委员会"
    db.session.commit()

    answer = client.get(address, headers={"If-None-Match": mark})

    assert answer.status_code == 200


@pytest.mark.parametrize("code", ["0", "99", "990101001", "999999999999", "x", "9" * 300, "٣" * 12, "99%00"])
def test_a_code_without_a_committee_has_no_board(client: FlaskClient, tree: Tree, code: str) -> None:
    assert client.get(f"/c/{code}").status_code == 404


def test_the_first_load_of_a_full_page_is_small(client: FlaskClient, tree: Tree) -> None:
    for number in range(203, 240):
        unit(parent=tree.township, code=f"990101001{number}", name=f"石桥{number}村民委员会")

    page = client.get("/?q=石桥").data

    assert len(gzip.compress(page)) + len(gzip.compress(STYLE.read_bytes())) < FIRST_LOAD


def test_long_lists_are_paged(client: FlaskClient, tree: Tree) -> None:
    for number in range(203, 240):
        unit(parent=tree.township, code=f"990101001{number}", name=f"石桥{number}村民委员会")

    assert "990101001239" in text(client, "/?q=石桥&page=2")
    assert "990101001239" not in text(client, "/?q=石桥")
