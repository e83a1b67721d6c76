"""Lines of the accounts one by one; and what is pasted from a spreadsheet into any draft."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.filling import REPLACING, PasteForm
from villagegov.disclosure.forms.lines import LineForm
from villagegov.disclosure.models import Posting, PostingLine
from villagegov.disclosure.operations import drafts as operations
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import words_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.filling import fill, filling_of, in_accounts
from villagegov.disclosure.views.turns import while_open
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard


@blueprint.route("/postings/<int:posting_id>/lines/new", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def add_line(posting: Posting) -> ResponseReturnValue:
    """One more entry; the page comes back for the next."""
    in_accounts(posting)
    while_open(posting)
    form = LineForm(month=posting.period_from, version=posting.version)
    if form.submitted() and form.entry is not None:
        with transaction(posting, form) as answer:
            operations.keep_line(posting=posting, entry=form.entry, actor=current_user)
            said = _("已加上：%(summary)s。可以接着填下一笔。", summary=form.entry.summary)
            answer.to(url_for(".add_line", posting_id=posting.id), said)
        return answer.redirect()
    name = words_of(posting)
    return render_template("disclosure/line_form.html", form=form, posting=posting, line=None, name=name)


@blueprint.route("/posting-lines/<int:line_id>/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.line)
def edit_line(line: PostingLine) -> ResponseReturnValue:
    """Put one entry right."""
    posting = line.posting
    while_open(posting)
    form = LineForm(month=posting.period_from, line=line, version=posting.version)
    if form.submitted() and form.entry is not None:
        with transaction(posting, form) as answer:
            operations.keep_line(posting=posting, entry=form.entry, line=line, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已改好：%(summary)s。", summary=form.entry.summary))
        return answer.redirect()
    name = words_of(posting)
    return render_template("disclosure/line_form.html", form=form, posting=posting, line=line, name=name)


@blueprint.route("/posting-lines/<int:line_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.line)
def remove_line(line: PostingLine) -> ResponseReturnValue:
    """Take one entry out, after a question."""
    posting = line.posting
    while_open(posting)
    form = ConfirmForm(version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.remove_line(line=line, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已删去这一笔，仍留在操作记录里。"))
        return answer.redirect()
    return render_template("disclosure/remove_line.html", form=form, posting=posting, line=line)


@blueprint.route("/postings/<int:posting_id>/lines/paste", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def paste_lines(posting: Posting) -> ResponseReturnValue:
    """Rows from the clipboard, all or nothing."""
    while_open(posting)
    form, filling = PasteForm(version=posting.version), filling_of(posting)
    if form.submitted():
        found = form.reading(filling)
        with transaction(posting, form) as answer:
            fill(posting, found.entries, replacing=form.mode.data == REPLACING)
            said = _("已写入 %(count)s 笔。", count=len(found.entries))
            answer.to(url_for(".show", posting_id=posting.id), said)
        return answer.redirect()
    name = words_of(posting)
    return render_template("disclosure/paste.html", form=form, posting=posting, name=name, titles=filling.titles)
