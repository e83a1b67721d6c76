"""B1: a hundred states of the installation, each backed up and put into an empty database; all come back equal."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from sqlalchemy import URL, create_engine, make_url, text

from tests.builders import rolls
from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, round_of, started
from tests.builders.files import kept
from tests.drills.drill import Found, address_of
from villagegov.backups import making, restoring
from villagegov.backups.archive import write_state
from villagegov.backups.rules import Tally
from villagegov.elections.models import Election
from villagegov.extensions import db
from villagegov.schema import metadata
from villagegov.web.keyring import keys

#: A restore says so in the record, and ends every sign-in of that time.
NOTED = {"audit_chains", "audit_entries", "sign_ins"}


def backed_up_and_restored(app: Flask, number: int) -> Found:
    """`number` states, a random act or kept file between one and the next."""
    pick, who, found = random.Random(1), hands(), Found(number)
    opened = started(who=who)
    with TemporaryDirectory(prefix="villagegov-states-") as folder, elsewhere(app, Path(folder)) as target:
        for turn in range(number):
            _act(app, who, opened.id, pick, turn)
            db.session.rollback()
            path = Path(folder) / f"state-{turn}"
            here = making.write_backup(path, engine=db.engine, keys=keys(), kept=making.store())
            there = restored(path, target, Path(folder))
            equal = _told(here) == _told(there)
            found.faults += [] if equal and here.rows <= there.rows else [f"state {turn} came back different"]
            path.unlink()
    found.note = f"{here.rows:,} rows at the end"
    return found


def _act(app: Flask, who: Hands, election_id: int, pick: random.Random, turn: int) -> None:
    act = pick.randrange(3)
    if act == 0:
        round_of(division=who.unit, actor=who.first).name = f"换届{turn}𠮷\U0002b74e"
        db.session.commit()
    elif act == 1:
        kept(unit=who.unit, folder=app.config["INSTANCE"], name=f"照片{turn}.jpg")
        press(client_of(app, account(division=who.unit)), "/password", old="x", new="y", again="z")
    else:
        rolls.sent(client_of(app, who.first), db.session.get_one(Election, election_id), rolls.xlsx(rolls.lines(20)))


def restored(path: Path, target: URL, folder: Path) -> Tally:
    restoring.restore(
        path=path, keys=keys(), target=target, store=making.store(), replace=True, scratch=folder / "scratch"
    )
    engine = create_engine(target)
    with engine.connect() as connection:
        tally = write_state(connection, metadata, making.store())
    engine.dispose()
    return tally


def _told(tally: Tally) -> list[object]:
    return [part for part in tally.parts if part[1] not in NOTED]


@contextmanager
def elsewhere(app: Flask, folder: Path) -> Iterator[URL]:
    """An empty database of the same engine."""
    if db.engine.dialect.name == "sqlite":
        yield make_url(f"sqlite:///{folder / 'elsewhere.db'}")
        return
    admin = create_engine(address_of(app), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS elsewhere WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE elsewhere"))
    try:
        yield make_url(address_of(app)).set(database="elsewhere")
    finally:
        with admin.connect() as connection:
            connection.execute(text("DROP DATABASE elsewhere WITH (FORCE)"))
        admin.dispose()
