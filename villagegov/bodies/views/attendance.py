"""Who came to a meeting: a list to tick, or the numbers of an assembly."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.meetings import HOUSEHOLDS, PEOPLE, AttendanceForm, CountForm
from villagegov.bodies.models import Meeting, Term
from villagegov.bodies.operations import meetings, votes
from villagegov.bodies.operations.keeping import refuse_if_closed
from villagegov.bodies.queries import attendance as presence
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.rules.meetings import bodies_of
from villagegov.bodies.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.guards import guard


@blueprint.route("/meetings/<int:meeting_id>/attendance", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def attendance(meeting: Meeting) -> ResponseReturnValue:
    """Note who came."""
    refuse_if_closed(meeting)
    return _ticked(meeting) if bodies_of(meeting.kind) else _counted(meeting)


def _ticked(meeting: Meeting) -> ResponseReturnValue:
    members = queries.members_of(meeting.unit, meeting.kind, meeting.held_on)
    guests = queries.who_sit_in(meeting.unit, meeting.kind, meeting.held_on)
    form = AttendanceForm(
        members=_choices(members), guests=_choices(guests), version=meeting.version, **_noted(meeting)
    )
    if form.submitted():
        with transaction(meeting, form) as answer:
            votes.note_attendance(meeting=meeting, came=form.came(), actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("到会情况已登记。"))
        return answer.redirect()
    return render_template("bodies/meetings/attendance.html", form=form, meeting=meeting, members=members)


def _choices(terms: list[Term]) -> list[tuple[int, str]]:
    return [(one.id, _("%(name)s（%(office)s）", name=one.person.name, office=one.office.label)) for one in terms]


def _noted(meeting: Meeting) -> dict[str, object]:
    rows = presence.attendances_of(meeting)
    return {
        "present": [one.term_id for one in rows if one.votes and one.came],
        "excused": [one.term_id for one in rows if one.votes and one.excuse],
        "excuse": next((one.excuse for one in rows if one.excuse), ""),
        "sat_in": [one.term_id for one in rows if not one.votes],
    }


def _counted(meeting: Meeting) -> ResponseReturnValue:
    counted_by = HOUSEHOLDS if meeting.by_households else PEOPLE
    form = CountForm(obj=meeting, kind=meeting.kind, counted_by=counted_by)
    count = form.count() if form.submitted() else None
    if count is not None:
        with transaction(meeting, form) as answer:
            meetings.note_count(meeting=meeting, count=count, actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("到会情况已登记。"))
        return answer.redirect()
    bases = {
        by: queries.known_base(meeting.unit, meeting.kind, meeting.group, by_households=by) for by in (False, True)
    }
    return render_template("bodies/meetings/count.html", form=form, meeting=meeting, bases=bases)
