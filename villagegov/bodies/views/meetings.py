"""Meetings: a new one, its page, its sheet, what is put right."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.bodies.forms.meetings import HOUSEHOLDS, PEOPLE, MeetingForm, NewMeetingForm
from villagegov.bodies.models import Meeting
from villagegov.bodies.operations import meetings as operations
from villagegov.bodies.operations.keeping import refuse_if_closed
from villagegov.bodies.queries import attendance as presence
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.guards import guard


def kind_asked() -> MeetingKind | None:
    asked = one_asked("kind")
    return next((kind for kind in MeetingKind if kind == asked), None)


@blueprint.route("/units/<int:unit_id>/meetings/new", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.committee_unit)
def new_meeting(unit: Division) -> ResponseReturnValue:
    """Which kind of meeting; then its circumstances."""
    kind, mine = kind_asked(), queries.kinds_kept_by(current_user, unit)
    if kind is None:
        return render_template("bodies/meetings/kinds.html", unit=unit, kinds=mine)
    groups = {one.id: one for one in queries.open_groups(unit, clock.today())} if kind is MeetingKind.GROUP else {}
    form = NewMeetingForm(kind=kind, groups={key: one.name for key, one in groups.items()}, **_as_before(unit, kind))
    if form.submitted():
        with transaction(form=form) as answer:
            made = operations.hold_meeting(
                unit=unit,
                kind=kind,
                facts=form.circumstances(),
                group=groups[form.group_id.data] if groups else None,
                count=form.count(),
                actor=current_user,
            )
            answer.to(url_for(".meeting", meeting_id=made.id), _("会议已登记。请接着办下一步。"))
        return answer.redirect()
    bases = {by: queries.known_base(unit, kind, None, by_households=by) for by in (False, True)}
    return render_template(
        "bodies/meetings/new.html", form=form, unit=unit, kind=kind, groups=list(groups.values()), bases=bases
    )


def _as_before(unit: Division, kind: MeetingKind) -> dict[str, object]:
    """The circumstances of a voided record, so that only what was wrong is typed again."""
    asked = one_asked("again")
    old = queries.meeting(int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 18 else None
    if old is None or old.voided_at is None or (old.unit_id, old.kind) != (unit.id, kind):
        return {}
    names = ("held_on", "place", "subject", "presided_by", "party_study_on", "minutes", "group_id")
    counted = ("entitled", "present", "entitled_reason")
    by = HOUSEHOLDS if old.by_households else PEOPLE
    return {name: getattr(old, name) for name in (*names, *counted)} | {"counted_by": by}


@blueprint.get("/meetings/<int:meeting_id>")
@guard(Permission.VIEW_MEETINGS, load=queries.meeting)
def meeting(meeting: Meeting) -> ResponseReturnValue:
    """One meeting: whether it counts, who came, what was decided, what is to be done next."""
    page = everything_of(meeting)
    mine = meeting.kind in queries.kinds_kept_by(current_user, meeting.unit)
    open_ = mine and meeting.closed_at is None
    return render_template(
        "bodies/meetings/show.html",
        **page,
        open=open_,
        mine=mine,
        next_step=_next_step(meeting, has_members=bool(page["has_members"])),
        too_often=presence.absent_too_often(meeting),
        entries=history(meeting),
    )


def everything_of(meeting: Meeting) -> dict[str, object]:
    kept = queries.files_of(meeting)
    return {
        "meeting": meeting,
        "quorum": queries.quorum(meeting),
        "has_members": bool(rules.bodies_of(meeting.kind)),
        "rows": presence.attendances_of(meeting),
        "verdict_of": {one.id: queries.verdict(one) for one in meeting.decisions},
        "files": [one.file for one in kept],
        "urls": {one.file_id: url_for(".meeting_file", file_id=one.id) for one in kept},
        "file_ids": {one.file_id: one.id for one in kept},
    }


def _next_step(meeting: Meeting, *, has_members: bool) -> str:
    """The one thing to do next: attendance, votes, close."""
    if has_members and not meeting.attendances:
        return "attendance"
    waiting = any(one.votes_for is None for one in meeting.decisions)
    return "votes" if waiting or not meeting.decisions else "close"


@blueprint.get("/meetings/<int:meeting_id>/sheet")
@guard(Permission.VIEW_MEETINGS, load=queries.meeting)
def meeting_sheet(meeting: Meeting) -> ResponseReturnValue:
    """The record on paper, to be signed."""
    return render_template("bodies/meetings/sheet.html", **everything_of(meeting))


@blueprint.route("/meetings/<int:meeting_id>/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_MEETINGS, load=queries.meeting)
def edit_meeting(meeting: Meeting) -> ResponseReturnValue:
    """Put the circumstances right, add the minutes."""
    refuse_if_closed(meeting)
    form = MeetingForm(obj=meeting, kind=meeting.kind)
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.change_meeting(meeting=meeting, facts=form.circumstances(), actor=current_user)
            answer.to(url_for(".meeting", meeting_id=meeting.id), _("已保存。"))
        return answer.redirect()
    return render_template("bodies/meetings/edit.html", form=form, meeting=meeting)
