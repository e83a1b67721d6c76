"""Rounds: an area's window of polling days and its turnout goal."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.accounts.queries import areas
from villagegov.audit.queries import history
from villagegov.divisions.queries import path_words
from villagegov.elections import queries
from villagegov.elections.forms.setup import NewRoundForm, RoundForm
from villagegov.elections.models import Round
from villagegov.elections.operations import setup
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/rounds")
@guard(Permission.SET_UP_ROUND)
def rounds() -> ResponseReturnValue:
    """The rounds set up in one's area."""
    page = paged(queries.rounds_in(areas(current_user, Permission.SET_UP_ROUND)))
    return render_template("elections/rounds.html", page=page)


@blueprint.route("/rounds/new", methods=["GET", "POST"])
@guard(Permission.SET_UP_ROUND)
def new_round() -> ResponseReturnValue:
    """Set a round up."""
    own = {area.id: area for area in areas(current_user, Permission.SET_UP_ROUND)}
    form = NewRoundForm(areas=[(key, path_words(area)) for key, area in own.items()])
    if form.submitted():
        with transaction(form=form) as answer:
            setup.set_up_round(
                name=form.name.data,
                division=own[form.division_id.data],
                goal=form.goal.value,
                opens_on=form.opens_on.value,
                closes_on=form.closes_on.value,
                actor=current_user,
            )
            answer.to(url_for(".rounds"), _("已设置换届。"))
        return answer.redirect()
    return render_template("elections/round_form.html", form=form, round=None)


@blueprint.route("/rounds/<int:round_id>/edit", methods=["GET", "POST"])
@guard(Permission.SET_UP_ROUND, load=queries.round_)
def edit_round(round_: Round) -> ResponseReturnValue:
    """Change a round."""
    form = RoundForm(obj=round_)
    if form.submitted():
        with transaction(round_, form) as answer:
            setup.change_round(
                changed=round_,
                name=form.name.data,
                goal=form.goal.value,
                opens_on=form.opens_on.value,
                closes_on=form.closes_on.value,
                actor=current_user,
            )
            answer.to(url_for(".rounds"), _("已保存。"))
        return answer.redirect()
    return render_template("elections/round_form.html", form=form, round=round_, entries=history(round_))
