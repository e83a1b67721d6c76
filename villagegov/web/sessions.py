"""The sign-in kept in the signed cookie: whose it is, and when it was last used (S6, S7)."""

from datetime import UTC, datetime, timedelta

from flask import Flask, Response, flash, request, session
from flask_babel import gettext as _

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account

SEEN = "seen"
#: The cookie is not written anew more often than this.
FRESH = timedelta(minutes=1)


def prepare(app: Flask) -> None:
    """Keep the cookie of whoever is at work alive."""
    app.after_request(_keep)


def account_of(token: str) -> Account | None:
    """The account of this cookie; None once its sign-in ended, or half an hour passed without a click.

    A teller's day knows no such pause.
    """
    account = queries.account_of_token(token)
    if rules.is_idle(last_seen=_last_seen(), now=clock.now()) and not (account and queries.stays_open(account)):
        _forget()
        flash(_("您有半小时没有操作，已自动退出。请重新登录。"), "warning")
        return None
    if account is None:
        _forget()
        flash(_("这次登录已经结束：满了十二小时，或者在别处退出、改了密码，或者权限已变更。请重新登录。"), "warning")
    if account is not None:
        account.token = token
    return account


def _forget() -> None:
    """Drop the sign-in and keep the rest: a form may have put its key into the session a moment ago."""
    for name in (SEEN, "_user_id", "_fresh", "_id"):
        session.pop(name, None)


def note_seen() -> None:
    """This moment is the last click."""
    session[SEEN] = int(clock.now().timestamp())


def _last_seen() -> datetime:
    return datetime.fromtimestamp(session.get(SEEN, 0), UTC)


def _keep(response: Response) -> Response:
    if request.endpoint != "static" and SEEN in session and clock.now() - _last_seen() > FRESH:
        note_seen()
    return response
