"""Runs a view; when its act was refused, stale, or lost a race, runs it once more so that the form can say so."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from flask import flash, g, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import Conflict, ServiceUnavailable

import villagegov.clock as clock
from villagegov.extensions import csrf, db
from villagegov.refusal import Refusal
from villagegov.transaction import Stale, broken_constraint, submission_of
from villagegov.web.answers import Repeated, sound_key

TRIES = 3
#: SQLSTATE: serialization failure, deadlock, lock not available, connection lost.
PASSING = {"40001", "40P01", "55P03"}
#: Broken by two at the same moment, whole in the next run: the same press twice, the first acts of a place.
RACES = ("uq_submissions", "uq_audit_chains", "uq_sign_in_series", "uq_drafts")


class Trouble:
    """Why the form is shown again: exactly one of its parts is set."""

    def __init__(
        self,
        *,
        refusal: Refusal | None = None,
        stale: Stale | None = None,
        constraint: str = "",
        expired: bool = False,
    ) -> None:
        self.refusal = refusal
        self.stale = stale
        self.constraint = constraint
        self.expired = expired
        #: Set by the form that has shown it.
        self.shown = False


def answer_of(view: Callable[[], ResponseReturnValue]) -> ResponseReturnValue:
    """The view's answer; at most three runs against locks, then 503 (design 3, transaction)."""
    if request.method not in {"GET", "HEAD"} and not came_from_our_page():
        return _shown_again(view, Trouble(expired=True))
    for _run in range(TRIES):
        try:
            return _with_status(view())
        except Repeated as repeated:
            return _first_answer(repeated)
        except Refusal as refusal:
            return _shown_again(view, Trouble(refusal=refusal))
        except Stale as stale:
            return _shown_again(view, Trouble(stale=stale))
        except StaleDataError:
            db.session.rollback()
        except IntegrityError as error:
            constraint = broken_constraint(error)
            if not constraint.startswith(RACES):
                return _shown_again(view, Trouble(constraint=constraint))
        except OperationalError as error:
            if not passes(error):
                raise
            db.session.rollback()
    raise ServiceUnavailable


def first_answer() -> ResponseReturnValue | None:
    """Where the first press of this very form led, when what it took away is gone by the second one (C1)."""
    if request.method != "POST" or not came_from_our_page():
        return None
    found = submission_of(sound_key(request.form.get("once", "")))
    return _first_answer(Repeated(found.address, found.made_at)) if found is not None else None


def came_from_our_page() -> bool:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        return False
    try:
        csrf.protect()
    except CSRFError:
        return False
    return True


def _shown_again(view: Callable[[], ResponseReturnValue], trouble: Trouble) -> ResponseReturnValue:
    db.session.rollback()
    g.trouble = trouble
    response = make_response(_with_status(view()))
    if not trouble.shown:
        raise Conflict(trouble.refusal.sentence if trouble.refusal else None)
    return response


def _with_status(answer: ResponseReturnValue) -> ResponseReturnValue:
    """A page that shows a form's errors is not a success: 422, 409 or 400."""
    response = make_response(answer)
    if response.status_code == 200 and "form_status" in g:
        response.status_code = g.form_status
    return response


def _first_answer(repeated: Repeated) -> ResponseReturnValue:
    when = repeated.made_at.astimezone(clock.CHINA).strftime("%H:%M")
    flash(_("这份内容已于 %(time)s 提交，没有重复保存。", time=when))
    return redirect(repeated.address, code=303)


def passes(error: OperationalError) -> bool:
    """Whether waiting helps: locked, deadlocked, or serialization failed."""
    origin: Any = error.orig
    return getattr(origin, "sqlstate", None) in PASSING or "locked" in str(origin)
