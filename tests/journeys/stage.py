"""The real application served on this machine, and the day it believes it is."""

import atexit
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from tempfile import mkdtemp
from typing import TypeVar

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from config import settings
from tests.builders.database import emptied, migrated
from villagegov import clock, create_app
from villagegov.accounts import passwords
from villagegov.columns import Model
from villagegov.extensions import db

Row = TypeVar("Row", bound=Model)


@dataclass
class Day:
    """A clock that goes on from the moment it was set to."""

    set_to: datetime = field(default_factory=lambda: datetime.now(UTC))
    since: float = field(default_factory=time.monotonic)

    def now(self) -> datetime:
        """The moment it believes it is."""
        return self.set_to + timedelta(seconds=time.monotonic() - self.since)

    def turn_to(self, day: date, hour: int, minute: int = 0) -> None:
        """Go to a time of a day in China; everybody idle for half an hour is signed out by it."""
        local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.CHINA)
        self.set_to, self.since = local.astimezone(UTC), time.monotonic()


@dataclass(frozen=True)
class Stage:
    """Where a journey is played."""

    app: Flask
    address: str
    day: Day


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # werkzeug's own name
        """Print nothing."""


def made_app(database: str) -> Flask:
    """The application on a migrated database of its own."""
    passwords.use_cost(time_cost=1, memory_cost=8)
    migrated(database)
    instance = mkdtemp(prefix="villagegov-instance-")
    atexit.register(shutil.rmtree, instance, ignore_errors=True)
    return create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": database, "INSTANCE": instance})


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The application behind a real socket; yields its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def stored(what: type[Row]) -> list[Row]:
    """All rows of a table as they are now."""
    db.session.rollback()
    return db.session.query(what).all()


@contextmanager
def standing(app: Flask, address: str) -> Iterator[Stage]:
    """An empty database and a day of one's own; the test itself stands in the application, as builders ask."""
    day = Day()
    with app.app_context():
        emptied()
        clock.run_on(day.now)
        try:
            yield Stage(app, address, day)
        finally:
            clock.run_on(None)
            db.session.rollback()
