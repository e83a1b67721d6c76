"""A backup checked whole before anything is touched, filled into a scratch place, compared, put in at once (B4, B5)."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, text
from sqlalchemy.orm import Session

import villagegov.database as database
from villagegov.audit.record import CommandLine
from villagegov.backups.archive import File, Heading, Rows, contents, opened, tables_of, write_state
from villagegov.backups.filling import fill_postgresql, fill_sqlite
from villagegov.backups.operations import note_restored
from villagegov.backups.rules import Tally
from villagegov.backups.sealing import DamagedError, NoBackupError, UnknownKeyError
from villagegov.backups.vocabulary import BackupReason
from villagegov.extensions import prepare_engine
from villagegov.files.store import Store
from villagegov.people.identity import IdentityKeys
from villagegov.refusal import refuse, refuse_if
from villagegov.schema import metadata

PURPOSE = b"villagegov backup"


@dataclass(frozen=True)
class Checked:
    """A backup that was read to its end and found whole."""

    heading: Heading
    tally: Tally


def check(path: Path, keys: IdentityKeys) -> Checked:
    """Read the whole file. Raises Refusal, with nothing touched."""
    try:
        with opened(path, lambda key_id, salt: keys.derived(key_id, salt=salt, purpose=PURPOSE)) as (heading, stream):
            _refuse_other_schema(heading.schema)
            tally = Tally()
            for _part in contents(stream, tally):
                pass
    except NoBackupError:
        refuse(BackupReason.NO_BACKUP)
    except UnknownKeyError as unknown:
        refuse(BackupReason.WRONG_KEY, key=str(unknown))
    except DamagedError:
        refuse(BackupReason.DAMAGED)
    return Checked(heading, tally)


def _refuse_other_schema(theirs: str) -> None:
    ours = database.newest()
    if theirs != ours:
        reason = BackupReason.OLDER if database.knows(theirs) else BackupReason.NEWER
        refuse(reason, theirs=theirs, ours=ours)


def restore(
    *, path: Path, keys: IdentityKeys, target: URL | str, store: Store, replace: bool, scratch: Path
) -> Checked:
    """Put the state of the backup in the place of what `target` holds; killed at any moment, the old state stays.

    Raises Refusal before anything is touched. Files come first: they lie under their digests and harm nobody.
    """
    found = check(path, keys)
    engine = create_engine(target)
    prepare_engine(engine)
    try:
        refuse_if(not replace and _holds_something(engine), BackupReason.NOT_EMPTY)
        if engine.dialect.name == "sqlite":
            with filled(path, keys, found, store, scratch) as made:
                _copy_over(made, Path(str(engine.url.database)))
        else:
            _into_postgresql(path, keys, found, engine, store)
        with Session(engine) as session, session.begin():
            note_restored(
                session=session,
                file_name=path.name,
                made_at=found.heading.made_at,
                digest=found.tally.digest,
                actor=CommandLine(),
            )
    finally:
        engine.dispose()
    return found


def _holds_something(engine: Engine) -> bool:
    """Whether a row stands there beside the planted root of the tree."""
    known = set(inspect(engine).get_table_names())
    with engine.connect() as connection:
        for table in tables_of(metadata):
            allowed = 1 if table.name == "divisions" else 0
            query = text(f"SELECT 1 FROM {table.name} LIMIT 2")  # noqa: S608 # our own tables
            if table.name in known and len(connection.execute(query).all()) > allowed:
                return True
    return False


@contextmanager
def filled(path: Path, keys: IdentityKeys, found: Checked, store: Store, scratch: Path) -> Iterator[Path]:
    """A scratch SQLite file with the state of a backup, found equal to it. Raises Refusal(DIFFERS)."""
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch, prefix="restoring-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "scratch.db"
        database.build(f"sqlite:///{made}")
        with _parts(path, keys) as parts:
            fill_sqlite(made, parts, store, metadata)
        engine = create_engine(f"sqlite:///{made}")
        with engine.connect() as connection:
            _refuse_different(connection, store, found)
        engine.dispose()
        yield made


@contextmanager
def _parts(path: Path, keys: IdentityKeys) -> Iterator[Iterator[Rows | File]]:
    with opened(path, lambda key_id, salt: keys.derived(key_id, salt=salt, purpose=PURPOSE)) as (_heading, stream):
        yield contents(stream, Tally())


def _refuse_different(connection: Connection, store: Store, found: Checked) -> None:
    there = write_state(connection, metadata, store)
    refuse_if(there.digest != found.tally.digest, BackupReason.DIFFERS)


def _copy_over(made: Path, target: Path) -> None:
    """SQLite's own copy: one transaction on the target, so that readers and a kill see the old state or the new."""
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(target, timeout=30)) as into:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            into.execute(f"PRAGMA {pragma}")
        source.backup(into)


def _into_postgresql(path: Path, keys: IdentityKeys, found: Checked, engine: Engine, store: Store) -> None:
    if not inspect(engine).get_table_names():
        database.build(engine.url.render_as_string(hide_password=False))
    with engine.begin() as connection:
        with _parts(path, keys) as parts:
            fill_postgresql(connection, parts, store, metadata)
        _refuse_different(connection, store, found)
