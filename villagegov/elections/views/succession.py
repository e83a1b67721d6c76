"""Members of an election committee who leave, and who follows them."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections.forms.committee import FollowForm, PassOverForm
from villagegov.elections.models import CommitteeVote
from villagegov.elections.operations import succession as operations
from villagegov.elections.queries import committee as queries
from villagegov.elections.queries.leaving import Leaving, leaving_member
from villagegov.elections.rules.committee import offices_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/elections/<int:election_id>/committee/members/<int:term_id>/leave", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=leaving_member)
def leave_committee(leaving: Leaving) -> ResponseReturnValue:
    """A membership that the law ends is ended, after a question (E-16, E-20)."""
    form, election_id, name = ConfirmForm(obj=leaving.term), leaving.election.id, leaving.term.person.name
    if form.submitted():
        with transaction(leaving.term, form) as answer:
            operations.leave(leaving=leaving, actor=current_user)
            answer.to(url_for(".committee", election_id=election_id), _("%(name)s已退出选举委员会。", name=name))
        return answer.redirect()
    return render_template("elections/committee/leave.html", form=form, leaving=leaving)


@blueprint.route("/committee-votes/<int:vote_id>/follow", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.committee_vote)
def follow_committee(vote: CommitteeVote) -> ResponseReturnValue:
    """The next by the votes takes the empty seat; a second person confirms (E-17)."""
    election = vote.committee.election
    form = FollowForm(obj=vote, offices=reversed(offices_of(law_of(election))))
    if form.submitted():
        with transaction(vote, form) as answer:
            operations.follow(vote=vote, office=form.chosen_as, heeded=form.heeded.data, actor=current_user)
            said = _("已登记%(name)s递补，请第二人确认。", name=vote.person.name)
            answer.to(url_for(".committee", election_id=election.id), said)
        return answer.redirect()
    return render_template("elections/committee/follow.html", form=form, vote=vote, election=election)


@blueprint.route("/committee-votes/<int:vote_id>/pass-over", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.committee_vote)
def pass_over_committee(vote: CommitteeVote) -> ResponseReturnValue:
    """The next by the votes cannot or will not; the reason is kept, and the one after comes."""
    form, election_id = PassOverForm(obj=vote), vote.committee.election_id
    if form.submitted():
        with transaction(vote, form) as answer:
            operations.pass_over(vote=vote, reason=form.reason.data, actor=current_user)
            answer.to(url_for(".committee", election_id=election_id), _("已保存。"))
        return answer.redirect()
    return render_template("elections/committee/pass_over.html", form=form, vote=vote, election_id=election_id)
