"""D-10, P-11, P-13: the clock of a question, what everybody reads, the code on a receipt."""

from datetime import date

import pytest

from villagegov.disclosure.rules.complaints import complaint_state, ground_of_question, township_due
from villagegov.disclosure.rules.questions import (
    answer_due,
    clean_phone,
    everybody_reads,
    is_late,
    plain_code,
    receipt_code,
    state_of,
)
from villagegov.disclosure.vocabulary.complaints import ComplaintGround, ComplaintState, Finding
from villagegov.disclosure.vocabulary.questions import QuestionReason, QuestionState
from villagegov.refusal import Refusal

ASKED = date(2028, 2, 20)


def test_a_question_is_answered_within_ten_days_and_the_sum_crosses_a_leap_day() -> None:
    assert answer_due(ASKED).sum == "2028-02-20 + 10 = 2028-03-01"


@pytest.mark.parametrize(
    ("answered_on", "today", "late"),
    [
        (None, date(2028, 3, 1), False),
        (None, date(2028, 3, 2), True),
        (date(2028, 3, 1), date(2028, 4, 1), False),
        (date(2028, 3, 2), date(2028, 4, 1), True),
    ],
)
def test_it_is_late_from_the_day_after_the_last_one(answered_on: date | None, today: date, late: bool) -> None:
    assert is_late(asked_on=ASKED, answered_on=answered_on, today=today) is late


@pytest.mark.parametrize(
    ("answered", "satisfied", "escalated", "state"),
    [
        (False, None, False, QuestionState.ASKED),
        (True, None, False, QuestionState.ANSWERED),
        (True, True, False, QuestionState.SATISFIED),
        (True, False, False, QuestionState.UNSATISFIED),
        (True, False, True, QuestionState.ESCALATED),
        (False, None, True, QuestionState.ESCALATED),
    ],
)
def test_its_state_follows_from_its_facts(
    answered: bool, satisfied: bool | None, escalated: bool, state: QuestionState
) -> None:
    assert state_of(answered=answered, satisfied=satisfied, escalated=escalated) is state


@pytest.mark.parametrize(
    ("answered", "held", "today", "shown"),
    [
        (False, False, date(2028, 3, 1), False),
        (False, False, date(2028, 3, 2), True),
        (True, False, ASKED, True),
        (True, True, date(2028, 3, 2), False),
        (False, True, date(2028, 3, 2), False),
    ],
)
def test_everybody_reads_it_with_its_answer_or_once_it_is_late(
    answered: bool, held: bool, today: date, shown: bool
) -> None:
    assert everybody_reads(asked_on=ASKED, answered=answered, held=held, today=today) is shown


def test_a_receipt_code_is_read_however_it_is_typed() -> None:
    code = receipt_code(b"0123456789")

    assert code == "GAYT EMZU GU3D"
    assert {plain_code(one) for one in (code, "gaytemzugu3d", "ＧＡＹＴ－ＥＭＺＵ－ＧＵ３Ｄ")} == {"GAYTEMZUGU3D"}


@pytest.mark.parametrize("typed", ["", "GAYT EMZU GU3", "GAYT EMZU GU3DX", "查询码"])
def test_what_cannot_be_a_code_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        plain_code(typed)

    assert refused.value.reason is QuestionReason.CODE_SHORT


@pytest.mark.parametrize(
    ("typed", "figures"),
    [("138 0013 8000", "13800138000"), ("０７５１－１２３４５６７", "07511234567"), ("+86 13800138000", "13800138000")],
)
def test_a_phone_is_read_however_it_is_typed(typed: str, figures: str) -> None:
    assert clean_phone(typed) == figures


@pytest.mark.parametrize(
    ("answered_on", "satisfied", "today", "ground"),
    [
        (None, None, date(2028, 3, 1), None),
        (None, None, date(2028, 3, 2), ComplaintGround.NO_ANSWER),
        (date(2028, 2, 25), None, date(2028, 3, 2), None),
        (date(2028, 2, 25), True, date(2028, 3, 2), None),
        (date(2028, 2, 25), False, date(2028, 2, 26), ComplaintGround.POOR_ANSWER),
    ],
)
def test_a_question_goes_to_the_township_once_it_is_late_or_its_answer_is_not_enough(
    answered_on: date | None, satisfied: bool | None, today: date, ground: ComplaintGround | None
) -> None:
    found = ground_of_question(asked_on=ASKED, answered_on=answered_on, satisfied=satisfied, today=today)

    assert found is ground


def test_the_township_checks_a_complaint_within_twenty_days() -> None:
    assert township_due(date(2028, 2, 10)).sum == "2028-02-10 + 20 = 2028-03-01"


@pytest.mark.parametrize(
    ("taken", "finding", "reported", "closed", "state"),
    [
        (False, None, False, False, ComplaintState.COMPLAINT),
        (True, None, False, False, ComplaintState.CHECKING),
        (True, Finding.DISMISSED, False, False, ComplaintState.DISMISSED),
        (True, Finding.ORDERED, False, False, ComplaintState.ORDERED),
        (True, Finding.ORDERED, True, False, ComplaintState.REPORTED),
        (True, Finding.ORDERED, True, True, ComplaintState.CLOSED),
    ],
)
def test_the_state_of_a_complaint_follows_from_its_facts(
    taken: bool, finding: Finding | None, reported: bool, closed: bool, state: ComplaintState
) -> None:
    assert complaint_state(taken=taken, finding=finding, reported=reported, closed=closed) is state
