"""Language and type size, as plain links; the style guide."""

from flask import Blueprint, abort, current_app, make_response, redirect, render_template
from flask.typing import ResponseReturnValue

from villagegov.web.filters import one_asked
from villagegov.web.guards import public
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
