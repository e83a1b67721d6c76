"""Reminders from the level above: dated, answered in words, never closed by silence."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import Tree, division_tree
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.extensions import db
from villagegov.reminders.models import Reminder
from villagegov.reminders.queries import due_items
from villagegov.reminders.rules import is_too_far, state_of
from villagegov.reminders.vocabulary import State

TODAY = date(2026, 11, 2)
TYPED = {"place": "石桥村民委员会", "matter": "九月的收支还没有公布", "text": "请补上。", "due_on": "2026-11-09"}


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree on a fixed day."""
    clock.run_on(lambda: datetime(2026, 11, 2, 3, 0, tzinfo=UTC))
    return division_tree()


@pytest.mark.parametrize(
    ("day", "answered", "withdrawn", "state"),
    [
        (8, False, False, State.OPEN),
        (9, False, False, State.OPEN),
        (10, False, False, State.LATE),
        (10, True, False, State.ANSWERED),
        (10, False, True, State.WITHDRAWN),
    ],
)
def test_silence_makes_a_reminder_late_and_never_closes_it_a07(
    day: int, answered: bool, withdrawn: bool, state: State
) -> None:
    due_on, today = date(2026, 11, 9), date(2026, 11, day)

    assert state_of(due_on=due_on, today=today, answered=answered, withdrawn=withdrawn) is state


@pytest.mark.parametrize(("days", "far"), [(365, False), (366, False), (367, True)])
def test_no_day_more_than_a_year_ahead_is_taken(days: int, far: bool) -> None:
    assert is_too_far(due_on=TODAY + timedelta(days=days), today=TODAY) is far


def test_a_reminder_stands_on_the_clerks_start_page_until_it_is_answered(app: Flask, tree: Tree) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.township, name="周建国"))
    clerk = client_of(app, account(role=Role.CLERK, division=tree.village))

    sent_ = press(official, "/reminders/new", **TYPED)
    waiting = clerk.get("/desk").get_data(as_text=True)
    answered = press(clerk, f"{sent_.location}/answer", answer="已于 11 月 1 日补上。")

    assert (sent_.status_code, answered.status_code) == (303, 303)
    assert "石桥村民委员会：答复催办：九月的收支还没有公布" in waiting
    assert "自 2026年11月2日 起，不算当天，加 7 天 = 2026年11月9日" in waiting
    assert "九月的收支" not in clerk.get("/desk").get_data(as_text=True)
    assert "已于 11 月 1 日补上。" in official.get(sent_.location).get_data(as_text=True)
    entries = db.session.query(AuditEntry).order_by(AuditEntry.id)
    told = [one.tag for one in entries if one.tag.startswith("reminder")]
    assert told == ["reminder:entry:sent", "reminder:entry:answered"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"place": "北岭村民委员会"}, "您的辖区里没有找到“北岭村民委员会”"),
        ({"place": "990102001201"}, "您的辖区里没有找到“990102001201”"),
        ({"place": "委员会"}, "不止一个"),
        ({"place": ""}, "请填写村（社区）的名称或 12 位代码。"),
        ({"matter": ""}, "请用一句话写明催办什么。"),
        ({"text": " "}, "请写明要对方做什么。"),
        ({"due_on": "2026-11-01"}, "这一天已经过去"),
        ({"due_on": "2028-11-01"}, "最迟的日期不能超过一年"),
        ({"due_on": "下周"}, "请填写日期，例如"),
    ],
)
def test_a_reminder_that_cannot_be_sent_says_why_and_keeps_what_was_typed(
    app: Flask, tree: Tree, typed: dict[str, str], sentence: str
) -> None:
    client = client_of(app, account(role=Role.OFFICIAL, division=tree.township))

    answer = press(client, "/reminders/new", **{**TYPED, **typed})

    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in page
    assert {**TYPED, **typed}["matter"] in page
    assert db.session.query(Reminder).count() == 0


@pytest.mark.parametrize("place", ["石桥", "石桥村民委员会", "990101001201"])
def test_a_unit_is_meant_by_its_name_or_its_code(app: Flask, tree: Tree, place: str) -> None:
    client = client_of(app, account(role=Role.OFFICIAL, division=tree.township))

    press(client, "/reminders/new", **{**TYPED, "place": place, "due_on": "2026-11-02"})

    assert db.session.query(Reminder).one().unit_id == tree.village.id


def test_what_was_answered_is_answered_once(app: Flask, tree: Tree) -> None:
    one = sent(unit=tree.village)
    client = client_of(app, account(role=Role.CHAIR, division=tree.village))
    press(client, f"/reminders/{one.id}/answer", answer="办好了。")

    again = press(client, f"/reminders/{one.id}/answer", answer="又办了一次。")

    assert again.status_code == 422
    assert "已于 2026年11月2日 答复，不能再改" in again.get_data(as_text=True)
    assert db.session.get_one(Reminder, one.id).answer == "办好了。"


def test_only_its_author_takes_a_reminder_back(app: Flask, tree: Tree) -> None:
    author = account(role=Role.OFFICIAL, division=tree.township, name="周建国")
    one = sent(unit=tree.village, author=author)
    other = client_of(app, account(role=Role.OFFICIAL, division=tree.county))

    refused = press(other, f"/reminders/{one.id}/withdraw")
    taken = press(client_of(app, author), f"/reminders/{one.id}/withdraw")

    assert (refused.status_code, taken.status_code) == (422, 303)
    assert "只有发出的人可以撤回。请与 周建国 联系。" in refused.get_data(as_text=True)
    assert due_items([tree.village], TODAY) == []


def test_the_list_is_narrowed_by_how_far_they_are_and_holds_the_own_area_only(app: Flask, tree: Tree) -> None:
    sent(unit=tree.village, matter="还有时间")
    sent(unit=tree.village, matter="已经迟了", sent_on=TODAY - timedelta(days=9), due_on=TODAY - timedelta(days=1))
    sent(unit=tree.far, matter="别处的事")
    client = client_of(app, account(role=Role.OFFICIAL, division=tree.township))

    pages = {state: client.get(f"/reminders?state={state}").get_data(as_text=True) for state in ("open", "late", "all")}

    assert "还有时间" in pages["open"]
    assert "已经迟了" not in pages["open"]
    assert "已经迟了" in pages["late"]
    assert "已超过 1 天" in pages["late"]
    assert "还有时间" in pages["all"]
    assert "别处的事" not in pages["all"]


def test_what_is_due_comes_with_the_most_urgent_first_and_from_the_scope_only(app: Flask, tree: Tree) -> None:
    sent(unit=tree.village, matter="后", due_on=TODAY + timedelta(days=5))
    sent(unit=tree.neighbour, matter="先", due_on=TODAY)
    sent(unit=tree.far, matter="别处")

    due = due_items([tree.township], TODAY)

    assert [one.place for one in due] == ["南岗村民委员会", "石桥村民委员会"]
    assert [one.is_late(TODAY) for one in due] == [False, False]
    assert [one.is_late(TODAY + timedelta(days=1)) for one in due] == [True, False]
