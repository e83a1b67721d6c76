"""The desk: a question of somebody who came or called, and the register of questions as a file (F-58)."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.disclosure.forms.questions import DeskForm
from villagegov.disclosure.models import Question
from villagegov.disclosure.operations import questions as operations
from villagegov.disclosure.queries import questions as queries
from villagegov.disclosure.queries.postings import committee_unit
from villagegov.disclosure.rules.questions import ANSWER_DAYS, answer_due
from villagegov.disclosure.views.answering import narrowed_asked
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.receipts import begin
from villagegov.disclosure.vocabulary.questions import Way
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.attachments import as_xlsx
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.sheets import Column, write_sheet

#: So many questions are exported at once.
MOST_EXPORTED = 5000


@blueprint.route("/units/<int:unit_id>/questions/new", methods=["GET", "POST"])
@guard(Permission.ENTER_QUESTION, load=committee_unit)
def enter_question(unit: Division) -> ResponseReturnValue:
    """Write it down, then print the receipt with its code."""
    form = DeskForm(data={"asked_on": clock.today(), "way": Way.VISIT.value})
    if form.submitted():
        phone = keys().encrypt(form.phone.data) if form.phone.data else None
        asker = operations.Asker(keys().encrypt(form.name.data), phone, begin(form.once_key))
        with transaction(unit, form) as answer:
            operations.enter_question(
                unit=unit,
                text=form.text.data.strip(),
                way=Way(form.way.data),
                asked_on=form.asked_on.value,
                asker=asker,
                actor=current_user,
            )
            answer.to(url_for(".asked", code=unit.code), _("已登记。请把这一页打印出来交给提问人。"))
        return answer.redirect()
    return render_template("disclosure/questions/enter.html", form=form, unit=unit, days=ANSWER_DAYS)


@blueprint.get("/questions/export")
@guard(Permission.VIEW_QUESTIONS)
def export_questions() -> ResponseReturnValue:
    """F-58: the register as xlsx, narrowed as the list is; never who asked."""
    areas = accounts.areas(current_user, Permission.VIEW_QUESTIONS)
    found = queries.at_most(queries.questions_in(areas, clock.today(), narrowed_asked()), MOST_EXPORTED)
    titles = (_("编号"), _("提出日期"), _("提出方式"), _("关于"), _("询问的内容"), _("向谁提出"), _("答复期限"))
    answers = (_("答复"), _("答复日期"), _("答复人"), _("满意"))
    columns = [Column("", title) for title in (*titles, *answers)]
    return as_xlsx(write_sheet(columns, [_row(one) for one in found], _("询问")), _("村民意见、询问登记和答复表"))


def _row(one: Question) -> tuple[str | int, ...]:
    verdict = {None: "", True: _("满意"), False: _("不满意")}[one.satisfied]
    return (
        one.number,
        one.asked_on.isoformat(),
        str(one.way.label),
        str(queries.about(one)),
        one.text,
        one.unit.name,
        answer_due(one.asked_on).last.isoformat(),
        one.answer,
        one.answered_on.isoformat() if one.answered_on else "",
        one.answered_by_name,
        verdict,
    )
