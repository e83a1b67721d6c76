"""Complaints to the township: made by anybody, seen by the village without words and names, handled above it (D-12)."""

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import operations as accounts
from villagegov.accounts import queries as rights
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.audit.record import Somebody
from villagegov.disclosure.forms.complaints import ComplainForm, DecideForm, EscalateForm, ReportForm
from villagegov.disclosure.models import Complaint
from villagegov.disclosure.operations import complaints as operations
from villagegov.disclosure.queries import complaints as queries
from villagegov.disclosure.queries.catalogue import kind_of
from villagegov.disclosure.queries.public import listed_as
from villagegov.disclosure.queries.questions import question_with_code
from villagegov.disclosure.rules.catalogue import named
from villagegov.disclosure.rules.complaints import TOWNSHIP_DAYS, township_due
from villagegov.disclosure.views.answering import unsealed
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.questions import asker_of, is_resident, posting_asked
from villagegov.disclosure.views.receipts import opened_hash
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.complaints import ComplaintGround, Finding
from villagegov.divisions.queries import unit_coded
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard, public
from villagegov.web.paging import paged


@blueprint.route("/c/<code>/complain", methods=["GET", "POST"])
@public
def complain(code: str) -> ResponseReturnValue:
    """Tell the township that something was not posted in time, or is untrue."""
    unit, posting = unit_coded(code) or abort(404), posting_asked(code)
    item = next((one for one in Item if one == one_asked("item")), None)
    known = is_resident(unit)
    form = ComplainForm(known=known)
    if form.submitted():
        asker = asker_of(form, known=known)
        with transaction(unit, form) as answer:
            accounts.note_asking(address=request.remote_addr or "")
            operations.lodge(
                unit=unit,
                ground=ComplaintGround(form.ground.data),
                posting=posting,
                item=item if posting is None else None,
                text=form.text.data.strip(),
                asker=asker,
                actor=Somebody(),
            )
            answer.to(url_for(".asked", code=unit.code), "")
        return answer.redirect()
    about = listed_as(posting) if posting else named(item, kind_of(unit)) if item else ""
    return render_template(
        "disclosure/complaints/complain.html", form=form, unit=unit, known=known, about=about, days=TOWNSHIP_DAYS
    )


@blueprint.route("/answers/complain", methods=["GET", "POST"])
@public
def escalate() -> ResponseReturnValue:
    """A question that is late or answered poorly goes to the township, by whoever holds its receipt."""
    code_hash = opened_hash()
    question = question_with_code(code_hash) if code_hash else None
    if question is None:
        return redirect(url_for(".answers"))
    form = EscalateForm()
    if form.submitted():
        with transaction(question.unit, form) as answer:
            operations.escalate(question=question, text=(form.text.data or "").strip(), actor=Somebody())
            answer.to(url_for(".my_answer"), _("已向乡镇（街道）反映，仍用原来的查询码查处理情况。"))
        return answer.redirect()
    due = township_due(clock.today())
    return render_template("disclosure/complaints/escalate.html", form=form, question=question, due=due)


@blueprint.get("/complaints")
@guard(Permission.VIEW_QUESTIONS)
def complaints() -> ResponseReturnValue:
    """Complaints of one's area, the open ones first."""
    areas, today = rights.areas(current_user, Permission.VIEW_QUESTIONS), clock.today()
    return render_template(
        "disclosure/complaints/index.html",
        page=paged(queries.complaints_in(areas)),
        unit=rights.only_unit(current_user, Permission.VIEW_QUESTIONS),
        about=queries.about,
        state_on=queries.state_on,
        due_of=queries.deadline,
        today=today,
    )


@blueprint.get("/complaints/<int:complaint_id>")
@guard(Permission.VIEW_QUESTIONS, load=queries.complaint)
def complaint(complaint: Complaint) -> ResponseReturnValue:
    """One complaint; its words and who complains, for officials only."""
    return _page(complaint)


def _page(complaint: Complaint, phone: str = "") -> str:
    judges = rights.may(current_user, Permission.JUDGE_COMPLAINTS, complaint.unit)
    return render_template(
        "disclosure/complaints/show.html",
        complaint=complaint,
        judges=judges,
        about=queries.about(complaint),
        state=queries.state_on(complaint),
        due=queries.deadline(complaint),
        today=clock.today(),
        complainant=unsealed(complaint.sealed_name) if judges else "",
        phone=phone,
        entries=history(complaint),
    )


@blueprint.post("/complaints/<int:complaint_id>/phone")
@guard(Permission.JUDGE_COMPLAINTS, load=queries.complaint)
def see_complainant(complaint: Complaint) -> ResponseReturnValue:
    """The phone of who complains; that it was looked at is recorded first."""
    if not ConfirmForm().submitted():
        return _page(complaint)
    with transaction(complaint):
        operations.note_complainant_seen(complaint=complaint, actor=current_user)
    response = make_response(_page(complaint, unsealed(complaint.sealed_phone)))
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/complaints/<int:complaint_id>/take-up")
@guard(Permission.JUDGE_COMPLAINTS, load=queries.complaint)
def take_up_complaint(complaint: Complaint) -> ResponseReturnValue:
    """The township begins to check."""
    form = ConfirmForm()
    if form.submitted():
        with transaction(complaint, form) as answer:
            operations.take_up(complaint=complaint, actor=current_user)
            answer.to(url_for(".complaint", complaint_id=complaint.id), _("已受理。"))
        return answer.redirect()
    return _page(complaint)


@blueprint.route("/complaints/<int:complaint_id>/decide", methods=["GET", "POST"])
@guard(Permission.JUDGE_COMPLAINTS, load=queries.complaint)
def decide_complaint(complaint: Complaint) -> ResponseReturnValue:
    """What was found, what is ordered."""
    form = DecideForm(version=complaint.version)
    if form.submitted():
        with transaction(complaint, form) as answer:
            operations.decide(
                complaint=complaint,
                finding=Finding(form.finding.data),
                words=form.words.data.strip(),
                order_due_on=form.order_due_on.data,
                actor=current_user,
            )
            answer.to(url_for(".complaint", complaint_id=complaint.id), _("已处理，反映人和村（居）委会看得到。"))
        return answer.redirect()
    return render_template("disclosure/complaints/decide.html", form=form, complaint=complaint)


@blueprint.route("/complaints/<int:complaint_id>/report", methods=["GET", "POST"])
@guard(Permission.ANSWER_QUESTIONS, load=queries.complaint)
def report_on_order(complaint: Complaint) -> ResponseReturnValue:
    """What the committee did."""
    form = ReportForm(data={"words": complaint.report, "version": str(complaint.version)})
    if form.submitted():
        with transaction(complaint, form) as answer:
            operations.report(complaint=complaint, words=form.words.data.strip(), actor=current_user)
            answer.to(url_for(".complaint", complaint_id=complaint.id), _("已报告乡镇（街道）。"))
        return answer.redirect()
    return render_template("disclosure/complaints/report.html", form=form, complaint=complaint)


@blueprint.post("/complaints/<int:complaint_id>/close")
@guard(Permission.JUDGE_COMPLAINTS, load=queries.complaint)
def close_complaint(complaint: Complaint) -> ResponseReturnValue:
    """The order was carried out."""
    form = ConfirmForm()
    if form.submitted():
        with transaction(complaint, form) as answer:
            operations.close(complaint=complaint, actor=current_user)
            answer.to(url_for(".complaint", complaint_id=complaint.id), _("已办结。"))
        return answer.redirect()
    return _page(complaint)
