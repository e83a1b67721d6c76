"""Residents' questions: those of an area, those everybody reads, the one a receipt code belongs to, what is due."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.queries import within
from villagegov.disclosure.models import Posting, Question
from villagegov.disclosure.queries.public import listed_as
from villagegov.disclosure.rules.questions import ANSWER_DAYS, answer_due, state_of
from villagegov.disclosure.vocabulary.questions import OTHERWISE, Narrowed, QuestionState, Way
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import LazyString, _l

#: A start page shows the nearest; the list shows all.
MOST = 200
_LOADING = (
    joinedload(Question.unit),
    joinedload(Question.posting).joinedload(Posting.unit),
    joinedload(Question.complaint),
)


def question(question_id: int) -> Question | None:
    """One question with its place and its posting."""
    return db.session.get(Question, question_id, options=_LOADING)


def question_with_code(code_hash: bytes) -> Question | None:
    """The question that a receipt code belongs to."""
    return db.session.scalars(select(Question).where(Question.code_hash == code_hash).options(*_LOADING)).one_or_none()


def next_question_number(unit: Division) -> int:
    """The number the next question gets; ask under the unit's lock."""
    query = select(func.max(Question.number)).where(Question.unit_id == unit.id)
    return (db.session.scalar(query) or 0) + 1


def asked_by_web(unit: Division, since: datetime) -> int:
    """How many questions came to a unit by web since a moment."""
    query = select(func.count(Question.id)).where(Question.unit_id == unit.id, Question.way == Way.WEB)
    return db.session.scalars(query.where(Question.entered_at > since)).one()


def late_before(today: date) -> date:
    """Questions asked before this day and not answered are late."""
    return today - timedelta(days=ANSWER_DAYS)


def public_questions(unit: Division, today: date, posting: Posting | None = None) -> Select[Question]:
    """What everybody reads (`rules.everybody_reads`), the newest first; of one posting if it is named. To be paged."""
    shown = or_(Question.answered_on.is_not(None), Question.asked_on < late_before(today))
    query = select(Question).where(Question.unit_id == unit.id, Question.held_on.is_(None), shown)
    if posting is not None:
        query = query.where(Question.posting_id == posting.id)
    return query.options(*_LOADING).order_by(Question.asked_on.desc(), Question.id.desc())


def questions_in(scope: Iterable[Division], today: date, narrowed: Narrowed | None = None) -> Select[Question]:
    """Those of an area: the ones that wait first, the earliest asked first; to be paged."""
    query = select(Question).join(Question.unit).where(within(Division.path, scope)).options(*_LOADING)
    if narrowed is not None:
        query = query.where(_narrowing(narrowed, today))
    return query.order_by(Question.answered_on.is_not(None), Question.asked_on, Question.id)


def at_most(query: Select[Question], most: int) -> list[Question]:
    """The first so many, for a file."""
    return list(db.session.scalars(query.limit(most)))


def _narrowing(narrowed: Narrowed, today: date) -> ColumnElement[bool]:
    waiting = Question.answered_on.is_(None)
    found: dict[Narrowed, ColumnElement[bool]] = {
        Narrowed.WAITING: waiting,
        Narrowed.LATE: waiting & (Question.asked_on < late_before(today)),
        Narrowed.ANSWERED: Question.answered_on.is_not(None),
        Narrowed.UNSATISFIED: Question.satisfied.is_(False),
        Narrowed.HELD: Question.held_on.is_not(None),
    }
    return found[narrowed]


def state_on(one: Question) -> QuestionState:
    """D-10: how far it has come."""
    return state_of(answered=one.answered_on is not None, satisfied=one.satisfied, escalated=one.complaint is not None)


def about(one: Question) -> LazyString:
    """What it asks about: a posting by its name, or the unit in general."""
    return listed_as(one.posting) if one.posting is not None else _l("本村（社区）的公开事项")


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Questions that wait for an answer, the most urgent first."""
    return _dues(questions_in(scope, today, Narrowed.WAITING))


def due_of_township(scope: list[Division], today: date) -> list[Due]:
    """Questions that committees below are late with."""
    return _dues(questions_in(scope, today, Narrowed.LATE))


def _dues(query: Select[Question]) -> list[Due]:
    return [
        Due(
            one.unit.name,
            _l("答复第 %(number)s 号询问（%(about)s）", number=one.number, about=about(one)),
            answer_due(one.asked_on),
            OTHERWISE,
            "disclosure.question",
            {"question_id": one.id},
        )
        for one in db.session.scalars(query.limit(MOST))
    ]
