"""Leaving a posted list, recalling it, and every version of it for everybody."""

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.withdrawals import RecallForm, WithdrawForm
from villagegov.elections.models import Candidate, Election
from villagegov.elections.operations import withdrawals as operations
from villagegov.elections.queries import candidate_lists as queries
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.guards import guard, public
from villagegov.web.reader import in_chinese


@blueprint.route("/candidates/<int:candidate_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.candidate)
def withdraw_candidate(candidate: Candidate) -> ResponseReturnValue:
    """A written withdrawal; who follows is shown before the press."""
    election = candidate.election
    if request.method in {"GET", "HEAD"}:
        operations.refuse_closed(election)
    following = queries.following_without(candidate)
    form = WithdrawForm(equal={one.id: one.entry.name for one in following.equal})
    if form.submitted():
        with transaction(candidate, form) as answer:
            with in_chinese():
                operations.withdraw(
                    candidate=candidate,
                    written_on=form.written_on.value,
                    paper=form.paper.data.strip(),
                    posted_on=form.posted_on.value,
                    chosen=form.chosen_key,
                    actor=current_user,
                )
            answer.to(url_for(".candidates", election_id=election.id), _("已登记书面放弃，名单已改。"))
        return answer.redirect()
    last = queries.last_withdrawal_day(election)
    return render_template(
        "elections/withdrawals/withdraw.html", form=form, candidate=candidate, following=following, last=last
    )


@blueprint.route("/elections/<int:election_id>/candidates/recall", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def recall_candidates(election: Election) -> ResponseReturnValue:
    """Take the posted list down to nominate again."""
    form = RecallForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.recall_list(election=election, reason=form.reason.data.strip(), actor=current_user)
            answer.to(url_for(".candidates", election_id=election.id), _("名单已收回。请补足候选人后再公布。"))
        return answer.redirect()
    return render_template("elections/withdrawals/recall.html", form=form, election=election)


@blueprint.get("/c/<code>/elections/<int:number>/candidates")
@public
def public_candidates(code: str, number: int) -> ResponseReturnValue:
    """The final list as it hangs, and every earlier one with the reason of its change."""
    election = queries.public_election(code, number) or abort(404)
    lists = queries.lists_of(election) or abort(404)
    return render_template("elections/withdrawals/public.html", election=election, lists=lists, by_post=queries.by_post)
