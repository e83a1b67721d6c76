"""The joint vetting: who has passed, and one department's result more."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.vetting import ChangeVettingForm, VettingForm
from villagegov.elections.models import Election, Nominee, Vetting
from villagegov.elections.operations import vetting as operations
from villagegov.elections.queries import vetting as queries
from villagegov.elections.queries.nominations import nominee, standings_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.vetting import asks_for_bars, has_failed, missing_departments
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.get("/elections/<int:election_id>/vetting")
@guard(Permission.VIEW_ELECTION, load=elections.election)
def vetting(election: Election) -> ResponseReturnValue:
    """Those on the initial list, each passed, failed, or waiting for a department; never why."""
    found = queries.vettings_by_nominee(election)
    standings = {
        post: [one.nominee for one in all_ if one.nominee.position] for post, all_ in standings_of(election).items()
    }
    failed = {key for key, said in found.items() if has_failed(one.result for one in said)}
    listed = [one.id for nominees in standings.values() for one in nominees]
    missing = {key: missing_departments(one.department for one in found.get(key, [])) for key in listed}
    return render_template(
        "elections/vetting/index.html", election=election, standings=standings, failed=failed, missing=missing
    )


@blueprint.route("/nominees/<int:nominee_id>/vetting/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=nominee)
def new_vetting(nominee: Nominee) -> ResponseReturnValue:
    """One department's result."""
    _in_turn(nominee)
    form = VettingForm(committee=nominee.election.committee, bars=asks_for_bars(law_of(nominee.election)))
    if form.submitted():
        with transaction(nominee, form) as answer:
            said, day, handler = form.said_of_it(), form.decided_on.value, form.handler.data
            operations.enter_vetting(nominee=nominee, said=said, handler=handler, decided_on=day, actor=current_user)
            answer.to(url_for(".nominee", nominee_id=nominee.id), _("已登记审查结果。"))
        return answer.redirect()
    return render_template("elections/vetting/form.html", form=form, nominee=nominee)


@blueprint.route("/vettings/<int:vetting_id>/edit", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.vetting)
def change_vetting(vetting: Vetting) -> ResponseReturnValue:
    """A result that was typed wrong."""
    nominee = vetting.nominee
    _in_turn(nominee)
    bars = asks_for_bars(law_of(nominee.election))
    form = ChangeVettingForm(obj=vetting, committee=nominee.election.committee, bars=bars)
    if form.submitted():
        with transaction(vetting, form) as answer:
            said, day = form.said(vetting.department, vetting.other_name), form.decided_on.value
            handler = form.handler.data
            operations.change_vetting(vetting=vetting, said=said, handler=handler, decided_on=day, actor=current_user)
            answer.to(url_for(".nominee", nominee_id=vetting.nominee_id), _("已改正审查结果。"))
        return answer.redirect()
    return render_template("elections/vetting/form.html", form=form, nominee=nominee, vetting=vetting)


def _in_turn(nominee: Nominee) -> None:
    """Say why a result is not taken in place of a form that is of no use; a press is judged by its operation."""
    if request.method in {"GET", "HEAD"}:
        operations.refuse_not_vetted(nominee)
