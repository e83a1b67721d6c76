"""D12: a server whose clock jumps keeps its record in order, goes on working, and says so."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from tests.builders.elections import hands, round_of
from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.audit.queries import chains, fault_in
from villagegov.audit.vocabulary import AlertTag
from villagegov.desk.jobs import CLOCK, JOBS, run_due
from villagegov.extensions import db

NOON = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
WATCH = tuple(one for one in JOBS if one.name == CLOCK)


def alerts() -> int:
    return db.session.query(AuditEntry).filter_by(tag=AlertTag.CLOCK).count()


@pytest.mark.parametrize(
    ("jump", "told"),
    [
        (timedelta(hours=-1), 1),
        (timedelta(days=-1), 1),
        (timedelta(days=-400), 1),
        (timedelta(minutes=-2, seconds=-1), 1),
        (timedelta(minutes=-2), 0),
        (timedelta(seconds=-1), 0),
        (timedelta(seconds=1), 0),
        (timedelta(hours=1), 0),
        (timedelta(days=1), 0),
        (datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC) - NOON, 0),
    ],
)
def test_acts_keep_their_order_whatever_the_clock_does_and_going_back_is_told_once_d12(
    app: Flask, jump: timedelta, told: int
) -> None:
    clock.run_on(lambda: NOON)
    who = hands()
    first = round_of(actor=who.first)
    run_due(WATCH)

    clock.run_on(lambda: NOON + jump)
    said = run_due(WATCH)
    second = round_of(division=who.unit, actor=who.first)
    run_due(WATCH)
    clock.run_on(lambda: NOON + jump + timedelta(minutes=1))
    run_due(WATCH)

    acts = [
        one.subject_id for one in db.session.query(AuditEntry).order_by(AuditEntry.id) if one.subject_kind == "rounds"
    ]
    assert acts == [first.id, second.id]
    assert [fault_in(chain) for chain in chains()] == [None] * len(chains())
    assert alerts() == told
    assert ("服务器时间异常" in said.get(CLOCK, "")) is bool(told)
