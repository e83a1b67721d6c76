"""D15, O1: little memory and few files make it slower, not wrong; who sends slowly does not stop who reads."""

import resource
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from flask import Flask

from tests.bench.public_pages import RESULT, UNIT, fetched, served
from tests.builders.elections import hands, posted
from villagegov.demo.serving import THREADS
from villagegov.extensions import db

MEMORY, FILES = 512 * 1024 * 1024, 200
SLOW = (
    b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 400\r\n\r\na"
)


def narrow() -> None:
    """What `ulimit` says before the program starts."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    """The program on a small machine, with a posted result."""
    posted(who=hands())
    db.session.remove()
    address = str(app.config["SQLALCHEMY_DATABASE_URI"])
    with served("served_app", address, 0, threads=THREADS, before=narrow) as port:
        yield port


def test_who_sends_slowly_does_not_stop_who_reads_o1(port: int) -> None:
    slow = [socket.create_connection(("127.0.0.1", port)) for _sender in range(THREADS - 1)]
    for one in slow:
        one.sendall(SLOW)

    waits = []
    for _time in range(20):
        begun = time.perf_counter()
        fetched(port, UNIT)
        waits.append(time.perf_counter() - begun)
    for one in slow:
        one.close()

    assert sorted(waits)[18] < 2


def test_many_readers_are_all_served_and_too_many_connections_end_with_themselves_d15(port: int) -> None:
    pages: list[bytes] = []
    readers = [
        threading.Thread(target=lambda: pages.extend(fetched(port, where) for where in (UNIT, RESULT) * 3))
        for _reader in range(20)
    ]
    for one in readers:
        one.start()
    for one in readers:
        one.join()

    assert len(pages) == 120
    assert len(set(pages)) == 2
    no_file_is_left_for_readers(port)


def no_file_is_left_for_readers(port: int) -> None:
    """More connections than files, for a moment; afterwards it goes on without a restart."""
    idle = [socket.create_connection(("127.0.0.1", port)) for _connection in range(FILES + 50)]
    time.sleep(0.5)
    for one in idle:
        one.close()

    until = time.monotonic() + 30
    while not served_again(port):
        assert time.monotonic() < until


def served_again(port: int) -> bool:
    """Whether a page comes, for now."""
    try:
        return bool(fetched(port, UNIT))
    except OSError:
        return False
