"""`make drill`: every drill in full on both databases, one line each. Exit code 1 when anything was found.

python -m tests.drills [NAME] [NUMBER]
"""

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from flask import Flask

from tests.builders.database import emptied
from tests.drills.drill import ENGINES, Drill
from tests.drills.drills import DRILLS
from tests.drills.quiet import quiet
from villagegov import clock
from villagegov.extensions import db

SHOWN = 5


def main(name: str = "", number: str = "") -> int:
    """Run the drill called `name`, or all; how many findings there were."""
    wanted = [drill for drill in DRILLS if name in ("", drill.name)]
    if not wanted:
        print(f"No drill is called {name}. There are: {', '.join(drill.name for drill in DRILLS)}.")
        return 1
    quiet()
    print("| drill | engine | tried | found | seconds | what |\n|---|---|---|---|---|---|", flush=True)
    return sum(_on(engine, opened, wanted, number) for engine, opened in ENGINES.items())


def _on(engine: str, opened: Callable[[], AbstractContextManager[Flask]], wanted: list[Drill], number: str) -> int:
    findings = 0
    with opened() as app:
        for drill in (one for one in wanted if one.stored or engine == "sqlite"):
            with app.app_context():
                emptied()
                begun = time.perf_counter()
                found = drill.run(app, int(number or drill.full))
                db.session.rollback()
            clock.run_on(None)
            findings += len(found.faults)
            what = f"{drill.what}; {found.note}" if found.note else drill.what
            figures = f"{found.tried:,} | {len(found.faults)} | {time.perf_counter() - begun:.0f}"
            print(f"| {drill.name} | {engine} | {figures} | {what} |", flush=True)
            for fault in found.faults[:SHOWN]:
                print(f"    {fault}", file=sys.stderr, flush=True)
    return findings


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:3]) else 0)
