"""演练: try the whole election on a copy; the page that deletes it is with the figures of polling day."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.operations import practice
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/practice", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def begin_practice(election: Election) -> ResponseReturnValue:
    """What a practice election is, and the button that begins it."""
    form, known = ConfirmForm(), queries.practice_of(election)
    if form.submitted():
        with transaction(election, form) as answer:
            made = practice.begin_practice(election=election, actor=current_user)
            answer.to(url_for(".show", election_id=made.id), _("演练开始了，选举日是今天。可以随便试。"))
        return answer.redirect()
    return render_template("elections/begin_practice.html", form=form, election=election, known=known)
