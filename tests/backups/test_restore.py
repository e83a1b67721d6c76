"""B1–B9: a backup comes back as the same state, on either database, or is refused before anything is touched."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.engine import URL

from tests.builders.accounts import account, client_of
from tests.builders.divisions import division_tree
from tests.builders.files import kept
from villagegov.audit.record import CommandLine
from villagegov.backups import making, restoring
from villagegov.backups.archive import FORMAT, line_of, write_state
from villagegov.backups.models import Backup
from villagegov.backups.rules import to_drop
from villagegov.backups.sealing import PIECE, DamagedError, SealedReader, SealedWriter, new_salt
from villagegov.backups.vocabulary import BackupReason
from villagegov.people.identity import IdentityKeys
from villagegov.refusal import Refusal
from villagegov.schema import metadata
from villagegov.web.keyring import keys


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """An installation's folder of its own."""
    before = app.config["INSTANCE"]
    app.config["INSTANCE"] = str(tmp_path)
    yield tmp_path
    app.config["INSTANCE"] = before


@pytest.fixture
def backup(app: Flask, folder: Path) -> Backup:
    """A backup of a small tree with a clerk."""
    client_of(app, account(division=division_tree().village))
    return making.make_backup(actor=CommandLine())


@pytest.fixture
def empty_postgresql(postgresql_address: str) -> Iterator[URL]:
    """A second PostgreSQL database, without any table."""
    admin = create_engine(postgresql_address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS restored WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE restored"))
    yield make_url(postgresql_address).set(database="restored")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE restored WITH (FORCE)"))
    admin.dispose()


def file_of(folder: Path, backup: Backup) -> Path:
    """Where it lies."""
    return folder / "backups" / backup.file_name


def restored(path: Path, target: URL, *, replace: bool = False) -> restoring.Checked:
    """The backup at `path`, put into `target`."""
    return restoring.restore(
        path=path, keys=keys(), target=target, store=making.store(), replace=replace, scratch=making.instance() / "s"
    )


def sqlite_at(path: Path) -> URL:
    """A SQLite address."""
    return make_url(f"sqlite:///{path}")


def digest_of(path: Path) -> str:
    """The check code in a backup."""
    return restoring.check(path, keys()).tally.digest


def test_a_backup_is_proven_before_it_is_called_sound(folder: Path, backup: Backup) -> None:
    assert (backup.fault, backup.proven_at is not None, len(backup.digest)) == ("", True, 64)
    assert digest_of(file_of(folder, backup)) == backup.digest
    assert [path.name for path in (folder / "backups").iterdir()] == [backup.file_name]


def test_it_comes_back_as_the_same_state_on_either_database(
    folder: Path, backup: Backup, empty_postgresql: URL
) -> None:
    there, back = empty_postgresql, sqlite_at(folder / "back.db")

    restored(file_of(folder, backup), there)
    engine = create_engine(there)
    making.write_backup(folder / "moved", engine=engine, keys=keys(), kept=making.store())
    restored(folder / "moved", back)

    with engine.connect() as one, create_engine(back).connect() as two:
        moved = restoring.check(folder / "moved", keys()).tally.parts
        again = write_state(two, metadata, making.store()).parts
        first = one.scalar(text("INSERT INTO audit_chains (place_id, length, head) VALUES (9, 0, '') RETURNING id"))
        assert first == one.scalar(text("SELECT max(id) FROM audit_chains"))
    engine.dispose()
    here = restoring.check(file_of(folder, backup), keys()).tally.parts
    noted = {"audit_chains", "audit_entries", "sign_ins"}  # a restore adds its own entry
    assert [one for one in here if one[1] not in noted] == [one for one in moved if one[1] not in noted]
    assert [one for one in moved if one[1] not in noted] == [one for one in again if one[1] not in noted]


@pytest.mark.parametrize("seed", range(20))
def test_a_flipped_or_missing_byte_anywhere_is_found(tmp_path: Path, seed: int) -> None:
    path, pick = tmp_path / "sealed", random.Random(seed)
    data = pick.randbytes(2 * PIECE + 5)
    with path.open("wb") as target:
        writer = SealedWriter(target, key_id="1", salt=b"s", key=b"k" * 32)
        writer.write(data)
        writer.finish()
    whole = path.read_bytes()
    at = pick.randrange(150, len(whole))
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] if seed % 2 else whole[:at])

    with path.open("rb") as source, pytest.raises(DamagedError):
        SealedReader(source, lambda _id, _salt: b"k" * 32).readall()


@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_damaged_backup_is_refused_before_anything_is_touched(folder: Path, backup: Backup, part: float) -> None:
    path = file_of(folder, backup)
    data = bytearray(path.read_bytes())
    data[int(part * len(data))] ^= 1
    path.write_bytes(data)

    with pytest.raises(Refusal):
        restored(path, sqlite_at(folder / "untouched.db"))

    assert not (folder / "untouched.db").exists()


def test_another_installations_keys_do_not_open_it(folder: Path, backup: Backup) -> None:
    strangers = [
        IdentityKeys(encryption_keys={"1": b"x" * 32}, current="1", hash_key=bytes.fromhex("11" * 32)),
        IdentityKeys(encryption_keys={"1": bytes.fromhex("22" * 32)}, current="1", hash_key=b"y" * 32),
        IdentityKeys(encryption_keys={"9": b"x" * 32}, current="9", hash_key=b"y" * 32),
    ]

    for one in strangers:
        with pytest.raises(Refusal) as refused:
            restoring.check(file_of(folder, backup), one)
        assert refused.value.reason is BackupReason.WRONG_KEY


@pytest.mark.parametrize(("schema", "reason"), [("0003", BackupReason.OLDER), ("9999", BackupReason.NEWER)])
def test_a_backup_of_another_program_is_refused(folder: Path, schema: str, reason: BackupReason) -> None:
    heading = {"format": FORMAT, "product": "villagegov", "schema": schema, "made_at": "2026-11-24T00:00:00+00:00"}
    salt = new_salt()
    key = keys().derived(keys().current, salt=salt, purpose=restoring.PURPOSE) or b""
    with (folder / "other").open("wb") as target:
        writer = SealedWriter(target, key_id=keys().current, salt=salt, key=key)
        writer.write(gzip.compress(line_of(heading)))
        writer.finish()

    with pytest.raises(Refusal) as refused:
        restoring.check(folder / "other", keys())

    assert refused.value.reason is reason


def test_a_file_that_is_gone_makes_the_backup_a_faulty_one(folder: Path) -> None:
    named = kept(unit=division_tree().village, folder=str(folder)).sha256
    (folder / "files" / named[:2] / named).unlink()

    made = making.make_backup(actor=CommandLine())

    assert "1 个" in made.fault
    assert restoring.check(folder / "backups" / made.file_name, keys()).tally.missing == [named]


def test_a_kept_file_comes_back_with_its_row(folder: Path) -> None:
    stored = kept(unit=division_tree().village, folder=str(folder))
    made = making.make_backup(actor=CommandLine())
    (folder / "files" / stored.sha256[:2] / stored.sha256).unlink()

    restored(folder / "backups" / made.file_name, sqlite_at(folder / "again.db"))

    assert making.store().read(stored.sha256)


def test_a_spoiled_backup_is_not_proven(folder: Path, backup: Backup) -> None:
    path = file_of(folder, backup)
    tally = restoring.check(path, keys()).tally
    path.write_bytes(path.read_bytes()[:-1])

    assert "损坏" in making.prove(path, tally)


def test_data_that_is_there_stays_unless_one_says_replace(folder: Path, backup: Backup) -> None:
    path, target = file_of(folder, backup), sqlite_at(folder / "used.db")
    restored(path, target)

    with pytest.raises(Refusal) as refused:
        restored(path, target)
    restored(path, target, replace=True)

    assert refused.value.reason is BackupReason.NOT_EMPTY


def test_a_restore_is_told_to_the_auditor_and_ends_the_sign_ins(folder: Path, backup: Backup) -> None:
    target = sqlite_at(folder / "told.db")

    restored(file_of(folder, backup), target)

    with create_engine(target).connect() as connection:
        assert "audit_entries" in inspect(connection).get_table_names()
        assert connection.scalar(text("SELECT tag FROM audit_entries ORDER BY id DESC LIMIT 1")) == "alert:restored"
        assert connection.scalar(text("SELECT count(*) FROM sign_ins WHERE ended_at IS NOT NULL")) == 1
        assert connection.scalar(text("SELECT count(*) FROM sign_ins WHERE ended_at IS NULL")) == 0


def test_the_newest_proven_backup_is_never_dropped() -> None:
    newest_first = list(range(20, 0, -1))

    assert to_drop(newest_first, proven=newest_first) == [6, 5, 4, 3, 2, 1]
    assert to_drop(newest_first, proven=[3]) == [6, 5, 4, 2, 1]
    assert to_drop([], proven=[]) == []
