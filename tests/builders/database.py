"""A migrated database, and an empty one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from villagegov.extensions import db
from villagegov.schema import metadata

ROOT = Path(__file__).parents[2]


def alembic_for(address: str) -> Config:
    """Alembic's settings for the database at `address`."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = address
    return config


def migrated(address: str) -> None:
    """Bring the database at `address` to the newest schema."""
    command.upgrade(alembic_for(address), "head")


def emptied() -> None:
    """Delete every row but the root of the tree. Most tests fill few of the tables; only those are touched."""
    db.session.rollback()
    postgresql = db.engine.dialect.name == "postgresql"
    db.session.execute(text(REFERENCES_WAIT[postgresql]))
    for name in _filled():
        db.session.execute(text(f"DELETE FROM {name}"))  # noqa: S608 # a table of ours
    db.session.execute(text("DELETE FROM divisions WHERE id <> 1"))
    if postgresql:
        db.session.execute(text(NUMBERED_ANEW))
        db.session.execute(text("SET session_replication_role = origin"))
    db.session.commit()


#: Rows may be deleted in any order, by engine: whether it is PostgreSQL.
REFERENCES_WAIT = {False: "PRAGMA defer_foreign_keys=ON", True: "SET session_replication_role = replica"}
#: Keys begin at 1 again, but for the tree's.
NUMBERED_ANEW = (
    "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) FROM pg_sequences "
    "WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename <> 'divisions_id_seq'"
)


def _filled() -> list[str]:
    """The tables that hold a row."""
    others = [table.name for table in metadata.sorted_tables if table.name != "divisions"]
    probes = (f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in others)  # noqa: S608 # tables of ours
    return list(db.session.scalars(text(" UNION ALL ".join(probes))))
