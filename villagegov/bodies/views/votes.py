"""Matters put to the vote in a meeting."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.meetings import VoteForm
from villagegov.bodies.models import Decision, Meeting
from villagegov.bodies.operations import votes as operations
from villagegov.bodies.operations.keeping import refuse_if_closed
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.rules.meetings import needs_party_study
from villagegov.bodies.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/meetings/<int:meeting_id>/votes/new", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def new_vote(meeting: Meeting) -> ResponseReturnValue:
    """One more matter."""
    refuse_if_closed(meeting)
    form = VoteForm(studied=needs_party_study(kind=meeting.kind, held_on=meeting.held_on))
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.put_to_vote(
                meeting=meeting,
                matter=form.matter.data.strip(),
                important=form.is_important,
                votes=form.votes(),
                actor=current_user,
            )
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("表决已登记。"))
        return answer.redirect()
    return render_template("bodies/meetings/vote.html", form=form, meeting=meeting, decision=None)


@blueprint.route("/decisions/<int:decision_id>/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.decision)
def edit_vote(decision: Decision) -> ResponseReturnValue:
    """Note the votes of a matter, or put them right."""
    meeting = decision.meeting
    refuse_if_closed(meeting)
    studied = needs_party_study(kind=meeting.kind, held_on=meeting.held_on)
    form = VoteForm(obj=decision, studied=studied, version=meeting.version)
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.change_vote(
                decision=decision,
                matter=form.matter.data.strip(),
                important=form.is_important,
                votes=form.votes(),
                actor=current_user,
            )
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("表决已登记。"))
        return answer.redirect()
    return render_template("bodies/meetings/vote.html", form=form, meeting=meeting, decision=decision)


@blueprint.route("/decisions/<int:decision_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.decision)
def remove_vote(decision: Decision) -> ResponseReturnValue:
    """Take a matter off, after a question."""
    meeting = decision.meeting
    refuse_if_closed(meeting)
    form = ConfirmForm(version=meeting.version)
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.remove_vote(decision=decision, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("已删去，仍留在操作记录里。"))
        return answer.redirect()
    return render_template("bodies/meetings/remove_vote.html", form=form, meeting=meeting, decision=decision)
