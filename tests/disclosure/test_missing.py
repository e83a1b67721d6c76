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
    board, *due = (reader.get(f"/c/{who.unit.code}{part}").text for part in ("", "/due", "/due?page=2"))
    asked = "".join(clerk.get(f"/c/{who.unit.code}/due?page={page}").text for page in (1, 2))

    assert board.index("自治章程、村规民约（居民公约）：未公布，已逾期 246 天") < board.index("2026年第一季度的")
    assert "2026年10月" not in board
    assert "已逾期 216 天" in due[0]
    assert due[0].index("2026年3月财务") < due[0].index("2026年4月财务")
    assert "加 15 天 = 2026年4月15日" in due[0]
    assert "去编制" not in "".join(due)
    assert f"/units/{who.unit.id}/postings/next" in asked
    assert f"/units/{who.unit.id}/items/FW-03/period?period=2026-03-01" in asked


def test_the_township_sees_how_much_is_overdue_and_the_village_beside_nothing(app: Flask, who: Hands) -> None:
    beside = db.session.query(Division).filter(Division.parent_id == who.unit.parent_id, Division.id != who.unit.id)
    township = account(role=Role.OFFICIAL, division=db.session.get_one(Division, who.unit.parent_id))
    clerk = account(role=Role.CLERK, division=beside.first())
    near, far = (client_of(app, one).get("/postings/overdue").text for one in (township, clerk))

    assert "项逾期" in near
    assert "最久的：自治章程、村规民约（居民公约），已逾期 246 天" in near
    assert "逾期 246 天" not in far
