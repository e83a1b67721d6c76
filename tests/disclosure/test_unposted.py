"""A result that was decided and not posted shows on the board of the unit by itself (CW-03, CW-06, D-03)."""

from datetime import timedelta

from flask import Flask

from tests.builders.consultation import AGO, talked
from tests.builders.elections import decided, hands
from villagegov import clock
from villagegov.consultation.vocabulary import Step
from villagegov.disclosure.queries.expected import expected_of_many


def test_a_decided_result_is_expected_within_five_days_without_anybody_entering_it(app: Flask) -> None:
    who = hands()
    decided(who=who)
    talked(unit=who.unit, until=Step.CONCLUDE)
    talked(unit=who.unit, until=Step.POST_RESULT)
    talk, election = expected_of_many([who.unit], clock.today())[who.unit.id]
    in_time = app.test_client().get(f"/c/{who.unit.code}").text
    later = clock.now() + timedelta(days=6)
    clock.run_on(lambda: later)
    late = app.test_client().get(f"/c/{who.unit.code}").text

    assert election.deadline.last == clock.day_of(later) - timedelta(days=1)
    assert talk.deadline.last == election.deadline.last - timedelta(days=AGO[Step.CONCLUDE])
    assert "未公布" not in in_time
    assert "代表选举情况（事由：" in late
    assert "协商确定事项及落实（事由：村口停车怎样划线）：未公布，已逾期 5 天" in late
