"""The clock of a question, what everybody may read of it, and the code that fetches the answer (D-10, P-13). Pure."""

import base64
import re
import unicodedata
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.disclosure.vocabulary.questions import ANSWER_ARTICLE, QuestionReason, QuestionState
from villagegov.refusal import refuse_if

#: D-10 [prov], analog (Sichuan 16): days in which a question is answered.
ANSWER_DAYS = 10
#: So many questions come to one unit by web in a day; more are a flood, and the office phone still rings.
UNIT_LIMIT = 50
#: Letters and figures of a receipt code: 60 bits.
CODE = 12
_GROUP = 4
#: What is easily mistaken for a sign of the code, which has neither 0 nor 1 nor 8.
_READ_WRONG = str.maketrans("018", "OIB")


def answer_due(asked_on: date) -> Deadline:
    """Village law 2025 art. 35 (D-10): the last day to answer a question asked on `asked_on`."""
    return Deadline(asked_on, ANSWER_DAYS, ANSWER_ARTICLE)


def is_late(*, asked_on: date, answered_on: date | None, today: date) -> bool:
    """D-10: answered after the last day, or not answered when it is over."""
    return answer_due(asked_on).days_left(answered_on or today) < 0


def state_of(*, answered: bool, satisfied: bool | None, escalated: bool) -> QuestionState:
    """D-10: ASKED, ANSWERED, then SATISFIED or not; ESCALATED once the township was told, whatever was answered."""
    if escalated:
        return QuestionState.ESCALATED
    if not answered:
        return QuestionState.ASKED
    if satisfied is None:
        return QuestionState.ANSWERED
    return QuestionState.SATISFIED if satisfied else QuestionState.UNSATISFIED


def everybody_reads(*, asked_on: date, answered: bool, held: bool, today: date) -> bool:
    """P-11, P-13: with its answer, or without one once the clock has run out; never while its words are held back."""
    return not held and (answered or is_late(asked_on=asked_on, answered_on=None, today=today))


def receipt_code(keyed: bytes) -> str:
    """Twelve letters and figures in three groups, which only the key gives."""
    signs = base64.b32encode(keyed).decode()[:CODE]
    return " ".join(signs[at : at + _GROUP] for at in range(0, CODE, _GROUP))


def plain_code(typed: str) -> str:
    """A code as it counts: small letters, full width, blanks and hyphens make no difference. Raises Refusal(SHORT)."""
    signs = re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", typed[:60]).upper())
    refuse_if(len(signs) != CODE, QuestionReason.CODE_SHORT, "code")
    return signs.translate(_READ_WRONG)


def words_of_code(typed: str) -> str:
    """What the stored hash of a code is made of. Raises Refusal(CODE_SHORT)."""
    return f"receipt code\n{plain_code(typed)}"


def clean_phone(typed: str) -> str:
    """The figures of a phone number, seven to twelve of them. Raises Refusal(PHONE)."""
    figures = re.sub(r"[\s\-()]", "", unicodedata.normalize("NFKC", typed).strip()).removeprefix("+86")
    refuse_if(not re.fullmatch(r"[0-9]{7,12}", figures, re.ASCII), QuestionReason.PHONE, "phone")
    return figures
