"""A posting from the list to its page: the accounts begun, any of them described, with its attachments."""

from datetime import date

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.steps import DescribeForm, MonthForm, PostingFilesForm
from villagegov.disclosure.models import Posting, PostingFile
from villagegov.disclosure.operations import drafts as operations
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.queries.items import shape_of, table_of, words_of
from villagegov.disclosure.rules.months import in_words
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.standing import standing_of
from villagegov.disclosure.views.turns import while_open
from villagegov.disclosure.vocabulary import PostingState
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.paging import paged


@blueprint.get("/postings")
@guard(Permission.VIEW_POSTINGS)
def index() -> ResponseReturnValue:
    """What one's units draft and have posted, the newest period first."""
    asked, month = one_asked("state"), _month_asked()
    state = PostingState(asked) if asked in list(PostingState) else None
    page = paged(queries.postings_in(accounts.areas(current_user, Permission.VIEW_POSTINGS), state=state, month=month))
    kept = accounts.areas(current_user, Permission.KEEP_POSTINGS)
    return render_template(
        "disclosure/index.html",
        page=page,
        only=accounts.only_unit(current_user, Permission.VIEW_POSTINGS),
        states=list(PostingState),
        state=state,
        month=month,
        name_of={one.id: words_of(one) for one in page.rows},
        state_of={one.id: queries.state_on(one) for one in page.rows},
        sums=queries.sums_of_many(one for one in page.rows if shape_of(one) is Shape.ACCOUNTS),
        turns=[(unit, queries.next_of(unit)) for unit in kept if unit.level is Level.UNIT],
        in_words=in_words,
        sets_catalogue=accounts.may(current_user, Permission.SET_CATALOGUE),
    )


def _month_asked() -> date | None:
    """The month in the address, as 2026-09; None without one."""
    try:
        return date.fromisoformat(f"{one_asked('month')[:7]}-01")
    except ValueError:
        return None


@blueprint.get("/units/<int:unit_id>/postings/next")
@guard(Permission.VIEW_POSTINGS, load=queries.committee_unit)
def next_month(unit: Division) -> ResponseReturnValue:
    """Where the unit's next month is dealt with: its draft, or the page that begins it."""
    following = queries.next_of(unit)
    if following is not None and following.posting is not None:
        return redirect(url_for(".show", posting_id=following.posting.id))
    keeps = accounts.may(current_user, Permission.KEEP_POSTINGS, unit)
    return redirect(url_for(".create", unit_id=unit.id) if keeps and following else url_for(".index"))


@blueprint.route("/units/<int:unit_id>/postings/new", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.committee_unit)
def create(unit: Division) -> ResponseReturnValue:
    """Begin the month whose turn it is."""
    following = queries.next_of(unit)
    form = MonthForm(months=queries.months_waiting(unit, clock.today()))
    if form.submitted():
        with transaction(unit, form) as answer:
            made = operations.draft_month(unit=unit, month=form.value, actor=current_user)
            answer.to(url_for(".show", posting_id=made.id), _("可以填写明细了。"))
        return answer.redirect()
    words = in_words(following.month) if following else ""
    return render_template("disclosure/new.html", form=form, unit=unit, following=following, month=words)


@blueprint.get("/postings/<int:posting_id>")
@guard(Permission.VIEW_POSTINGS, load=queries.posting)
def show(posting: Posting) -> ResponseReturnValue:
    """One posting: how far it is, what comes next, what it says, who did what."""
    return render_template("disclosure/show.html", posting=posting, **standing_of(posting))


@blueprint.route("/postings/<int:posting_id>/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def describe(posting: Posting) -> ResponseReturnValue:
    """What is added in words, or that there was nothing."""
    while_open(posting)
    table = table_of(posting)
    nothing = table.nothing if table else _("本月无收支") if shape_of(posting) is Shape.ACCOUNTS else ""
    form = DescribeForm(obj=posting, nothing=nothing, complaints=table is not None and table.complaints)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.describe(
                posting=posting,
                remark=(form.remark.data or "").strip(),
                without_entries=bool(form.without_entries.data) if form.without_entries else False,
                complaint_phone=(form.complaint_phone.data or "").strip() if form.complaint_phone else "",
                actor=current_user,
            )
            answer.to(url_for(".show", posting_id=posting.id), _("已保存。"))
        return answer.redirect()
    return render_template("disclosure/describe.html", form=form, posting=posting, name=words_of(posting))


@blueprint.route("/postings/<int:posting_id>/files", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting)
def attach(posting: Posting) -> ResponseReturnValue:
    """Add attachments."""
    while_open(posting)
    form = PostingFilesForm(version=posting.version)
    if form.submitted():
        sent = checked(form.files, unit=posting.unit, needed=True)
        with transaction(posting, form) as answer:
            operations.attach(posting=posting, files=sent, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已附上 %(count)s 个文件。", count=len(sent)))
        return answer.redirect()
    name = words_of(posting)
    return render_template(
        "disclosure/files.html", form=form, posting=posting, name=name, accepted=ACCEPTED, limit=LIMIT
    )


@blueprint.get("/posting-files/<int:file_id>")
@guard(Permission.VIEW_POSTINGS, load=queries.posting_file)
def posting_file(file: PostingFile) -> ResponseReturnValue:
    """The attachment itself."""
    return send_stored(file.file)


@blueprint.route("/posting-files/<int:file_id>/remove", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.posting_file)
def detach(file: PostingFile) -> ResponseReturnValue:
    """Take an attachment off, after a question."""
    posting = file.posting
    while_open(posting)
    form = ConfirmForm(version=posting.version)
    if form.submitted():
        with transaction(posting, form) as answer:
            operations.detach(file=file, actor=current_user)
            answer.to(url_for(".show", posting_id=posting.id), _("已取下，仍留在操作记录里。"))
        return answer.redirect()
    name = words_of(posting)
    return render_template("disclosure/remove_file.html", form=form, posting=posting, kept=file, name=name)
