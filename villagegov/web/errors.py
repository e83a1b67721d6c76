"""Failure pages: what happened, whether it was saved, what to do, and a number to quote."""

import secrets

from flask import Flask, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from villagegov.accounts.queries import rights_changed
from villagegov.extensions import db
from villagegov.files.store import StorageFullError
from villagegov.refusal import Refusal
from villagegov.web.logs import tell

#: What SQLite says, and PostgreSQL's SQLSTATE.
FULL, DISK_FULL = "disk is full", "53100"
#: A view may say why, in a whole sentence.
SAYS_WHY = {409, 429}
#: Seconds after which it is worth while to ask again.
ASK_AGAIN = {429: "60", 503: "5", 507: "5"}
#: Without template and database; a connection cut at the commit leaves open whether the act was stored.
LAST_RESORT = (
    '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>系统暂时不能使用</title>'
    "<h1>系统暂时不能使用</h1><p>如果您刚才按了“保存”，现在不能确定有没有存上。"
    "请过几分钟回到上一页再按一次：多按一次不会存成两份。</p>"
    "<p>仍不行，请联系系统管理员，并报出编号 {incident}。</p></html>"
)


def prepare(app: Flask) -> None:
    """Register the pages."""
    app.register_error_handler(HTTPException, _expected)
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(StorageFullError, _no_room)
    app.register_error_handler(Exception, _unexpected)


def _expected(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error
    return _page(error.code or 500, _our_words(error))


def _our_words(error: HTTPException) -> str | None:
    """The sentence a view gave; never the library's own."""
    return error.description if error.code in SAYS_WHY and "description" in vars(error) else None


def _refused(refusal: Refusal) -> ResponseReturnValue:
    return _page(409, refusal.sentence)


def _database_away(error: OperationalError) -> ResponseReturnValue:
    if FULL in str(error.orig) or getattr(error.orig, "sqlstate", None) == DISK_FULL:
        return _no_room(error)
    tell("database not available", kind=type(error.orig).__name__)
    return _page(ServiceUnavailable.code, None, saved=_("不能确定您刚才填写的内容有没有存上，请再按一次。"))


def _no_room(error: Exception) -> ResponseReturnValue:
    """D4: nothing of this act is stored; reading goes on, and so does writing once there is room."""
    tell("no room left", kind=type(error).__name__)
    return _page(507, None)


def _unexpected(error: Exception) -> ResponseReturnValue:
    return _page(InternalServerError.code, None, error)


def _page(status: int, sentence: str | None, error: Exception | None = None, **words: str) -> ResponseReturnValue:
    incident = g.incident = secrets.token_hex(4).upper()
    if error is not None:
        # The message may carry what somebody typed, so only the kind and the place are logged (P3).
        tell("incident", place=error, number=incident, route=request.endpoint, kind=type(error).__name__)
    headers = {"Retry-After": ASK_AGAIN[status]} if status in ASK_AGAIN else {}
    if request.path.startswith("/api/"):
        return jsonify(error=status, incident=incident), status, headers
    try:
        db.session.rollback()
        changed = status in {403, 404} and current_user.is_authenticated and rights_changed(current_user)
        page = render_template(
            "errors/error.html", status=status, sentence=sentence, incident=incident, changed=changed, **words
        )
    except Exception as second:
        tell("error page failed", place=second, number=incident, kind=type(second).__name__)
        page = LAST_RESORT.format(incident=incident)
    return page, status, headers
