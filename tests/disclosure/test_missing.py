"""What a unit owes its residents, as they, the clerk and the township see it without anybody having done anything."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.disclosure import Hands, hands, opened
from tests.builders.divisions import division_tree
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.extensions import db


@pytest.fixture
def who(app: Flask) -> Hands:
    """A village whose accounts began in March, on 17 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 17, 3, 0, tzinfo=UTC))
    made = hands(unit=division_tree().village)
    opened(who=made, month=date(2026, 3, 1))
    return made


def test_the_longest_overdue_come_first_and_the_rest_on_a_page_with_their_sums(app: Flask, who: Hands) -> None:
    reader, clerk = app.test_client(), client_of(app, who.clerk)
    board, due = (reader.get(f"/c/{who.unit.code}{part}").text for part in ("", "/due"))

    assert board.index("2026年3月财务：未公布，已逾期 216 天") < board.index("2026年7月财务")
    assert "2026年8月财务" not in board
    assert "全部 8 项" in board
    assert "2026年10月财务" in due
    assert "已逾期 2 天" in due
    assert "加 15 天 = 2026年11月15日" in due
    assert "去编制" not in due
    assert f"/units/{who.unit.id}/postings/next" in clerk.get(f"/c/{who.unit.code}/due").text


def test_the_township_sees_how_much_is_overdue_and_the_village_beside_nothing(app: Flask, who: Hands) -> None:
    beside = db.session.query(Division).filter(Division.parent_id == who.unit.parent_id, Division.id != who.unit.id)
    township = account(role=Role.OFFICIAL, division=db.session.get_one(Division, who.unit.parent_id))
    clerk = account(role=Role.CLERK, division=beside.first())
    near, far = (client_of(app, one).get("/postings/overdue").text for one in (township, clerk))

    assert "8 项逾期" in near
    assert "最久的：2026年3月财务，已逾期 216 天" in near
    assert "逾期 216 天" not in far
