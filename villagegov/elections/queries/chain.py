"""All castings of one election, and what they amount to."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from villagegov.bodies.rules.avoidance import barred_kin
from villagegov.elections.models import (
    BallotLine,
    Candidate,
    Election,
    LineCandidate,
    Outcome,
    Poll,
    PollVoid,
    RollEntry,
    Unseating,
)
from villagegov.elections.rules.chain import Held, Standing, standing_after
from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.decisions import PollDecision
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary import Origin, Stage
from villagegov.extensions import db
from villagegov.people.queries import persons_with_keys, ties_among


def polls_of(election: Election) -> list[Poll]:
    """Every casting in order, with its ballot."""
    query = select(Poll).where(Poll.election_id == election.id).order_by(Poll.number)
    ballot = selectinload(Poll.lines).selectinload(BallotLine.standing).joinedload(LineCandidate.candidate)
    return list(db.session.scalars(query.options(ballot)))


def line(line_id: int) -> BallotLine | None:
    """One line of a ballot."""
    return db.session.get(BallotLine, line_id)


def outcomes_of(election: Election) -> list[Outcome]:
    """Every verdict in the order of the castings."""
    query = select(Outcome).join(Poll, Poll.id == Outcome.poll_id).where(Poll.election_id == election.id)
    return list(db.session.scalars(query.options(joinedload(Outcome.poll)).order_by(Poll.number)))


def voids_of(election: Election) -> dict[int, PollVoid]:
    """Poll id → what was found."""
    query = select(PollVoid).join(Poll).where(Poll.election_id == election.id)
    return {one.poll_id: one for one in db.session.scalars(query)}


def unseatings_of(election: Election) -> list[Unseating]:
    """Every win that did not last, in the order in which it was found."""
    query = select(Unseating).join(Poll).where(Poll.election_id == election.id).order_by(Unseating.id)
    return list(db.session.scalars(query.options(joinedload(Unseating.candidate))))


def standing_of(election: Election, *, before: Poll | None = None, through: Poll | None = None) -> Standing:
    """Where the election stands after all castings, after those before one of them, or with that one."""
    limit = through.number + 1 if through is not None else before.number if before is not None else None
    return standing_after(_castings(election, limit), law_of(election))


def standing_with(election: Election, count: PollCount, decision: PollDecision, poll: Poll) -> Standing:
    """Where the election would stand with this verdict on its newest casting."""
    earlier = _castings(election, poll.number)
    return standing_after([*earlier, Held(count=count, decision=decision)], law_of(election))


def _castings(election: Election, limit: int | None) -> list[Held]:
    """Those that were decided, in order; only those numbered below `limit` where there is one."""
    voids, unseatings = voids_of(election), unseatings_of(election)
    return [_held(one, voids, unseatings) for one in outcomes_of(election) if limit is None or one.poll.number < limit]


def _held(outcome: Outcome, voids: dict[int, PollVoid], unseatings: Iterable[Unseating]) -> Held:
    return Held(
        count=PollCount.from_dict(outcome.count),
        decision=PollDecision.from_dict(outcome.decision),
        declared_void=outcome.poll_id in voids,
        unseated=frozenset(str(one.candidate_id) for one in unseatings if one.poll_id == outcome.poll_id),
    )


def kin_among(election: Election) -> frozenset[frozenset[str]]:
    """Pairs of candidates who declared that they are near kin, by their keys (E-81)."""
    entries = {one.roll_entry_id: one for one in election.everybody}
    query = select(RollEntry.id, RollEntry.person_key).where(RollEntry.id.in_(entries))
    keys = {row.person_key: str(entries[row.id].id) for row in db.session.execute(query)}
    people = {one.id: keys[key] for key, one in persons_with_keys(keys).items()}
    near = barred_kin(election.committee, election.polling_day)
    ties = ties_among(people) if len(people) > 1 else []
    return frozenset(frozenset((people[one], people[other])) for one, other, relation in ties if relation in near)


def waiting_for_vetting(election: Election, standing: Standing) -> list[Candidate]:
    """E-83: winners who were written in and have no word of the joint vetting yet."""
    seated = {one.key for one in standing.seated}
    return [
        one
        for one in election.candidates
        if one.origin is Origin.WRITE_IN and one.vetted_on is None and str(one.id) in seated
    ]


def has_findings() -> ColumnElement[bool]:
    """Of `Election`: a casting was declared void or a win did not last."""
    found = (select(Poll.id).join(table).where(Poll.election_id == Election.id) for table in (PollVoid, Unseating))
    return or_(*(one.exists() for one in found))


def is_over() -> ColumnElement[bool]:
    """Of `Election`: its newest casting decided everything, was posted, and nothing was found out since."""
    later = aliased(Poll)
    void = select(PollVoid.id).where(PollVoid.poll_id == Poll.id)
    unseated = select(Unseating.id).where(Unseating.poll_id == Poll.id)
    newer = select(later.id).where(later.election_id == Poll.election_id, later.number > Poll.number)
    decided = select(Outcome.id).join(Poll, Poll.id == Outcome.poll_id).where(Poll.election_id == Election.id)
    decided = decided.where(Poll.notice_id.is_not(None), Outcome.decision["status"].as_string() == Stage.DECIDED.value)
    return decided.where(~void.exists(), ~unseated.exists(), ~newer.exists()).exists()
