"""A month that was opened again after it had passed: when and why, and what no longer counts for it (C7)."""

from sqlalchemy import select

from villagegov.audit.models import AuditEntry
from villagegov.bodies.models import Decision
from villagegov.disclosure.models import Posting
from villagegov.disclosure.vocabulary import PostingTag
from villagegov.extensions import db


def last_sent_back(one: Posting) -> AuditEntry | None:
    """Who opened it again last, when and why."""
    query = select(AuditEntry).where(
        AuditEntry.subject_kind == Posting.__tablename__,
        AuditEntry.subject_id == one.id,
        AuditEntry.tag == PostingTag.SENT_BACK,
    )
    return db.session.scalars(query.order_by(AuditEntry.id.desc()).limit(1)).one_or_none()


def is_overtaken(decision: Decision, sent_back: AuditEntry | None) -> bool:
    """D-07: what a joint meeting had decided before the month was sent back was decided of other figures."""
    closed = decision.meeting.closed_at
    return sent_back is not None and closed is not None and closed <= sent_back.at
