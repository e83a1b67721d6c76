"""A result the law has decided and nobody posted shows on the board of the unit by itself (CW-06, D-03)."""

from datetime import timedelta

from flask import Flask

from tests.builders.elections import decided, hands
from villagegov import clock
from villagegov.disclosure.queries.expected import expected_of_many


def test_a_decided_result_is_expected_within_five_days_without_anybody_entering_it(app: Flask) -> None:
    who = hands()
    decided(who=who)
    (one,) = expected_of_many([who.unit], clock.today())[who.unit.id]

    in_time = app.test_client().get(f"/c/{who.unit.code}").text
    later = clock.now() + timedelta(days=6)
    clock.run_on(lambda: later)

    assert one.deadline.last == clock.day_of(later) - timedelta(days=1)
    assert "未公布" not in in_time
    assert "：未公布，已逾期 1 天" in app.test_client().get(f"/c/{who.unit.code}").text
