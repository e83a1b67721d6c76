"""Rows of a backup into an empty database, the fast way of each engine. A bulk path: it leaves the ORM."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, text
from sqlalchemy.schema import AddConstraint, DropConstraint

from villagegov.backups.archive import File, Row, Rows, tables_of
from villagegov.backups.sealing import DamagedError
from villagegov.backups.shapes import from_plain
from villagegov.files.store import Store

Parts = Iterable[Rows | File]


def fill_sqlite(path: Path, parts: Parts, store: Store, metadata: MetaData) -> None:
    """Fill the scratch file at `path`, whose schema is there already. Raises DamagedError when keys do not fit."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-65536"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for table in tables_of(metadata):
            connection.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 # our own tables
        for table_name, columns, rows in _by_table(parts, store, sqlite=True):
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" for _name in columns)
            statement = f'INSERT INTO "{table_name}" ({names}) VALUES ({marks})'  # noqa: S608 # names of our own tables
            connection.executemany(statement, rows)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise DamagedError
        connection.execute("COMMIT")
    except sqlite3.Error:
        raise DamagedError from None
    finally:
        connection.close()


def fill_postgresql(connection: Connection, parts: Parts, store: Store, metadata: MetaData) -> None:
    """Put the rows in the place of all there are, inside the caller's transaction; keys are checked at its end."""
    connection.execute(text("SET LOCAL statement_timeout = 0"))
    tables = tables_of(metadata)
    keys = [one for table in tables for one in table.foreign_key_constraints]
    connection.execute(text(f"LOCK TABLE {', '.join(one.name for one in tables)} IN ACCESS EXCLUSIVE MODE"))
    for key in keys:
        connection.execute(DropConstraint(key))
    connection.execute(text(f"TRUNCATE {', '.join(table.name for table in tables)} RESTART IDENTITY"))
    cursor = connection.connection.cursor()
    for table_name, columns, rows in _by_table(parts, store, sqlite=False):
        names = ", ".join(f'"{name}"' for name in columns)
        with cursor.copy(f'COPY "{table_name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    cursor.close()
    for key in keys:
        connection.execute(AddConstraint(key))
    for table in tables:
        _set_sequence(connection, table.name, [one.name for one in table.primary_key.columns])


def _set_sequence(connection: Connection, table: str, key: list[str]) -> None:
    """The next key is one above the highest (B10)."""
    if key != ["id"]:
        return
    connection.execute(
        text(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 1), max(id) IS NOT NULL) "  # noqa: S608
            f'FROM "{table}"'
        )
    )


def _by_table(parts: Parts, store: Store, *, sqlite: bool) -> Iterator[tuple[str, list[str], Iterator[Row]]]:
    """Each table with its rows as the driver takes them; files go to the store on the way."""
    for heading, group in groupby(_rows_only(parts, store), key=lambda one: (one.table, one.columns)):
        name, columns = heading
        changes = [
            (at, change) for at, (_name, word) in enumerate(columns) if (change := from_plain(word, sqlite=sqlite))
        ]
        yield name, [one for one, _word in columns], chain.from_iterable(_changed(one.rows, changes) for one in group)


def _rows_only(parts: Parts, store: Store) -> Iterator[Rows]:
    for part in parts:
        if isinstance(part, File):
            store.put(part.data)
        else:
            yield part


def _changed(rows: list[Row], changes: list[tuple[int, Any]]) -> list[Row]:
    for row in rows:
        for at, change in changes:
            if row[at] is not None:
                row[at] = change(row[at])
    return rows
