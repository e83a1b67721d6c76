"""Papers of a meeting: attached, shown, taken off."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.meetings import MeetingFilesForm
from villagegov.bodies.models import Meeting, MeetingFile
from villagegov.bodies.operations import meeting_files as operations
from villagegov.bodies.operations.keeping import refuse_if_closed
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/meetings/<int:meeting_id>/files", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def attach_to_meeting(meeting: Meeting) -> ResponseReturnValue:
    """Add papers."""
    refuse_if_closed(meeting)
    form = MeetingFilesForm()
    if form.submitted():
        sent = checked(form.files, unit=meeting.unit, needed=True)
        with transaction(meeting, form) as answer:
            operations.attach(meeting=meeting, files=sent, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("已附上 %(count)s 个文件。", count=len(sent)))
        return answer.redirect()
    return render_template("bodies/meetings/files.html", form=form, meeting=meeting, accepted=ACCEPTED, limit=LIMIT)


@blueprint.get("/meeting-files/<int:file_id>")
@guard(Permission.VIEW_MEETINGS, load=queries.meeting_file)
def meeting_file(kept: MeetingFile) -> ResponseReturnValue:
    """The paper itself."""
    return send_stored(kept.file)


@blueprint.route("/meeting-files/<int:file_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting_file)
def detach_from_meeting(kept: MeetingFile) -> ResponseReturnValue:
    """Take a paper off, after a question."""
    meeting = kept.meeting
    refuse_if_closed(meeting)
    form = ConfirmForm(version=meeting.version)
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.detach(kept=kept, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("已取下，仍留在操作记录里。"))
        return answer.redirect()
    return render_template("bodies/meetings/remove_file.html", form=form, meeting=meeting, kept=kept)
