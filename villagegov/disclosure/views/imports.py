"""A file into a draft, accounts or table: template, upload, preview, every fault to download, one confirmation."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.filling import REPLACING, ConfirmRowsForm, RowsFileForm
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import table_of, words_of
from villagegov.disclosure.rules.cells import Reading
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.filling import fill, filling_of
from villagegov.disclosure.views.sheet_of_table import sheet_of_rows
from villagegov.disclosure.views.turns import while_open
from villagegov.disclosure.vocabulary import LineReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.models import Upload
from villagegov.web.sheets import Fault, Sheet, write_sheet
from villagegov.web.uploads import fault_list, keep_upload, opened, own_upload, received, take_upload
from villagegov.web.uploads import table_of as table_in

PURPOSE = "posting_lines"
#: Lines of a file that its preview shows.
SHOWN = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Preview:
    """What confirming the upload would do now."""

    upload: Upload
    sheet: Sheet
    reading: Reading[Any]

    @property
    def faults(self) -> list[Fault]:
        """Every fault of every line."""
        return self.sheet.faults_with(Fault(*one) for one in self.reading.faults)


@blueprint.get("/postings/<int:posting_id>/lines/template")
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def lines_template(posting: Posting) -> ResponseReturnValue:
    """An empty file with the titles and a sheet that explains."""
    filling = filling_of(posting)
    data = write_sheet(filling.columns, [], filling.name[:31], list(filling.notes))
    name = quote(_("%(name)s模板", name=filling.name) + ".xlsx", safe="")
    headers = {"Content-Disposition": f"attachment; filename=\"lines.xlsx\"; filename*=UTF-8''{name}"}
    return Response(data, mimetype=XLSX, headers=headers)


@blueprint.route("/postings/<int:posting_id>/lines/import", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def import_lines(posting: Posting) -> ResponseReturnValue:
    """Send a file in; nothing is written before the preview is confirmed."""
    while_open(posting)
    form, filling = RowsFileForm(), filling_of(posting)
    if form.submitted():
        sent = received(form.file)
        table_in(sent.data, sent.name, filling.columns)
        with transaction(posting, form) as answer:
            upload = keep_upload(sent=sent, purpose=PURPOSE, subject_id=posting.id, actor=current_user)
            answer.to(url_for(".preview_lines", posting_id=posting.id, upload_id=upload.id), "")
        return answer.redirect()
    name = words_of(posting)
    return render_template("disclosure/import.html", form=form, posting=posting, notes=filling.notes, name=name)


def _posting_of_upload(posting_id: int, upload_id: int) -> Posting | None:
    """The posting; whose upload it is, the view asks."""
    return queries.posting(posting_id) if upload_id else None


@blueprint.route("/postings/<int:posting_id>/lines/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=_posting_of_upload)
def preview_lines(posting: Posting) -> ResponseReturnValue:
    """What is written, what is wrong; then one confirmation, all or nothing."""
    preview, form = _preview(posting), ConfirmRowsForm(version=posting.version)
    found = preview.reading.entries
    if form.submitted():
        count = len(preview.faults)
        refuse_if(count > 0, LineReason.FAULTY, count=count)
        with transaction(posting, form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            fill(posting, found, replacing=form.mode.data == REPLACING, sha256=preview.sheet.sha256)
            answer.to(url_for(".show", posting_id=posting.id), _("已写入 %(count)s 笔。", count=len(found)))
        return answer.redirect()
    form.sha256.data = preview.upload.sha256
    table = table_of(posting)
    return render_template(
        "disclosure/preview.html",
        form=form,
        posting=posting,
        preview=preview,
        sheet=sheet_of_rows(found[:SHOWN], table) if table is not None else None,
        sums=sums_of(0, found if table is None else []),
        rows=[(one, None) for one in found[:SHOWN]] if table is None else [],
        name=words_of(posting),
    )


@blueprint.get("/postings/<int:posting_id>/lines/imports/<int:upload_id>/faults")
@guard(Permission.KEEP_POSTINGS, load=_posting_of_upload)
def line_faults(posting: Posting) -> ResponseReturnValue:
    """Every line to be mended, to download."""
    preview = _preview(posting)
    return fault_list(preview.faults, preview.upload)


def _preview(posting: Posting) -> Preview:
    upload_id = int((request.view_args or {})["upload_id"])
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=posting.id)
    filling = filling_of(posting)
    sheet = table_in(opened(upload), upload.shown_name, filling.columns)
    return Preview(upload, sheet, filling.read(sheet.rows))
