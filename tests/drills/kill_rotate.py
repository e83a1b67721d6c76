"""D1, P4: killed while everything is sealed anew; nothing is lost, and the same command ends what was begun."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from tests.backups.test_keys import everything_sealed
from tests.drills.drill import Found
from tests.drills.kill import killed_while_saving
from tests.drills.killer import Press
from villagegov.audit.record import CommandLine
from villagegov.backups import rotating
from villagegov.elections.models import RollEntry
from villagegov.extensions import db
from villagegov.people.identity import UnreadableIdentityError
from villagegov.web.keyring import keys

NAMES = ("SECRET_KEY", "IDENTITY_HASH_KEY", "IDENTITY_KEYS", "IDENTITY_KEY_ID")


class Rotating:
    """`flask keys rotate`: begun or not, every row opens at every moment; begun, it is ended by pressing again."""

    def __init__(self) -> None:
        self.absent = {"begun": 0, "lost": 0, "old": 0}
        self.whole = {"begun": 1, "lost": 0, "old": 0}
        self._numbers, self._key = _numbers(), keys().current
        self.note = f"{len(self._numbers)} voters, a person, a draft, a second factor"

    def press(self) -> Press:
        """The command."""
        return {"path": "keys", "fields": {"rotate": ""}, "cookie": ""}

    def stored(self, _press: Press) -> dict[str, int]:
        """Whether a new key is there, how many rows no key opens, how many the command leaves when it runs again."""
        begun = keys().current != self._key
        lost = sum(not _opens(one, sealed) for one, sealed in _sealed()) or int(_numbers() != self._numbers)
        db.session.rollback()
        if begun and _older():
            rotating.rotate(actor=CommandLine())
        return {"begun": int(begun), "lost": lost, "old": _older() if begun else 0}

    def emptied(self) -> None:
        """The key in use is the old one from now on."""
        self._key = keys().current


def _sealed() -> list[tuple[rotating.Sealed, bytes]]:
    return [
        (one, bytes(sealed))
        for one in rotating.SEALED
        for (sealed,) in db.session.query(one.column)
        if sealed is not None and len(sealed)
    ]


def _opens(one: rotating.Sealed, sealed: bytes) -> bool:
    try:
        keys().renewed(sealed, is_file=one.is_file)
    except UnreadableIdentityError:
        return False
    return True


def _older() -> int:
    return sum(not sealed.startswith(keys().current_prefix) for _one, sealed in _sealed())


def _numbers() -> list[str]:
    """Every ID number of the roll, opened."""
    try:
        return sorted(keys().decrypt(one.sealed_id) for one in db.session.query(RollEntry))
    except UnreadableIdentityError:
        return []


def killed_while_rotating(app: Flask, number: int) -> Found:
    """A change of keys, with a key file of its own."""
    before = app.config["INSTANCE"]
    with TemporaryDirectory(prefix="villagegov-kill-") as folder:
        file = Path(folder) / "secrets.json"
        file.write_text(json.dumps({name: app.config[name] for name in NAMES}))
        app.config["INSTANCE"], app.config["SECRETS_FILE"] = folder, str(file)
        everything_sealed(app)
        try:
            return killed_while_saving(app, number, Rotating())
        finally:
            app.config["INSTANCE"], app.config["SECRETS_FILE"] = before, ""
            app.extensions.pop("identity_keys", None)
