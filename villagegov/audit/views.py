"""All that was done, for the auditor."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from villagegov.accounts.permissions import Permission
from villagegov.audit import queries
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard
from villagegov.web.paging import paged

blueprint = Blueprint("audit", __name__)


@blueprint.get("/audit")
@guard(Permission.READ_AUDIT)
def index() -> ResponseReturnValue:
    """Every entry, newest first."""
    words = words_asked()
    return render_template("audit/index.html", page=paged(queries.entries(words)), words=words)
