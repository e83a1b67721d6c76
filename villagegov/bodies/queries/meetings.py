"""Meetings: one, lists, who belongs to one, and what was decided."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import grants_on, within
from villagegov.bodies.models import Decision, Group, Meeting, MeetingFile, Standing, Term
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.queries.places import groups_of, standing_of
from villagegov.bodies.rules import meetings as rules
from villagegov.bodies.rules.minutes import Votes
from villagegov.bodies.vocabulary import Body, EndReason, MeetingKind, Office, Verdict
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind

#: Other rooms choose among so many decisions at most.
MOST_DECISIONS = 200


def committee_unit(unit_id: int) -> Division | None:
    """A village or community; nothing else holds such meetings."""
    found = db.session.get(Division, unit_id)
    return found if found is not None and found.kind in COMMITTEES else None


def meeting(meeting_id: int) -> Meeting | None:
    """One meeting with its place."""
    return db.session.get(Meeting, meeting_id, options=[joinedload(Meeting.unit), joinedload(Meeting.group)])


def decision(decision_id: int) -> Decision | None:
    """One matter put to the vote, with its meeting."""
    loading = joinedload(Decision.meeting).joinedload(Meeting.unit)
    return db.session.get(Decision, decision_id, options=[loading])


def meeting_file(file_id: int) -> MeetingFile | None:
    """One file of a meeting."""
    loading = [joinedload(MeetingFile.file), joinedload(MeetingFile.meeting).joinedload(Meeting.unit)]
    return db.session.get(MeetingFile, file_id, options=loading)


def meetings_in(
    places: Iterable[Division], *, kind: MeetingKind | None = None, year: int | None = None, words: str = ""
) -> Select[Meeting]:
    """Meetings of the units in `places`, newest first; with `words` those on that subject or unit; to be paged."""
    query = select(Meeting).join(Meeting.unit).where(within(Division.path, places))
    query = query.options(contains_eager(Meeting.unit), joinedload(Meeting.group))
    if kind is not None:
        query = query.where(Meeting.kind == kind)
    if year is not None:
        query = query.where(Meeting.held_on.between(date(year, 1, 1), date(year, 12, 31)))
    if words:
        named = Division.name.contains(words, autoescape=True)
        query = query.where(or_(Meeting.subject.contains(words, autoescape=True), named))
    return query.order_by(Meeting.held_on.desc(), Meeting.id.desc())


def at_most(query: Select[Meeting], most: int) -> list[Meeting]:
    """So many meetings of a list, each with what was voted."""
    return list(db.session.scalars(query.options(selectinload(Meeting.decisions)).limit(most)))


def files_of(one: Meeting) -> list[MeetingFile]:
    """The files of a meeting."""
    query = select(MeetingFile).where(MeetingFile.meeting_id == one.id).options(joinedload(MeetingFile.file))
    return list(db.session.scalars(query.order_by(MeetingFile.id)))


def members_of(unit: Division, kind: MeetingKind, day: date) -> list[Term]:
    """Who belongs to such a meeting on that day with a vote; who holds two offices counts once, with the higher."""
    return _once_each(_terms(unit, day, rules.bodies_of(kind)))


def who_sit_in(unit: Division, kind: MeetingKind, day: date) -> list[Term]:
    """Supervisors who may sit in without a vote (S-07)."""
    return _once_each(_terms(unit, day, (Body.SUPERVISION,))) if rules.sits_in(kind, day) else []


def _terms(unit: Division, day: date, bodies: Collection[Body]) -> list[Term]:
    offices = [office for office in Office if office.body in bodies]
    return terms_of(unit, day, offices=offices) if offices else []


def _once_each(terms: Iterable[Term]) -> list[Term]:
    found: dict[int, Term] = {}
    for one in terms:
        found.setdefault(one.person_id, one)
    return list(found.values())


def committee_size(unit: Division, day: date) -> int:
    """Sitting members of the village or residents' committee."""
    return len(members_of(unit, MeetingKind.COMMITTEE, day))


def known_base(unit: Division, kind: MeetingKind, group: Group | None, *, by_households: bool) -> int | None:
    """The base that stands with the unit or the group; None where none does."""
    if kind is MeetingKind.GROUP:
        source: Group | Standing | None = group
    elif kind is MeetingKind.ASSEMBLY:
        source = standing_of(unit)
    else:
        return None
    if source is None:
        return None
    return (source.households if by_households else source.adults) or None


def open_groups(unit: Division, day: date) -> list[Group]:
    """Groups of the unit that exist on that day."""
    return [one for one in groups_of(unit, closed=True) if one.closed_on is None or day < one.closed_on]


def committee_kind(unit: Division) -> CommitteeKind:
    """Which of the two laws a unit lives under."""
    return CommitteeKind(unit.kind.value)


def quorum(one: Meeting) -> rules.Quorum:
    """Whether enough came to this meeting."""
    return rules.quorum_of(
        kind=one.kind,
        committee=committee_kind(one.unit),
        held_on=one.held_on,
        entitled=one.entitled,
        present=one.present,
        by_households=one.by_households,
    )


def verdict(one: Decision) -> Verdict:
    """What became of a matter, as the figures stand now."""
    held = one.meeting
    needs = one.important and rules.needs_party_study(kind=held.kind, held_on=held.held_on)
    studied = not needs or rules.studied_before(study_on=held.party_study_on, held_on=held.held_on)
    return rules.verdict_of(quorum=quorum(held), votes_for=one.votes_for, studied=studied)


def is_valid_decision(one: Decision) -> bool:
    """Whether others may rest on it: passed, in a meeting whose record is closed."""
    held = one.meeting
    return held.closed_at is not None and held.voided_at is None and verdict(one) is Verdict.PASSED


def decisions_of(
    unit: Division, *, kind: MeetingKind | None = None, passed_only: bool = True, since: date | None = None
) -> list[Decision]:
    """Decisions of closed meetings, newest first; with `passed_only` those that others may rest on."""
    query = select(Decision).join(Decision.meeting).where(Meeting.unit_id == unit.id, Meeting.closed_at.is_not(None))
    query = query.where(Meeting.voided_at.is_(None))
    query = query.options(contains_eager(Decision.meeting).joinedload(Meeting.unit)).where(*_narrowed(kind, since))
    query = query.order_by(Meeting.held_on.desc(), Decision.id.desc()).limit(MOST_DECISIONS)
    found = list(db.session.scalars(query))
    return [one for one in found if is_valid_decision(one)] if passed_only else found


def terms_resting_on(one: Meeting) -> list[Term]:
    """Offices that stand on what this meeting decided."""
    query = select(Term).join(Decision, Term.decision_id == Decision.id).where(Decision.meeting_id == one.id)
    query = query.where(Term.end_reason.is_distinct_from(EndReason.ENTERED_WRONGLY))
    return list(db.session.scalars(query.options(joinedload(Term.person)).order_by(Term.id)))


def _narrowed(kind: MeetingKind | None, since: date | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if kind is not None:
        found.append(Meeting.kind == kind)
    if since is not None:
        found.append(Meeting.held_on >= since)
    return found


def kinds_kept_by(account: Account, unit: Division) -> list[MeetingKind]:
    """Which meetings of this unit the account may write, by the roles it holds here today (S-09)."""
    held = grants_on(account, clock.today())
    roles = frozenset(one.role for one in held if unit.lies_in(one.division))
    return [kind for kind in MeetingKind if rules.may_keep(kind, roles)]


def votes_of(one: Decision) -> Votes | None:
    """The votes of a matter, once they were counted."""
    if one.votes_for is None or one.votes_against is None or one.abstained is None:
        return None
    return Votes(one.votes_for, one.votes_against, one.abstained)
