"""Recalls of a unit, and what is due of them."""

from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.queries import within
from villagegov.bodies.models import Term
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Recall
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.recall import RecallCount
from villagegov.elections.vocabulary.recall import RecallVerdict
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.vocabulary import _l

#: A page shows the newest.
MOST = 100


def recall(recall_id: int) -> Recall | None:
    """One recall with the office it is about."""
    loading = (joinedload(Recall.unit), joinedload(Recall.term).joinedload(Term.person), joinedload(Recall.file))
    return db.session.get(Recall, recall_id, options=loading)


def recalls_in(unit: Division) -> list[Recall]:
    """Those of a unit, the newest first."""
    query = select(Recall).where(Recall.unit_id == unit.id).options(joinedload(Recall.term).joinedload(Term.person))
    return list(db.session.scalars(query.order_by(Recall.id.desc()).limit(MOST)))


def open_recall(term: Term) -> Recall | None:
    """The one of this office that is not settled."""
    query = select(Recall).where(Recall.term_id == term.id, Recall.closed_on.is_(None))
    return db.session.scalars(query).one_or_none()


def last_failed(term: Term) -> Recall | None:
    """The last recall of this person here that did not pass."""
    query = select(Recall).join(Recall.term).where(Term.person_id == term.person_id, Recall.unit_id == term.unit_id)
    query = query.where(Recall.verdict == RecallVerdict.FAILED).order_by(Recall.vote_on.desc())
    return db.session.scalars(query).first()


def count_of(one: Recall) -> RecallCount | None:
    """The figures as the first reader read them."""
    return RecallCount(**one.figures) if one.figures is not None else None


def call_due(one: Recall) -> Deadline:
    """E-104: by when the committee calls the vote, else the township does."""
    return law_of(one).after(one.petition_on, Field.RECALL_CALL_DAYS)


def handover_due(one: Recall) -> Deadline | None:
    """E-104: the recalled hands over within so many days."""
    passed = one.verdict is RecallVerdict.PASSED and one.closed_on is not None
    return law_of(one).after(one.closed_on, Field.HANDOVER_DAYS) if passed and one.closed_on else None


def due_of_unit(scope: list[Division], today: date) -> list[Due]:
    """Votes to be called, and handovers of those recalled."""
    return sorted((_due(one, today) for one in _open(scope)), key=lambda due: due.by)


def due_of_township(scope: list[Division], today: date) -> list[Due]:
    """Votes that no committee has called in time: the township does."""
    late = [one for one in _open(scope) if one.closed_on is None and call_due(one).days_left(today) < 0]
    return [_due(one, today) for one in late]


def _open(scope: list[Division]) -> list[Recall]:
    kept = and_(Recall.verdict == RecallVerdict.PASSED, Recall.handed_on.is_(None))
    query = select(Recall).join(Recall.unit).where(within(Division.path, scope), or_(Recall.closed_on.is_(None), kept))
    query = query.options(joinedload(Recall.unit), joinedload(Recall.term).joinedload(Term.person))
    return list(db.session.scalars(query.order_by(Recall.petition_on).limit(MOST)))


def _due(one: Recall, today: date) -> Due:
    name, values, handing = one.term.person.name, {"recall_id": one.id}, handover_due(one)
    if handing is not None:
        what, otherwise = _l("%(name)s被罢免后移交工作", name=name), _l("公章、账目还在被罢免的人手里。")
        return Due(one.unit.name, what, handing, otherwise, "elections.recall", values)
    late = call_due(one).days_left(today) < 0
    what = (
        _l("召集对%(name)s的罢免表决（已逾期，由乡镇召集）", name=name)
        if late
        else _l("召集对%(name)s的罢免表决", name=name)
    )
    otherwise = _l("逾期没有召集的，由乡镇（街道）召集。")
    return Due(one.unit.name, what, call_due(one), otherwise, "elections.recall", values)
