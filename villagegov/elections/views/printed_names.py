"""A round's own numbers and titles of forms."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.printed import names_form
from villagegov.elections.models import Round
from villagegov.elections.operations import printed as operations
from villagegov.elections.queries.printed import names_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.route("/rounds/<int:round_id>/papers", methods=["GET", "POST"])
@guard(Permission.SET_UP_ROUND, load=queries.round_)
def round_papers(round_: Round) -> ResponseReturnValue:
    """Number and title of every form, as the township has them printed."""
    form = names_form(names_of(round_))
    if form.submitted():
        with transaction(round_, form) as answer:
            operations.name_papers(round_=round_, names=form.names(), actor=current_user)
            answer.to(url_for(".rounds"), _("已保存本届公告的号码和标题。"))
        return answer.redirect()
    return render_template("elections/printed/names.html", form=form, round=round_, codes=list(FORMS))
