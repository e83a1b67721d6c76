"""Anybody can check a count: type the figures, read the verdict with its articles."""

from datetime import UTC, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.browser import form_on
from villagegov import clock
from villagegov.law.views.examples import to_try

HALF = {"R": "1600", "I": "905", "C": "900", "c1-name": "王", "c1-votes": "450", "c2-name": "李", "c2-votes": "430"}
MEMBERS = {"R": "1500", "I": "1000", "C": "1000", "post": "member", "seats": "3"}


def check(client: FlaskClient, **typed: Any) -> TestResponse:
    """Open the address that the form makes of these figures."""
    return client.get("/check", query_string=typed)


def test_a_fresh_form_asks_by_address_and_sets_no_cookie(client: FlaskClient) -> None:
    page = client.get("/check")

    assert page.status_code == 200
    assert 'method="get"' in page.get_data(as_text=True)
    assert "csrf_token" not in form_on(page, action="/check")
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize(("year", "key"), [(2025, "V-2018"), (2026, "V-2026")])
def test_the_law_of_today_is_chosen_at_first(client: FlaskClient, year: int, key: str) -> None:
    clock.run_on(lambda: datetime(year, 6, 1, tzinfo=UTC))

    page = client.get("/check")

    assert form_on(page, action="/check")["profile"] == key


def test_exactly_half_elects_nobody_and_the_sum_shows_why(client: FlaskClient) -> None:
    page = check(client, **HALF)
    words = page.get_data(as_text=True)

    assert page.status_code == 200
    assert "主任：没有人当选。" in words
    assert "450 × 2 ＝ 900，不大于 900：没有过半数" in words
    assert "另行选举的候选人：王、李。" in words
    assert "《中华人民共和国村民委员会组织法》（2025年修正）第18条" in words


def test_half_of_the_voters_is_not_more_than_half(client: FlaskClient) -> None:
    words = check(client, R=1000, I=500, C=500).get_data(as_text=True)

    assert "500 × 2 ＝ 1000，不大于 1000：未过半数，选举无效。" in words


def test_a_tie_names_who_votes_again_for_how_many_seats(client: FlaskClient) -> None:
    votes = {"c1-votes": 800, "c2-votes": 700, "c3-votes": 600, "c4-votes": 600}

    words = check(client, **MEMBERS, **votes, woman_already="y").get_data(as_text=True)

    assert "再次投票：在 3 号、4 号 之间选出 1 名。" in words


def test_without_a_woman_over_half_a_seat_is_kept_for_one(client: FlaskClient) -> None:
    women = {"c3-name": "赵", "c3-votes": 490, "c3-woman": "y"}

    words = check(client, **MEMBERS, **{"c1-votes": 800, "c2-votes": 700}, **women).get_data(as_text=True)

    assert "保留 1 名，在妇女中另行选举。" in words


def test_in_a_rerun_one_third_is_enough(client: FlaskClient) -> None:
    votes = {"c1-votes": 300, "c2-votes": 290}

    words = check(client, R=1500, I=910, C=900, round="rerun", **votes).get_data(as_text=True)

    assert "300 × 3 ＝ 900，不小于 900：达到三分之一" in words


def test_a_count_that_cannot_be_is_told_as_a_mistake(client: FlaskClient) -> None:
    page = check(client, R=1200, I=1201, C=1100)

    assert page.status_code == 200
    assert "数据有误：发出的选票多于登记参加选举的人数，请核对。" in page.get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "read"), [("１２", "12"), ("1,873", "1,873"), ("１，８７３", "1,873"), (" 12 ", "12")]
)
def test_numbers_are_read_as_people_write_them(client: FlaskClient, typed: str, read: str) -> None:
    page = check(client, R=typed, I=12, C=12)

    assert page.status_code == 200
    assert f"<dd>{read}</dd>" in page.get_data(as_text=True)


@pytest.mark.parametrize("typed", ["1_000", "+5", "-1", "1e3", "1.5", "٣", "²", "NaN", "六百", "", "1234567890"])
@pytest.mark.parametrize(("name", "label"), [("I", "发出选票"), ("c1-votes", "候选人 1 得票")])
def test_other_numbers_are_refused_by_name_and_nothing_typed_is_lost(
    client: FlaskClient, typed: str, name: str, label: str
) -> None:
    asked = {**HALF, "invalid": "7", name: typed}

    page = check(client, **asked)
    words = page.get_data(as_text=True)

    assert page.status_code == 422
    assert form_on(page, action="/check").items() >= asked.items()
    assert "有 1 处要改" in words
    assert f'<a href="#{name}">{label}：' in words
    assert f'id="{name}-error">错误：{label}：' in words
    assert "<title>错误：" in words


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"seats": "2"}, "主任只设一名，委员至少一名。请调整职数。"),
        ({"seats": "0"}, "主任只设一名，委员至少一名。请调整职数。"),
        ({"method": "reps"}, "户代表选举和居民代表选举只适用于居民委员会，请选择“全体选民选举”。"),
        ({"c2-name": "王"}, "上面已有“王”，同名的请加以区别。"),
        ({"c1-name": "王" * 21}, "最多 20 个字，请缩短。"),
        ({"c1-name": "王\u0000"}, "内容里有看不见的控制字符，请重新输入这一段文字。"),
        ({"profile": "V-1998"}, "请从列表中选择一项。"),
        ({"round": "second"}, "请从列表中选择一项。"),
    ],
    ids=repr,
)
def test_what_cannot_stand_together_is_said_at_its_field(client: FlaskClient, wrong: dict[str, str], said: str) -> None:
    page = check(client, **{**HALF, **wrong})

    assert page.status_code == 422
    assert said in page.get_data(as_text=True)


def test_residents_committees_may_vote_by_household(client: FlaskClient) -> None:
    page = check(client, R=300, I=151, C=151, profile="R-2026", method="households", **{"c1-votes": 76})

    assert page.status_code == 200
    assert "主任当选：1 号。" in page.get_data(as_text=True)


@pytest.mark.parametrize(
    "address", ["/check?c²-name=x", "/check?R=%FF", "/check?c13-votes=1", "/check?R=1&R=2", "/check?x=1"]
)
def test_no_address_makes_the_page_fail(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code in (200, 422)


def test_each_example_leads_to_a_verdict(client: FlaskClient, app: Any) -> None:
    with app.test_request_context():
        examples = to_try()

    pages = [check(client, **typed) for _title, typed in examples]

    assert [page.status_code for page in pages] == [200] * len(examples)
    assert all("逐步依据" in page.get_data(as_text=True) for page in pages)


def test_a_fresh_page_links_every_example(client: FlaskClient, app: Any) -> None:
    with app.test_request_context():
        titles = [title for title, _typed in to_try()]

    page = client.get("/check").get_data(as_text=True)

    assert all(title in page for title in titles)
