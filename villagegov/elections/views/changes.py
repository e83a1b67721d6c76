"""Changes to a roll: proposed by one, confirmed by another, put up as a supplementary notice (F-09)."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.audit.vocabulary import Look
from villagegov.elections.forms.changes import AdditionForm, CorrectionForm, StrikeForm
from villagegov.elections.models import Roll, RollChange, RollEntry
from villagegov.elections.operations import changes as operations
from villagegov.elections.operations.movements import Why
from villagegov.elections.queries import changes as queries
from villagegov.elections.queries.movements import ground_of_change, grounds_by_change
from villagegov.elections.queries.roll import entry_on_roll, roll_of_election
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.movements import allowed_grounds
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.changes import Change, ChangeReason, LineState
from villagegov.elections.vocabulary.movements import Ground
from villagegov.people.rules import birth_date_of, sex_of
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import PER_PAGE, paged
from villagegov.web.readings import note_look


@blueprint.get("/elections/<int:election_id>/roll/changes")
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def roll_changes(roll: Roll) -> ResponseReturnValue:
    """Every change with its state, and the supplementary notices."""
    note_look(Look.PAGE, roll, persons=PER_PAGE)
    page = paged(queries.changes_of(roll))
    ready = [one for one in queries.waiting_changes(roll) if one.state is LineState.CONFIRMED]
    return render_template(
        "elections/changes/list.html",
        roll=roll,
        page=page,
        grounds=grounds_by_change(page.rows),
        ready=len(ready),
        supplements=queries.supplements_of(roll),
    )


@blueprint.route("/elections/<int:election_id>/roll/changes/new", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=roll_of_election)
def add_to_roll(roll: Roll) -> ResponseReturnValue:
    """Propose somebody who was left out of a posted roll."""
    form = AdditionForm(committee=roll.election.committee)
    if form.submitted():
        person, why = _newcomer(form), Why(Ground(form.ground.data))
        with transaction(roll, form) as answer:
            operations.propose_addition(
                roll=roll,
                person=person,
                reason=form.reason.data,
                objection_number=form.objection_number.number,
                why=why,
                actor=current_user,
            )
            answer.to(_list(roll), _proposed())
        return answer.redirect()
    refuse_if(roll.posted_on is None, ChangeReason.OPEN)
    return render_template("elections/changes/form.html", form=form, roll=roll, change=Change.ADD, entry=None)


def _newcomer(form: AdditionForm) -> operations.Newcomer:
    """The person, with the number sealed; before the transaction begins."""
    number = form.id_number.data
    return operations.Newcomer(
        group_name=" ".join((form.group_name.data or "").split()),
        name=form.name.data,
        sex=sex_of(number),
        born_on=birth_date_of(number),
        category=form.chosen,
        person_key=keys().fingerprint(number),
        sealed_id=keys().encrypt(number),
    )


@blueprint.route("/elections/<int:election_id>/roll/<int:number>/correct", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=entry_on_roll)
def correct_roll_entry(entry: RollEntry) -> ResponseReturnValue:
    """Propose another group, name or ground for one person."""
    roll = entry.roll
    note_look(Look.PERSON, roll, persons=1)
    shown = {"name": entry.name, "group_name": entry.group_name, "category": entry.category.value}
    form = CorrectionForm(data={**shown, "version": str(roll.version)}, committee=roll.election.committee)
    if form.submitted():
        with transaction(roll, form) as answer:
            operations.propose_correction(
                entry=entry,
                group_name=" ".join((form.group_name.data or "").split()),
                name=form.name.data,
                category=form.chosen,
                reason=form.reason.data,
                objection_number=form.objection_number.number,
                actor=current_user,
            )
            answer.to(_list(roll), _proposed())
        return answer.redirect()
    return render_template("elections/changes/form.html", form=form, roll=roll, change=Change.CORRECT, entry=entry)


@blueprint.route("/elections/<int:election_id>/roll/<int:number>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=entry_on_roll)
def remove_roll_entry(entry: RollEntry) -> ResponseReturnValue:
    """Propose that one person leaves the roll, with the reason; a second person confirms it."""
    roll = entry.roll
    note_look(Look.PERSON, roll, persons=1)
    law = law_of(roll.election)
    shown = {"version": str(roll.version), "ground": Ground.OTHER_OUT.value}
    form = StrikeForm(data=shown, grounds=allowed_grounds(law))
    if form.submitted():
        ground, evidence, decided_as = form.told()
        why = Why(ground, decided_as, keys().encrypt(evidence) if evidence else None)
        with transaction(roll, form) as answer:
            operations.propose_strike(
                entry=entry,
                reason=form.reason.data,
                objection_number=form.objection_number.number,
                why=why,
                actor=current_user,
            )
            answer.to(_list(roll), _proposed())
        return answer.redirect()
    return render_template("elections/changes/form.html", form=form, roll=roll, change=Change.STRIKE, entry=entry)


@blueprint.get("/roll-changes/<int:change_id>/evidence")
@guard(Permission.KEEP_ROLL, load=queries.change)
def change_evidence(change: RollChange) -> ResponseReturnValue:
    """What a removal rests on: contacts, or a medical proof; to whoever keeps the roll, and noted (P-07)."""
    ground = ground_of_change(change)
    if ground is None or ground.sealed_evidence is None:
        abort(404)
    note_look(Look.PERSON, change.roll, persons=1)
    evidence = keys().decrypt(ground.sealed_evidence)
    return render_template(
        "elections/changes/evidence.html", change=change, roll=change.roll, ground=ground, evidence=evidence
    )


@blueprint.route("/roll-changes/<int:change_id>/confirm", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.change)
def confirm_roll_change(change: RollChange) -> ResponseReturnValue:
    """What a second person agrees to."""
    roll = change.roll
    form = ConfirmForm(data={"version": str(change.version)})
    if form.submitted():
        with transaction(change, form) as answer:
            operations.confirm_change(change=change, actor=current_user)
            answer.to(_list(roll), _("已确认。"))
        return answer.redirect()
    ground = ground_of_change(change)
    return render_template("elections/changes/confirm.html", form=form, roll=roll, change=change, ground=ground)


@blueprint.route("/roll-changes/<int:change_id>/withdraw", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.change)
def withdraw_roll_change(change: RollChange) -> ResponseReturnValue:
    """Leave the roll as it is."""
    form = ConfirmForm(data={"version": str(change.version)})
    if form.submitted():
        with transaction(change, form) as answer:
            operations.withdraw_change(change=change, actor=current_user)
            answer.to(_list(change.roll), _("已撤回，名单没有改动。"))
        return answer.redirect()
    return render_template("elections/changes/withdraw.html", form=form, roll=change.roll, change=change)


def _list(roll: Roll) -> str:
    return url_for(".roll_changes", election_id=roll.election_id)


def _proposed() -> str:
    return str(_("已提出。请由另一位工作人员确认，确认以前名单不变。"))
