"""Questions for everybody: asking one, its receipt, and what was asked and answered."""

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import operations as accounts
from villagegov.accounts import queries as rights
from villagegov.accounts.permissions import Permission
from villagegov.audit.record import Somebody
from villagegov.disclosure.forms.complaints import ComplainForm
from villagegov.disclosure.forms.questions import AskForm
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import questions as operations
from villagegov.disclosure.queries import questions as queries
from villagegov.disclosure.queries.answer_figures import figures_of
from villagegov.disclosure.queries.complaints import complaint_with_code
from villagegov.disclosure.queries.public import listed_as, posted_posting
from villagegov.disclosure.rules.complaints import township_due
from villagegov.disclosure.rules.questions import ANSWER_DAYS, answer_due
from villagegov.disclosure.views.blueprints import blueprint
from villagegov.disclosure.views.receipts import asked_code, begin, hash_of
from villagegov.divisions.models import Division
from villagegov.divisions.queries import unit_coded
from villagegov.transaction import transaction
from villagegov.web.filters import one_asked
from villagegov.web.guards import public
from villagegov.web.kept import kept
from villagegov.web.keyring import keys
from villagegov.web.paging import paged


def posting_asked(code: str) -> Posting | None:
    """The posting that the address names, if it names one."""
    asked = one_asked("posting")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
    return (posted_posting(code, number or 0) or abort(404)) if asked else None


def is_resident(unit: Division) -> bool:
    """Whether the reader is signed in as a resident of this place."""
    return current_user.is_authenticated and rights.may(current_user, Permission.ASK_SIGNED_IN, unit)


def asker_of(form: AskForm | ComplainForm, *, known: bool) -> operations.Asker:
    """Who asks, sealed; before the transaction, which may run more than once."""
    code_hash = begin(form.once_key)
    if known:
        return operations.Asker(keys().encrypt(current_user.name), None, code_hash, current_user.id)
    return operations.Asker(keys().encrypt(form.name.data), keys().encrypt(form.phone.data), code_hash)


@blueprint.route("/c/<code>/ask", methods=["GET", "POST"])
@public
def ask(code: str) -> ResponseReturnValue:
    """Ask about a posting or about the place in general."""
    unit, posting = unit_coded(code) or abort(404), posting_asked(code)
    known = is_resident(unit)
    form = AskForm(known=known)
    if form.submitted():
        asker = asker_of(form, known=known)
        with transaction(unit, form) as answer:
            accounts.note_asking(address=request.remote_addr or "")
            operations.ask(unit=unit, posting=posting, text=form.text.data.strip(), asker=asker, actor=Somebody())
            answer.to(url_for(".asked", code=unit.code), "")
        return answer.redirect()
    return render_template(
        "disclosure/questions/ask.html",
        form=form,
        unit=unit,
        known=known,
        days=ANSWER_DAYS,
        posting=posting,
        about=listed_as(posting) if posting else "",
    )


@blueprint.get("/c/<code>/asked")
@public
def asked(code: str) -> ResponseReturnValue:
    """The receipt, to whoever asked in this browser within half an hour; to anybody else the way to type a code."""
    receipt = asked_code()
    code_hash = hash_of(receipt) if receipt else b""
    question = queries.question_with_code(code_hash) if code_hash else None
    complaint = complaint_with_code(code_hash) if code_hash and question is None else None
    found = question or complaint
    if found is None or found.unit.code != code:
        return redirect(url_for(".answers"))
    due = answer_due(question.asked_on) if question else township_due(clock.day_of(found.entered_at))
    response = make_response(
        render_template(
            "disclosure/questions/receipt.html",
            question=question,
            found=found,
            code=receipt,
            due=due,
            unit=found.unit,
        )
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/c/<code>/questions")
@public
@kept
def public_questions(code: str) -> ResponseReturnValue:
    """Questions with their answers, and those whose clock has run out; never who asked."""
    unit, posting, today = unit_coded(code) or abort(404), posting_asked(code), clock.today()
    return render_template(
        "disclosure/questions/public_list.html",
        unit=unit,
        posting=posting,
        about_posting=listed_as(posting) if posting else "",
        page=paged(queries.public_questions(unit, today, posting)),
        figures=figures_of(unit, today),
        about=queries.about,
        due_of=answer_due,
        today=today,
        days=ANSWER_DAYS,
    )
