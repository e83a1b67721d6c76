"""What a third person settles on a count sheet, and the photos of the signed paper."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.elections import queries
from villagegov.elections.forms.checks import PhotoForm, settle_form
from villagegov.elections.forms.count import labels_of
from villagegov.elections.models import CountSheet, SheetPhoto
from villagegov.elections.operations import sheets as operations
from villagegov.elections.queries.polling import sheet_photo
from villagegov.elections.queries.result import names_in
from villagegov.elections.rules.sheet import differing_fields
from villagegov.elections.views.blueprints import blueprint
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/sheets/<int:sheet_id>/settlement", methods=["GET", "POST"])
@guard(Permission.SETTLE_COUNT, load=queries.sheet)
def settle_count(sheet: CountSheet) -> ResponseReturnValue:
    """A third person reads what the two read differently."""
    operations.refuse_unless_third(sheet, current_user)
    first, second = (one.figures for one in sheet.entries[:2])
    labels = labels_of(queries.posts_on_sheet(sheet.poll), names_in(sheet.poll.election))
    form = settle_form(differing_fields(first, second), labels, first, second)
    if form.submitted():
        with transaction(sheet, form) as answer:
            operations.settle_count(sheet=sheet, figures=form.figures(), reason=form.reason.data, actor=current_user)
            answer.to(url_for(".show", election_id=sheet.poll.election_id), _("已裁定，这张计票单已定。"))
        return answer.redirect()
    return render_template("elections/settle_count.html", form=form, sheet=sheet)


@blueprint.route("/sheets/<int:sheet_id>/photos", methods=["GET", "POST"])
@guard(Permission.ENTER_COUNT, load=queries.sheet)
def keep_sheet_photos(sheet: CountSheet) -> ResponseReturnValue:
    """Photos of the signed sheet."""
    form = PhotoForm()
    if form.submitted():
        sent = checked(form.files, unit=sheet.unit, needed=True)
        with transaction(sheet, form) as answer:
            operations.keep_photos(sheet=sheet, files=sent, actor=current_user)
            answer.to(url_for(".sheet", sheet_id=sheet.id), _("已附上 %(count)s 个文件。", count=len(sent)))
        return answer.redirect()
    return render_template("elections/sheet_photos.html", form=form, sheet=sheet, accepted=ACCEPTED, limit=LIMIT)


@blueprint.get("/sheet-photos/<int:photo_id>")
@guard(Permission.ENTER_COUNT, load=sheet_photo)
def show_sheet_photo(photo: SheetPhoto) -> ResponseReturnValue:
    """The photo itself."""
    return send_stored(photo.file)


@blueprint.route("/sheet-photos/<int:photo_id>/remove", methods=["GET", "POST"])
@guard(Permission.ENTER_COUNT, load=sheet_photo)
def remove_sheet_photo(photo: SheetPhoto) -> ResponseReturnValue:
    """Take a photo off, after a question."""
    form, sheet_id = ConfirmForm(), photo.sheet_id
    if form.submitted():
        with transaction(photo, form) as answer:
            operations.remove_photo(photo=photo, actor=current_user)
            answer.to(url_for(".sheet", sheet_id=sheet_id), _("已取下，仍留在操作记录里。"))
        return answer.redirect()
    return render_template("elections/remove_sheet_photo.html", form=form, photo=photo)
