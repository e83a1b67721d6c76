"""Observations and incidents of an election: listed, noted, answered by the township."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.field_notes import AnswerForm, FieldNoteForm
from villagegov.elections.models import Election, FieldNote
from villagegov.elections.operations import field_notes as operations
from villagegov.elections.queries import field_notes as known
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.field_notes import NoteKind
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/elections/<int:election_id>/field-notes")
@guard(Permission.VIEW_ELECTION, load=queries.election)
def field_notes(election: Election) -> ResponseReturnValue:
    """What was noted, the newest first, with the answers."""
    page = paged(known.field_notes_of(election))
    return render_template("elections/field_notes/index.html", election=election, page=page)


@blueprint.route("/elections/<int:election_id>/field-notes/new", methods=["GET", "POST"])
@guard(Permission.NOTE_IN_THE_FIELD, load=queries.election)
def new_field_note(election: Election) -> ResponseReturnValue:
    """Note one."""
    form = FieldNoteForm(data={"noted_on": clock.today()})
    if form.submitted():
        with transaction(election, form) as answer:
            operations.note(
                election=election,
                kind=NoteKind(form.kind.data),
                who=form.who.data.strip(),
                organisation=(form.organisation.data or "").strip(),
                step=Task(form.step.data),
                found=form.found.data.strip(),
                noted_on=form.noted_on.value,
                hour=(form.hour.data or "").strip(),
                actor=current_user,
            )
            answer.to(url_for(".field_notes", election_id=election.id), _("已登记。"))
        return answer.redirect()
    return render_template("elections/field_notes/new.html", form=form, election=election)


@blueprint.route("/field-notes/<int:note_id>/answer", methods=["GET", "POST"])
@guard(Permission.ANSWER_INCIDENT, load=known.field_note)
def answer_incident(noted: FieldNote) -> ResponseReturnValue:
    """What the township says to an incident."""
    form = AnswerForm(data={"version": str(noted.version)})
    if form.submitted():
        with transaction(noted, form) as answer:
            operations.answer_incident(noted=noted, answer=form.answer.data.strip(), actor=current_user)
            answer.to(url_for(".field_notes", election_id=noted.election_id), _("已答复。"))
        return answer.redirect()
    return render_template("elections/field_notes/answer.html", form=form, noted=noted)
