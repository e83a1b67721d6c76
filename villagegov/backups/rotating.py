"""A new key for what is sealed: into the key file first, then row after row; may be killed anywhere, and goes on (P4).

Old keys stay in the file, since old backups need them. Everything can be read at every moment, by running servers too:
they read the file anew when it has changed.
"""

import json
import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple

from flask import current_app
from sqlalchemy import func, select, update
from sqlalchemy.orm import InstrumentedAttribute

from villagegov.accounts.models import Account
from villagegov.audit.record import Actor
from villagegov.backups import operations
from villagegov.backups.vocabulary import BackupTag, KeyReason
from villagegov.disclosure.models import Complaint, Question
from villagegov.elections.models import ChangeGround, RollChange, RollEntry
from villagegov.extensions import db
from villagegov.people.identity import IdentityKeys, UnreadableIdentityError
from villagegov.people.models import Person
from villagegov.refusal import refuse, refuse_if
from villagegov.transaction import transaction
from villagegov.web.keyring import keys, keys_of
from villagegov.web.models import Draft, Upload


class Sealed(NamedTuple):
    """A column of sealed bytes: of which table, whether each is a file of its own, how many are taken at once."""

    table: type[Any]
    column: InstrumentedAttribute[Any]
    is_file: bool
    at_once: int


SEALED = (
    Sealed(Person, Person.sealed_id, False, 1000),
    Sealed(RollEntry, RollEntry.sealed_id, False, 1000),
    Sealed(RollChange, RollChange.sealed_id, False, 1000),
    Sealed(ChangeGround, ChangeGround.sealed_evidence, False, 1000),
    Sealed(Question, Question.sealed_name, False, 1000),
    Sealed(Question, Question.sealed_phone, False, 1000),
    Sealed(Complaint, Complaint.sealed_name, False, 1000),
    Sealed(Complaint, Complaint.sealed_phone, False, 1000),
    Sealed(Account, Account.second_secret, True, 1000),
    Sealed(Draft, Draft.sealed, True, 20),
    Sealed(Upload, Upload.sealed, True, 1),
)


class Renewal(NamedTuple):
    """How a change of keys went: the key in use, how many were sealed anew, how many no key opens."""

    key_id: str
    renewed: int
    unreadable: int


def rotate(*, actor: Actor) -> Renewal:
    """Seal everything under a new key; a change that was broken off is finished first, without one more key.

    Raises Refusal(NO_FILE, CANNOT_WRITE) with nothing changed.
    """
    refuse_if(not current_app.config.get("SECRETS_FILE"), KeyReason.NO_FILE)
    if not _something_is_left():
        _add_key(Path(current_app.config["SECRETS_FILE"]).resolve())
        with transaction():
            operations.note_key(tag=BackupTag.KEY_MADE, actor=actor, key=keys().current)
    counts = [_renewed(one, keys()) for one in SEALED]
    done = Renewal(keys().current, sum(count for count, _bad in counts), sum(bad for _count, bad in counts))
    with transaction():
        operations.note_key(tag=BackupTag.RENEWED, actor=actor, key=done.key_id, renewed=done.renewed)
    return done


def confirm(*, copy: Path, actor: Actor) -> None:
    """Note that `copy` holds the keys in use. Raises Refusal(NO_COPY, THE_FILE_ITSELF, OTHER_KEYS)."""
    found, name = keys_of(copy), current_app.config.get("SECRETS_FILE", "")
    refuse_if(bool(name) and Path(name).exists() and copy.samefile(name), KeyReason.THE_FILE_ITSELF)
    if found is None:
        refuse(KeyReason.NO_COPY)
    refuse_if(found.check_code != keys().check_code, KeyReason.OTHER_KEYS)
    with transaction():
        operations.confirm_copy(code=found.check_code, actor=actor)


def _something_is_left() -> bool:
    """Whether a readable row still stands under an older key."""
    ring = keys()
    return any(_opens(ring, one, sealed) for one in SEALED for _id, sealed in _older(one, ring, after=0))


def _opens(ring: IdentityKeys, one: Sealed, sealed: bytes) -> bool:
    try:
        ring.renewed(sealed, is_file=one.is_file)
    except UnreadableIdentityError:
        return False
    return True


def _older(one: Sealed, ring: IdentityKeys, *, after: int) -> list[tuple[int, bytes]]:
    """Some rows behind the id `after` that do not stand under the current key."""
    prefix = ring.current_prefix
    query = select(one.table.id, one.column).where(one.table.id > after, func.length(one.column) > 0)
    query = query.where(func.substr(one.column, 1, len(prefix)) != prefix).order_by(one.table.id).limit(one.at_once)
    return [(key, bytes(sealed)) for key, sealed in db.session.execute(query)]


def _renewed(one: Sealed, ring: IdentityKeys) -> tuple[int, int]:
    """Every row of a column, some to a transaction; one that was changed meanwhile keeps what it was changed to."""
    last = count = unreadable = 0
    table = one.table.__table__
    while rows := _older(one, ring, after=last):
        with transaction():
            for row_id, sealed in rows:
                try:
                    anew = ring.renewed(sealed, is_file=one.is_file)
                except UnreadableIdentityError:
                    unreadable += 1
                    continue
                unchanged = update(table).where(table.c.id == row_id, table.c[one.column.key] == sealed)
                db.session.execute(unchanged.values({one.column.key: anew}))
                count += 1
        last = rows[-1][0]
    return count, unreadable


def _add_key(path: Path) -> None:
    """One more key into the file, whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        settings, mode = json.loads(path.read_text(encoding="utf-8")), path.stat().st_mode & 0o777
        name = str(max((int(one) for one in settings["IDENTITY_KEYS"] if one.isdecimal()), default=0) + 1)
        settings["IDENTITY_KEYS"][name], settings["IDENTITY_KEY_ID"] = secrets.token_hex(32), name
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as target:
            target.write(json.dumps(settings))
            target.flush()
            os.fsync(target.fileno())
        part.chmod(mode)
        part.replace(path)
        _sync(path.parent)
    except OSError as error:
        refuse(KeyReason.CANNOT_WRITE, file=str(path), why=error.strerror or "")


def _sync(folder: Path) -> None:
    """The new name is on the disk too."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
