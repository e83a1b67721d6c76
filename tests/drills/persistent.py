"""A program with some hands that do not give up, for the drill `restart`: presses each form until it is answered."""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from zlib import crc32

from flask import Flask

from config import settings
from tests.drills.quiet import quiet
from villagegov import create_app

PAUSE_S = 0.05


def press(app: Flask, work: dict[str, Any], cookie: str, names: list[str]) -> None:
    """Each name once, with the same form's key until the answer says saved; every answer is told at once."""
    client = app.test_client()
    for name in names:
        fields = {**work["fields"], "csrf_token": work["tokens"][cookie], "once": name.encode().hex(), "name": name}
        while _told(_status(client, cookie, work["path"], fields), name) != "303":
            time.sleep(PAUSE_S)


def _status(client: Any, cookie: str, path: str, fields: dict[str, str]) -> str:
    client.set_cookie("session", cookie)
    try:
        return str(client.post(path, data=fields).status_code)
    except OSError:
        return "cut"


def _told(status: str, name: str) -> str:
    os.write(1, f"{status} {name}\n".encode())
    return status


def main() -> None:
    """Read the work, press with all hands, end."""
    work = json.loads(sys.stdin.readline())
    quiet()
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": work["database"]})
    cookies = list(work["tokens"])
    with ThreadPoolExecutor(len(cookies)) as pool:
        # The same hand for the same name after a restart: a form's key counts for one account.
        hands = len(cookies)
        shares = [
            (cookie, [n for n in work["names"] if crc32(n.encode()) % hands == at]) for at, cookie in enumerate(cookies)
        ]
        for _done in pool.map(lambda share: press(app, work, *share), shares):
            pass


if __name__ == "__main__":
    main()
