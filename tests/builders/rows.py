"""What the database holds, in short."""

import hashlib

from sqlalchemy import select

from villagegov.extensions import db
from villagegov.schema import metadata

#: Looking at a roll is noted (A16); nothing else may come of looking.
ACCESS_LOG = "readings"


def rows() -> dict[str, str]:
    """A mark of the content of every table but the access log."""
    tables = [table for table in metadata.sorted_tables if table.name != ACCESS_LOG]
    with db.engine.connect() as connection:
        found = {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}
    return {name: hashlib.sha256("\n".join(content).encode()).hexdigest() for name, content in found.items()}
