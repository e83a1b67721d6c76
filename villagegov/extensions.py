"""The Flask extensions, made once and bound to the app in create_app."""

import random
import sqlite3
import time
from typing import Any

from flask_babel import Babel
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from villagegov.columns import Model

#: How long a writer waits for its turn on SQLite, and the longest pause between two tries, in seconds.
LONGEST_WAIT_MS = 5000
LONGEST_PAUSE = 0.003

db = SQLAlchemy(model_class=Model)
login_manager = LoginManager()
babel = Babel()
csrf = CSRFProtect()


def prepare_engine(engine: Engine) -> None:
    """Set each new connection up: SQLite WAL, foreign keys and full sync (D3); PostgreSQL with time limits (D9)."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "synchronous=FULL",
        f"busy_timeout={LONGEST_WAIT_MS}",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    if not connection.get_execution_options().get("immediate", False):
        connection.exec_driver_sql("BEGIN")
        return
    raw = connection.connection.driver_connection
    raw.execute("PRAGMA busy_timeout=0")
    longest = connection.get_execution_options().get("longest_wait_ms", LONGEST_WAIT_MS)
    try:
        _take_turn(raw, longest)
    except sqlite3.OperationalError as error:  # as SQLAlchemy says it: the guard tries again, then answers 503
        raise OperationalError("BEGIN IMMEDIATE", None, error) from error
    finally:
        raw.execute(f"PRAGMA busy_timeout={LONGEST_WAIT_MS}")


def _take_turn(raw: sqlite3.Connection, longest_ms: int) -> None:
    """Begin to write. SQLite's own waiting is unfair to whoever waits longest; short random pauses are not (C5)."""
    until = time.monotonic() + longest_ms / 1000
    while True:
        try:
            raw.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 # a pause, not a secret


def _prepare_postgresql(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '60s'; SET lock_timeout = '10s'; SET TIME ZONE 'UTC'")
    connection.commit()
