"""P4: keys lie in a file outside the database, can be changed at any time, and their copy is asked for."""

import json
import stat
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import LargeBinary

from tests.backups.test_restore import folder, restored, sqlite_at
from tests.builders.accounts import account, client_of
from tests.builders.bodies import person
from tests.builders.browser import form_on
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, with_roll
from tests.builders.reminders import sent
from tests.builders.rolls import id_number
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.audit.record import CommandLine
from villagegov.backups import making, rotating
from villagegov.backups.vocabulary import KeyReason
from villagegov.elections.models import RollEntry
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.refusal import Refusal
from villagegov.schema import metadata
from villagegov.web.keyring import keys
from villagegov.web.models import Draft

__all__ = ["folder"]


@pytest.fixture
def key_file(app: Flask, folder: Path) -> Path:
    """The installation's key file, readable by its owner only."""
    path = folder / "secrets.json"
    names = ("SECRET_KEY", "IDENTITY_HASH_KEY", "IDENTITY_KEYS", "IDENTITY_KEY_ID")
    path.write_text(json.dumps({name: app.config[name] for name in names}))
    path.chmod(0o600)
    app.config["SECRETS_FILE"] = str(path)
    yield path
    app.config["SECRETS_FILE"] = ""
    app.extensions.pop("identity_keys", None)


def everything_sealed(app: Flask) -> Account:
    """A roll, a person, a half-filled form and a second factor, each sealed under the key of the day."""
    clerk = hands()
    with_roll(who=clerk)
    client, address = client_of(app, clerk.first), f"/reminders/{sent(unit=clerk.unit).id}/answer"
    client.post("/drafts", data={**form_on(client.get(address)), "answer": "写了一半"})
    person(order=900)
    clerk.first.second_secret = keys().seal(b"ABCDEFGH")
    db.session.commit()
    return clerk.first


def test_a_new_key_seals_everything_and_nothing_is_lost(app: Flask, key_file: Path) -> None:
    clerk = everything_sealed(app)
    numbers = sorted(keys().decrypt(one.sealed_id) for one in db.session.query(RollEntry))

    done = rotating.rotate(actor=CommandLine())

    ring = keys()
    sealed = [bytes(one.sealed_id) for kind in (RollEntry, Person) for one in db.session.query(kind)]
    sealed += [bytes(one.sealed) for one in db.session.query(Draft)]
    assert (done.key_id, done.unreadable, done.renewed) == ("2", 0, len(sealed) + 1)
    assert all(one.startswith(ring.current_prefix) for one in sealed)
    assert sorted(ring.decrypt(one.sealed_id) for one in db.session.query(RollEntry)) == numbers
    assert ring.decrypt(db.session.query(Person).one().sealed_id) == id_number(900)
    assert ring.unseal(db.session.get_one(Account, clerk.id).second_secret or b"") == b"ABCDEFGH"
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert set(json.loads(key_file.read_text())["IDENTITY_KEYS"]) == {"1", "2"}
    assert not list(key_file.parent.glob("*.part"))


def test_a_change_that_was_broken_off_goes_on_under_the_same_key(app: Flask, key_file: Path) -> None:
    everything_sealed(app)
    rotating._add_key(key_file)
    one = db.session.query(RollEntry).first()
    assert one is not None
    one.sealed_id = keys().renewed(one.sealed_id, is_file=False)
    db.session.commit()

    done = rotating.rotate(actor=CommandLine())

    assert done.key_id == "2"
    assert len({bytes(one.sealed_id)[:2] for one in db.session.query(RollEntry)}) == 1


def test_a_running_server_reads_the_new_key_without_a_restart(app: Flask, key_file: Path) -> None:
    before = keys()
    rotating._add_key(key_file)

    sealed = keys().encrypt(id_number(1))

    assert (before.current, keys().current) == ("1", "2")
    assert keys().decrypt(sealed) == keys().decrypt(before.encrypt(id_number(1)))


@pytest.mark.parametrize("content", ["", "{}", "no JSON", '{"IDENTITY_KEYS": {"1": "33"}}'])
def test_a_spoilt_key_file_does_not_take_the_keys_in_use_away(app: Flask, key_file: Path, content: str) -> None:
    before = keys().check_code

    key_file.write_text(content)

    assert keys().check_code == before


def test_what_no_key_opens_is_counted_left_alone_and_does_not_stand_in_the_way(app: Flask, key_file: Path) -> None:
    everything_sealed(app)
    lost = db.session.query(Person).one()
    lost.sealed_id = b"\x01" + b"9" + b"x" * 60
    db.session.commit()

    first, second = (rotating.rotate(actor=CommandLine()) for _time in range(2))

    assert (first.key_id, second.key_id, second.unreadable) == ("2", "3", 1)
    assert bytes(db.session.query(Person).one().sealed_id) == b"\x01" + b"9" + b"x" * 60


def test_a_backup_from_before_the_change_still_opens_and_one_key_file_too_old_is_refused(
    app: Flask, key_file: Path, folder: Path
) -> None:
    everything_sealed(app)
    old_copy = key_file.read_bytes()
    making.write_backup(folder / "before", engine=db.engine, keys=keys(), kept=making.store())
    rotating.rotate(actor=CommandLine())
    making.write_backup(folder / "after", engine=db.engine, keys=keys(), kept=making.store())

    restored(folder / "before", sqlite_at(folder / "one.db"))
    restored(folder / "after", sqlite_at(folder / "two.db"))
    key_file.write_bytes(old_copy)
    with pytest.raises(Refusal) as refused:
        restored(folder / "after", sqlite_at(folder / "three.db"))

    assert "编号 2" in refused.value.sentence
    assert not (folder / "three.db").exists()


def test_without_a_key_file_or_with_one_that_cannot_be_written_nothing_changes(app: Flask, folder: Path) -> None:
    with pytest.raises(Refusal) as none:
        rotating.rotate(actor=CommandLine())
    app.config["SECRETS_FILE"] = str(folder / "nowhere" / "secrets.json")
    with pytest.raises(Refusal) as gone:
        rotating.rotate(actor=CommandLine())
    app.config["SECRETS_FILE"] = ""

    assert (none.value.reason, gone.value.reason) == (KeyReason.NO_FILE, KeyReason.CANNOT_WRITE)
    assert db.session.query(AuditEntry).count() == 0


def test_the_page_and_the_start_page_warn_until_a_copy_of_the_keys_was_looked_at_and_again_after_a_change(
    app: Flask, key_file: Path, folder: Path
) -> None:
    admin = client_of(app, account(role=Role.ADMINISTRATOR, division=division_tree().root))
    copy, run = folder / "copy.json", app.test_cli_runner()

    def warned() -> bool:
        page, start = (admin.get(address).get_data(as_text=True) for address in ("/backups", "/desk"))
        on_page = "还没有核对过密钥文件的副本" in page
        assert ("另存密钥文件，并核对副本" in start) == on_page
        return on_page

    before = warned()
    copy.write_bytes(key_file.read_bytes())
    told = run.invoke(args=["keys", "confirm", str(copy)])
    confirmed = warned()
    changed = run.invoke(args=["keys", "rotate"])
    stale = run.invoke(args=["keys", "confirm", str(copy)])

    assert (before, confirmed, warned()) == (True, False, True)
    assert "副本和正在用的密钥相同" in told.output
    assert "已换用密钥 2" in changed.output
    assert (stale.exit_code, "重新另存一份" in stale.output) == (1, True)
    tags = [one.tag for one in db.session.query(AuditEntry).filter(AuditEntry.tag.startswith("backup:keys"))]
    assert tags == ["backup:keys:confirmed", "backup:keys:made", "backup:keys:renewed"]


def test_only_another_file_with_the_same_keys_counts_as_a_copy(app: Flask, key_file: Path, folder: Path) -> None:
    other, none = folder / "other.json", folder / "none.json"
    none.write_text("[]")
    other.write_text(key_file.read_text().replace("22" * 32, "44" * 32))

    for path, reason in (
        (key_file, KeyReason.THE_FILE_ITSELF),
        (none, KeyReason.NO_COPY),
        (other, KeyReason.OTHER_KEYS),
    ):
        with pytest.raises(Refusal) as refused:
            rotating.confirm(copy=path, actor=CommandLine())
        assert refused.value.reason is reason


def test_every_sealed_column_is_known_to_the_change_of_keys() -> None:
    sealed = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and ("sealed" in column.name or "secret" in column.name)
    }

    assert sealed == {(one.table.__tablename__, one.column.key) for one in rotating.SEALED}
