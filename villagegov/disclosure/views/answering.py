"""Questions for those who answer them, and for those who know who asked."""

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission
from villagegov.audit.queries import history
from villagegov.disclosure.forms.questions import AnswerForm, HoldForm
from villagegov.disclosure.models import Question
from villagegov.disclosure.operations import questions as operations
from villagegov.disclosure.queries import questions as queries
from villagegov.disclosure.rules.questions import answer_due, everybody_reads
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.vocabulary.questions import HoldGround, Narrowed
from villagegov.people.identity import UnreadableIdentityError
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.forms import ConfirmForm
from villagegov.web.guards import guard
from villagegov.web.keyring import keys
from villagegov.web.paging import paged


def narrowed_asked() -> Narrowed | None:
    """What the list is narrowed to."""
    asked = one_asked("only")
    return next((one for one in Narrowed if one == asked), None)


@blueprint.get("/questions")
@guard(Permission.VIEW_QUESTIONS)
def questions() -> ResponseReturnValue:
    """Questions of one's area, those that wait first."""
    areas, today, only = accounts.areas(current_user, Permission.VIEW_QUESTIONS), clock.today(), narrowed_asked()
    return render_template(
        "disclosure/questions/index.html",
        page=paged(queries.questions_in(areas, today, only)),
        unit=accounts.only_unit(current_user, Permission.VIEW_QUESTIONS),
        enters=accounts.areas(current_user, Permission.ENTER_QUESTION),
        only=only,
        choices=list(Narrowed),
        about=queries.about,
        state_on=queries.state_on,
        due_of=answer_due,
        today=today,
    )


@blueprint.get("/questions/<int:question_id>")
@guard(Permission.VIEW_QUESTIONS, load=queries.question)
def question(question: Question) -> ResponseReturnValue:
    """One question; who asked, for supervisors and the level above only (P-13)."""
    return _page(question)


def _page(question: Question, phone: str = "") -> str:
    knows = accounts.may(current_user, Permission.KNOW_ASKER, question.unit)
    return render_template(
        "disclosure/questions/show.html",
        question=question,
        about=queries.about(question),
        state=queries.state_on(question),
        due=answer_due(question.asked_on),
        today=clock.today(),
        asker=unsealed(question.sealed_name) if knows else "",
        phone=phone,
        shown=everybody_reads(
            asked_on=question.asked_on,
            answered=question.answered_on is not None,
            held=question.held_on is not None,
            today=clock.today(),
        ),
        entries=history(question),
    )


def unsealed(sealed: bytes | None) -> str:
    """What a resident gave of himself, in clear."""
    try:
        return keys().decrypt(sealed or b"")
    except UnreadableIdentityError:
        return str(_("（密钥不在，读不出来）"))


@blueprint.post("/questions/<int:question_id>/phone")
@guard(Permission.KNOW_ASKER, load=queries.question)
def see_phone(question: Question) -> ResponseReturnValue:
    """The phone of who asked; that it was looked at is recorded first."""
    if not ConfirmForm().submitted():
        return _page(question)
    with transaction(question):
        operations.note_phone_seen(question=question, actor=current_user)
    response = make_response(_page(question, unsealed(question.sealed_phone)))
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.route("/questions/<int:question_id>/answer", methods=["GET", "POST"])
@guard(Permission.ANSWER_QUESTIONS, load=queries.question)
def answer_question(question: Question) -> ResponseReturnValue:
    """Write the answer."""
    form = AnswerForm(version=question.version)
    if form.submitted():
        with transaction(question, form) as answer:
            operations.answer_question(question=question, answer=form.answer.data.strip(), actor=current_user)
            answer.to(url_for(".question", question_id=question.id), _("已答复，大家现在看得到。"))
        return answer.redirect()
    return render_template(
        "disclosure/questions/answer.html",
        form=form,
        question=question,
        about=queries.about(question),
        due=answer_due(question.asked_on),
    )


@blueprint.route("/questions/<int:question_id>/hold", methods=["GET", "POST"])
@guard(Permission.KNOW_ASKER, load=queries.question)
def hold_question(question: Question) -> ResponseReturnValue:
    """Show the words to nobody but the asker and those who keep questions."""
    form = HoldForm(version=question.version)
    if form.submitted():
        with transaction(question, form) as answer:
            operations.hold_back(
                question=question,
                ground=HoldGround(form.ground.data),
                reason=form.reason.data.strip(),
                actor=current_user,
            )
            answer.to(url_for(".question", question_id=question.id), _("问题的内容不再公开，提问人看得到理由。"))
        return answer.redirect()
    return render_template("disclosure/questions/hold.html", form=form, question=question)


@blueprint.post("/questions/<int:question_id>/release")
@guard(Permission.KNOW_ASKER, load=queries.question)
def release_question(question: Question) -> ResponseReturnValue:
    """It was held back by mistake."""
    form = ConfirmForm()
    if form.submitted():
        with transaction(question, form) as answer:
            operations.release(question=question, actor=current_user)
            answer.to(url_for(".question", question_id=question.id), _("问题的内容恢复公开。"))
        return answer.redirect()
    return _page(question)
