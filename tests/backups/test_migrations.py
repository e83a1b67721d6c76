"""B7, B8, B10: schemas change under data without changing it; program and schema fit or nothing starts; wide keys."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.runtime.migration import MigrationContext, MigrationInfo
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import Connection, create_engine, func, inspect, select, text

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
LEAVING = {(one, "-1"): {"notices", "notice_versions"} for one in ("0013", "0035", "0054")}
LEAVING[("0057", "-1")] = {"postings", "posting_files", "posting_lines", "reviews"}


def rows_in(connection: Connection) -> Rows:
    """Table → its rows, each a text for every column."""
    names = set(inspect(connection).get_table_names()) - {"alembic_version"}
    probes = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM \"{name}\")" for name in names)  # noqa: S608 # tables of ours
    told = Rows({name: [] for name in names})
    for table in list(connection.scalars(text(" UNION ALL ".join(probes)))):
        rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()  # noqa: S608 # a table of ours
        told[table] = [{name: repr(value) for name, value in row.items()} for row in rows]
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


class Watch:
    """What the rows are after each migration, compared with what they were before it."""

    def __init__(self, connection: Connection) -> None:
        self.before, self.wrong, self.seen = rows_in(connection), list[str](), list[tuple[str, str]]()

    def __call__(self, ctx: MigrationContext, step: MigrationInfo, **_told: object) -> None:
        """One migration is done; its transaction is still open."""
        assert ctx.connection is not None
        after = rows_in(ctx.connection)
        revision, way = str(step.up_revision_id), "+1" if step.is_upgrade else "-1"
        gone = LEAVING.get((revision, way), set())
        self.wrong += [f"{revision} {way}: {name}" for name in sorted(changed(self.before, after) - gone)]
        self.wrong += [f"{revision} {way}: more of {name}" for name in gone if lost(after[name], self.before[name])]
        self.seen.append((revision, way))
        self.before = after


def test_each_migration_goes_down_and_up_under_data_and_changes_no_row_b7(app: Flask, folder: Path, fresh: str) -> None:
    Scene()
    making.write_backup(folder / "data", engine=db.engine, keys=keys(), kept=making.store())
    restoring.restore(
        path=folder / "data", keys=keys(), target=fresh, store=making.store(), replace=False, scratch=folder / "scratch"
    )
    engine, config = create_engine(fresh), alembic_for(fresh)
    with engine.connect() as connection:
        watch = Watch(connection)
    engine.dispose()
    config.attributes["after_each"] = watch
    assert sum(1 for rows in watch.before.values() if rows) > 30

    command.downgrade(config, REVISIONS[-2])
    command.upgrade(config, "head")

    assert not watch.wrong, "\n".join(watch.wrong)
    assert watch.seen == DOWN_AND_UP
    assert set(watch.before) == set(metadata.tables)


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
