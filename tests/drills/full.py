"""D4: the disk runs full in the middle of a save; nothing of it is stored, reading goes on, and no restart is needed.

The place that runs full is a small file system in memory: on SQLite it holds the database and its log, on PostgreSQL
the roll's own tablespace. Mounting one needs root; without it the drill says that it was not tried.
"""

import os
import pwd
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from tests.builders.accounts import client_of
from tests.builders.browser import Browser
from tests.builders.elections import hands, started
from tests.drills.drill import Found
from tests.drills.kill_import import Import
from tests.drills.killer import Press
from tests.journeys.stage import made_app
from villagegov.audit import queries as audit
from villagegov.extensions import db

SIZE_KB, PEOPLE = 8192, 1500
#: Room left in KiB; about as much as the import needs.
MOST_LEFT_KB = 900
#: What an honest server may say meanwhile.
TOLD = {303, 503, 507}
NOT_TRIED = "not tried: no small file system can be mounted here"


def filled_up(app: Flask, number: int) -> Found:
    """`number` imports, each with a little more room left than the one before."""
    with TemporaryDirectory(prefix="villagegov-full-") as folder, _mounted(Path(folder)) as mounted:
        if not mounted:
            return Found(0, note=NOT_TRIED)
        if db.engine.dialect.name == "postgresql":
            return _with_tablespace(app, Path(folder), number)
        return _with_database(Path(folder), number)


@contextmanager
def _mounted(folder: Path) -> Iterator[bool]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_KB}k", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)


def _with_database(folder: Path, number: int) -> Found:
    small = made_app(f"sqlite:///{folder / 'full.db'}")
    small.test_client_class = Browser
    with small.app_context():
        found = _tried(small, folder, number)
        db.session.remove()
        db.engine.dispose()
    return found


def _with_tablespace(app: Flask, folder: Path, number: int) -> Found:
    server = app.config["DRILL_SERVER"]
    if server.system_user is not None:
        os.chown(folder, pwd.getpwnam(server.system_user).pw_uid, -1)
    _alone(f"CREATE TABLESPACE small LOCATION '{folder}'", "ALTER TABLE roll_entries SET TABLESPACE small")
    try:
        return _tried(app, folder, number)
    finally:
        db.session.rollback()
        _alone("TRUNCATE roll_entries CASCADE", "ALTER TABLE roll_entries SET TABLESPACE pg_default")
        _alone("CHECKPOINT", "DROP TABLESPACE small")


def _alone(*statements: str) -> None:
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in statements:
            connection.execute(text(statement))


def _tried(app: Flask, folder: Path, number: int) -> Found:
    who = hands()
    clerk = client_of(app, who.first)
    scene, found, refused = Import(clerk, started(who=who).id, PEOPLE), Found(number), 0
    for turn in range(number):
        press = scene.press()
        _free()
        with _filled(folder, MOST_LEFT_KB * turn // max(1, number - 1)):
            status = _pressed(clerk, press)
            refused += status != 303
            expected = scene.whole if status == 303 else scene.absent
            wrong = [] if status in TOLD else [f"answered {status}"]
            wrong += [] if scene.stored(press) == expected else [f"after {status}: {scene.stored(press)}"]
            wrong += [] if clerk.get("/elections").status_code == 200 else ["cannot read"]
            db.session.rollback()
        wrong += [] if _pressed(clerk, press) == 303 else ["does not save with room again"]
        wrong += [] if scene.stored(press) == scene.whole else [f"afterwards {scene.stored(press)}"]
        wrong += ["a chain is broken" for one in audit.chains() if audit.fault_in(one) is not None]
        found.faults += [f"turn {turn}: {fault}" for fault in wrong]
        scene.emptied()
    if db.engine.dialect.name == "sqlite":
        sound = db.session.execute(text("PRAGMA integrity_check")).scalar_one()
        found.faults += [] if sound == "ok" else [f"database: {sound}"]
    found.note = f"{refused} times refused with words, {number - refused} times saved; without a restart"
    return found


def _free() -> None:
    """The log as small as it gets, and no space that only dead rows fill."""
    db.session.rollback()
    if db.engine.dialect.name == "sqlite":
        _alone("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        _alone("VACUUM FULL roll_entries")


@contextmanager
def _filled(folder: Path, left_kb: int) -> Iterator[None]:
    filler = folder / "filler"
    room = os.statvfs(folder)
    size = room.f_bavail * room.f_frsize - left_kb * 1024
    filler.write_bytes(b"x" * max(0, size))
    try:
        yield
    finally:
        filler.unlink()


def _pressed(clerk: FlaskClient, press: Press) -> int:
    fields = press["fields"]
    return clerk.post(str(press["path"]), data=fields if isinstance(fields, dict) else {}).status_code
