"""Questions of residents, as if typed on the public page."""

import itertools
from datetime import timedelta

from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.audit.record import Somebody
from villagegov.disclosure.models import Complaint, Posting, Question
from villagegov.disclosure.operations import complaints, questions
from villagegov.disclosure.operations.questions import Asker
from villagegov.disclosure.rules.questions import receipt_code
from villagegov.disclosure.views.receipts import hash_of
from villagegov.disclosure.vocabulary.complaints import ComplaintGround
from villagegov.divisions.models import Division
from villagegov.transaction import transaction
from villagegov.web.keyring import keys

TEXT = "九月办公费为什么比八月多？"
ASKER, PHONE = "曾庆生", "13800138000"
_numbers = itertools.count(1)


def code() -> str:
    """A receipt code that nobody else has."""
    return receipt_code(keys().fingerprint(f"test {next(_numbers)}"))


def asked(
    *, unit: Division, posting: Posting | None = None, text: str = TEXT, days_ago: int = 0, receipt: str = ""
) -> Question:
    """A question, asked so many days ago."""
    asker = Asker(keys().encrypt(ASKER), keys().encrypt(PHONE), hash_of(receipt or code()))
    with transaction(unit):
        made = questions.ask(unit=unit, posting=posting, text=text, asker=asker, actor=Somebody())
        made.asked_on = clock.today() - timedelta(days=days_ago)
    return made


def answered(*, question: Question, by: Account, words: str = "九月添了两台电脑，发票在凭证第 3 号。") -> None:
    """The committee's answer."""
    with transaction(question):
        questions.answer_question(question=question, answer=words, actor=by)


def complained(*, unit: Division, text: str = "九月的账比票据多了两百元。", receipt: str = "") -> Complaint:
    """A complaint that accounts are untrue."""
    asker = Asker(keys().encrypt(ASKER), keys().encrypt(PHONE), hash_of(receipt or code()))
    with transaction(unit):
        return complaints.lodge(
            unit=unit,
            ground=ComplaintGround.UNTRUE,
            posting=None,
            item=None,
            text=text,
            asker=asker,
            actor=Somebody(),
        )
