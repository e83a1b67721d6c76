"""What the term file of one election is made from, beside its papers."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from villagegov.audit.models import AuditChain, AuditEntry
from villagegov.elections import models
from villagegov.elections.models import Election, ElectionPaper, Outcome, Poll
from villagegov.extensions import db
from villagegov.notices.models import Notice

#: Rows of these tables are told of in the extract.
TABLES = (*(getattr(models, name).__tablename__ for name in models.__all__), "notices")


def notices_of(election: Election) -> list[Notice]:
    """Every notice of the election with its versions, by number."""
    ids = select(ElectionPaper.notice_id).where(ElectionPaper.election_id == election.id)
    results = select(Poll.notice_id).where(Poll.election_id == election.id, Poll.notice_id.is_not(None))
    query = select(Notice).where(Notice.id.in_(ids) | Notice.id.in_(results))
    return list(db.session.scalars(query.options(selectinload(Notice.versions)).order_by(Notice.year, Notice.number)))


def outcomes_of(election: Election) -> list[tuple[Poll, Outcome]]:
    """Each casting of votes that was decided, with what the law made of it."""
    query = select(Poll, Outcome).join(Outcome, Outcome.poll_id == Poll.id).where(Poll.election_id == election.id)
    return [(poll, outcome) for poll, outcome in db.session.execute(query.order_by(Poll.number))]


def record_of(election: Election) -> Iterator[AuditEntry]:
    """The entries of the unit's chain about elections since this one was begun."""
    query = select(AuditEntry).join(AuditEntry.chain).where(AuditChain.place_id == election.unit_id)
    query = query.where(AuditEntry.at >= election.created_at, AuditEntry.subject_kind.in_(TABLES))
    return iter(db.session.scalars(query.order_by(AuditEntry.number).execution_options(yield_per=500)))
