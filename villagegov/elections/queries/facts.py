"""The facts that the steps of an election are computed from."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, select

from villagegov.columns import Model
from villagegov.elections.models import (
    Candidate,
    CountSheet,
    Election,
    ElectionCommittee,
    InitialList,
    Nominee,
    Outcome,
    OutgoingAudit,
    Poll,
    Roll,
    SeatPlan,
    Seats,
    Station,
)
from villagegov.elections.queries.afterwards import stages_after
from villagegov.elections.queries.chain import has_findings, standing_of
from villagegov.elections.queries.disputes import open_disputes
from villagegov.elections.rules import margins
from villagegov.elections.rules.counts import term
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.tasks import Facts
from villagegov.elections.vocabulary import Origin, Post, Stage, StationKind
from villagegov.extensions import db


def facts_of(election: Election) -> Facts:
    """All facts of one election."""
    return facts_of_many([election])[election.id]


def facts_of_many(elections: Iterable[Election]) -> dict[int, Facts]:
    """The facts of a page of elections, each table asked once."""
    found = {one.id: one for one in elections}
    if not found:
        return {}
    signs, seats, listed = _signs(found), _seats_by_election(found), _listed_by_election(found)
    castings, afterwards = _newest_castings(found), stages_after(found)
    return {
        key: _facts(
            election=one,
            signs=signs[key],
            seats=seats.get(key, {}),
            listed=listed.get(key, {}),
            casting=castings.get(key),
            after=afterwards.get(key),
        )
        for key, one in found.items()
    }


class _Signs(NamedTuple):
    """What one row can tell of an election."""

    election_id: int
    roll: Roll
    committee: ElectionCommittee | None
    plan: SeatPlan | None
    audited: bool
    nominated: bool
    #: The initial list hangs.
    initial_list: bool
    stations: int
    #: A place whose secret writing place nobody has checked (E-67).
    unchecked: bool
    #: A casting was declared void, or a win did not last (E-83, E-90, E-91).
    findings: bool
    disputes: int


class _Casting(NamedTuple):
    """The newest poll of an election with its sheets."""

    poll: Poll
    outcome: Outcome | None
    sheets: int
    agreed: int


def _signs(ids: Iterable[int]) -> dict[int, _Signs]:
    here = Election.id
    unchecked = exists().where(
        Station.election_id == here, Station.kind != StationKind.MOBILE, Station.secret_checked_on.is_(None)
    )
    query = (
        select(
            here,
            Roll,
            ElectionCommittee,
            SeatPlan,
            exists().where(OutgoingAudit.election_id == here),
            exists().where(Nominee.election_id == here),
            exists().where(InitialList.election_id == here, InitialList.reopened_on.is_(None)),
            _number_of(Station, Station.election_id == here),
            unchecked,
            has_findings(),
            open_disputes(),
        )
        .join(Roll, Roll.election_id == here)
        .outerjoin(ElectionCommittee, ElectionCommittee.election_id == here)
        .outerjoin(SeatPlan, SeatPlan.election_id == here)
        .where(here.in_(ids))
    )
    return {row[0]: _Signs(*row) for row in db.session.execute(query)}


def _number_of(table: type[Model], *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(*conditions).correlate(Election, Poll).scalar_subquery()


def _newest_castings(ids: Iterable[int]) -> dict[int, _Casting]:
    sheets = _number_of(CountSheet, CountSheet.poll_id == Poll.id)
    agreed = _number_of(CountSheet, CountSheet.poll_id == Poll.id, CountSheet.agreed_at.is_not(None))
    query = select(Poll, Outcome, sheets, agreed).outerjoin(Outcome, Outcome.poll_id == Poll.id)
    rows = db.session.execute(query.where(Poll.election_id.in_(ids)).order_by(Poll.number))
    return {row[0].election_id: _Casting(*row) for row in rows}


def _seats_by_election(ids: Iterable[int]) -> dict[int, dict[Post, int]]:
    found: dict[int, dict[Post, int]] = {}
    for one in db.session.scalars(select(Seats).where(Seats.election_id.in_(ids))):
        found.setdefault(one.election_id, {})[one.post] = one.seats
    return found


def _listed_by_election(ids: Iterable[int]) -> dict[int, dict[Post, int]]:
    query = select(Candidate.election_id, Candidate.post, func.count()).where(
        Candidate.origin == Origin.LISTED, Candidate.taken_off.is_(False)
    )
    query = query.where(Candidate.election_id.in_(ids)).group_by(Candidate.election_id, Candidate.post)
    found: dict[int, dict[Post, int]] = {}
    for election_id, post, number in db.session.execute(query):
        found.setdefault(election_id, {})[post] = number
    return found


def _facts(
    *,
    election: Election,
    signs: _Signs,
    seats: dict[Post, int],
    listed: dict[Post, int],
    casting: _Casting | None,
    after: Stage | None,
) -> Facts:
    roll, committee, plan = signs.roll, signs.committee, signs.plan
    poll, outcome = (casting.poll, casting.outcome) if casting else (None, None)
    return Facts(
        committee_formed=committee is None or committee.posted_on is not None,  # none: begun before it was kept
        seats=sum(seats.values()),
        seats_approved=plan is None or plan.approved_on is not None,
        registered=roll.registered,
        roll_posted_on=roll.posted_on,
        roll_frozen=roll.frozen_at is not None,
        nominated=signs.nominated,
        initial_list=signs.initial_list,
        candidates_complete=margins.list_is_complete(seats=seats, listed=listed, profile=law_of(election)),
        open_ballot=bool(election.open_ballot_by),
        candidates_posted_on=election.candidates_posted_on,
        stations=signs.stations,
        audit_posted=signs.audited or poll is not None,
        secret_places=(not signs.unchecked or poll is not None) and signs.stations > 0,
        polling_day=poll.held_on if poll else election.polling_day,
        voting_closed=poll is not None and poll.closed_at is not None,
        sheets=casting.sheets if casting else 0,
        sheets_agreed=casting.agreed if casting else 0,
        gate=outcome.gate if outcome else None,
        status=_status(election, outcome, signs.findings),
        result_posted=poll is not None and poll.notice_id is not None,
        after=after,
        disputes=signs.disputes,
    )


def _status(election: Election, outcome: Outcome | None, findings: bool) -> Stage | None:
    """As the newest verdict left it, unless something was found out since (E-83, E-90, E-91)."""
    if outcome is None:
        return None
    return standing_of(election).stage if findings else term(Stage, outcome.decision["status"])
