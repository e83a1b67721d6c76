"""Makes a backup: one sealed file of one moment, restored into a scratch place before it is called sound (B1, B6)."""

import gzip
import os
import shutil
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

import villagegov.clock as clock
import villagegov.database as database
from villagegov.audit.record import Actor
from villagegov.backups import operations, queries, rules
from villagegov.backups.archive import FORMAT, line_of, write_state
from villagegov.backups.models import Backup
from villagegov.backups.restoring import PURPOSE, check, filled
from villagegov.backups.rules import Tally
from villagegov.backups.sealing import SealedWriter, new_salt
from villagegov.extensions import db
from villagegov.files.store import Store
from villagegov.people.identity import IdentityKeys
from villagegov.refusal import Refusal
from villagegov.schema import metadata
from villagegov.transaction import Submitted, transaction
from villagegov.web.keyring import keys

PRODUCT = "villagegov"
NOT_PROVEN = "试恢复没有做完（多半是磁盘空间不足）：请腾出空间再备份一次"


def instance() -> Path:
    """The folder of this installation."""
    return Path(current_app.config["INSTANCE"])


def store() -> Store:
    """Where kept files lie."""
    return Store(instance() / "files")


def place_of(file_name: str) -> Path:
    """Where a backup lies that was not made elsewhere by name."""
    return instance() / "backups" / file_name


def new_name() -> str:
    """A file name that tells the moment; two never meet."""
    return f"villagegov-{clock.now():%Y%m%dT%H%M%SZ}-{token_hex(3)}.backup"


def make_backup(*, actor: Actor, file: Path | None = None, form: Submitted | None = None, shown: str = "") -> Backup:
    """Make, prove and note one backup; in the folder `backups` unless `file` is named. Raises Refusal(UNDER_WAY).

    A second press of `form` makes none and leads to the address `shown`.
    """
    path = file or place_of(new_name())
    with transaction(form=form) as answer:
        answer.to(shown, "")
        backup_id = operations.begin_backup(file_name=path.name, actor=actor).id
    size, tally, fault = None, Tally(), ""
    try:
        tally = write_backup(path, engine=db.engine, keys=keys(), kept=store())
        size = path.stat().st_size
        fault = f"缺少或已损坏的文件：{len(tally.missing)} 个" if tally.missing else prove(path, tally)
    except OSError as error:
        fault = f"没有写成：{error.strerror}"
    proven_at = None if fault else clock.now()
    with transaction():
        backup = db.session.get_one(Backup, backup_id)
        digest = tally.digest if size is not None else ""
        operations.end_backup(backup=backup, size=size, digest=digest, proven_at=proven_at, fault=fault, actor=actor)
    _drop_surplus(actor)
    return db.session.get_one(Backup, backup_id)


def write_backup(path: Path, *, engine: Engine, keys: IdentityKeys, kept: Store) -> Tally:
    """Write the state of this moment, sealed; the file gets its name when it is whole and on the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as part:
        try:
            tally = _write_into(cast(BinaryIO, part), engine, keys, kept)
            part.flush()
            os.fsync(part.fileno())
            Path(part.name).replace(path)
        except BaseException:
            Path(part.name).unlink(missing_ok=True)
            raise
    return tally


def _write_into(target: BinaryIO, engine: Engine, keys: IdentityKeys, kept: Store) -> Tally:
    salt = new_salt()
    key = keys.derived(keys.current, salt=salt, purpose=PURPOSE) or b""
    sealed = SealedWriter(target, key_id=keys.current, salt=salt, key=key)
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with gzip.GzipFile(fileobj=sealed, mode="wb", compresslevel=1, mtime=0) as packed:
        heading = {"format": FORMAT, "product": PRODUCT, "schema": database.newest()}
        packed.write(line_of({**heading, "made_at": clock.now().isoformat()}))
        with engine.connect().execution_options(**options) as connection:
            if engine.dialect.name != "sqlite":
                connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            tally = write_state(connection, metadata, kept, packed.write)
    sealed.finish()
    return tally


def prove(path: Path, tally: Tally) -> str:
    """Restore it into a scratch place; what is wrong with it, or nothing (B6)."""
    try:
        found = check(path, keys())
        if found.tally.digest != tally.digest:
            return "恢复出来的内容与备份时不同"
        with filled(path, keys(), found, store(), instance() / "scratch"):
            return ""
    except Refusal as refusal:
        return refusal.sentence
    except (OSError, OperationalError):  # the scratch place is full, or cannot be written
        return NOT_PROVEN


def sweep_leftovers() -> int:
    """What a backup or a restore that was broken off has left behind, after a day."""
    left = [*(instance() / "backups").glob(".part-*"), *(instance() / "scratch").glob("*")]
    old = [one for one in left if one.stat().st_mtime < clock.now().timestamp() - rules.OLD.total_seconds()]
    for one in old:
        if one.is_dir():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)
    return len(old)


def _drop_surplus(actor: Actor) -> None:
    """Files first: a row without its file says so, a file without its row would lie there for ever."""
    for one in queries.surplus():
        with suppress(OSError):
            place_of(one.file_name).unlink(missing_ok=True)
    with transaction():
        operations.drop_surplus(actor=actor)
