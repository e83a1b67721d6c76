"""D1, B5: killed while a backup is written, and while one is put in the place of what is there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from sqlalchemy import create_engine, make_url

from tests.builders.elections import Hands, hands, with_roll
from tests.builders.files import kept
from tests.drills.drill import Found
from tests.drills.kill import killed_while_saving
from tests.drills.killer import Press
from tests.drills.states import elsewhere, restored
from villagegov.backups import making, restoring
from villagegov.backups.archive import write_state
from villagegov.backups.models import Backup
from villagegov.backups.rules import Tally
from villagegov.extensions import db
from villagegov.refusal import Refusal
from villagegov.schema import metadata
from villagegov.web.keyring import keys

VOTERS = 400
NOTED = {"audit_chains", "audit_entries", "sign_ins"}


class Making:
    """`flask backup FILE`: the file is there whole, or not at all."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "made.backup"
        self.absent, self.whole, self.note = {"file": 0}, {"file": 1}, f"{VOTERS} voters and a kept file"

    def press(self) -> Press:
        """The command."""
        db.session.query(Backup).delete()  # one that was killed is under way for a while
        db.session.commit()
        return {"path": "backup", "fields": {str(self._path): ""}, "cookie": ""}

    def stored(self, _press: Press) -> dict[str, int]:
        """Whether the file is there; -1 when it is not whole."""
        db.session.query(Backup).delete()
        db.session.commit()
        if not self._path.exists():
            return {"file": 0}
        try:
            restoring.check(self._path, keys())
        except Refusal:
            return {"file": -1}
        return {"file": 1}

    def emptied(self) -> None:
        """No file."""
        self._path.unlink(missing_ok=True)


class Restoring:
    """`flask restore FILE --replace`: the old state is there whole, or the new one."""

    def __init__(self, old: Path, new: Path, target: str, folder: Path) -> None:
        self._old, self._new, self._target, self._folder = old, new, target, folder
        self._states = [restoring.check(one, keys()).tally for one in (old, new)]
        self.absent, self.whole, self.note = {"state": 0}, {"state": 1}, f"{VOTERS} voters"
        self.emptied()

    def press(self) -> Press:
        """The command."""
        fields = {str(self._new): "", "--into": "", self._target: "", "--replace": ""}
        return {"path": "restore", "fields": fields, "cookie": ""}

    def stored(self, _press: Press) -> dict[str, int]:
        """0 for the old state, 1 for the new, -1 for anything else."""
        engine = create_engine(self._target)
        with engine.connect() as connection:
            there = _told(write_state(connection, metadata, making.store()))
        engine.dispose()
        known = [_told(state) for state in self._states]
        return {"state": known.index(there) if there in known else -1}

    def emptied(self) -> None:
        """The old state again."""
        restored(self._old, make_url(self._target), self._folder)


def _told(tally: Tally) -> list[object]:
    return [part for part in tally.parts if part[1] not in NOTED]


def killed_while_backing_up(app: Flask, number: int) -> Found:
    """A backup being written and proven."""
    _filled(app, hands())
    with TemporaryDirectory(prefix="villagegov-kill-") as folder:
        return killed_while_saving(app, number, Making(Path(folder)))


def killed_while_restoring(app: Flask, number: int) -> Found:
    """A backup being put in the place of another state."""
    with TemporaryDirectory(prefix="villagegov-kill-") as name, elsewhere(app, Path(name)) as target:
        folder = Path(name)
        who = hands()
        making.write_backup(folder / "old", engine=db.engine, keys=keys(), kept=making.store())
        _filled(app, who)
        making.write_backup(folder / "new", engine=db.engine, keys=keys(), kept=making.store())
        address = target.render_as_string(hide_password=False)
        return killed_while_saving(app, number, Restoring(folder / "old", folder / "new", address, folder))


def _filled(app: Flask, who: Hands) -> None:
    with_roll(who=who, voters=VOTERS)
    kept(unit=who.unit, folder=app.config["INSTANCE"])
    db.session.rollback()
