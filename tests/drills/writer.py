"""A process with some writers, for the drill `locked`: reads its work, waits for the word, presses, tells the waits."""

import json
import secrets
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from flask import Flask

from config import settings
from tests.drills.quiet import quiet
from villagegov import create_app

Press = tuple[int, float]


def write(app: Flask, work: dict[str, Any], cookie: str) -> list[Press]:
    """Press the form `times` times with this account's cookie; status and seconds of each."""
    client, waits = app.test_client(), []
    client.set_cookie("session", cookie)
    for _press in range(work["times"]):
        fields = {**work["fields"], "csrf_token": work["tokens"][cookie], "once": secrets.token_urlsafe(16)}
        fields["name"] = secrets.token_hex(8)
        begun = time.perf_counter()
        status = client.post(work["path"], data=fields).status_code
        waits.append((status, time.perf_counter() - begun))
    return waits


def main() -> None:
    """Say ready, wait for a line, write with all accounts at once, print the waits."""
    work = json.loads(sys.stdin.readline())
    quiet()
    app = create_app({**settings("testing"), "SQLALCHEMY_DATABASE_URI": work["database"]})
    print("ready", flush=True)
    sys.stdin.readline()
    cookies = list(work["tokens"])
    with ThreadPoolExecutor(len(cookies)) as pool:
        waits = [wait for one in pool.map(lambda cookie: write(app, work, cookie), cookies) for wait in one]
    print(json.dumps(waits), flush=True)


if __name__ == "__main__":
    main()
