"""A file into the roll: template, upload, preview, every fault to download, one confirmation."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.elections.forms.roll import COLUMNS, ConfirmRollForm, RollFileForm
from villagegov.elections.models import Roll
from villagegov.elections.operations import roll as operations
from villagegov.elections.operations.roll_rows import NewEntry
from villagegov.elections.queries import roll as queries
from villagegov.elections.queries.movements import carryover_of
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.movements import GROUND
from villagegov.elections.rules.roll import ImportPlan, plan_import, read_voters
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.views.roll_file import Judged, packed, unpacked
from villagegov.elections.views.roll_words import template_notes
from villagegov.elections.vocabulary import ElectionReason, RollReason
from villagegov.elections.vocabulary.movements import MovementReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.attachments import as_xlsx
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.models import Upload
from villagegov.web.sheets import Fault, Sheet, write_sheet
from villagegov.web.uploads import Sent, fault_list, keep_upload, opened, own_upload, received, table_of, take_upload

PURPOSE = "roll"
SHOWN = 100


def collected_later(view: Callable[[Roll], ResponseReturnValue]) -> Callable[[Roll], ResponseReturnValue]:
    """Let the cycle collector rest: it would walk a hundred thousand rows again and again (a fifth of the time)."""

    @wraps(view)
    def resting(roll: Roll) -> ResponseReturnValue:
        gc.disable()
        try:
            return view(roll)
        finally:
            gc.enable()

    return resting


@dataclass(frozen=True)
class Preview:
    """What confirming the upload would do now."""

    upload: Upload
    judged: Judged
    plan: ImportPlan
    #: Totals and repeated titles, persons under age, registered here or elsewhere.
    skipped: list[Fault]

    @property
    def told(self) -> list[Fault]:
        """Everything that is said of any line, by line."""
        return sorted([*self.judged.faults, *self.skipped, *self.judged.warned], key=lambda one: one.line)


@blueprint.get("/elections/<int:election_id>/roll/template")
@guard(Permission.KEEP_ROLL, load=queries.roll_of_election)
def roll_template(roll: Roll) -> ResponseReturnValue:
    """An empty file with the titles, the ID column as text, and a sheet that explains."""
    notes = template_notes(roll.election.committee)
    return as_xlsx(write_sheet(COLUMNS, [], _("选民名单"), notes), _("选民名单模板"))


@blueprint.route("/elections/<int:election_id>/roll/import", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=queries.roll_of_election)
@collected_later
def import_roll(roll: Roll) -> ResponseReturnValue:
    """Send a file in; nothing enters the roll before the preview is confirmed."""
    refuse_if(roll.posted_on is not None, ElectionReason.ROLL_CLOSED)
    form = RollFileForm()
    if form.submitted():
        sent = received(form.file)
        judged = Sent(sent.name, _judged(roll, table_of(sent.data, sent.name, COLUMNS)))
        with transaction(roll, form) as answer:
            upload = keep_upload(sent=judged, purpose=PURPOSE, subject_id=roll.election_id, actor=current_user)
            answer.to(url_for(".preview_roll", election_id=roll.election_id, upload_id=upload.id), "")
        return answer.redirect()
    return render_template(
        "elections/roll/import.html", form=form, roll=roll, notes=template_notes(roll.election.committee)
    )


def _roll_of_upload(election_id: int, upload_id: int) -> Roll | None:
    """The roll; whose upload it is, the view asks."""
    return queries.roll_of_election(election_id) if upload_id else None


@blueprint.route("/elections/<int:election_id>/roll/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.KEEP_ROLL, load=_roll_of_upload)
@collected_later
def preview_roll(roll: Roll) -> ResponseReturnValue:
    """What enters, what does not and why; then one confirmation, all or nothing."""
    preview = _preview(roll)
    form = ConfirmRollForm(obj=roll)
    if form.submitted():
        rows = _sealed(preview.plan)
        with transaction(roll, form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            _import(roll, preview, form.mark.data, rows)
            answer.to(url_for(".roll", election_id=roll.election_id), _("已导入 %(count)s 人。", count=len(rows)))
        return answer.redirect()
    form.sha256.data, form.mark.data = preview.upload.sha256, preview.plan.mark
    return render_template("elections/roll/preview.html", form=form, roll=roll, preview=preview, most=SHOWN)


@blueprint.get("/elections/<int:election_id>/roll/imports/<int:upload_id>/faults")
@guard(Permission.KEEP_ROLL, load=_roll_of_upload)
def roll_faults(roll: Roll) -> ResponseReturnValue:
    """Every line to be mended, left out or looked at again, to download; no ID number in it."""
    preview = _preview(roll)
    return fault_list(preview.told, preview.upload)


def _judged(roll: Roll, sheet: Sheet) -> bytes:
    day, begun = roll.election.polling_day, carryover_of(roll)
    last = begun.source.election.polling_day if begun else None
    law = law_of(roll.election)
    reading = read_voters(sheet.rows, polling_day=day, today=clock.today(), law=law, last_poll=last)
    return packed(sheet, reading, day)


def _preview(roll: Roll) -> Preview:
    upload_id = int((request.view_args or {})["upload_id"])
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=roll.election_id)
    judged = unpacked(opened(upload))
    refuse_if(judged.polling_day != roll.election.polling_day, RollReason.DAY_MOVED)
    found = keys().fingerprints(voter.id_number for voter in judged.voters)
    elsewhere = queries.taken_elsewhere(roll, found)
    plan = plan_import(judged.voters, found, on_roll=queries.already_on(roll), elsewhere=elsewhere)
    if carryover_of(roll) is not None:
        silent = [Fault(one.line, GROUND, MovementReason.GROUND_MISSING) for one, _key in plan.new if not one.ground]
        judged = replace(judged, faults=sorted([*judged.faults, *silent], key=lambda one: one.line))
    skipped = sorted([*judged.skipped, *(Fault(*one) for one in plan.taken)], key=lambda one: one.line)
    return Preview(upload, judged, plan, skipped)


def _sealed(plan: ImportPlan) -> list[NewEntry]:
    """The rows to store, the ID numbers sealed; before the transaction begins."""
    sealed = keys().encrypt_all([voter.id_number for voter, _key in plan.new])
    return [(voter, key, number) for (voter, key), number in zip(plan.new, sealed, strict=True)]


def _import(roll: Roll, preview: Preview, mark: str, rows: list[NewEntry]) -> None:
    judged = preview.judged
    refuse_if(bool(judged.faults), RollReason.FAULTY, count=len(judged.faults))
    refuse_if(judged.polling_day != roll.election.polling_day, RollReason.DAY_MOVED)
    refuse_if(mark != preview.plan.mark, RollReason.CHANGED)
    operations.import_roll(roll=roll, rows=rows, sha256=judged.sha256, skipped=len(preview.skipped), actor=current_user)
