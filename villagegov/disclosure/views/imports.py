"""A file into a month's lines: template, upload, preview, every fault to download, one confirmation."""

from dataclasses import dataclass
from urllib.parse import quote

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.lines import COLUMNS, REPLACING, ConfirmLinesForm, LinesFileForm, template_notes
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations.drafts import keep_lines
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.rules.lines import Reading, read_lines
from villagegov.disclosure.rules.months import in_words
from villagegov.disclosure.rules.sums import sums_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.turns import while_open
from villagegov.disclosure.vocabulary import LineReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.guards import guard
from villagegov.web.models import Upload
from villagegov.web.sheets import Fault, Sheet, write_sheet
from villagegov.web.uploads import fault_list, keep_upload, opened, own_upload, received, table_of, take_upload

PURPOSE = "posting_lines"
#: Lines of a file that its preview shows.
SHOWN = 100
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Preview:
    """What confirming the upload would do now."""

    upload: Upload
    sheet: Sheet
    reading: Reading

    @property
    def faults(self) -> list[Fault]:
        """Every fault of every line."""
        return self.sheet.faults_with(Fault(*one) for one in self.reading.faults)


@blueprint.get("/postings/<int:posting_id>/lines/template")
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def lines_template(posting: Posting) -> ResponseReturnValue:
    """An empty file with the titles and a sheet that explains."""
    data = write_sheet(COLUMNS, [], _("收支明细"), list(template_notes(posting.period_from)))
    name = quote(_("收支明细模板") + ".xlsx", safe="")
    headers = {"Content-Disposition": f"attachment; filename=\"lines.xlsx\"; filename*=UTF-8''{name}"}
    return Response(data, mimetype=XLSX, headers=headers)


@blueprint.route("/postings/<int:posting_id>/lines/import", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def import_lines(posting: Posting) -> ResponseReturnValue:
    """Send a file in; nothing is written before the preview is confirmed."""
    while_open(posting)
    form = LinesFileForm()
    if form.submitted():
        sent = received(form.file)
        table_of(sent.data, sent.name, COLUMNS)
        with transaction(posting, form) as answer:
            upload = keep_upload(sent=sent, purpose=PURPOSE, subject_id=posting.id, actor=current_user)
            answer.to(url_for(".preview_lines", posting_id=posting.id, upload_id=upload.id), "")
        return answer.redirect()
    notes, month = template_notes(posting.period_from), in_words(posting.period_from)
    return render_template("disclosure/import.html", form=form, posting=posting, notes=notes, month=month)


def _posting_of_upload(posting_id: int, upload_id: int) -> Posting | None:
    """The posting; whose upload it is, the view asks."""
    return queries.posting(posting_id) if upload_id else None


@blueprint.route("/postings/<int:posting_id>/lines/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=_posting_of_upload)
def preview_lines(posting: Posting) -> ResponseReturnValue:
    """What is written, what is wrong; then one confirmation, all or nothing."""
    preview, form = _preview(posting), ConfirmLinesForm(version=posting.version)
    if form.submitted():
        count, entries = len(preview.faults), preview.reading.entries
        refuse_if(count > 0, LineReason.FAULTY, count=count)
        with transaction(posting, form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            replacing, digest = form.mode.data == REPLACING, preview.sheet.sha256
            keep_lines(posting=posting, entries=entries, replacing=replacing, sha256=digest, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已写入 %(count)s 笔。", count=len(entries)))
        return answer.redirect()
    form.sha256.data = preview.upload.sha256
    return render_template(
        "disclosure/preview.html",
        form=form,
        posting=posting,
        preview=preview,
        sums=sums_of(0, preview.reading.entries),
        rows=[(one, None) for one in preview.reading.entries[:SHOWN]],
        month=in_words(posting.period_from),
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
    sheet = table_of(opened(upload), upload.shown_name, COLUMNS)
    return Preview(upload, sheet, read_lines(sheet.rows, month=posting.period_from))
