"""Questions asked, written down for somebody, answered, rated, held back (D-10, P-11, P-13)."""

from dataclasses import dataclass
from datetime import date, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import Actor, record
from villagegov.deadlines import in_words
from villagegov.disclosure.models import Posting, Question
from villagegov.disclosure.operations.steps import refuse_number_in
from villagegov.disclosure.queries.questions import asked_by_web, next_question_number
from villagegov.disclosure.rules.questions import UNIT_LIMIT
from villagegov.disclosure.vocabulary.questions import HoldGround, QuestionReason, QuestionTag, Way
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse_if

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asker:
    """Who asks, sealed already, and the keyed hash of the code that fetches the answer."""

    sealed_name: bytes
    sealed_phone: bytes | None
    code_hash: bytes
    account_id: int | None = None


def ask(*, unit: Division, posting: Posting | None, text: str, asker: Asker, actor: Actor) -> Question:
    """A resident asks by web; the village is told what, never who. Raises Refusal(UNIT_FULL), and for a number (P-11).

    `actor` is nobody by name, so that no record of the place tells who asked.
    """
    refuse_if(asked_by_web(unit, clock.now() - A_DAY) >= UNIT_LIMIT, QuestionReason.UNIT_FULL)
    made = _made(unit, posting, text, asker, Way.WEB, clock.today())
    record(QuestionTag.ASKED, subject=made, actor=actor, place_id=unit.id, after=_told(made))
    return made


def enter_question(*, unit: Division, text: str, way: Way, asked_on: date, asker: Asker, actor: Account) -> Question:
    """Somebody came or called, and it is written down for him; the clock runs from that day. Raises Refusal(FUTURE)."""
    today = clock.today()
    refuse_if(asked_on > today, QuestionReason.FUTURE, "asked_on", today=in_words(today))
    made = _made(unit, None, text, asker, way, asked_on, by=actor)
    record(QuestionTag.ENTERED, subject=made, actor=actor, place_id=unit.id, after=_told(made))
    return made


def _made(
    unit: Division,
    posting: Posting | None,
    text: str,
    asker: Asker,
    way: Way,
    asked_on: date,
    by: Account | None = None,
) -> Question:
    refuse_number_in("text", text)
    made = Question(
        unit=unit,
        number=next_question_number(unit),
        posting=posting,
        text=text,
        way=way,
        asked_on=asked_on,
        entered_at=clock.now(),
        entered_by_id=by.id if by else None,
        entered_by_name=by.name if by else "",
        answer="",
        answered_by_name="",
        hold_reason="",
        held_by_name="",
        **vars(asker),
    )
    db.session.add(made)
    db.session.flush()
    return made


def _told(one: Question) -> dict[str, object]:
    return {"question_number": one.number, "question_way": one.way.value, "question_asked_on": one.asked_on}


def answer_question(*, question: Question, answer: str, actor: Account) -> None:
    """The committee answers, once, and everybody reads it. Raises Refusal(ANSWERED), and for a number (P-11)."""
    known = question.answered_on
    refuse_if(known is not None, QuestionReason.ANSWERED, day=in_words(known or clock.today()))
    refuse_number_in("answer", answer)
    question.answered_by_id, question.answered_by_name, question.answered_on = actor.id, actor.name, clock.today()
    question.answer = answer
    after = {"question_number": question.number}
    record(QuestionTag.ANSWERED, subject=question, actor=actor, place_id=question.unit_id, after=after)


def rate_answer(*, question: Question, satisfied: bool, actor: Actor) -> None:
    """The asker says whether the answer is enough, once. Raises Refusal(NOT_ANSWERED, RATED)."""
    refuse_if(question.answered_on is None, QuestionReason.NOT_ANSWERED)
    refuse_if(question.rated_on is not None, QuestionReason.RATED)
    question.satisfied, question.rated_on = satisfied, clock.today()
    after = {"question_number": question.number, "question_satisfied": satisfied}
    record(QuestionTag.RATED, subject=question, actor=actor, place_id=question.unit_id, after=after)


def hold_back(*, question: Question, ground: HoldGround, reason: str, actor: Account) -> None:
    """Everybody reads the words no more; the clock goes on, and the asker reads the reason. Raises Refusal(HELD)."""
    refuse_if(question.held_on is not None, QuestionReason.HELD)
    question.held_on, question.hold_ground = clock.today(), ground
    question.hold_reason, question.held_by_name = reason, actor.name
    after = {"question_number": question.number, "hold_ground": ground.value, "reason": reason}
    record(QuestionTag.HELD, subject=question, actor=actor, place_id=question.unit_id, after=after)


def release(*, question: Question, actor: Account) -> None:
    """It was held back by mistake. Raises Refusal(NOT_HELD)."""
    refuse_if(question.held_on is None, QuestionReason.NOT_HELD)
    question.held_on, question.hold_ground = None, None
    question.hold_reason, question.held_by_name = "", ""
    after = {"question_number": question.number}
    record(QuestionTag.RELEASED, subject=question, actor=actor, place_id=question.unit_id, after=after)


def note_phone_seen(*, question: Question, actor: Account) -> None:
    """Somebody is about to see the phone of who asked (P-13). Raises Refusal(NO_PHONE)."""
    refuse_if(question.sealed_phone is None, QuestionReason.NO_PHONE)
    after = {"question_number": question.number}
    record(QuestionTag.PHONE_SEEN, subject=question, actor=actor, place_id=question.unit_id, after=after)
