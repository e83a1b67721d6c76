"""Topics of a unit: one, its facts, lists narrowed by state and tag."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.accounts.queries import within
from villagegov.bodies.models import Decision, Meeting
from villagegov.bodies.queries.meetings import decisions_of, known_base, members_of
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.clock import today
from villagegov.consultation.models import ConsultationFile, Point, Topic
from villagegov.consultation.rules.steps import Facts, state_of
from villagegov.consultation.vocabulary import FileUse, NoticePart, Outcome, Starter, State, Tag
from villagegov.divisions.models import Division
from villagegov.divisions.rules import level_of
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.notices.models import Notice

#: Meetings a matter can be sent to (C-07).
DECIDING = (MeetingKind.ASSEMBLY, MeetingKind.REPRESENTATIVES)
LOADING = (
    joinedload(Topic.unit),
    selectinload(Topic.points).selectinload(Point.reports),
    selectinload(Topic.participations),
    selectinload(Topic.opinions),
    selectinload(Topic.files).joinedload(ConsultationFile.file),
    joinedload(Topic.decision).joinedload(Decision.meeting).joinedload(Meeting.unit),
    joinedload(Topic.result_notice).selectinload(Notice.versions),
    joinedload(Topic.done_notice).selectinload(Notice.versions),
)


def topic(topic_id: int) -> Topic | None:
    """One topic with its place; what hangs on it is asked for where it is shown (A13)."""
    return db.session.get(Topic, topic_id, options=[joinedload(Topic.unit)])


def point(point_id: int) -> Point | None:
    """One agreed point."""
    return db.session.get(Point, point_id, options=[joinedload(Point.topic).joinedload(Topic.unit)])


def topic_file(file_id: int) -> ConsultationFile | None:
    """One file of a topic."""
    loading = [joinedload(ConsultationFile.file), joinedload(ConsultationFile.topic).joinedload(Topic.unit)]
    return db.session.get(ConsultationFile, file_id, options=loading)


def facts_of(one: Topic) -> Facts:
    """What has happened to it."""
    return Facts(
        accepted=one.accepted_on is not None,
        refused=one.refused_on is not None,
        withdrawn=one.withdrawn_on is not None,
        noticed=one.noticed_on is not None,
        held=one.held_on is not None,
        outcome=one.outcome,
        passed=one.decision_passed,
        result_posted=one.result_notice_id is not None,
        open_points=sum(point.done_on is None for point in one.points),
        reported=any(point.reports for point in one.points),
        done_posted=one.done_notice_id is not None,
    )


def state_on(one: Topic) -> State:
    """How far it has come."""
    return state_of(facts_of(one))


def kind_of(unit: Division) -> CommitteeKind:
    """Which of the two laws a unit lives under."""
    return CommitteeKind(unit.kind.value)


def topics_in(
    places: Iterable[Division], *, state: State | None = None, tag: Tag | None = None, words: str = ""
) -> Select[Topic]:
    """Topics of the units in `places`, the newest first; to be paged."""
    query = select(Topic).join(Topic.unit).where(within(Division.path, places))
    meeting = joinedload(Topic.decision).joinedload(Decision.meeting)
    query = query.options(contains_eager(Topic.unit), meeting, selectinload(Topic.points).selectinload(Point.reports))
    if state is not None:
        query = query.where(condition_of(state))
    if tag is not None:
        query = query.where(Topic.tag == tag)
    if words:
        named = Division.name.contains(words, autoescape=True)
        query = query.where(or_(Topic.title.contains(words, autoescape=True), named))
    return query.order_by(Topic.proposed_on.desc(), Topic.id.desc())


def at_most(query: Select[Topic], most: int) -> list[Topic]:
    """So many topics of a list."""
    return list(db.session.scalars(query.limit(most)))


def public_topics(unit: Division, *, state: State | None = None, tag: Tag | None = None) -> Select[Topic]:
    """Every topic of a unit that was accepted, the newest first; to be paged."""
    return topics_in([unit], state=state, tag=tag).where(Topic.accepted_on.is_not(None))


def public_topic(code: str, number: int) -> Topic | None:
    """An accepted topic by its public address."""
    if level_of(code) is None:
        return None
    query = select(Topic).join(Topic.unit).where(Division.code == code, Topic.number == number)
    return db.session.scalars(query.where(Topic.accepted_on.is_not(None)).options(*LOADING)).one_or_none()


def condition_of(state: State) -> ColumnElement[bool]:
    """SQL: that a topic is in this state; says the same as rules.steps.state_of (C-06)."""
    agreed = or_(Topic.outcome == Outcome.AGREED, Topic.decision_passed.is_(True))
    failed = or_(Topic.outcome == Outcome.NOT_AGREED, Topic.decision_passed.is_(False))
    open_ = exists().where(Point.topic_id == Topic.id, Point.done_on.is_(None))
    posted, done = Topic.result_notice_id.is_not(None), Topic.done_notice_id.is_not(None)
    young = and_(Topic.withdrawn_on.is_(None), Topic.refused_on.is_(None), Topic.held_on.is_(None))
    sent = and_(Topic.outcome == Outcome.TO_MEETING, Topic.decision_id.is_(None))
    return {
        State.WITHDRAWN: Topic.withdrawn_on.is_not(None),
        State.REFUSED: and_(Topic.refused_on.is_not(None), Topic.withdrawn_on.is_(None)),
        State.PROPOSED: and_(young, Topic.accepted_on.is_(None)),
        State.ACCEPTED: and_(young, Topic.accepted_on.is_not(None), Topic.noticed_on.is_(None)),
        State.NOTICED: and_(young, Topic.noticed_on.is_not(None)),
        State.HELD: and_(Topic.withdrawn_on.is_(None), Topic.held_on.is_not(None), Topic.outcome.is_(None)),
        State.TO_MEETING: sent,
        State.AGREED: and_(agreed, ~posted),
        State.NOT_AGREED: and_(failed, ~posted),
        State.DOING: and_(agreed, posted, open_),
        State.DONE: and_(agreed, posted, ~open_, ~done),
        State.POSTED: or_(and_(failed, posted), and_(agreed, posted, ~open_, done)),
    }[state]


def next_number(unit: Division) -> int:
    """The running number the unit's next topic gets; locks the unit, so that no two topics get one."""
    db.session.execute(select(Division.id).where(Division.id == unit.id).with_for_update())
    query = select(func.max(Topic.number)).where(Topic.unit_id == unit.id)
    return (db.session.scalar(query) or 0) + 1


def known_bases(unit: Division) -> dict[Starter, int]:
    """Of how many one must sign, where the unit knows it: adults, representatives."""
    adults = known_base(unit, MeetingKind.ASSEMBLY, None, by_households=False)
    representatives = len(members_of(unit, MeetingKind.REPRESENTATIVES, today()))
    found = {Starter.VILLAGERS: adults or 0, Starter.REPRESENTATIVES: representatives}
    return {starter: count for starter, count in found.items() if count}


def decisions_for(one: Topic) -> list[Decision]:
    """Counted decisions of closed meetings that can settle it (C-07), the newest first."""
    found = decisions_of(one.unit, passed_only=False, since=one.concluded_on)
    return [decision for decision in found if decision.meeting.kind in DECIDING and decision.votes_for is not None]


def rests_a_topic_on(decision_ids: Iterable[int]) -> bool:
    """Whether a topic was settled by one of these decisions."""
    query = select(Topic.id).where(Topic.decision_id.in_(list(decision_ids)))
    return db.session.scalar(query.limit(1)) is not None


class Listed(NamedTuple):
    """A notice as a board names it: its topic, and which of the two it is."""

    number: int
    title: str
    part: NoticePart


def topics_of_notices(notice_ids: Iterable[int]) -> dict[int, Listed]:
    """Notice id → its topic."""
    wanted = list(notice_ids)
    query = select(Topic.number, Topic.title, Topic.result_notice_id, Topic.done_notice_id)
    query = query.where(or_(Topic.result_notice_id.in_(wanted), Topic.done_notice_id.in_(wanted)))
    found: dict[int, Listed] = {}
    for number, title, result, done in db.session.execute(query):
        found |= {key: Listed(number, title, NoticePart.RESULT) for key in (result,) if key is not None}
        found |= {key: Listed(number, title, NoticePart.DONE) for key in (done,) if key is not None}
    return found


def has_topics(unit: Division) -> bool:
    """Whether the public list of a unit has anything to show."""
    query = select(Topic.id).where(Topic.unit_id == unit.id, Topic.accepted_on.is_not(None))
    return db.session.scalar(query.limit(1)) is not None


def materials_of(one: Topic) -> list[ConsultationFile]:
    """What everybody may read before they talk; once it was notified."""
    return [kept for kept in one.files if kept.used_as is FileUse.MATERIAL] if one.noticed_on else []
