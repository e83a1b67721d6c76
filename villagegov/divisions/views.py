"""Browsing the tree, searching it, correcting it, and importing a newer list."""

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.divisions import operations, queries, rules
from villagegov.divisions.forms import (
    ConfirmUploadForm,
    CorrectionForm,
    UploadForm,
    faults_of,
    read_list,
    rows_of,
)
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Kind, Level
from villagegov.transaction import transaction
from villagegov.web.filters import words_asked
from villagegov.web.guards import guard, signed_in
from villagegov.web.paging import paged
from villagegov.web.uploads import fault_list, keep_upload, opened, own_upload, received, take_upload

blueprint = Blueprint("divisions", __name__)

PURPOSE = "divisions"
SEE_CHANGES = (Permission.READ_HISTORY, Permission.READ_AUDIT, Permission.MANAGE_DIVISIONS)


@blueprint.get("/divisions")
@signed_in
def index() -> ResponseReturnValue:
    """Search by name or code, or begin at the provinces."""
    words = words_asked()
    page = paged(queries.named(words) if words else queries.children(queries.root()))
    may_import = accounts.may(current_user, Permission.MANAGE_DIVISIONS)
    return render_template(
        "divisions/index.html", page=page, words=words, above=queries.words_above(page.rows), may_import=may_import
    )


@blueprint.get("/divisions/odd")
@signed_in
def odd() -> ResponseReturnValue:
    """Entries of the list that look like slips."""
    page = paged(queries.odd())
    return render_template("divisions/odd.html", page=page, above=queries.words_above(page.rows))


@blueprint.get("/divisions/<int:division_id>")
@signed_in
def show(division_id: int) -> ResponseReturnValue:
    """One place, what lies below it, how it was called before, and who changed it."""
    division = queries.division(division_id) or abort(404)
    may_see_changes = any(accounts.may(current_user, one, division) for one in SEE_CHANGES)
    return render_template(
        "divisions/show.html",
        division=division,
        above=queries.above(division)[:-1],
        page=paged(queries.children(division)),
        pasts=queries.pasts(division),
        oddities=rules.oddities(code=division.code, name=division.name, kind=division.kind),
        may_correct=accounts.may(current_user, Permission.CORRECT_DIVISION, division),
        entries=history(division) if may_see_changes else None,
    )


@blueprint.route("/divisions/<int:division_id>/correct", methods=["GET", "POST"])
@guard(Permission.CORRECT_DIVISION, load=queries.division)
def correct(division: Division) -> ResponseReturnValue:
    """Override name or kind, with the reason."""
    form = CorrectionForm(obj=division, is_unit=division.level == Level.UNIT)
    if form.submitted():
        with transaction(division, form) as answer:
            operations.correct(
                division=division,
                name=form.name.data,
                kind=Kind(form.kind.data),
                reason=form.reason.data,
                actor=current_user,
            )
            answer.to(url_for(".show", division_id=division.id), _("已更正。"))
        return answer.redirect()
    return render_template("divisions/correct.html", form=form, division=division)


@blueprint.route("/divisions/import", methods=["GET", "POST"])
@guard(Permission.MANAGE_DIVISIONS)
def import_list() -> ResponseReturnValue:
    """Send a list in; nothing is written before the preview is confirmed."""
    form = UploadForm()
    if form.submitted():
        sent = received(form.file)
        read_list(sent.data, sent.name)
        with transaction(form=form) as answer:
            upload = keep_upload(sent=sent, purpose=PURPOSE, subject_id=queries.ROOT_ID, actor=current_user)
            answer.to(url_for(".preview", upload_id=upload.id), "")
        return answer.redirect()
    return render_template("divisions/import.html", form=form)


@blueprint.route("/divisions/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.MANAGE_DIVISIONS)
def preview(upload_id: int) -> ResponseReturnValue:
    """What the list would change, line by line what is wrong; then one confirmation, all or nothing."""
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=queries.ROOT_ID)
    sheet = read_list(opened(upload), upload.shown_name)
    form = ConfirmUploadForm(sha256=upload.sha256)
    if form.submitted():
        with transaction(form=form) as answer:
            take_upload(upload, seen=form.sha256.data)
            plan = operations.import_list(rows=rows_of(sheet), sha256=upload.sha256, actor=current_user)
            answer.to(url_for(".index"), _("已导入：新增 %(added)s，改名 %(renamed)s。", **_counts(plan)))
        return answer.redirect()
    plan = rules.plan_list(rows_of(sheet), queries.listed_names())
    faults = faults_of(sheet, plan)
    return render_template("divisions/preview.html", form=form, upload=upload, sheet=sheet, plan=plan, faults=faults)


def _counts(plan: rules.ListPlan) -> dict[str, str]:
    return {"added": f"{len(plan.added):,}", "renamed": f"{len(plan.renamed):,}"}


@blueprint.get("/divisions/imports/<int:upload_id>/faults.csv")
@guard(Permission.MANAGE_DIVISIONS)
def faults(upload_id: int) -> ResponseReturnValue:
    """All faulty lines, to download."""
    upload = own_upload(upload_id, purpose=PURPOSE, subject_id=queries.ROOT_ID)
    sheet = read_list(opened(upload), upload.shown_name)
    return fault_list(faults_of(sheet, rules.plan_list(rows_of(sheet), queries.listed_names())), upload)
