"""Who came to a meeting, and who stayed away too often."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.bodies.models import Attendance, Meeting, Term
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.extensions import db


def attendances_of(one: Meeting) -> list[Attendance]:
    """Who came, stayed away or sat in, each with the office and the person."""
    query = select(Attendance).where(Attendance.meeting_id == one.id)
    query = query.options(joinedload(Attendance.term).joinedload(Term.person))
    return list(db.session.scalars(query.order_by(Attendance.votes.desc(), Attendance.id)))


def absent_too_often(one: Meeting) -> list[Term]:
    """E-20: members of the election committee who stayed away three times without a reason, up to this meeting."""
    if one.kind is not MeetingKind.ELECTION:
        return []
    missed = func.count(Attendance.id)
    query = select(Attendance.term_id, missed).join(Attendance.meeting)
    query = query.where(Meeting.unit_id == one.unit_id, Meeting.kind == one.kind, Meeting.held_on <= one.held_on)
    query = query.where(Meeting.voided_at.is_(None))
    query = query.where(Attendance.votes, Attendance.came.is_(False), Attendance.excuse == "")
    counted = db.session.execute(query.group_by(Attendance.term_id)).all()
    over = [term_id for term_id, times in counted if rules.ends_membership(times)]
    loading = select(Term).where(Term.id.in_(over)).options(selectinload(Term.person)).order_by(Term.id)
    return list(db.session.scalars(loading)) if over else []


def names_of(terms: Iterable[Term]) -> list[str]:
    """The names of those who hold these terms."""
    return [one.person.name for one in terms]
