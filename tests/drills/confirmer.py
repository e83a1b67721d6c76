"""A process that confirms an import and may be killed meanwhile, for the drill `kill`.

Each line read is one press: it forks, the copy says its number, waits for a byte, presses, says the answer's status.
"""

import ctypes
import json
import os
import sys
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from config import settings
from tests.drills.quiet import quiet
from villagegov import create_app

PR_SET_PTRACER, ANYBODY = 0x59616D61, -1


def confirm(app: Flask, press: dict[str, str | dict[str, str]]) -> None:
    """Say ready, wait for the word, press the button, say what was answered."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_long(ANYBODY), 0, 0, 0)
    if (kept := Path(app.config["SECRETS_FILE"])).exists():  # as a program does that starts now
        app.config.update(json.loads(kept.read_text()))
    client = app.test_client()
    client.set_cookie("session", str(press["cookie"]))
    os.write(1, f"{os.getpid()}\n".encode())
    os.read(0, 1)
    os.write(1, f"answered {_answer(app, client, press)}\n".encode())
    os._exit(0)


def _answer(app: Flask, client: FlaskClient, press: dict[str, str | dict[str, str]]) -> int:
    """The status of a pressed button; a path without a slash is a command, which says 303 when it has ended well."""
    path, fields = str(press["path"]), press["fields"]
    if path.startswith("/"):
        return client.post(path, data=fields).status_code
    return 303 if app.test_cli_runner().invoke(args=[path, *fields]).exit_code == 0 else 500


def main() -> None:
    """Fork for each line of stdin; say when the copy has ended."""
    quiet()
    where = {"SQLALCHEMY_DATABASE_URI": sys.argv[1], "INSTANCE": sys.argv[2]}
    app = create_app({**settings("testing"), **where, "SECRETS_FILE": str(Path(sys.argv[2]) / "secrets.json")})
    while line := _line():
        copy = os.fork()
        if not copy:
            confirm(app, json.loads(line))
        os.waitpid(copy, 0)
        os.write(1, b"ended\n")


def _line() -> bytes:
    """One line, unbuffered: what follows is for the copy."""
    found = b""
    while (sign := os.read(0, 1)) not in (b"", b"\n"):
        found += sign
    return found


if __name__ == "__main__":
    main()
