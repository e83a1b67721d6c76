"""D1: kill -9 of the process that confirms a roll; after the restart the import is whole or absent."""

import time
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, text

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.elections import hands, started
from tests.drills.drill import Found, address_of
from tests.drills.killer import Press, confirmer
from villagegov.audit import queries as audit
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import Election, Roll, RollEntry
from villagegov.elections.vocabulary import ElectionTag
from villagegov.extensions import db
from villagegov.web.models import Submission, Upload

#: Seconds that PostgreSQL may need to notice a killed client.
LONGEST_WAIT = 30
PEOPLE = 1500


@dataclass
class Scene:
    """An election whose roll is to be imported, and what is stored beside the roll."""

    clerk: FlaskClient
    election_id: int
    imports: int = 0

    @property
    def election(self) -> Election:
        """As it is now."""
        return db.session.get_one(Election, self.election_id)

    def press(self) -> Press:
        """A file sent; the button that confirms it."""
        preview = rolls.sent(self.clerk, self.election, rolls.xlsx(rolls.lines(PEOPLE)))
        cookie = self.clerk.get_cookie("session")
        fields = form_on(preview)
        return {"path": preview.request.path, "fields": fields, "cookie": cookie.value if cookie else ""}

    def emptied(self) -> None:
        """The roll as it was before the import; the chain keeps what was done."""
        self.imports += 1
        roll = queries.roll_of(self.election)
        db.session.execute(delete(RollEntry))
        roll.registered = 0
        db.session.commit()


def killed_while_confirming(app: Flask, number: int) -> Found:
    """`number` moments spread over the calls that write; every call once when there are fewer."""
    who = hands()
    scene = Scene(client_of(app, who.first), started(who=who).id)
    found, whole, engine, bystanders = Found(0), 0, db.engine.dialect.name, _others_at_work()
    with confirmer(address_of(app), engine) as process:
        press = scene.press()
        _close()
        calls = process.calls_of(press)
        scene.emptied()
        press, points = scene.press(), _spread(calls, number)
        for point in points:
            _close()
            answered = process.killed_at(press, point)
            _wait_for_server(bystanders)
            stored = _stored(scene, press)
            found.tried += 1
            found.faults += [f"killed at {point} of {calls}: {fault}" for fault in _faults(scene, stored, answered)]
            if stored["rows"]:
                whole += 1
                scene.emptied()
                press = scene.press()
        unit = "system calls" if process.watches else "milliseconds"
    found.note = f"{PEOPLE} rows, {calls} {unit}, afterwards {whole} whole, {found.tried - whole} absent"
    return found


def _spread(calls: int, number: int) -> list[int]:
    count = min(calls, number)
    return [1 + at * (calls - 1) // max(1, count - 1) for at in range(count)]


def _close() -> None:
    """Nobody else holds the database: opening it again is what a restart does."""
    db.session.remove()
    db.engine.dispose()


def _others_at_work() -> set[int]:
    """Processes of PostgreSQL that serve somebody else than us; none on SQLite."""
    if db.engine.dialect.name != "postgresql":
        return set()
    serving = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    found = set(db.session.scalars(text(serving)))
    db.session.rollback()
    return found


def _wait_for_server(bystanders: set[int]) -> None:
    """PostgreSQL goes on for a moment with what a killed client has sent; those who were there before do not matter."""
    until = time.monotonic() + LONGEST_WAIT
    while _others_at_work() - bystanders:
        if time.monotonic() > until:
            raise RuntimeError("the server still serves a client that was killed")
        time.sleep(0.01)


def _stored(scene: Scene, press: Press) -> dict[str, int]:
    """What there is of the import."""
    fields = press["fields"]
    once = fields["once"] if isinstance(fields, dict) else ""
    entries = db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_IMPORTED.value).count()
    return {
        "rows": db.session.query(RollEntry).count(),
        "registered": db.session.query(Roll).one().registered,
        "audit entries": entries - scene.imports,
        "answers": db.session.query(Submission).filter_by(key=once).count(),
        "files left": db.session.query(Upload).count(),
    }


def _faults(scene: Scene, stored: dict[str, int], answered: bool) -> list[str]:
    absent = dict.fromkeys(stored, 0) | {"files left": 1}
    whole = {"rows": PEOPLE, "registered": PEOPLE, "audit entries": 1, "answers": 1, "files left": 0}
    faults = [] if stored in (absent, whole) else [f"partial: {stored}"]
    faults += ["said saved, and is not"] if answered and stored != whole else []
    faults += [f"chain {one.place_id} broken" for one in audit.chains() if audit.fault_in(one) is not None]
    if db.engine.dialect.name == "sqlite":
        checks = [db.session.execute(text(f"PRAGMA {what}")).all() for what in ("integrity_check", "foreign_key_check")]
        faults += [f"database: {checks}"] if [list(map(tuple, one)) for one in checks] != [[("ok",)], []] else []
    return faults
