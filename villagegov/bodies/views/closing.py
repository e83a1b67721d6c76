"""The end of a meeting's record; and a closed record with a mistake, voided with its reason."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.offices import ReasonForm
from villagegov.bodies.models import Meeting
from villagegov.bodies.operations import meetings as operations
from villagegov.bodies.operations.keeping import refuse_if_closed
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.views.meetings import everything_of
from villagegov.consultation.queries.topics import rests_a_topic_on
from villagegov.disclosure.queries.items import settled_by, words_of
from villagegov.elections.queries.committee import rests_a_choice_on
from villagegov.elections.queries.departures import rests_a_resignation_on
from villagegov.elections.queries.papers import rests_papers_on
from villagegov.elections.queries.seat_plan import rests_a_plan_on
from villagegov.elections.queries.shifts import rests_a_shift_on
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/meetings/<int:meeting_id>/close", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def close_meeting(meeting: Meeting) -> ResponseReturnValue:
    """End the record for good, after a question."""
    refuse_if_closed(meeting)
    form = ConfirmForm(obj=meeting)
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.close_meeting(meeting=meeting, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("记录已结束，以后不能再改。"))
        return answer.redirect()
    return render_template("bodies/meetings/close.html", form=form, **everything_of(meeting))


@blueprint.route("/meetings/<int:meeting_id>/void", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def void_meeting(meeting: Meeting) -> ResponseReturnValue:
    """A closed record with a mistake: voided with its reason, kept readable, and written anew."""
    form = ReasonForm(obj=meeting)
    if form.submitted():
        with transaction(meeting, form) as answer:
            rests = _resting_on(meeting)
            operations.void_meeting(meeting=meeting, reason=form.reason.data, rests=rests, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("记录已作废。"))
        return answer.redirect()
    return render_template("bodies/meetings/void.html", form=form, meeting=meeting, rests=_resting_on(meeting))


def _resting_on(meeting: Meeting) -> list[str]:
    """What other rooms and this one rest on its decisions, in words."""
    settled = [posting for one in meeting.decisions for posting in settled_by(one)]
    terms, decided = queries.terms_resting_on(meeting), [one.id for one in meeting.decisions]
    return [
        *([_("选举委员会的推选得票")] if rests_a_choice_on(decided) else []),
        *([_("选民登记的同意")] if rests_papers_on(decided) else []),
        *([_("选举的职数")] if rests_a_plan_on(decided) else []),
        *([_("提前或者延期换届的申请")] if rests_a_shift_on(decided) else []),
        *([_("协商事项的决定")] if rests_a_topic_on(decided) else []),
        *([_("对辞职的表决")] if rests_a_resignation_on(decided) else []),
        *(str(words_of(one)) for one in settled),
        *(_("%(name)s的任职（%(office)s）", name=one.person.name, office=one.office.label) for one in terms),
    ]
