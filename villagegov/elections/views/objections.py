"""Objections to the roll: the list, a new one, one with its next step, its decision, posting and second appeal."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.objections import AppealForm, ObjectionForm, RulingForm
from villagegov.elections.forms.setup import PostedForm
from villagegov.elections.models import Objection, Roll
from villagegov.elections.operations import objections as operations
from villagegov.elections.queries import objections as queries
from villagegov.elections.queries.roll import roll_of_election
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.objections import appeal_limit, deadline_of, filing_limit, may_appeal, step_of
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.objections import Claim, ObjectionReason, ObjectionStep, Ruling
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.paging import paged
from villagegov.web.readings import note_look


@blueprint.get("/elections/<int:election_id>/objections")
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def objections(roll: Roll) -> ResponseReturnValue:
    """All objections, with what each waits for and by when; never who objected."""
    profile, page = law_of(roll.election), paged(queries.objections_to(roll))
    return render_template(
        "elections/objections/list.html",
        roll=roll,
        limit=filing_limit(roll.posted_on, profile) if roll.posted_on else None,
        page=page,
        today=clock.today(),
        standing={one.id: (step_of(one), deadline_of(one, profile)) for one in page.rows},
    )


@blueprint.route("/elections/<int:election_id>/objections/new", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def new_objection(roll: Roll) -> ResponseReturnValue:
    """Note an objection that was handed in."""
    form = ObjectionForm()
    if form.submitted():
        told = operations.Told(
            petitioner=form.petitioner.data,
            claim=Claim(form.claim.data),
            entry_number=form.entry_number.number,
            about=form.about.data or "",
            statement=form.statement.data,
            filed_on=form.filed_on.value,
        )
        with transaction(roll, form) as answer:
            made = operations.receive_objection(roll=roll, told=told, actor=current_user)
            answer.to(url_for(".objection", objection_id=made.id), _("已登记。请在期限内作出决定并公布。"))
        return answer.redirect()
    refuse_if(roll.posted_on is None, ObjectionReason.NOT_POSTED)
    limit = filing_limit(roll.posted_on, law_of(roll.election)) if roll.posted_on else None
    return render_template("elections/objections/new.html", form=form, roll=roll, limit=limit)


@blueprint.get("/objections/<int:objection_id>")
@guard(Permission.KEEP_ROLL, load=queries.objection)
def objection(objection: Objection) -> ResponseReturnValue:
    """One objection, and its one next step."""
    note_look(Look.PERSON, objection.roll, persons=1)
    profile = law_of(objection.roll.election)
    appeals = may_appeal(objection, profile)
    return render_template(
        "elections/objections/show.html",
        objection=objection,
        step=step_of(objection),
        today=clock.today(),
        deadline=deadline_of(objection, profile),
        appeal_until=appeal_limit(objection.posted_on, profile) if appeals and objection.posted_on else None,
        entries=history(objection),
    )


@blueprint.route("/objections/<int:objection_id>/decision", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.objection)
def decide_objection(objection: Objection) -> ResponseReturnValue:
    """The decision and its reason: the election committee's, or the township's on a second appeal."""
    step, form = step_of(objection), RulingForm(data={"version": str(objection.version)})
    of_appeal = step is ObjectionStep.DECIDE_APPEAL
    decide = operations.decide_appeal if of_appeal else operations.decide_objection
    if form.submitted():
        ruling, day = Ruling(form.ruling.data), form.decided_on.value
        with transaction(objection, form) as answer:
            decide(objection=objection, ruling=ruling, reason=form.reason.data, decided_on=day, actor=current_user)
            answer.to(url_for(".objection", objection_id=objection.id), _("已记录决定。"))
        return answer.redirect()
    deadline = deadline_of(objection, law_of(objection.roll.election))
    return render_template(
        "elections/objections/decide.html", form=form, objection=objection, of_appeal=of_appeal, deadline=deadline
    )


@blueprint.route("/objections/<int:objection_id>/posting", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.objection)
def post_objection(objection: Objection) -> ResponseReturnValue:
    """The day the decision was put up."""
    form = PostedForm(data={"version": str(objection.version)})
    if form.submitted():
        with transaction(objection, form) as answer:
            operations.post_decision(objection=objection, posted_on=form.posted_on.value, actor=current_user)
            answer.to(url_for(".objection", objection_id=objection.id), _("已记录公布日期，这件申诉办结了。"))
        return answer.redirect()
    deadline = deadline_of(objection, law_of(objection.roll.election))
    return render_template("elections/objections/post.html", form=form, objection=objection, deadline=deadline)


@blueprint.route("/objections/<int:objection_id>/appeal", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.objection)
def appeal_objection(objection: Objection) -> ResponseReturnValue:
    """A second appeal to the township, where the province has it (E-38)."""
    form, profile = AppealForm(data={"version": str(objection.version)}), law_of(objection.roll.election)
    if form.submitted():
        with transaction(objection, form) as answer:
            operations.receive_appeal(objection=objection, appealed_on=form.appealed_on.value, actor=current_user)
            answer.to(url_for(".objection", objection_id=objection.id), _("已登记再次申诉。"))
        return answer.redirect()
    refuse_if(not profile.second_appeal, ObjectionReason.APPEAL_OFF)
    limit = appeal_limit(objection.posted_on, profile) if objection.posted_on else None
    return render_template("elections/objections/appeal.html", form=form, objection=objection, limit=limit)
