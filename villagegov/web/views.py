"""Language and type size, as plain links; drafts of forms; the style guide."""

from flask import Blueprint, abort, current_app, jsonify, make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

import villagegov.clock as clock
from villagegov.web import drafts
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import public, signed_in
from villagegov.web.reader import A_YEAR, LANGUAGE_COOKIE, TYPE_COOKIE, local_address
from villagegov.web.styleguide import specimens

blueprint = Blueprint("web", __name__)


def _back_with(cookie: str, value: str) -> ResponseReturnValue:
    response = make_response(redirect(local_address(one_asked("back"), "/")))
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(cookie, value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=secure)
    return response


@blueprint.get("/language/<to>")
@public
def language(to: str) -> ResponseReturnValue:
    """Read on in Chinese or English."""
    if to not in {"zh", "en"}:
        abort(404)
    return _back_with(LANGUAGE_COOKIE, to)


@blueprint.get("/type-size/<to>")
@public
def type_size(to: str) -> ResponseReturnValue:
    """Read on in normal or large type."""
    if to not in {"normal", "large"}:
        abort(404)
    return _back_with(TYPE_COOKIE, to)


@blueprint.get("/styleguide")
@public
def styleguide() -> ResponseReturnValue:
    """Every component in every state."""
    return render_template("styleguide.html", **specimens())


@blueprint.post("/drafts")
@public
def keep_draft() -> ResponseReturnValue:
    """What the script of a long form sends while it is filled in; to nobody's door, for no page is waiting."""
    saved_at = drafts.keep() if current_user.is_authenticated and ConfirmForm().submitted() else None
    if saved_at is None:
        abort(400)
    return jsonify(saved=f"{saved_at.astimezone(clock.CHINA):%H:%M}")


@blueprint.post("/drafts/discard")
@signed_in
def discard_draft() -> ResponseReturnValue:
    """The own draft of a form is not wanted."""
    if not ConfirmForm().submitted():
        abort(400)
    drafts.drop_sent()
    return redirect(local_address(request.form.get("back"), "/desk"), code=303)
