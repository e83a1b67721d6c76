"""How far the units of an area are in a round: sorted, filtered, counted and summed in the database."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, and_, case, cast, exists, false, func, or_, select
from sqlalchemy.orm import joinedload

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.divisions.vocabulary import Level
from villagegov.elections.models import (
    Archive,
    Election,
    Filing,
    Outcome,
    Poll,
    Roll,
    Round,
    Station,
    WorkHandover,
)
from villagegov.elections.rules.afterwards import DAYS
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Stage
from villagegov.elections.vocabulary.filing import After
from villagegov.elections.vocabulary.progress import Bucket
from villagegov.extensions import db
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field
from villagegov.notices.models import NoticeVersion

A_DAY = timedelta(days=1)


def rounds_over(places: list[Division]) -> list[Round]:
    """Rounds that touch an area: set up in it or above it, newest first."""
    ids = {int(part) for place in places for part in place.path.split("/") if part}
    query = select(Round).join(Division, Division.id == Round.division_id)
    query = query.where(or_(within(Division.path, places), Round.division_id.in_(ids)))
    query = query.where(Round.practice.is_(False), Round.by_election.is_(False)).options(joinedload(Round.division))
    return list(db.session.scalars(query.order_by(Round.opens_on.desc(), Round.id.desc()).limit(50)))


def units_in(
    round_: Round, place: Division, today: date, *, bucket: Bucket | None = None, late: bool = False, words: str = ""
) -> Select[Division]:
    """The units of `place` that the round is for, late ones first, then by polling day; to be paged."""
    is_late = late_in(round_, today)
    query: Select[Division] = joined(select(Division), round_).where(*due_in(round_, place))
    if bucket is not None:
        query = query.where(_bucket() == bucket.value)
    if late:
        query = query.where(is_late)
    if words:
        query = query.where(Division.name.contains(words, autoescape=True))
    first = case((is_late, 0), else_=1)
    return query.order_by(first, Election.polling_day.is_(None), Election.polling_day, Division.code)


class Standing(NamedTuple):
    """How many units of one place are how far, and how many are late."""

    buckets: Counter[Bucket]
    late: int

    @property
    def units(self) -> int:
        """All that the round is for."""
        return sum(self.buckets.values())

    @property
    def done(self) -> int:
        """Those whose result is posted."""
        return sum(number for bucket, number in self.buckets.items() if bucket.is_done)


def standings(round_: Round, place: Division, today: date) -> dict[int, Standing]:
    """Id of each place directly below (of each unit, in a township) → how far it is."""
    is_late = case((late_in(round_, today), 1), else_=0).label("late")
    columns = (below(place).label("place"), _bucket().label("bucket"), is_late)
    units = joined(select(*columns), round_).where(*due_in(round_, place)).subquery()
    query = select(units.c.place, units.c.bucket, func.count(), func.sum(units.c.late))
    found: dict[int, Standing] = {}
    parents = child_ids(place)
    for group, bucket, number, lates in db.session.execute(query.group_by(units.c.place, units.c.bucket)):
        child = parents.get(group, group)
        old = found.get(child, Standing(Counter(), 0))
        old.buckets[Bucket(bucket)] += number
        found[child] = Standing(old.buckets, old.late + int(lates))
    return found


def below(place: Division) -> Any:
    """What figures are grouped by: a township's units, else townships; few enough to be added up afterwards."""
    return Division.id if place.level is Level.TOWNSHIP else Division.parent_id


def child_ids(place: Division) -> dict[int, int]:
    """Id of what figures are grouped by → id of the place directly below `place` that it lies in."""
    level = Level.UNIT if place.level is Level.TOWNSHIP else Level.TOWNSHIP
    query = select(Division.id, Division.path).where(within(Division.path, [place]), Division.level == level)
    depth = len(place.path.split("/")) - 1
    return {key: int(path.split("/")[depth]) for key, path in db.session.execute(query)}


def due_in(round_: Round, place: Division) -> list[ColumnElement[bool]]:
    """SQL: the units of `place` that the round is for."""
    areas = (within(Division.path, [place]), within(Division.path, [round_.division]))
    return [Division.kind.in_(COMMITTEES), Division.listed.is_(True), *areas]


def joined(query: Any, round_: Round) -> Any:
    """`query` over units with their election of the round, its newest poll and what followed, where there is any."""
    newest = select(func.max(Poll.number)).where(Poll.election_id == Election.id).correlate(Election).scalar_subquery()
    with_all = query.select_from(Division).outerjoin(
        Election, and_(Election.unit_id == Division.id, Election.round_id == round_.id)
    )
    with_all = with_all.outerjoin(Roll, Roll.election_id == Election.id)
    with_all = with_all.outerjoin(Poll, and_(Poll.election_id == Election.id, Poll.number == newest))
    with_all = with_all.outerjoin(Outcome, Outcome.poll_id == Poll.id)
    first = and_(NoticeVersion.notice_id == Election.result_notice_id, NoticeVersion.version_number == 1)
    with_all = with_all.outerjoin(NoticeVersion, first)
    for table in (Filing, WorkHandover, Archive):
        with_all = with_all.outerjoin(table, table.election_id == Election.id)
    return with_all


def decided() -> ColumnElement[bool]:
    """SQL: the newest poll has filled every seat, or a vacancy is allowed."""
    status: ColumnElement[str] = Outcome.decision["status"].as_string()
    return status == Stage.DECIDED.value


def _bucket() -> ColumnElement[str]:
    posted = Election.result_notice_id.is_not(None)
    steps = (
        (Election.id.is_(None), Bucket.NONE),
        (Archive.id.is_not(None), Bucket.ARCHIVED),
        (WorkHandover.finished_on.is_not(None), Bucket.HANDED_OVER),
        (Filing.certified_on.is_not(None), Bucket.CERTIFIED),
        (Filing.accepted_on.is_not(None), Bucket.FILED),
        (Filing.sent_on.is_not(None), Bucket.SENT),
        (and_(posted, decided()), Bucket.POSTED),
        (decided(), Bucket.DECIDED),
        (Outcome.id.is_not(None), Bucket.FURTHER),
        (Poll.closed_at.is_not(None), Bucket.COUNTING),
        (Election.candidates_posted_on.is_not(None), Bucket.READY),
    )
    return case(*((when, bucket.value) for when, bucket in steps), else_=Bucket.PREPARING.value)


def late_in(round_: Round, today: date) -> ColumnElement[bool]:
    """Whether a step of the election is over its last day, under each law that this round's elections live under."""
    kept = cast(Election.own_values, String)
    query = select(Election.profile, kept, func.min(Election.id)).where(Election.round_id == round_.id)
    rows = db.session.execute(query.group_by(Election.profile, kept)).all()
    samples = {one.id: one for one in db.session.scalars(select(Election).where(Election.id.in_([r[2] for r in rows])))}
    found = [
        and_(Election.profile == profile, kept == own, _late_under(law_of(samples[key]), today))
        for profile, own, key in rows
    ]
    return or_(false(), *found)


def _late_under(law: Profile, today: date) -> ColumnElement[bool]:
    """E-35, E-52, E-68, E-92, E-93, E-95: the last days of the steps, as rules.due and rules.afterwards have them."""

    def before(field: Field) -> ColumnElement[bool]:
        return Election.polling_day < today + timedelta(days=-law.before(today, field).days)

    def after(step: After) -> ColumnElement[bool]:
        last = today - timedelta(days=law.after(today, DAYS[step]).days)
        return NoticeVersion.posted_at < datetime.combine(last, time(), clock.CHINA)

    no_station = ~exists(select(Station.id).where(Station.election_id == Election.id).correlate(Election))
    open_poll = Outcome.id.is_(None)
    return or_(
        and_(Roll.posted_on.is_(None), before(Field.ROLL_POST_DAYS), open_poll),
        and_(Election.candidates_posted_on.is_(None), before(Field.CANDIDATE_POST_DAYS), open_poll),
        and_(no_station, before(Field.POLL_POST_DAYS), open_poll),
        and_(open_poll, Election.polling_day < today),
        and_(decided(), NoticeVersion.id.is_(None), Election.polling_day < today - A_DAY * law.result_post_days),
        and_(decided(), Filing.sent_on.is_(None), after(After.FILING)),
        and_(Filing.accepted_on.is_not(None), Filing.certified_on.is_(None), after(After.CERTIFICATES)),
        and_(decided(), WorkHandover.finished_on.is_(None), after(After.HANDOVER)),
        and_(WorkHandover.finished_on.is_not(None), Archive.id.is_(None), after(After.ARCHIVE)),
    )


def elections_by_unit(round_: Round, units: Iterable[Division]) -> dict[int, Election]:
    """Unit id → its election in the round."""
    query = select(Election).where(Election.round_id == round_.id, Election.unit_id.in_([one.id for one in units]))
    return {one.unit_id: one for one in db.session.scalars(query.options(joinedload(Election.unit)))}
