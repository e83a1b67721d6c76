"""Complaints: those of an area, the one a receipt code belongs to, what is due of them."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.queries import within
from villagegov.deadlines import Deadline
from villagegov.disclosure.models import Complaint, Posting, Question
from villagegov.disclosure.queries.catalogue import kind_of
from villagegov.disclosure.queries.public import listed_as
from villagegov.disclosure.rules.catalogue import named
from villagegov.disclosure.rules.complaints import close_due, complaint_state, order_due, township_due
from villagegov.disclosure.vocabulary.complaints import OTHERWISE_CHECK, OTHERWISE_ORDER, ComplaintState, Finding
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import LazyString, _l

#: A start page shows the nearest; the list shows all.
MOST = 200
_LOADING = (
    joinedload(Complaint.unit),
    joinedload(Complaint.posting).joinedload(Posting.unit),
    joinedload(Complaint.question).joinedload(Question.posting).joinedload(Posting.unit),
)
_DISMISSED = Complaint.finding.is_not(None) & (Complaint.finding == Finding.DISMISSED)
_DONE = Complaint.closed_on.is_not(None) | _DISMISSED


def complaint(complaint_id: int) -> Complaint | None:
    """One complaint with its place and what it is about."""
    return db.session.get(Complaint, complaint_id, options=_LOADING)


def complaint_with_code(code_hash: bytes) -> Complaint | None:
    """The complaint that a receipt code belongs to: its own, or that of the question it came from."""
    query = select(Complaint).outerjoin(Complaint.question).options(*_LOADING)
    query = query.where((Complaint.code_hash == code_hash) | (Question.code_hash == code_hash))
    return db.session.scalars(query).one_or_none()


def next_complaint_number(unit: Division) -> int:
    """The number the next complaint gets; ask under the unit's lock."""
    query = select(func.max(Complaint.number)).where(Complaint.unit_id == unit.id)
    return (db.session.scalar(query) or 0) + 1


def lodged_since(unit: Division, moment: datetime) -> int:
    """How many complaints about a unit came since a moment."""
    query = select(func.count(Complaint.id)).where(Complaint.unit_id == unit.id, Complaint.entered_at > moment)
    return db.session.scalars(query).one()


def complaints_in(scope: Iterable[Division]) -> Select[Complaint]:
    """Those of an area: the open ones first, the earliest first; to be paged."""
    query = select(Complaint).join(Complaint.unit).where(within(Division.path, scope)).options(*_LOADING)
    return query.order_by(_DONE, Complaint.lodged_on, Complaint.id)


def state_on(one: Complaint) -> ComplaintState:
    """D-12: how far it has come."""
    taken, reported = one.taken_on is not None, one.reported_on is not None
    return complaint_state(taken=taken, finding=one.finding, reported=reported, closed=one.closed_on is not None)


def about(one: Complaint) -> LazyString:
    """What it is about: a question by its number, a posting or an item by its name, or the unit in general."""
    if one.question is not None:
        return _l("第 %(number)s 号询问", number=one.question.number)
    if one.posting is not None:
        return listed_as(one.posting)
    if one.item is not None:
        return named(one.item, kind_of(one.unit))
    return _l("本村（社区）的公开事项")


def deadline(one: Complaint) -> Deadline | None:
    """The last day of the next step; None once it is over."""
    state = state_on(one)
    if state is ComplaintState.ORDERED and one.order_due_on is not None:
        return order_due(one.order_due_on)
    if state is ComplaintState.REPORTED and one.reported_on is not None:
        return close_due(one.reported_on)
    return township_due(one.lodged_on) if state in {ComplaintState.COMPLAINT, ComplaintState.CHECKING} else None


def due_of_township(scope: list[Division], _today: date) -> list[Due]:
    """Complaints that officials have to check, decide or close; and orders that committees are late with."""
    return [one for one in map(_due, _open(scope)) if one is not None]


def due_of_unit(scope: list[Division], _today: date) -> list[Due]:
    """Orders that a committee has to carry out."""
    ordered = [one for one in _open(scope) if state_on(one) is ComplaintState.ORDERED]
    return [one for one in map(_due, ordered) if one is not None]


def _open(scope: Iterable[Division]) -> Iterable[Complaint]:
    return db.session.scalars(complaints_in(scope).where(~_DONE).limit(MOST)).all()


def _due(one: Complaint) -> Due | None:
    steps = {
        ComplaintState.COMPLAINT: _l("受理、调查核实"),
        ComplaintState.CHECKING: _l("作出处理"),
        ComplaintState.ORDERED: _l("按责令公布（答复），报告落实情况"),
        ComplaintState.REPORTED: _l("核对落实情况，办结"),
    }
    state, last = state_on(one), deadline(one)
    if last is None:
        return None
    what = _l(
        "第 %(number)s 号反映（%(ground)s）：%(step)s", number=one.number, ground=one.ground.label, step=steps[state]
    )
    otherwise = OTHERWISE_ORDER if state is ComplaintState.ORDERED else OTHERWISE_CHECK
    return Due(one.unit.name, what, last, otherwise, "disclosure.complaint", {"complaint_id": one.id})
