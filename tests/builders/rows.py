"""What the database holds, in short."""

import hashlib

from sqlalchemy import Connection, text

from tests.builders.database import filled
from villagegov.extensions import db

#: Looking at a roll is noted (A16); nothing else may come of looking.
ACCESS_LOG = "readings"
#: Every table is looked at.
NOTHING = ""


def rows(*, without: str = ACCESS_LOG) -> dict[str, str]:
    """A mark of the content of every table that holds a row, but of the one named."""
    with db.engine.connect() as connection:
        return {name: _mark(connection, name) for name in ("divisions", *filled(connection)) if name != without}


def _mark(connection: Connection, name: str) -> str:
    found = connection.execute(text(f"SELECT * FROM {name}"))  # noqa: S608 # a table of ours
    return hashlib.sha256("\n".join(sorted(repr(tuple(row)) for row in found)).encode()).hexdigest()
