"""A file of things handed over: template, upload, preview, every fault to download, one confirmation."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.handover import COLUMNS, ConfirmItemsForm, ItemsFileForm
from villagegov.elections.models import Election
from villagegov.elections.operations import handover as operations
from villagegov.elections.operations.filing import refuse_unless_formed
from villagegov.elections.queries.handover import handover_of, items_of
from villagegov.elections.rules.handover import CLASSES, Line, read_items
from villagegov.elections.views.blueprints import blueprint
from villagegov.elections.vocabulary.handover import HandoverReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.attachments import as_xlsx
from villagegov.web.guards import guard
from villagegov.web.sheets import Fault, Limits, write_sheet
from villagegov.web.uploads import Files, Preview, take_upload

FILES = Files("handover", COLUMNS, Limits(megabytes=5, rows=2_000))
#: The first word of each class; the others are read too.
WORDS = tuple(word for word in CLASSES if word not in {"公章", "办公设备"})


@blueprint.get("/elections/<int:election_id>/handover/template")
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def handover_template(election: Election) -> ResponseReturnValue:
    """An empty file, one line begun for each class."""
    refuse_unless_formed(election)
    notes = [_("每项一行；类别只能填：%(words)s。", words="、".join(WORDS)), _("没有的类别，把那一行删去。")]
    rows = [(word, *[""] * (len(COLUMNS) - 1)) for word in WORDS]
    return as_xlsx(write_sheet(COLUMNS, rows, _("移交清单"), notes), _("移交清单模板"))


@blueprint.route("/elections/<int:election_id>/handover/import", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=queries.election)
def import_handover(election: Election) -> ResponseReturnValue:
    """Send a file in; nothing is written before the preview is confirmed."""
    refuse_unless_formed(election)
    form = ItemsFileForm()
    if form.submitted():
        sent = FILES.received(form.file)
        with transaction(election, form) as answer:
            upload = FILES.keep(sent, election.id)
            answer.to(url_for(".preview_handover", election_id=election.id, upload_id=upload.id), "")
        return answer.redirect()
    return render_template("elections/handover/import.html", form=form, election=election)


def _election_of_upload(election_id: int, upload_id: int) -> Election | None:
    """The election; whose upload it is, the view asks."""
    return queries.election(election_id) if upload_id else None


@blueprint.route("/elections/<int:election_id>/handover/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.PREPARE_ELECTION, load=_election_of_upload)
def preview_handover(election: Election) -> ResponseReturnValue:
    """What enters, what does not and why; then one confirmation, all or nothing."""
    preview, form = _preview(election), ConfirmItemsForm()
    if form.submitted():
        refuse_if(bool(preview.faults), HandoverReason.FAULTY, count=len(preview.faults))
        with transaction(election, form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            sha256 = preview.upload.sha256
            count = operations.import_items(election=election, lines=preview.lines, sha256=sha256, actor=current_user)
            answer.to(url_for(".handover", election_id=election.id), _("已导入 %(count)s 项。", count=count))
        return answer.redirect()
    form.sha256.data = preview.upload.sha256
    return render_template("elections/handover/preview.html", form=form, election=election, preview=preview)


@blueprint.get("/elections/<int:election_id>/handover/imports/<int:upload_id>/faults")
@guard(Permission.PREPARE_ELECTION, load=_election_of_upload)
def handover_faults(election: Election) -> ResponseReturnValue:
    """Every line to be mended, to download."""
    return _preview(election).fault_list()


def _preview(election: Election) -> Preview[Line]:
    upload, sheet = FILES.sent_before(election.id)
    listed = [(one.item_class, one.item) for one in items_of(handover_of(election))]
    reading = read_items(sheet.rows, listed)
    faults = sheet.faults_with(Fault(*one) for one in reading.faults)
    skipped = sorted([*sheet.skipped, *(Fault(*one) for one in reading.skipped)], key=lambda one: one.line)
    return Preview(upload, reading.lines, faults, skipped)
