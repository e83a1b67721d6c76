"""Who came to a meeting, and who stayed away too often."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from villagegov.bodies.models import Attendance, Meeting, Term
from villagegov.bodies.queries.meetings import committee_kind
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.profiles import profile_for


def attendances_of(one: Meeting) -> list[Attendance]:
    """Who came, stayed away or sat in, each with the office and the person."""
    query = select(Attendance).where(Attendance.meeting_id == one.id)
    query = query.options(joinedload(Attendance.term).joinedload(Term.person))
    return list(db.session.scalars(query.order_by(Attendance.votes.desc(), Attendance.id)))


def absent_too_often(one: Meeting) -> list[Term]:
    """E-20: members of the election committee who stayed away too often without a reason, up to this meeting."""
    return absentees(one.unit, one.held_on) if one.kind is MeetingKind.ELECTION else []


def absentees(unit: Division, until: date) -> list[Term]:
    """E-20: members of the unit's election committee whom their absences without a reason put out of it."""
    missed = func.count(Attendance.id)
    query = select(Attendance.term_id, missed).join(Attendance.meeting)
    query = query.where(Meeting.unit_id == unit.id, Meeting.kind == MeetingKind.ELECTION, Meeting.held_on <= until)
    query = query.where(Meeting.voided_at.is_(None))
    query = query.where(Attendance.votes, Attendance.came.is_(False), Attendance.excuse == "")
    counted = db.session.execute(query.group_by(Attendance.term_id)).all()
    profile = profile_for(committee_kind(unit), until)
    over = [term_id for term_id, times in counted if rules.ends_membership(times, profile)]
    loading = select(Term).where(Term.id.in_(over)).options(selectinload(Term.person)).order_by(Term.id)
    return list(db.session.scalars(loading)) if over else []


def names_of(terms: Iterable[Term]) -> list[str]:
    """The names of those who hold these terms."""
    return [one.person.name for one in terms]
