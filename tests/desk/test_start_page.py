"""The start page is the inbox: late, within a week, later; with its sum, and what happens if not."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.bodies import taken_over
from tests.builders.divisions import Tree, division_tree
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.deadlines import Deadline
from villagegov.desk.rules import MOST_SHOWN, grouped
from villagegov.due import Due
from villagegov.vocabulary import _l

TODAY = date(2026, 11, 2)


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree on a fixed day; its villages are taken over, so that nothing else is due there."""
    clock.run_on(lambda: datetime(2026, 11, 2, 3, 0, tzinfo=UTC))
    made = division_tree()
    for unit in (made.village, made.neighbour):
        taken_over(unit=unit)
    return made


def due(days: int) -> Due:
    """Something due in so many days."""
    return Due("石桥", _l("办事"), Deadline(TODAY, days), _l("没有人办"), "desk.start", {})


@pytest.mark.parametrize(("days", "group"), [(-1, "late"), (0, "soon"), (6, "soon"), (7, "later")])
def test_what_is_due_stands_with_what_is_due_at_the_same_time(days: int, group: str) -> None:
    groups = vars(grouped([due(days)], TODAY))

    assert [name for name, found in groups.items() if found.items] == [group]


def test_each_group_has_its_most_urgent_first_and_says_how_many_are_left_out() -> None:
    groups = grouped([due(-days) for days in range(1, MOST_SHOWN + 3)], TODAY)

    assert groups.late.shown[0].by == TODAY - timedelta(days=MOST_SHOWN + 2)
    assert (len(groups.late.shown), groups.late.more) == (MOST_SHOWN, 2)


def test_a_start_page_names_what_is_late_first(app: Flask, tree: Tree) -> None:
    sent(unit=tree.village, matter="来得及", due_on=TODAY + timedelta(days=20))
    sent(unit=tree.village, matter="来不及", sent_on=TODAY - timedelta(days=9), due_on=TODAY - timedelta(days=2))

    page = client_of(app, account(role=Role.CLERK, division=tree.village)).get("/desk").get_data(as_text=True)

    assert page.index("已超期（1 件）") < page.index("来不及") < page.index("以后（1 件）") < page.index("来得及")
    assert "已超过 2 天" in page
    assert "不会自己消失" in page


@pytest.mark.parametrize(
    ("role", "place", "sees"),
    [
        (Role.OFFICIAL, "township", True),
        (Role.OFFICIAL, "other_township", False),
        (Role.CHAIR, "village", True),
        (Role.CLERK, "neighbour", False),
        (Role.SUPERVISOR, "village", False),
    ],
)
def test_everybody_sees_what_is_due_in_the_own_places(
    app: Flask, tree: Tree, role: Role, place: str, sees: bool
) -> None:
    sent(unit=tree.village, matter="九月的收支")

    page = client_of(app, account(role=role, division=getattr(tree, place))).get("/desk").get_data(as_text=True)

    assert ("九月的收支" in page) is sees
    assert ("没有要办的事" in page) is not sees


def test_an_administrator_is_not_told_of_an_empty_inbox(app: Flask, tree: Tree) -> None:
    page = client_of(app, account(role=Role.ADMINISTRATOR, division=tree.root)).get("/desk").get_data(as_text=True)

    assert "没有要办的事" not in page
    assert "可以去的地方" in page
