"""C1: a button pressed five times at the same moment."""

import itertools
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, twin_of
from tests.builders.elections import hands, ready
from tests.drills.drill import Found
from villagegov.elections.operations import polling
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.turnout.models import TurnoutFigure

PRESSES = 5
Answer = tuple[int, str | None]


def pressed_at_once(app: Flask, number: int) -> Found:
    """Turnout figures, which nothing but the form's key keeps from being stored twice."""
    who = hands()
    election = ready(who=who, voters=number + 10)
    with transaction():
        polling.open_poll(election=election, actor=who.first)
    address, clerk = f"/stations/{election.stations[0].id}/figure", client_of(app, who.first)
    clerk.get(address)
    windows = [twin_of(clerk) for _ in range(PRESSES)]
    found = Found(number * PRESSES, note=f"{number} forms")
    with together(windows) as press:
        for own in range(1, number + 1):
            fields = {**form_on(clerk.get(address)), "own": str(own), "proxy": "0"}
            answers = {(one.status_code, one.location) for one in press(address, fields)}
            stored = db.session.query(TurnoutFigure).filter_by(own=own).count()
            if stored != 1 or len(answers) != 1 or next(iter(answers))[0] != 303:
                found.faults.append(f"form {own}: {stored} records, answers {sorted(answers, key=str)}")
    return found


@contextmanager
def together(windows: list[FlaskClient]) -> Iterator[Any]:
    """A way to post the same fields, or each window its own, from every window at the same moment."""
    start = threading.Barrier(len(windows))

    def one(window: FlaskClient, address: str, fields: dict[str, str]) -> TestResponse:
        start.wait()
        return window.post(address, data=fields)

    with ThreadPoolExecutor(len(windows)) as pool:

        def press(address: str, *fields: dict[str, str]) -> list[TestResponse]:
            answers = list(pool.map(one, windows, itertools.repeat(address), itertools.cycle(fields)))
            db.session.rollback()
            return answers

        yield press
