"""O4: a machine that watches learns within one short request what is wrong, and nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from config import settings
from tests.backups.test_daily import made
from villagegov import clock, create_app
from villagegov.audit.models import Check
from villagegov.audit.vocabulary import Outcome
from villagegov.desk import health
from villagegov.desk.rules import nearly_full
from villagegov.extensions import db

HOUR = timedelta(hours=1)


@pytest.fixture
def other_schema(app: Flask) -> Iterator[None]:
    """A database of another program, for a moment."""
    before = health.newest_schema()
    _stamp("9999")
    yield
    _stamp(before)


def _stamp(revision: str) -> None:
    db.session.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})
    db.session.commit()


def verified(outcome: Outcome) -> None:
    """The daily verification ended so."""
    db.session.add(Check(name="chains", at=clock.now(), outcome=outcome, note="", next_at=clock.now()))
    db.session.commit()


def test_a_new_installation_is_well(client: FlaskClient) -> None:
    answer = client.get("/health")

    assert answer.status_code == 200
    assert answer.json == {"database": "ok", "disk": "ok", "chains": "not yet", "backup": "not yet", "schema": "ok"}


@pytest.mark.parametrize(("free", "full"), [(4, True), (5, False), (6, False), (0, True)])
def test_less_than_a_twentieth_of_the_disk_is_too_little(free: int, full: bool) -> None:
    assert nearly_full(free=free, total=100) is full


@pytest.mark.parametrize(("outcome", "word", "status"), [(Outcome.SOUND, "ok", 200), (Outcome.BROKEN, "broken", 503)])
def test_a_broken_chain_is_told(client: FlaskClient, outcome: Outcome, word: str, status: int) -> None:
    verified(outcome)

    answer = client.get("/health")

    assert (answer.status_code, (answer.json or {})["chains"]) == (status, word)


@pytest.mark.parametrize(
    ("age", "fault", "word", "status"),
    [(23 * HOUR, "", "ok", 200), (25 * HOUR, "", "old", 503), (HOUR, "坏了", "none", 503)],
)
def test_a_backup_must_be_sound_and_of_today(
    client: FlaskClient, age: timedelta, fault: str, word: str, status: int
) -> None:
    made(age=age, fault=fault)

    answer = client.get("/health")

    assert (answer.status_code, (answer.json or {})["backup"]) == (status, word)


def test_another_schema_is_told(client: FlaskClient, other_schema: None) -> None:
    answer = client.get("/health")

    assert (answer.status_code, (answer.json or {})["schema"]) == (503, "other")


def test_a_database_that_is_down_is_told_without_its_address(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/secret-host/nowhere.db"
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": address, "INSTANCE": str(tmp_path)})

    answer = app.test_client().get("/health")

    assert (answer.status_code, (answer.json or {})["database"]) == (503, "down")
    assert "secret-host" not in answer.get_data(as_text=True)
