"""A browser for the whole run; for each test an empty database behind a real socket."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import create_engine, make_url, text

from tests.journeys.chromium import FLAGS, find
from tests.journeys.reader import Reader
from tests.journeys.stage import Stage, made_app, served, standing
from villagegov.accounts.models import Account
from villagegov.extensions import db

Someone = Callable[..., Reader]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium; without one this fails and says what to install."""
    path = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def committee_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, str]]:
    """The application as one committee runs it, on SQLite."""
    app = made_app(f"sqlite:///{tmp_path_factory.mktemp('journeys') / 'villagegov.db'}")
    with served(app) as address:
        yield app, address
    _let_go(app)


@pytest.fixture(scope="session")
def province_app(postgresql_address: str) -> Iterator[tuple[Flask, str]]:
    """The application as a province runs it, on a PostgreSQL database of its own."""
    engine = create_engine(postgresql_address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE journeys"))
    engine.dispose()
    app = made_app(make_url(postgresql_address).set(database="journeys").render_as_string(hide_password=False))
    with served(app) as address:
        yield app, address
    _let_go(app)


def _let_go(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    """Where this test plays: with one committee, unless it names another application."""
    app, address = request.getfixturevalue(getattr(request, "param", "committee_app"))
    with standing(app, address) as made:
        yield made


@pytest.fixture
def someone(chromium: Browser, stage: Stage) -> Iterator[Someone]:
    """`someone()` sits down at a browser of their own; `someone(account, size=PHONE)` signs in at once."""
    readers: list[Reader] = []

    def sits_down(account: Account | None = None, **how: Any) -> Reader:
        reader = Reader(chromium, stage.address, **how)
        readers.append(reader)
        if account is not None:
            reader.sign_in(account)
        return reader

    yield sits_down
    wrong = [fault for reader in readers for fault in reader.wrong]
    for reader in readers:
        reader.context.close()
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """Where a clerk keeps files."""
    return tmp_path
