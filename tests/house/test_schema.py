"""The database: models equal the newest migration, every migration goes up, down and up, every word can be stored."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import BigInteger, Column, Connection, Enum, Integer, create_engine, inspect, make_url, text

from tests.builders.database import alembic_for
from villagegov.extensions import db
from villagegov.schema import metadata


@pytest.fixture
def fresh(whole_app: Flask, engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database of its own, empty."""
    if engine_name == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('schema') / 'fresh.db'}"
        return
    address = str(whole_app.config["SQLALCHEMY_DATABASE_URI"])
    admin = create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS fresh"))
        connection.execute(text("CREATE DATABASE fresh"))
    yield make_url(address).set(database="fresh").render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE fresh WITH (FORCE)"))
    admin.dispose()


def tables_in(address: str) -> set[str]:
    """The tables of the database, the list of migrations aside."""
    engine = create_engine(address)
    names = set(inspect(engine).get_table_names()) - {"alembic_version"}
    engine.dispose()
    return names


def test_models_are_what_the_newest_migration_makes(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        differences = compare_metadata(context, metadata)

    assert differences == []


def test_migrations_go_up_down_and_up_again(fresh: str) -> None:
    command.upgrade(alembic_for(fresh), "head")
    command.downgrade(alembic_for(fresh), "base")
    left = tables_in(fresh)
    command.upgrade(alembic_for(fresh), "head")

    assert left == set()
    assert tables_in(fresh) == set(metadata.tables)


def test_every_word_of_every_list_passes_the_check_of_its_column(app: Flask) -> None:
    with db.engine.connect() as connection:
        refused = [
            f"{table.name}.{column.name}: {word}"
            for table in metadata.sorted_tables
            for column in table.columns
            if isinstance(column.type, Enum)
            for word in column.type.enums
            if not _is_taken(connection, table.name, column, word)
        ]

    assert refused == []


def test_a_word_outside_its_list_is_refused(app: Flask) -> None:
    with db.engine.connect() as connection:
        kind = metadata.tables["divisions"].columns["kind"]

        assert not _is_taken(connection, "divisions", kind, "castle")


def _is_taken(connection: Connection, table: str, column: Column[object], word: str) -> bool:
    """Whether the CHECK that stands in the database allows the word; a list without a CHECK takes nothing."""
    name = f"ck_{table}_{column.type.name}"  # type: ignore[attr-defined]
    checks = {one["name"]: one["sqltext"] for one in inspect(connection).get_check_constraints(table)}
    if name not in checks:
        return False
    allowed = checks[name].replace(column.name, f"'{word}'", 1)
    return bool(connection.scalar(text(f"SELECT CASE WHEN {allowed} THEN 1 ELSE 0 END")))


def test_every_whole_number_key_is_wide_enough_for_a_province(app: Flask) -> None:
    narrow = [
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if (column.primary_key or column.foreign_keys) and not isinstance(column.type, BigInteger)
    ]

    assert narrow == []
    assert isinstance(metadata.tables["divisions"].columns["version"].type, Integer)


def test_sqlite_writes_are_on_the_disk_before_they_are_called_saved(app: Flask, engine_name: str) -> None:
    if engine_name == "sqlite":
        with db.engine.connect() as connection:
            found = [
                connection.scalar(text(f"PRAGMA {name}")) for name in ("synchronous", "foreign_keys", "journal_mode")
            ]

        assert found == [2, 1, "wal"]
