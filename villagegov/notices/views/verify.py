"""Check a notice: what is typed from paper, scanned, or kept as a file. A page for everybody; nothing is stored."""

from flask import g, render_template
from flask.typing import ResponseReturnValue
from wtforms import Field

from villagegov.notices.forms import AskForm, ReceiptForm
from villagegov.notices.queries import verify as queries
from villagegov.notices.rules.asking import IN_ADDRESS, Question, question_of
from villagegov.notices.signing import signers_of
from villagegov.notices.views.blueprints import blueprint
from villagegov.notices.views.where import places_of
from villagegov.notices.vocabulary.verify import Asked, VerifyReason
from villagegov.refusal import Refusal, refuse_if
from villagegov.web.filters import one_asked
from villagegov.web.guards import public
from villagegov.web.keyring import keys
from villagegov.web.uploads import received

KILOBYTE = 1024
#: A receipt has 80 bytes for each line of its notice.
LONGEST = 400 * KILOBYTE


@blueprint.route("/verify", methods=["GET", "POST"])
@public
def verify() -> ResponseReturnValue:
    """The two ways to ask, and the answer above them."""
    sent, typed = ReceiptForm(), one_asked(IN_ADDRESS) or one_asked("q")
    ask = AskForm(data={"q": typed})
    if sent.submitted():
        return _page(ask, sent, _answer(Question(Asked.RECEIPT, _text_of(sent.file))))
    try:
        answer = _answer(question_of(typed)) if typed else None
    except Refusal as refusal:
        ask.q.errors = [refusal.sentence]
        g.form_status = 422
        answer = None
    return _page(ask, sent, answer)


def _text_of(field: Field) -> str:
    """The file as text. Raises Refusal(NO_FILE, LARGE, NO_RECEIPT)."""
    data = received(field).data
    refuse_if(len(data) > LONGEST, VerifyReason.LARGE, field.short_name, limit=LONGEST // KILOBYTE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(VerifyReason.NO_RECEIPT, field.short_name) from None


def _answer(question: Question) -> queries.Answer:
    return queries.answer_to(question, signers_of(keys()))


def _page(ask: AskForm, sent: ReceiptForm, answer: queries.Answer | None) -> str:
    """Each notice with where it is read and how it stands."""
    entries = answer.entries if answer else []
    where = places_of([entry.version.notice for entry in entries])
    found = [(entry, where[entry.version.notice_id], queries.standing_of(entry)) for entry in entries]
    return render_template("notices/verify.html", ask=ask, sent=sent, answer=answer, found=found)
