"""D1: kill -9 of the process that saves; after the restart its act is whole or absent."""

import time
from typing import Protocol

from flask import Flask
from sqlalchemy import text

from tests.drills.drill import Found, address_of
from tests.drills.killer import Press, confirmer
from villagegov.audit import queries as audit
from villagegov.extensions import db

#: Seconds that PostgreSQL may need to notice a killed client.
LONGEST_WAIT = 30


class Scene(Protocol):
    """One act that can be pressed, looked at, and undone for the next press."""

    #: What there is when the act was not done, and when it was.
    absent: dict[str, int]
    whole: dict[str, int]
    note: str

    def press(self) -> Press:
        """The button, ready to be pressed."""

    def stored(self, press: Press) -> dict[str, int]:
        """What there is of the act now."""

    def emptied(self) -> None:
        """As before the act."""


def killed_while_saving(app: Flask, number: int, scene: Scene) -> Found:
    """`number` moments spread over the calls that write; every call once when there are fewer."""
    found, whole, engine, bystanders = Found(0), 0, db.engine.dialect.name, _others_at_work()
    with confirmer(address_of(app), engine, str(app.config["INSTANCE"])) as process:
        press = scene.press()
        _close()
        calls = process.calls_of(press)
        undisturbed = scene.stored(press)
        found.faults += [] if undisturbed == scene.whole else [f"undisturbed: {undisturbed}"]
        scene.emptied()
        press, points = scene.press(), _spread(calls, number)
        for point in points:
            _close()
            answered = process.killed_at(press, point)
            _wait_for_server(bystanders)
            stored = scene.stored(press)
            found.tried += 1
            found.faults += [f"killed at {point} of {calls}: {fault}" for fault in _faults(scene, stored, answered)]
            if stored != scene.absent:
                whole += 1
                scene.emptied()
                press = scene.press()
        unit = "system calls" if process.watches else "milliseconds"
    found.note = f"{scene.note}, {calls} {unit}, afterwards {whole} whole, {found.tried - whole} absent"
    return found


def once_of(press: Press) -> str:
    """The key of a form that was pressed."""
    fields = press["fields"]
    return fields["once"] if isinstance(fields, dict) else ""


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


def _faults(scene: Scene, stored: dict[str, int], answered: bool) -> list[str]:
    faults = [] if stored in (scene.absent, scene.whole) else [f"partial: {stored}"]
    faults += ["said saved, and is not"] if answered and stored != scene.whole else []
    faults += [f"chain {one.place_id} broken" for one in audit.chains() if audit.fault_in(one) is not None]
    if db.engine.dialect.name == "sqlite":
        checks = [db.session.execute(text(f"PRAGMA {what}")).all() for what in ("integrity_check", "foreign_key_check")]
        faults += [f"database: {checks}"] if [list(map(tuple, one)) for one in checks] != [[("ok",)], []] else []
    return faults
