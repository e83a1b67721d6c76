"""U13, D15: uploads that are slow, broken off or come all at once leave nothing behind."""

import http.client
import os
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.builders.files import picture
from tests.files.sending import CUT, Desk, desk
from tests.journeys.stage import served
from villagegov.extensions import db

TENTHS = range(1, 10)
AT_ONCE = 50
#: So large that a server puts it into a temporary file.
LARGE = picture() + b"\x00" * 2_000_000


@pytest.fixture
def at(app: Flask, tmp_path: Path) -> Iterator[Desk]:
    """A clerk before the form; the store of kept files is nobody's."""
    usual, app.config["INSTANCE"] = app.config["INSTANCE"], str(tmp_path / "instance")
    yield desk(app)
    app.config["INSTANCE"] = usual


@pytest.fixture
def temporary(tmp_path: Path) -> Iterator[Path]:
    """The folder of temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    usual, tempfile.tempdir = tempfile.tempdir, str(folder)
    yield folder
    tempfile.tempdir = usual


@pytest.fixture
def address(at: Desk) -> Iterator[str]:
    """Where the application answers on a real socket."""
    with served(at.app) as where:
        yield where


def head(at: Desk, length: int) -> bytes:
    """The lines before the bytes of a press."""
    cookie = at.client.get_cookie("session")
    assert cookie is not None
    lines = [f"POST {at.address} HTTP/1.1", "Host: localhost", f"Cookie: session={cookie.value}"]
    lines += [f"Content-Type: {CUT}", f"Content-Length: {length}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode()


def send(address: str, data: bytes) -> bytes:
    """What comes back for these bytes, after which the sender goes away."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        line.sendall(data)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := line.recv(65_536):
            answer += piece
    return answer


@pytest.mark.parametrize("tenth", TENTHS)
def test_an_upload_broken_off_leaves_nothing_behind(at: Desk, address: str, temporary: Path, tenth: int) -> None:
    body = at.body(("公示.jpg".encode(), LARGE))

    send(address, head(at, len(body)) + body[: len(body) * tenth // 10])

    assert (at.rows, at.on_disk, list(temporary.iterdir())) == (0, [], [])


def test_a_slow_upload_that_arrives_is_kept_and_others_go_on_meanwhile(at: Desk, address: str) -> None:
    body, place = at.body(("公示.jpg".encode(), picture())), urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=30) as line:
        line.sendall(head(at, len(body)) + body[: len(body) // 2])
        other = http.client.HTTPConnection(str(place.hostname), place.port, timeout=10)
        other.request("GET", "/sign-in")
        status = other.getresponse().status
        other.close()
        line.sendall(body[len(body) // 2 :])
        answer = line.recv(65_536)

    assert status == 200
    assert b" 303 " in answer.partition(b"\r\n")[0]
    assert at.rows == 1


def test_fifty_at_once_are_all_kept_and_hold_no_file_open(at: Desk, address: str, temporary: Path) -> None:
    bodies = [at.body((f"{number}.jpg".encode(), picture(size=(40, 30 + number)))) for number in range(AT_ONCE)]
    messages = [head(at, len(body)) + body for body in bodies]
    answers: list[bytes] = []
    threads = [threading.Thread(target=lambda data=data: answers.append(send(address, data))) for data in messages]
    let_go()
    before = open_files()

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer[:12] for answer in answers] == [b"HTTP/1.1 303"] * AT_ONCE
    assert at.rows == AT_ONCE
    assert list(temporary.iterdir()) == []
    let_go()
    assert soon(lambda: open_files() <= before)


def let_go() -> None:
    """Close the connections of this process; SQLite keeps the files of all of them open as long as there is one."""
    db.session.rollback()
    db.engine.dispose()


def soon(holds: Callable[[], bool]) -> bool:
    """Whether it holds within ten seconds; a server closes its end a moment after the answer."""
    until = time.monotonic() + 10
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    return holds()


def open_files() -> int:
    """How many files and connections this process holds open."""
    return len(os.listdir("/proc/self/fd"))
