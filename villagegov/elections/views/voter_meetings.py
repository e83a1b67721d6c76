"""Candidates meeting voters; voting without candidates."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries as elections
from villagegov.elections.forms.voter_meetings import OpenBallotForm, VoterMeetingForm
from villagegov.elections.models import Election, VoterMeeting
from villagegov.elections.operations import voter_meetings as operations
from villagegov.elections.queries import voter_meetings as queries
from villagegov.elections.rules.law import law_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import Origin
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/elections/<int:election_id>/voter-meetings")
@guard(Permission.VIEW_ELECTION, load=elections.election)
def voter_meetings(election: Election) -> ResponseReturnValue:
    """Where candidates met voters."""
    page = paged(queries.voter_meetings_of(election))
    return render_template("elections/voter_meetings/index.html", election=election, page=page)


@blueprint.route("/elections/<int:election_id>/voter-meetings/new", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def new_voter_meeting(election: Election) -> ResponseReturnValue:
    """One more."""
    if request.method in {"GET", "HEAD"}:
        operations.refuse_no_list(election)
    listed = [one for one in election.candidates if one.origin is Origin.LISTED]
    form = VoterMeetingForm(candidates={one.id: one.name for one in listed})
    if form.submitted():
        with transaction(election, form) as answer:
            operations.record_meeting(
                election=election,
                held_on=form.held_on.value,
                place=form.place.data.strip(),
                voters=form.voters.value,
                came=[one for one in listed if str(one.id) in form.came.data],
                notes=(form.notes.data or "").strip(),
                actor=current_user,
            )
            answer.to(url_for(".voter_meetings", election_id=election.id), _("已登记见面。"))
        return answer.redirect()
    return render_template("elections/voter_meetings/new.html", form=form, election=election)


@blueprint.route("/voter-meetings/<int:meeting_id>/remove", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.voter_meeting)
def remove_voter_meeting(meeting: VoterMeeting) -> ResponseReturnValue:
    """Noted by mistake."""
    form, election_id = ConfirmForm(obj=meeting), meeting.election_id
    if form.submitted():
        with transaction(meeting, form) as answer:
            operations.remove_meeting(meeting=meeting, actor=current_user)
            answer.to(url_for(".voter_meetings", election_id=election_id), _("已删除。"))
        return answer.redirect()
    return render_template("elections/voter_meetings/remove.html", form=form, meeting=meeting)


@blueprint.route("/elections/<int:election_id>/open-ballot", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def open_ballot(election: Election) -> ResponseReturnValue:
    """Vote without candidates."""
    if request.method in {"GET", "HEAD"}:
        operations.refuse_no_open_ballot(election)
    form = OpenBallotForm()
    if form.submitted():
        with transaction(election, form) as answer:
            operations.choose_open_ballot(
                election=election, decided_by=form.decided_by.data.strip(), actor=current_user
            )
            answer.to(url_for(".candidates", election_id=election.id), _("已确定不设候选人。"))
        return answer.redirect()
    article = law_of(election).cited(Field.OPEN_BALLOT)
    return render_template("elections/voter_meetings/open_ballot.html", form=form, election=election, article=article)


@blueprint.route("/elections/<int:election_id>/open-ballot/undo", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=elections.election)
def undo_open_ballot(election: Election) -> ResponseReturnValue:
    """Nominate after all."""
    form = ConfirmForm(obj=election)
    if form.submitted():
        with transaction(election, form) as answer:
            operations.undo_open_ballot(election=election, actor=current_user)
            answer.to(url_for(".candidates", election_id=election.id), _("已改为提名候选人。"))
        return answer.redirect()
    return render_template("elections/voter_meetings/undo_open_ballot.html", form=form, election=election)
