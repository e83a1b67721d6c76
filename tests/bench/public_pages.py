"""The public pages of a unit and of a result, beside a bare page of the same size with one query, same server."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from config import settings
from tests.bench.measured import Measured
from tests.builders.database import migrated
from tests.builders.disclosure import posted_month
from tests.builders.elections import hands, posted
from villagegov import create_app
from villagegov.extensions import db

#: At least half of the bare page's requests per second.
LIMIT = 2.0
CLIENTS, SPAN, RUNS = 4, 2.0, 3
UNIT = "/c/990101001201"
RESULT = f"{UNIT}/elections/1"
POSTING = f"{UNIT}/postings/1"
LINES = 40
#: A returning reader's phone.
HEADERS = {"Cookie": "place=990101001201"}


def unit_page() -> Measured:
    """The board of a unit with an election and its notice."""
    return _beside_bare(UNIT, "unit page")


def result_page() -> Measured:
    """A posted result with its full vote table."""
    return _beside_bare(RESULT, "result page")


def posting_page() -> Measured:
    """A month of forty lines on the open web, every payee masked."""
    return _beside_bare(POSTING, "posting page")


def _beside_bare(address: str, name: str) -> Measured:
    """Seconds per answered request of both, by turns."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/bench.db"
        _furnish(database)
        with served("served_app", database, 0) as ours_port:
            length = len(fetched(ours_port, address))
            with served("bare_app", database, length) as bare_port:
                pairs = [(_per_request(ours_port, address), _per_request(bare_port, address)) for _run in range(RUNS)]
    ours, floor = (statistics.median(column) for column in zip(*pairs, strict=True))
    return Measured(f"{name}, {length:,} bytes, per request", ours, floor, LIMIT)


def _furnish(database: str) -> None:
    migrated(database)
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": database})
    with app.app_context():
        who = hands()
        posted(who=who)
        posted_month(unit=who.unit, count=LINES)
        db.session.remove()
        db.engine.dispose()


@contextmanager
def served(
    module: str, database: str, length: int, *, threads: int = 1, before: Callable[[], None] | None = None
) -> Iterator[int]:
    """A granian of one worker with so many blocking threads, which begins with `before`; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "1",
        "--blocking-threads",
        str(threads),
    ]
    command += ["--no-access-log", "--port", str(port), f"tests.bench.{module}:app"]
    env = {**os.environ, "BENCH_DATABASE": database, "BENCH_LENGTH": str(length)}
    root = Path(__file__).parents[2]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(command, cwd=root, env=env, preexec_fn=before, **quiet)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _try in range(200):
        try:
            fetched(port, UNIT)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server did not start")


def fetched(port: int, address: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address, headers=HEADERS)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == 200, answer.status
    return body


def _per_request(port: int, address: str) -> float:
    counts: list[int] = []
    until = time.perf_counter() + SPAN
    threads = [
        threading.Thread(target=lambda: counts.append(_pressed(port, address, until))) for _client in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return SPAN / sum(counts)


def _pressed(port: int, address: str, until: float) -> int:
    connection, count = http.client.HTTPConnection("127.0.0.1", port), 0
    while time.perf_counter() < until:
        connection.request("GET", address, headers=HEADERS)
        connection.getresponse().read()
        count += 1
    connection.close()
    return count
