"""A spreadsheet of representatives: template, upload, preview, one confirmation."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.bodies.forms.representatives import RepresentativesFileForm, RepresentativesForm
from villagegov.bodies.operations.representatives import NewRepresentative, Paper
from villagegov.bodies.operations.representatives import import_representatives as enter
from villagegov.bodies.queries import groups_of, pending_in, terms_of
from villagegov.bodies.queries.meetings import committee_kind, committee_unit
from villagegov.bodies.rules.representatives import TITLES, Line, read_representatives
from villagegov.bodies.views.blueprints import blueprint
from villagegov.bodies.vocabulary import BodyReason, Office
from villagegov.divisions.models import Division
from villagegov.files.operations import keep_file
from villagegov.people.queries import persons_with_keys
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, as_xlsx, checked
from villagegov.web.guards import guard
from villagegov.web.keyring import identity_of, keys
from villagegov.web.sheets import Column, Fault, Limits, write_sheet
from villagegov.web.uploads import Files, Preview, take_upload

COLUMNS = (
    Column("group", TITLES[0], ("村民小组", "居民小组", "组别"), required=False),
    Column("name", TITLES[1], ("代表姓名",), filled=True),
    Column("id_number", TITLES[2], ("身份证号码", "身份证", "公民身份号码"), text_only=True, filled=True),
    Column("households", TITLES[3], ("户数", "代表的户数"), filled=True),
)
FILES = Files("representatives", COLUMNS, Limits(megabytes=5, rows=500))


@blueprint.get("/units/<int:unit_id>/representatives/template")
@guard(Permission.KEEP_BODIES, load=committee_unit)
def representatives_template(unit: Division) -> ResponseReturnValue:
    """An empty file; the groups of the unit stand in its first column."""
    rows = [(one.name, "", "", "") for one in groups_of(unit)]
    notes = [_("每人一行。小组名称要与系统里登记的一致。"), _("身份证号一列要用文本格式，模板里已经设好。")]
    return as_xlsx(write_sheet(COLUMNS, rows, _("代表名单"), notes), _("代表名单模板"))


@blueprint.route("/units/<int:unit_id>/representatives/import", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=committee_unit)
def import_representatives(unit: Division) -> ResponseReturnValue:
    """Send a file in; nothing enters before the preview is confirmed."""
    form = RepresentativesFileForm()
    if form.submitted():
        sent = FILES.received(form.file)
        with transaction(form=form) as answer:
            upload = FILES.keep(sent, unit.id)
            answer.to(url_for(".preview_representatives", unit_id=unit.id, upload_id=upload.id), "")
        return answer.redirect()
    groups, kind = groups_of(unit), committee_kind(unit)
    return render_template("bodies/import.html", form=form, unit=unit, groups=groups, kind=kind)


def _unit_of_upload(unit_id: int, upload_id: int) -> Division | None:
    """The unit; whose upload it is, the view asks."""
    return committee_unit(unit_id) if upload_id else None


@blueprint.route("/units/<int:unit_id>/representatives/imports/<int:upload_id>", methods=["GET", "POST"])
@guard(Permission.KEEP_BODIES, load=_unit_of_upload)
def preview_representatives(unit: Division) -> ResponseReturnValue:
    """Who enters, who does not and why; then the paper it stands on, and one confirmation."""
    preview, form = _preview(unit), RepresentativesForm()
    if form.submitted():
        refuse_if(bool(preview.faults), BodyReason.FAULTY, count=len(preview.faults))
        photos, lines = checked(form.photo, unit=unit, needed=True), [_sealed(one) for one in preview.lines]
        with transaction(form=form) as answer:
            take_upload(preview.upload, seen=form.sha256.data)
            photo = keep_file(checked=photos[0], unit=unit, actor=current_user, field="photo")
            document, until_on = form.document.data.strip(), form.until_on.data
            paper = Paper(form.since, until_on, document, photo, preview.upload.sha256)
            made = enter(unit=unit, lines=lines, paper=paper, actor=current_user)
            answer.to(url_for(".unit", unit_id=unit.id), _("已导入 %(count)s 人，请第二人确认。", count=len(made)))
        return answer.redirect()
    form.sha256.data = preview.upload.sha256
    return render_template("bodies/preview.html", form=form, unit=unit, preview=preview, accepted=ACCEPTED, limit=LIMIT)


@blueprint.get("/units/<int:unit_id>/representatives/imports/<int:upload_id>/faults")
@guard(Permission.KEEP_BODIES, load=_unit_of_upload)
def representatives_faults(unit: Division) -> ResponseReturnValue:
    """Every line to be mended, to download."""
    return _preview(unit).fault_list()


def _sealed(line: Line) -> NewRepresentative:
    return NewRepresentative(identity_of(line.id_number, line.name), line.group_id, line.households)


def _preview(unit: Division) -> Preview[Line]:
    upload, sheet = FILES.sent_before(unit.id)
    groups = {one.name: one.id for one in groups_of(unit)}
    reading = read_representatives(sheet.rows, groups=groups, today=clock.today())
    lines, other, skipped = _compared(unit, reading.lines)
    faults = sheet.faults_with([*(Fault(*one) for one in reading.faults), *other])
    return Preview(upload, lines, faults, sorted([*sheet.skipped, *skipped], key=lambda one: one.line))


def _compared(unit: Division, lines: list[Line]) -> tuple[list[Line], list[Fault], list[Fault]]:
    """The lines that enter; those whose number bears another name; those who represent already."""
    found = keys().fingerprints(one.id_number for one in lines)
    known = persons_with_keys(found)
    held = [*terms_of(unit, clock.today(), offices=(Office.REPRESENTATIVE,)), *pending_in(unit)]
    already = {one.person.person_key for one in held if one.office is Office.REPRESENTATIVE}
    new, other, skipped = [], [], []
    for line, key in zip(lines, found, strict=True):
        if key in already:
            values = (("name", line.name),)
            skipped.append(Fault(line.line, TITLES[1], BodyReason.REPRESENTATIVE_ALREADY, values))
        elif key in known and known[key].name != line.name:
            other.append(Fault(line.line, TITLES[1], BodyReason.OTHER_NAME))
        else:
            new.append(line)
    return new, other, skipped
