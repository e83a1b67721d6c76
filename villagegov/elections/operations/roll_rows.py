"""Many rows into the roll at once. A bulk path: it leaves the ORM (speed.md)."""

from collections.abc import Mapping, Sequence

import psycopg
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import DBAPIError

from villagegov.elections.models import Roll, RollEntry, RollPapers
from villagegov.elections.rules.papers import Written
from villagegov.elections.rules.roll import Voter
from villagegov.extensions import db

COLUMNS = "roll_id, round_id, number, group_name, name, sex, born_on, category, person_key, sealed_id"
INSERT = f"INSERT INTO roll_entries ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 # our own columns
COPY = f"COPY roll_entries ({COLUMNS}) FROM STDIN"
Tuple = tuple[int, int, int, str, str, str, str, str, bytes, bytes]


#: A voter about to enter the roll: what the file says, the person key, the sealed ID number.
NewEntry = tuple[Voter, bytes, bytes]


def insert_entries(roll: Roll, rows: Sequence[NewEntry], *, first_number: int) -> None:
    """Store `rows` under running numbers. Sorted by key, so that two imports meet in one order and cannot deadlock."""
    roll_id, round_id = roll.id, roll.election.round_id
    tuples: list[Tuple] = [
        (roll_id, round_id, number, one.group_name, one.name, one.sex, one.born_on, one.category, key, sealed)
        for number, (one, key, sealed) in enumerate(rows, first_number)
    ]
    tuples.sort(key=_person_key)
    connection = db.session.connection()
    if connection.dialect.name == "postgresql":
        _copy(connection, tuples)
    else:
        connection.exec_driver_sql("PRAGMA cache_size = -65536")
        connection.exec_driver_sql(INSERT, tuples)
    _insert_papers(roll, {number: one.papers for number, (one, *_rest) in enumerate(rows, first_number) if one.papers})


def _insert_papers(roll: Roll, papers: Mapping[int, Sequence[str | int | None]]) -> None:
    """The papers of those who brought any, by number on the roll."""
    if not papers:
        return
    known = select(RollEntry.number, RollEntry.id).where(RollEntry.roll_id == roll.id, RollEntry.number >= min(papers))
    made = [
        {"roll_entry_id": key, **Written.of(papers[number])._asdict()}
        for number, key in db.session.execute(known)
        if number in papers
    ]
    db.session.execute(insert(RollPapers), made)


def _person_key(row: Tuple) -> bytes:
    return row[8]


def _copy(connection: Connection, tuples: Sequence[Tuple]) -> None:
    """PostgreSQL's own bulk path; its errors become those that the rest of the house knows."""
    cursor = connection.connection.cursor()
    try:
        with cursor.copy(COPY) as copy:
            for row in tuples:
                copy.write_row(row)
    except psycopg.Error as error:
        raise DBAPIError.instance(COPY, None, error, psycopg.Error, dialect=connection.dialect) from None
    finally:
        cursor.close()
