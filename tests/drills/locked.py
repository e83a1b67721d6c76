"""C5: fifty writers at once, in ten processes as on a busy server; nobody may see a lock."""

import json
import subprocess
import sys
from typing import IO

from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on
from tests.builders.divisions import division_tree
from tests.drills.drill import Found, address_of
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Round
from villagegov.extensions import db

WRITERS, PROCESSES = 50, 10
PATH = "/rounds/new"


def written_at_once(app: Flask, number: int) -> Found:
    """`number` rounds set up by fifty officials (fewer for a sample), each through the page."""
    writers = min(WRITERS, number)
    processes = min(PROCESSES, max(1, writers // 5))
    tokens, fields = officials(app, writers)
    db.session.rollback()
    work = {"database": address_of(app), "path": PATH, "fields": fields, "times": number // writers}
    cookies = list(tokens)
    shares = [{**work, "tokens": {one: tokens[one] for one in cookies[at::processes]}} for at in range(processes)]
    waits = _pressed(shares)
    stored, saved = db.session.query(Round).count(), sum(status == 303 for status, _wait in waits)
    slowest = sorted(wait for _status, wait in waits)
    p99 = slowest[min(len(slowest) - 1, int(len(slowest) * 0.99))]
    faults = [f"answer {status} after {wait:.1f} s" for status, wait in waits if status != 303]
    faults += [f"{saved} said saved, {stored} stored"] if saved != stored else []
    return Found(len(waits), faults, f"{writers} writers, wait p99 {p99:.2f} s, longest {slowest[-1]:.2f} s")


def officials(app: Flask, count: int) -> tuple[dict[str, str], dict[str, str]]:
    """Cookie and form key of each; and what they type."""
    county, tokens, fields = division_tree().county, {}, {}
    for _official in range(count):
        client = client_of(app, account(role=Role.OFFICIAL, division=county))
        fields = form_on(client.get(PATH))
        cookie = client.get_cookie("session")
        if cookie is not None:
            tokens[cookie.value] = fields["csrf_token"]
    today = clock.today().isoformat()
    return tokens, {**fields, "goal": "93", "opens_on": today, "closes_on": today}


def _pressed(shares: list[dict[str, object]]) -> list[tuple[int, float]]:
    """Every share written by a process of its own, all at once."""
    command = [sys.executable, "-m", "tests.drills.writer"]
    started = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in shares]
    for process, share in zip(started, shares, strict=True):
        _said(process.stdin, json.dumps(share))
    for process in started:
        _heard(process.stdout)
    for process in started:
        _said(process.stdin, "go")
    waits = [wait for process in started for wait in json.loads(_heard(process.stdout))]
    for process in started:
        process.communicate()
    return waits


def _said(pipe: IO[str] | None, line: str) -> None:
    if pipe is not None:
        pipe.write(line + "\n")
        pipe.flush()


def _heard(pipe: IO[str] | None) -> str:
    line = pipe.readline() if pipe is not None else ""
    if not line:
        raise RuntimeError("a writer ended before its time")
    return line
