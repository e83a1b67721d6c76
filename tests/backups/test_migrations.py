"""B7, B8, B10: schemas change under data without changing it; program and schema fit or nothing starts; wide keys."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import create_engine, func, inspect, select, text

import villagegov.database as database
from tests.backups.test_restore import folder
from tests.builders.database import alembic_for
from tests.house.access import Scene
from tests.house.test_schema import fresh
from villagegov.backups import making, restoring
from villagegov.extensions import db
from villagegov.schema import metadata
from villagegov.web.keyring import keys

__all__ = ["folder", "fresh"]
#: The last key of 32 bits.
NARROW = 2**31 - 1
REVISIONS = [script.revision for script in ScriptDirectory.from_config(alembic_for("")).walk_revisions()]
Rows = dict[str, list[dict[str, str]]]
#: All but the first two, which make the tree and its root, without which there is nothing.
DOWN_AND_UP = [*((one, "-1") for one in REVISIONS[:-2]), *((one, "+1") for one in REVISIONS[:-2][::-1])]
#: Rows of a kind that the older schema cannot name leave with it, and nothing else does.
LEAVING = {(one, "-1"): {"notices", "notice_versions"} for one in ("0013", "0035")}


def rows_in(address: str) -> Rows:
    """Table → its rows, each a text for every column."""
    engine, told = create_engine(address), Rows()
    names = inspect(engine).get_table_names()
    with engine.connect() as connection:
        for table in names:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()  # noqa: S608 # a table of ours
            told[table] = [{name: repr(value) for name, value in row.items()} for row in rows]
    engine.dispose()
    told.pop("alembic_version", None)
    return told


def changed(before: Rows, after: Rows) -> set[str]:
    """Tables in which a row is missing, is new, or tells something else in the columns that both have."""
    both = before.keys() & after.keys()
    return {one for one in both if lost(before[one], after[one]) or lost(after[one], before[one])}


def lost(before: list[dict[str, str]], after: list[dict[str, str]]) -> Counter[tuple[str, ...]]:
    """Rows of `before` that are not in `after`, by the columns that both have."""
    if not before or not after:
        return Counter(tuple(row.values()) for row in before)
    both = sorted(before[0].keys() & after[0].keys())
    return Counter(tuple(row[name] for name in both) for row in before) - Counter(
        tuple(row[name] for name in both) for row in after
    )


def test_each_migration_goes_down_and_up_under_data_and_changes_no_row_b7(app: Flask, folder: Path, fresh: str) -> None:
    Scene()
    making.write_backup(folder / "data", engine=db.engine, keys=keys(), kept=making.store())
    restoring.restore(
        path=folder / "data", keys=keys(), target=fresh, store=making.store(), replace=False, scratch=folder / "scratch"
    )
    before, wrong = rows_in(fresh), list[str]()
    assert sum(1 for rows in before.values() if rows) > 30

    for revision, way in DOWN_AND_UP:
        (command.downgrade if way == "-1" else command.upgrade)(alembic_for(fresh), way)
        after = rows_in(fresh)
        gone = LEAVING.get((revision, way), set())
        wrong += [f"{revision} {way}: {name}" for name in sorted(changed(before, after) - gone)]
        wrong += [f"{revision} {way}: more of {name}" for name in gone if lost(after[name], before[name])]
        before = after

    assert not wrong, "\n".join(wrong)
    assert set(before) == set(metadata.tables)


@pytest.mark.parametrize("revision", REVISIONS[1:6])
def test_a_newer_program_on_an_older_schema_says_what_to_do_b8(app: Flask, revision: str) -> None:
    with pytest.raises(database.UnfitDatabaseError) as unfit:
        _ask_with(revision)

    assert f"数据库版本 {revision}" in str(unfit.value)
    assert "请先执行 .venv/bin/flask --app wsgi db upgrade" in str(unfit.value)


@pytest.mark.parametrize("revision", ["9995", "9996", "9997", "9998", "9999"])
def test_an_older_program_on_a_newer_schema_touches_nothing_b8(app: Flask, revision: str) -> None:
    for ask in (database.refuse_unless_current, database.upgrade):
        with pytest.raises(database.UnfitDatabaseError) as unfit:
            _ask_with(revision, ask)

        assert f"数据库版本 {revision} 不是这个程序认识的" in str(unfit.value)


def _ask_with(revision: str, ask: Callable[[], object] = database.refuse_unless_current) -> None:
    """As if the database were of that revision."""
    newest, told = database.newest(), text("UPDATE alembic_version SET version_num = :revision")
    try:
        db.session.execute(told, {"revision": revision})
        db.session.commit()
        ask()
    finally:
        db.session.execute(told, {"revision": newest})
        db.session.commit()


def test_work_goes_on_beyond_the_last_narrow_key_b10(app: Flask, engine_name: str) -> None:
    keyed = [table.name for table in metadata.sorted_tables if [one.name for one in table.primary_key] == ["id"]]
    if engine_name == "postgresql":  # SQLite has one width
        for table in keyed:
            db.session.execute(select(func.setval(func.pg_get_serial_sequence(table, "id"), NARROW)))
        db.session.commit()

        Scene()

        highest = {table: db.session.scalar(select(func.max(metadata.tables[table].c.id))) for table in keyed}
        reached = [table for table, key in highest.items() if (key or 0) > NARROW]
        assert len(reached) > 30, sorted(set(keyed) - set(reached))
        assert [tuple(one) for one in db.session.execute(text(NARROW_KEYS))] == []


NARROW_KEYS = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
    "AND (column_name = 'id' OR column_name LIKE '%\\_id') AND data_type NOT IN ('bigint', 'bytea', 'text')"
)
