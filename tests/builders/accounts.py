"""Accounts with a role somewhere, and their way in."""

import itertools
from datetime import date, datetime
from functools import cache

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.browser import press
from villagegov import clock
from villagegov.accounts import passwords
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.extensions import db

PASSWORD = "correct horse battery"
LONG_AGO = date(2020, 1, 1)
_numbers = itertools.count(1)


def account(
    *,
    role: Role | None = Role.CLERK,
    division: Division | None = None,
    name: str = "王芳",
    sign_in_name: str = "",
    person_key: bytes | None = None,
    temporary_until: datetime | None = None,
    from_on: date = LONG_AGO,
    until_on: date | None = None,
) -> Account:
    """A stored account whose password is PASSWORD; without a division it holds no role. Each is a person of its own."""
    number = next(_numbers)
    made = Account(
        sign_in_name=sign_in_name or f"person{number}",
        name=name,
        person_key=person_key or number.to_bytes(32, "big"),
        password_hash=_hash_of(PASSWORD),
        temporary_until=temporary_until,
        created_at=clock.now(),
    )
    db.session.add(made)
    if role is not None and division is not None:
        db.session.add(Grant(account=made, role=role, division=division, from_on=from_on, until_on=until_on))
    db.session.commit()
    return made


@cache
def _hash_of(password: str) -> str:
    return passwords.hash_of(password)


def grant(*, account: Account, role: Role, division: Division, until_on: date | None = None) -> Grant:
    """One more role for an account."""
    made = Grant(account=account, role=role, division=division, from_on=LONG_AGO, until_on=until_on)
    db.session.add(made)
    db.session.commit()
    return made


def sign_in(client: FlaskClient, account: Account, password: str = PASSWORD) -> TestResponse:
    """Fill in the real form at the door."""
    return press(client, "/sign-in", sign_in_name=account.sign_in_name, password=password)


def client_of(app: Flask, account: Account) -> FlaskClient:
    """A browser in which `account` has signed in."""
    client = app.test_client()
    answer = sign_in(client, account)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return client
