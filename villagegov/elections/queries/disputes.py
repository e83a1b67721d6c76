"""Complaints about elections, and which elections are disputed."""

from datetime import date

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import joinedload

from villagegov.accounts.queries import within
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.due import Due
from villagegov.elections.models import Dispute, Election
from villagegov.elections.rules.law import law_of
from villagegov.extensions import db
from villagegov.law.vocabulary import Field
from villagegov.vocabulary import _l

#: A start page shows the nearest.
MOST = 100


def dispute(dispute_id: int) -> Dispute | None:
    """One complaint with its election."""
    return db.session.get(Dispute, dispute_id, options=[joinedload(Dispute.election).joinedload(Election.unit)])


def disputes_of(election: Election) -> list[Dispute]:
    """Those of an election, by number."""
    return list(db.session.scalars(select(Dispute).where(Dispute.election_id == election.id).order_by(Dispute.number)))


def open_disputes() -> ScalarSelect[int]:
    """For the row of an election: how many complaints are not answered."""
    query = select(func.count(Dispute.id)).where(Dispute.election_id == Election.id, Dispute.answered_on.is_(None))
    return query.correlate(Election).scalar_subquery()


def count_open(election: Election) -> int:
    """How many complaints about it are not answered."""
    return db.session.scalars(select(open_disputes()).where(Election.id == election.id)).one()


def next_dispute_number(election: Election) -> int:
    """The number the next complaint gets; ask under the election's lock."""
    query = select(func.max(Dispute.number)).where(Dispute.election_id == election.id)
    return (db.session.scalar(query) or 0) + 1


def answer_due(one: Dispute) -> Deadline:
    """E-94: by when it is to be answered, with the article."""
    return law_of(one.election).after(one.received_on, Field.DISPUTE_DAYS)


def due_items(scope: list[Division], _today: date) -> list[Due]:
    """Complaints that wait for the officials of `scope`."""
    query = select(Dispute).join(Dispute.election).join(Election.unit).where(within(Division.path, scope))
    query = query.where(Dispute.answered_on.is_(None)).options(joinedload(Dispute.election).joinedload(Election.unit))
    found = db.session.scalars(query.order_by(Dispute.received_on).limit(MOST))
    items = [
        Due(
            one.election.unit.name,
            _l("答复对选举的投诉（%(matter)s）", matter=one.matter.label),
            answer_due(one),
            _l("投诉一直开着，不会自己消失；选举档案不能归档。"),
            "elections.dispute",
            {"dispute_id": one.id},
        )
        for one in found
    ]
    return sorted(items, key=lambda due: due.by)
