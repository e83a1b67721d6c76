"""What those above find: a poll void, a win void, the vetting of a winner who was written in."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.further import UnseatForm, VoidForm, WriteInForm
from villagegov.elections.models import Candidate, Poll
from villagegov.elections.operations import findings
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.chain import UnseatGround, VoidCause
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.route("/polls/<int:poll_id>/void", methods=["GET", "POST"])
@guard(Permission.JUDGE_ELECTION, load=queries.poll)
def declare_void(poll: Poll) -> ResponseReturnValue:
    """选举无效 (E-90)."""
    form = VoidForm()
    if form.submitted():
        with transaction(poll, form) as answer:
            findings.declare_void(
                poll=poll,
                cause=VoidCause(form.cause.data),
                finding=form.finding.data,
                document=form.document.data,
                declared_on=form.decided_on.value,
                actor=current_user,
            )
            answer.to(url_for(".polls", election_id=poll.election_id), _("已宣布选举无效，要重新选举。"))
        return answer.redirect()
    return render_template("elections/polls/void.html", form=form, poll=poll)


@blueprint.route("/candidates/<int:candidate_id>/unseat", methods=["GET", "POST"])
@guard(Permission.JUDGE_ELECTION, load=queries.candidate)
def unseat(candidate: Candidate) -> ResponseReturnValue:
    """当选无效 (E-91)."""
    form = UnseatForm()
    if form.submitted():
        with transaction(candidate, form) as answer:
            findings.unseat(
                candidate=candidate,
                ground=UnseatGround(form.ground.data),
                finding=form.finding.data,
                document=form.document.data,
                decided_on=form.decided_on.value,
                actor=current_user,
            )
            answer.to(url_for(".polls", election_id=candidate.election_id), _("已宣布当选无效，空出的名额另行选举。"))
        return answer.redirect()
    return render_template("elections/polls/unseat.html", form=form, candidate=candidate)


@blueprint.route("/candidates/<int:candidate_id>/written-in", methods=["GET", "POST"])
@guard(Permission.JUDGE_ELECTION, load=queries.candidate)
def vet_write_in(candidate: Candidate) -> ResponseReturnValue:
    """The joint vetting of a winner who was written in (E-83)."""
    form = WriteInForm()
    if form.submitted():
        with transaction(candidate, form) as answer:
            findings.note_vetting(
                candidate=candidate,
                passed=form.passed.data == "yes",
                finding=form.finding.data,
                document=form.document.data,
                decided_on=form.decided_on.value,
                actor=current_user,
            )
            answer.to(url_for(".polls", election_id=candidate.election_id), _("已登记资格联审的结论。"))
        return answer.redirect()
    return render_template("elections/polls/written_in.html", form=form, candidate=candidate)
