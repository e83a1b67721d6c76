"""D3, D13: a commit survives a power cut; a day is a day in China wherever the server stands."""

import os

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders.processes import ran
from villagegov.extensions import db

ASKED = """
from datetime import UTC, datetime
from villagegov import clock
for moment in ("2025-12-31T15:59:59", "2025-12-31T16:00:00", "2026-03-08T07:30:00", "1988-07-01T15:30:00"):
    clock.run_on(lambda: datetime.fromisoformat(moment).replace(tzinfo=UTC))
    print(clock.today())
"""


def test_every_connection_waits_for_the_disk(app: Flask, engine_name: str) -> None:
    asked = {
        "sqlite": {"PRAGMA synchronous": 2, "PRAGMA journal_mode": "wal", "PRAGMA foreign_keys": 1},
        "postgresql": {"SHOW synchronous_commit": "on", "SHOW fsync": "on"},
    }

    found = {question: db.session.execute(text(question)).scalar() for question in asked[engine_name]}

    assert found == asked[engine_name]


@pytest.mark.parametrize("zone", ["America/New_York", "UTC", "Asia/Shanghai"])
def test_the_day_is_that_of_china_wherever_the_server_stands(zone: str) -> None:
    told = ran(ASKED, {**os.environ, "TZ": zone})

    assert told.stdout.split() == ["2025-12-31", "2026-01-01", "2026-03-08", "1988-07-02"]
