"""A migrated database, and an empty one."""

from functools import cache
from pathlib import Path

from alembic.config import Config
from sqlalchemy import Connection, TextClause, text

from villagegov.database import build
from villagegov.extensions import db
from villagegov.schema import metadata

ROOT = Path(__file__).parents[2]


def alembic_for(address: str) -> Config:
    """Alembic's settings for the database at `address`."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = address
    return config


def migrated(address: str) -> None:
    """Make the newest schema in the empty database at `address`."""
    build(address)


def emptied() -> None:
    """Delete every row but the root of the tree. Most tests fill few of the tables; only those are touched."""
    db.session.rollback()
    with db.engine.begin() as connection:
        cleared(connection)
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = origin"))


def cleared(connection: Connection) -> None:
    """The same within a transaction, in which rows may still be stored in any order."""
    postgresql = connection.dialect.name == "postgresql"
    connection.execute(text(REFERENCES_WAIT[postgresql]))
    for name in filled(connection):
        connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608 # a table of ours
    connection.execute(text("DELETE FROM divisions WHERE id <> 1"))
    if postgresql:
        connection.execute(text(NUMBERED_ANEW))
        connection.execute(text("SELECT setval('divisions_id_seq', 1)"))


#: Rows may be deleted in any order, by engine: whether it is PostgreSQL.
REFERENCES_WAIT = {False: "PRAGMA defer_foreign_keys=ON", True: "SET session_replication_role = replica"}
#: Keys begin at 1 again; the tree's root has the first.
NUMBERED_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences "
    "WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename <> 'divisions_id_seq'"
)


def filled(connection: Connection) -> list[str]:
    """The tables that hold a row, the tree's aside."""
    return list(connection.scalars(_probes()))


@cache
def _probes() -> TextClause:
    others = [table.name for table in metadata.sorted_tables if table.name != "divisions"]
    probes = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in others)  # noqa: S608 # tables of ours
    return text(" UNION ALL ".join(probes))
