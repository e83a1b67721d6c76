"""The answer for whoever holds a receipt: the code opens it for half an hour, and he says whether it is enough."""

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

import villagegov.clock as clock
from villagegov.accounts import operations as accounts
from villagegov.audit.record import Somebody
from villagegov.disclosure.forms.questions import YES, CodeForm, RateForm
from villagegov.disclosure.models import Complaint, Question
from villagegov.disclosure.operations import questions as operations
from villagegov.disclosure.queries import questions as queries
from villagegov.disclosure.queries.complaints import about as about_complaint
from villagegov.disclosure.queries.complaints import complaint_with_code
from villagegov.disclosure.queries.complaints import state_on as state_of_complaint
from villagegov.disclosure.rules.complaints import ground_of_question
from villagegov.disclosure.rules.questions import answer_due
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.receipts import close_receipt, hash_of, open_receipt, opened_hash
from villagegov.disclosure.vocabulary.questions import QuestionReason
from villagegov.refusal import refuse_if
from villagegov.transaction import transaction
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import public


@blueprint.route("/answers", methods=["GET", "POST"])
@public
def answers() -> ResponseReturnValue:
    """Type the code of a receipt; wrong ones are counted as wrong passwords are."""
    form = CodeForm()
    if form.submitted():
        code_hash = hash_of(form.code.data)
        with transaction():
            attempt = accounts.note_receipt_attempt(code_hash=code_hash, address=request.remote_addr or "")
        found = queries.question_with_code(code_hash) or complaint_with_code(code_hash)
        refuse_if(found is None, QuestionReason.CODE_UNKNOWN, "code")
        with transaction(attempt):
            accounts.settle_attempt(attempt=attempt)
        open_receipt(code_hash)
        return redirect(url_for(".my_answer"), code=303)
    return render_template("disclosure/questions/answers.html", form=form)


def _opened() -> Question | None:
    code_hash = opened_hash()
    return queries.question_with_code(code_hash) if code_hash else None


@blueprint.route("/answers/mine", methods=["GET", "POST"])
@public
def my_answer() -> ResponseReturnValue:
    """The question and its answer; whether it is enough."""
    question, form = _opened(), RateForm()
    complaint = complaint_with_code(opened_hash() or b"")
    if question is None:
        return _told_of(complaint) if complaint is not None else redirect(url_for(".answers"))
    if form.submitted():
        with transaction(question, form) as answer:
            satisfied = form.satisfied.data == YES
            operations.rate_answer(question=question, satisfied=satisfied, actor=Somebody())
            answer.to(url_for(".my_answer"), _("谢谢，已经记下。"))
        return answer.redirect()
    response = make_response(
        render_template(
            "disclosure/questions/my_answer.html",
            question=question,
            form=form,
            about=queries.about(question),
            state=queries.state_on(question),
            due=answer_due(question.asked_on),
            today=clock.today(),
            complaint=complaint,
            stage=state_of_complaint(complaint) if complaint else "",
            may_complain=complaint is None and _may_complain(question),
        )
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _may_complain(question: Question) -> bool:
    ground = ground_of_question(
        asked_on=question.asked_on,
        answered_on=question.answered_on,
        satisfied=question.satisfied,
        today=clock.today(),
    )
    return ground is not None


def _told_of(complaint: Complaint) -> ResponseReturnValue:
    """How far a complaint is that was made without a question before it."""
    words = {"about": about_complaint(complaint), "stage": state_of_complaint(complaint)}
    response = make_response(render_template("disclosure/complaints/mine.html", complaint=complaint, **words))
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/answers/close")
@public
def close_answer() -> ResponseReturnValue:
    """Leave, so that nobody who uses this screen next reads it."""
    if ConfirmForm().submitted():
        close_receipt()
    return redirect(url_for(".answers"), code=303)
