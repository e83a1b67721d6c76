"""A pre-vote's figures: entered, and removed when they were typed wrong."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.final_list import pre_vote_form, votes_typed
from villagegov.elections.models import Election, PreVote
from villagegov.elections.operations import pre_votes as operations
from villagegov.elections.operations.final_list import refuse_unless
from villagegov.elections.queries import final_list as queries
from villagegov.elections.views.blueprints import blueprint
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/pre-votes/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def new_pre_vote(election: Election) -> ResponseReturnValue:
    """What was counted over too many nominees, or over those equal at the cut."""
    found = queries.preparation_of(election)
    if request.method in {"GET", "HEAD"}:
        refuse_unless(found, *operations.VOTING)
    voting = [one for one in found.selections.values() if one.to_vote_on]
    running = {nominee.id: nominee.entry.name for one in voting for nominee in one.to_vote_on}
    form = pre_vote_form(running, found.law.preselect_body)
    if form.submitted():
        with transaction(election, form) as answer:
            operations.enter_pre_vote(
                election=election,
                held_on=form.held_on.value,
                entitled=form.entitled.value if form.entitled is not None else None,
                present=form.present.value,
                votes=votes_typed(form, running),
                actor=current_user,
            )
            answer.to(url_for(".final_list", election_id=election.id), _("已登记预选结果。"))
        return answer.redirect()
    return render_template(
        "elections/final_list/pre_vote.html",
        form=form,
        election=election,
        voting=voting,
        registered=elections.roll_of(election).registered,
        body=found.law.preselect_body,
        article=found.law.cited(Field.PRESELECT_BODY),
    )


@blueprint.route("/pre-votes/<int:pre_vote_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.pre_vote)
def remove_pre_vote(pre_vote: PreVote) -> ResponseReturnValue:
    """Typed wrong: it goes, and is entered again."""
    form, election_id = ConfirmForm(obj=pre_vote), pre_vote.election_id
    if form.submitted():
        with transaction(pre_vote, form) as answer:
            operations.remove_pre_vote(pre_vote=pre_vote, actor=current_user)
            answer.to(url_for(".final_list", election_id=election_id), _("已删除预选结果，请重新登记。"))
        return answer.redirect()
    return render_template("elections/final_list/remove_pre_vote.html", form=form, pre_vote=pre_vote)
