"""Papers of registrations: one voter's, those that are missing, and what rests on a meeting."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select

from villagegov.bodies.models import Decision
from villagegov.bodies.queries.meetings import decisions_of
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.elections.models import Roll, RollEntry, RollPapers
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.papers import counts_living, counts_work, least_months, required_papers
from villagegov.elections.vocabulary import Category
from villagegov.elections.vocabulary.papers import Paper
from villagegov.extensions import db
from villagegov.law.profiles import Profile

#: E-27, E-30: the meetings that agree.
AGREEING = (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES)
Condition = ColumnElement[bool]


def papers_of(entry: RollEntry) -> RollPapers | None:
    """One voter's papers; None while none were entered."""
    return db.session.scalars(select(RollPapers).where(RollPapers.roll_entry_id == entry.id)).one_or_none()


def papers_by_entry(entries: Iterable[RollEntry]) -> dict[int, RollPapers]:
    """Entry id → its papers."""
    query = select(RollPapers).where(RollPapers.roll_entry_id.in_([one.id for one in entries]))
    return {one.roll_entry_id: one for one in db.session.scalars(query)}


def known_papers(entry_ids: Collection[int]) -> Select[int]:
    """Of these entries, those that have papers."""
    return select(RollPapers.roll_entry_id).where(RollPapers.roll_entry_id.in_(list(entry_ids)))


def agreeing_decisions(roll: Roll) -> dict[int, Decision]:
    """Decisions of the unit's meetings that a registration may rest on, the newest first (E-30, E-97)."""
    return {one.id: one for one in decisions_of(roll.unit) if one.meeting.kind in AGREEING}


def entries_without(roll: Roll, *, paper: Paper | None = None, words: str = "") -> Select[RollEntry]:
    """Those of whom papers are missing, all or this one, by number; to be paged."""
    query = select(RollEntry).outerjoin(RollPapers, RollPapers.roll_entry_id == RollEntry.id)
    query = query.where(RollEntry.roll_id == roll.id, _lacks(law_of(roll.election), paper))
    if words:
        by_number = RollEntry.number == int(words[:9]) if words.isascii() and words.isdigit() else None
        query = query.where(by_number if by_number is not None else RollEntry.name.contains(words, autoescape=True))
    return query.order_by(RollEntry.number)


def count_without(roll: Roll, paper: Paper | None = None) -> int:
    """How many persons lack papers."""
    asked = entries_without(roll, paper=paper).order_by(None).subquery()
    return db.session.scalar(select(func.count()).select_from(asked)) or 0


def undeclared_by_group(roll: Roll) -> dict[str, int]:
    """Group → how many in it have not said that they take part."""
    query = entries_without(roll, paper=Paper.DECLARATION).order_by(None)
    counted = query.with_only_columns(RollEntry.group_name, func.count()).group_by(RollEntry.group_name)
    return {row[0]: row[1] for row in db.session.execute(counted.order_by(RollEntry.group_name))}


def rests_papers_on(decision_ids: Collection[int]) -> bool:
    """Whether a registration stands on one of these decisions; for whoever voids the meeting."""
    return bool(db.session.scalar(select(exists().where(RollPapers.decision_id.in_(decision_ids)))))


def _lacks(law: Profile, paper: Paper | None) -> Condition:
    """The rule of `missing_papers` as the database reads it."""
    found: list[Condition] = []
    for category in Category:
        asked = [one for one in required_papers(category, law) if paper is None or one is paper]
        if asked:
            absent = or_(*(_is_absent(one, category, law) for one in asked))
            found.append(and_(RollEntry.category == category, absent))
    return or_(*found) if found else literal(value=False).is_(True)


def _is_absent(paper: Paper, category: Category, law: Profile) -> Condition:
    if paper is Paper.MONTHS:
        lived = func.coalesce(RollPapers.months_lived, 0) if counts_living(category, law) else literal(0)
        worked = func.coalesce(RollPapers.months_worked, 0) if counts_work(category, law) else literal(0)
        return case((lived > worked, lived), else_=worked) < least_months(category, law)
    if paper is Paper.PROOF:
        return func.coalesce(RollPapers.proof, "") == ""
    return {
        Paper.DECLARATION: RollPapers.declared_on,
        Paper.APPLICATION: RollPapers.applied_on,
        Paper.APPROVAL: RollPapers.approved_on,
    }[paper].is_(None)
