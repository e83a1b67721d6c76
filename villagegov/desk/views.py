"""The way in for everybody: find one's village; and the start page of those who work here."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from villagegov.divisions import queries as divisions
from villagegov.web.filters import words_asked
from villagegov.web.guards import public, signed_in
from villagegov.web.paging import paged

blueprint = Blueprint("desk", __name__)


@blueprint.get("/")
@public
def home() -> ResponseReturnValue:
    """Find a village or community by its name or that of its township."""
    words = words_asked()
    page = paged(divisions.named(words, units_only=True)) if words else None
    paths = divisions.paths(page.rows) if page else {}
    return render_template("desk/home.html", words=words, page=page, paths=paths)


@blueprint.get("/desk")
@signed_in
def start() -> ResponseReturnValue:
    """What is due, by when, what happens if not."""
    return render_template("desk/start.html")
