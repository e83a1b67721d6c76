"""The opening balance of a unit: entered by one, confirmed by another."""

from datetime import date

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.disclosure.forms.opening import OpeningForm
from villagegov.disclosure.operations import opening as operations
from villagegov.disclosure.queries import postings as queries
from villagegov.disclosure.rules.months import in_words, month_after, month_before, month_of
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.divisions.models import Division
from villagegov.files.operations import keep_file
from villagegov.transaction import transaction
from villagegov.web.attachments import ACCEPTED, LIMIT, checked, send_stored
from villagegov.web.forms import NOT_YET, ConfirmForm
from villagegov.web.guards import guard

#: So many past months are offered as the first one.
MONTHS_BACK = 24


@blueprint.get("/units/<int:unit_id>/opening-balance")
@guard(Permission.VIEW_POSTINGS, load=queries.committee_unit)
def opening_balance(unit: Division) -> ResponseReturnValue:
    """What the accounts begin with, and who stands for it."""
    balance = queries.opening_of(unit)
    return render_template(
        "disclosure/opening.html",
        unit=unit,
        balance=balance,
        open=queries.last_posted(unit) is None,
        month=in_words(balance.from_month) if balance else "",
        entries=history(balance) if balance else [],
    )


@blueprint.route("/units/<int:unit_id>/opening-balance/edit", methods=["GET", "POST"])
@guard(Permission.KEEP_POSTINGS, load=queries.committee_unit)
def enter_opening(unit: Division) -> ResponseReturnValue:
    """Enter it from its paper; until it is confirmed it may be put right."""
    balance = queries.opening_of(unit)
    form = OpeningForm(months=_months(), obj=balance, version="" if balance else NOT_YET)
    if form.submitted():
        sent = checked(form.files, unit=unit, needed=balance is None or balance.file_id is None)
        with transaction(balance, form) as answer:
            stored = keep_file(checked=sent[0], unit=unit, actor=current_user) if sent else None
            operations.enter_opening(
                unit=unit,
                from_month=form.month,
                amount_fen=form.amount_fen.value,
                document=form.document.data.strip(),
                file=stored,
                actor=current_user,
            )
            answer.to(url_for(".opening_balance", unit_id=unit.id), _("已保存。请由另一个人复核。"))
        return answer.redirect()
    return render_template("disclosure/opening_form.html", form=form, unit=unit, accepted=ACCEPTED, limit=LIMIT)


def _months() -> list[date]:
    month = month_after(month_of(clock.today()))
    months: list[date] = []
    for _back in range(MONTHS_BACK):
        month = month_before(month)
        months.append(month)
    return months


@blueprint.route("/units/<int:unit_id>/opening-balance/confirm", methods=["GET", "POST"])
@guard(Permission.SETTLE_POSTINGS, load=queries.committee_unit)
def confirm_opening(unit: Division) -> ResponseReturnValue:
    """The second person compares it with the paper."""
    balance = queries.opening_of(unit) or abort(404)
    form = ConfirmForm(obj=balance)
    if form.submitted():
        with transaction(balance, form) as answer:
            operations.confirm_opening(unit=unit, actor=current_user)
            answer.to(url_for(".opening_balance", unit_id=unit.id), _("已复核，从现在起可以编制每月收支。"))
        return answer.redirect()
    month = in_words(balance.from_month)
    return render_template("disclosure/opening_confirm.html", form=form, unit=unit, balance=balance, month=month)


@blueprint.get("/units/<int:unit_id>/opening-balance/paper")
@guard(Permission.VIEW_POSTINGS, load=queries.committee_unit)
def opening_paper(unit: Division) -> ResponseReturnValue:
    """The paper it stands on."""
    balance = queries.opening_of(unit)
    stored = balance.file if balance is not None else None
    return send_stored(stored or abort(404))
