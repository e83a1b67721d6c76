"""Accounts with a role somewhere, and their way in."""

import contextvars
import itertools
from datetime import date, datetime
from functools import cache
from http.cookies import SimpleCookie

from flask import Flask, session
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders.browser import press, see_afresh
from villagegov import clock
from villagegov.accounts import passwords
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.operations import sign_in as open_sign_in
from villagegov.accounts.views.sign_in import counted, welcomed
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.transaction import transaction

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
    """A browser in which `account` has signed in, by the operations of the door but without its page."""
    client, key = app.test_client(), account.id
    see_afresh()
    for name, cookie in contextvars.Context().run(_let_in, client, key).items():
        client.set_cookie(name, cookie.value, path=cookie["path"], httponly=True)
    see_afresh()
    return client


def _let_in(client: FlaskClient, key: int) -> SimpleCookie:
    """The cookies that the door leaves in the browser of whoever went through it."""
    app, kept = client.application, SimpleCookie()
    with app.test_request_context("/sign-in", method="POST", environ_base=client.environ_base):
        account = db.session.get_one(Account, key)
        proven_hash, attempt = account.password_hash or "", counted(account.sign_in_name, "")
        with transaction(account):
            token = open_sign_in(account=account, proven_hash=proven_hash, attempt=attempt, second_proven=True)
        answer = app.make_response(welcomed(account, token))
        app.session_interface.save_session(app, session, answer)  # type: ignore[arg-type] # the proxy will do
    for header in answer.headers.getlist("Set-Cookie"):
        kept.load(header)
    return kept
