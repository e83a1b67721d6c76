"""Rows of a table one by one, and the words of a text."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.items import TextForm, row_form
from villagegov.disclosure.models import Posting, PostingRow
from villagegov.disclosure.operations import items as operations
from villagegov.disclosure.queries import items
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.rules.catalogue import CUSTOMS
from villagegov.disclosure.rules.tables import row_name
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.filling import in_table
from villagegov.disclosure.views.turns import while_open
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/postings/<int:posting_id>/rows/new", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def add_row(posting: Posting) -> ResponseReturnValue:
    """One more row; the page comes back for the next."""
    table = in_table(posting)
    while_open(posting)
    form = row_form(table, items.span_of(posting).period, version=posting.version)
    if form.submitted() and form.cells is not None:
        with transaction(posting, form) as answer:
            operations.keep_row(posting=posting, cells=form.cells, actor=current_user)
            said = _("已加上：%(row)s。可以接着填下一行。", row=row_name(form.cells, table))
            answer.to(url_for(".add_row", posting_id=posting.id), said)
        return answer.redirect()
    name = items.words_of(posting)
    return render_template("disclosure/row_form.html", form=form, posting=posting, row=None, name=name)


@blueprint.route("/posting-rows/<int:row_id>/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=items.row)
def edit_row(row: PostingRow) -> ResponseReturnValue:
    """Put one row right."""
    posting = row.posting
    table = in_table(posting)
    while_open(posting)
    form = row_form(table, items.span_of(posting).period, cells=row.cells, version=posting.version)
    if form.submitted() and form.cells is not None:
        with transaction(posting, form) as answer:
            operations.keep_row(posting=posting, cells=form.cells, row=row, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已改好：%(row)s。", row=row_name(form.cells, table)))
        return answer.redirect()
    name = items.words_of(posting)
    return render_template("disclosure/row_form.html", form=form, posting=posting, row=row, name=name)


@blueprint.route("/posting-rows/<int:row_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=items.row)
def remove_row(row: PostingRow) -> ResponseReturnValue:
    """Take one row out, after a question."""
    posting = row.posting
    table = in_table(posting)
    while_open(posting)
    form = ConfirmForm(version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.remove_row(row=row, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已删去这一行，仍留在操作记录里。"))
        return answer.redirect()
    cells = list(zip(table.titles, row.cells, strict=True))
    return render_template("disclosure/remove_row.html", form=form, posting=posting, cells=cells)


@blueprint.route("/postings/<int:posting_id>/text", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def write_text(posting: Posting) -> ResponseReturnValue:
    """The body of an item that is text."""
    if items.shape_of(posting) is not Shape.TEXT:
        abort(404)
    while_open(posting)
    form = TextForm(obj=posting)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.write_text(posting=posting, text=form.text.data, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已保存。"))
        return answer.redirect()
    name, mask = items.words_of(posting), CUSTOMS[posting.item].mask
    return render_template("disclosure/text_form.html", form=form, posting=posting, name=name, mask=mask)
