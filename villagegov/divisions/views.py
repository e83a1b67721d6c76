"""Browsing the tree, searching it, correcting it, and importing a newer list."""

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.divisions import operations, queries
from villagegov.divisions.forms import CorrectionForm
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Kind
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard, signed_in
from villagegov.web.paging import paged

blueprint = Blueprint("divisions", __name__)


@blueprint.get("/divisions")
@signed_in
def index() -> ResponseReturnValue:
    """Search by name or code, or begin at the provinces."""
    words = words_asked()
    page = paged(queries.named(words) if words else queries.children(queries.root()))
    return render_template("divisions/index.html", page=page, words=words, paths=queries.paths(page.rows))


@blueprint.get("/divisions/<int:division_id>")
@signed_in
def show(division_id: int) -> ResponseReturnValue:
    """One place, what lies below it, and how it was called before."""
    division = queries.division(division_id) or abort(404)
    return render_template(
        "divisions/show.html",
        division=division,
        above=queries.above(division),
        page=paged(queries.children(division)),
        pasts=queries.pasts(division),
        entries=history(division),
    )


@blueprint.route("/divisions/<int:division_id>/correct", methods=["GET", "POST"])
@guard(Permission.CORRECT_DIVISION, load=queries.division)
def correct(division: Division) -> ResponseReturnValue:
    """Override name or kind, with the reason."""
    form = CorrectionForm(obj=division)
    if form.submitted():
        with transaction(division, form) as answer:
            operations.correct(
                division=division,
                name=form.name.data,
                kind=Kind(form.kind.data),
                reason=form.reason.data,
                actor=current_user,
            )
            answer.to(url_for(".show", division_id=division.id), _("已更正。"))
        return answer.redirect()
    return render_template("divisions/correct.html", form=form, division=division)
