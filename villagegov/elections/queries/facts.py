"""The facts that the steps of an election are computed from."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from villagegov.elections.models import (
    Candidate,
    CountSheet,
    Election,
    ElectionCommittee,
    InitialList,
    Nominee,
    Outcome,
    Poll,
    Roll,
    SeatPlan,
    Seats,
    Station,
)
from villagegov.elections.queries.afterwards import stages_after
from villagegov.elections.queries.audit import audits_by_election
from villagegov.elections.queries.chain import elections_with_findings, standing_of
from villagegov.elections.queries.disputes import open_disputes
from villagegov.elections.queries.seat_plan import plans_by_election
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
    tables = _read(found)
    return {key: _facts(one, tables) for key, one in found.items()}


@dataclass(frozen=True)
class _Tables:
    """What the tables tell of some elections, by election."""

    rolls: dict[int, Roll]
    committees: dict[int, ElectionCommittee]
    plans: dict[int, SeatPlan]
    audited: set[int]
    seats: dict[int, dict[Post, int]]
    listed: dict[int, dict[Post, int]]
    nominated: set[int]
    with_initial_list: set[int]
    stations: dict[int, int]
    without_secret_place: set[int]
    polls: dict[int, Poll]
    #: By poll.
    sheets: dict[int, tuple[int, int]]
    outcomes: dict[int, Outcome]
    with_findings: set[int]
    afterwards: dict[int, Stage | None]
    disputes: dict[int, int]


def _read(ids: Iterable[int]) -> _Tables:
    """Each table asked once."""
    by_number = select(Poll).where(Poll.election_id.in_(ids)).order_by(Poll.number)
    polls = {one.election_id: one for one in db.session.scalars(by_number)}
    poll_ids = [one.id for one in polls.values()]
    return _Tables(
        rolls={one.election_id: one for one in db.session.scalars(select(Roll).where(Roll.election_id.in_(ids)))},
        committees=committees_by_election(ids),
        plans=plans_by_election(ids),
        audited=set(audits_by_election(ids)),
        seats=_seats_by_election(ids),
        listed=_listed_by_election(ids),
        nominated=_nominated(ids),
        with_initial_list=_with_initial_list(ids),
        stations=_counted(Station.election_id, func.count(Station.id), ids),
        without_secret_place=_without_secret_place(ids),
        polls=polls,
        sheets=_sheets_by_poll(poll_ids),
        outcomes=_outcomes_by_poll(poll_ids),
        with_findings=set(elections_with_findings(ids)),
        afterwards=stages_after(ids),
        disputes=open_disputes(ids),
    )


def committees_by_election(ids: Iterable[int]) -> dict[int, ElectionCommittee]:
    """Election id → its committee."""
    query = select(ElectionCommittee).where(ElectionCommittee.election_id.in_(ids))
    return {one.election_id: one for one in db.session.scalars(query)}


def _counted(key: object, value: object, ids: Iterable[int]) -> dict[int, int]:
    rows = db.session.execute(select(key, value).where(key.in_(ids)).group_by(key))  # type: ignore[call-overload, attr-defined] # columns of any model
    return {int(election_id): int(number) for election_id, number in rows}


def _nominated(ids: Iterable[int]) -> set[int]:
    """Elections in which somebody was named for a post."""
    return set(db.session.scalars(select(Nominee.election_id).where(Nominee.election_id.in_(ids)).distinct()))


def _with_initial_list(ids: Iterable[int]) -> set[int]:
    """Elections whose initial list hangs."""
    query = select(InitialList.election_id).where(InitialList.election_id.in_(ids))
    return set(db.session.scalars(query.where(InitialList.reopened_on.is_(None))))


def _without_secret_place(ids: Iterable[int]) -> set[int]:
    """Elections with a place whose secret writing place nobody has checked (E-67)."""
    query = select(Station.election_id).where(Station.election_id.in_(ids), Station.kind != StationKind.MOBILE)
    return set(db.session.scalars(query.where(Station.secret_checked_on.is_(None))))


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


def _sheets_by_poll(ids: list[int]) -> dict[int, tuple[int, int]]:
    query = select(CountSheet.poll_id, func.count(), func.count(CountSheet.agreed_at)).where(
        CountSheet.poll_id.in_(ids)
    )
    rows = db.session.execute(query.group_by(CountSheet.poll_id))
    return {poll_id: (total, agreed) for poll_id, total, agreed in rows}


def _outcomes_by_poll(ids: list[int]) -> dict[int, Outcome]:
    return {one.poll_id: one for one in db.session.scalars(select(Outcome).where(Outcome.poll_id.in_(ids)))}


def _facts(election: Election, tables: _Tables) -> Facts:
    key = election.id
    roll, poll, seats = tables.rolls[key], tables.polls.get(key), tables.seats.get(key, {})
    committee, plan = tables.committees.get(key), tables.plans.get(key)
    total, agreed = tables.sheets.get(poll.id, (0, 0)) if poll else (0, 0)
    outcome = tables.outcomes.get(poll.id) if poll else None
    places_checked, law = key not in tables.without_secret_place or poll is not None, law_of(election)
    return Facts(
        committee_formed=committee is None or committee.posted_on is not None,  # none: begun before it was kept
        seats=sum(seats.values()),
        seats_approved=plan is None or plan.approved_on is not None,
        registered=roll.registered,
        roll_posted_on=roll.posted_on,
        roll_frozen=roll.frozen_at is not None,
        nominated=key in tables.nominated,
        initial_list=key in tables.with_initial_list,
        candidates_complete=margins.list_is_complete(seats=seats, listed=tables.listed.get(key, {}), profile=law),
        open_ballot=bool(election.open_ballot_by),
        candidates_posted_on=election.candidates_posted_on,
        stations=tables.stations.get(key, 0),
        audit_posted=key in tables.audited or poll is not None,
        secret_places=places_checked and key in tables.stations,
        polling_day=poll.held_on if poll else election.polling_day,
        voting_closed=poll is not None and poll.closed_at is not None,
        sheets=total,
        sheets_agreed=agreed,
        gate=outcome.gate if outcome else None,
        status=_status(election, outcome, key in tables.with_findings),
        result_posted=poll is not None and poll.notice_id is not None,
        after=tables.afterwards.get(key),
        disputes=tables.disputes.get(key, 0),
    )


def _status(election: Election, outcome: Outcome | None, findings: bool) -> Stage | None:
    """As the newest verdict left it, unless something was found out since (E-83, E-90, E-91)."""
    if outcome is None:
        return None
    return standing_of(election).stage if findings else term(Stage, outcome.decision["status"])
