"""A migrated database, and an empty one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from villagegov.extensions import db
from villagegov.schema import metadata

ROOT = Path(__file__).parents[2]
MANY = 1000


def alembic_for(address: str) -> Config:
    """Alembic's settings for the database at `address`."""
    config = Config(toml_file=ROOT / "pyproject.toml")
    config.attributes["url"] = address
    return config


def migrated(address: str) -> None:
    """Bring the database at `address` to the newest schema."""
    command.upgrade(alembic_for(address), "head")


def emptied() -> None:
    """Delete every row but the root of the tree."""
    db.session.rollback()
    if db.engine.dialect.name == "postgresql":
        others = [table.name for table in metadata.sorted_tables if table.name != "divisions"]
        db.session.execute(text(f"TRUNCATE {', '.join(others)} RESTART IDENTITY CASCADE"))
        if db.session.scalar(text("SELECT count(*) FROM divisions")) > MANY:
            db.session.execute(text("ANALYZE divisions"))  # else each deleted row is looked for in all others
    else:
        db.session.execute(text("PRAGMA defer_foreign_keys=ON"))
        for table in reversed(metadata.sorted_tables):
            if table.name != "divisions":
                db.session.execute(table.delete())
    db.session.execute(text("DELETE FROM divisions WHERE id <> 1"))
    db.session.commit()
