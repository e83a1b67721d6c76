"""Rounds, elections, candidates and stations: found and listed."""

from datetime import date
from typing import TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.accounts.queries import within
from villagegov.divisions.models import Division
from villagegov.elections.models import Candidate, CountSheet, Election, Outcome, Poll, Roll, Round, Station
from villagegov.elections.vocabulary import PollKind
from villagegov.extensions import db
from villagegov.law.queries import own_values
from villagegov.law.vocabulary import CommitteeKind
from villagegov.notices.models import Notice

Row = TypeVar("Row", Election, Roll)


def round_(round_id: int) -> Round | None:
    """One round."""
    return db.session.get(Round, round_id, options=[joinedload(Round.division)])


def rounds_in(places: list[Division]) -> Select[Round]:
    """Rounds set up within `places`, newest first; to be paged."""
    query = select(Round).join(Division, Division.id == Round.division_id).where(within(Division.path, places))
    query = query.where(Round.practice.is_(False), Round.by_election.is_(False))
    return query.options(joinedload(Round.division)).order_by(Round.opens_on.desc(), Round.id.desc())


def rounds_for(unit: Division) -> list[Round]:
    """Rounds of any area that `unit` lies in, newest first."""
    ids = [int(part) for part in unit.path.split("/") if part]
    query = (
        select(Round)
        .where(Round.division_id.in_(ids), Round.practice.is_(False), Round.by_election.is_(False))
        .order_by(Round.opens_on.desc(), Round.id.desc())
    )
    return list(db.session.scalars(query))


def own_values_of(
    *, round_: Round, unit: Division, committee: CommitteeKind, polling_day: date
) -> dict[str, list[str]]:
    """Rulebook 0.2: what the province had set for that day, then what the round has."""
    return own_values(unit, committee, polling_day) | round_.own_values


def election(election_id: int) -> Election | None:
    """One election with its round, unit, seats, candidates and stations."""
    loading = (
        joinedload(Election.round),
        joinedload(Election.unit),
        selectinload(Election.seats),
        selectinload(Election.candidates),
        selectinload(Election.stations),
    )
    return db.session.get(Election, election_id, options=loading)


def locked(row: Row) -> Row:
    """An election or a roll under its lock, so that what belongs to it changes one act at a time."""
    db.session.refresh(row, with_for_update={"of": type(row)})
    return row


def elections_in(places: list[Division], words: str = "", *, practice: bool = False) -> Select[Election]:
    """Elections of units within `places`, the latest polling day first, those for practice if asked; to be paged."""
    query = select(Election).join(Division, Division.id == Election.unit_id).where(within(Division.path, places))
    if not practice:
        query = query.join(Election.round).where(Round.practice.is_(False))
    if words:
        query = query.where(Division.name.contains(words, autoescape=True))
    loading = (joinedload(Election.unit), joinedload(Election.round))
    return query.options(*loading).order_by(Election.polling_day.desc(), Election.id.desc())


def election_of_round(round_id: int, unit: Division) -> Election | None:
    """The election of `unit` in a round."""
    query = select(Election).where(Election.round_id == round_id, Election.unit_id == unit.id)
    return db.session.scalars(query).one_or_none()


def practice_of(election: Election) -> Election | None:
    """The practice election copied from this one."""
    query = select(Election).join(Election.round).where(Round.practice, Election.unit_id == election.unit_id)
    return db.session.scalars(query.where(Election.number == -election.number)).one_or_none()


def next_number(unit: Division) -> int:
    """The running number the next election of `unit` gets."""
    query = select(func.max(Election.number)).where(Election.unit_id == unit.id)
    return (db.session.scalar(query) or 0) + 1


def polling_days_of(round_id: int) -> tuple[date, date] | None:
    """The first and last polling day in its window among the round's elections; None without any."""
    query = select(func.min(Election.polling_day), func.max(Election.polling_day)).join(Election.round)
    query = query.where(Election.polling_day.between(Round.opens_on, Round.closes_on))  # others: as approved (E-02)
    first, last = db.session.execute(query.where(Election.round_id == round_id)).one()
    return None if first is None else (first, last)


def candidate(candidate_id: int) -> Candidate | None:
    """One candidate with the election."""
    return db.session.get(Candidate, candidate_id)


def station(station_id: int) -> Station | None:
    """One station with the election."""
    return db.session.get(Station, station_id)


def roll_of(election: Election) -> Roll:
    """The roll of an election; there is always one."""
    return db.session.scalars(select(Roll).where(Roll.election_id == election.id)).one()


def newest_poll(election: Election) -> Poll | None:
    """The latest casting of votes."""
    query = select(Poll).where(Poll.election_id == election.id).order_by(Poll.number.desc()).limit(1)
    return db.session.scalars(query).one_or_none()


def voting_begun(election: Election) -> bool:
    """Whether the newest casting is open or over; one that was only called leaves its preparation open."""
    poll = newest_poll(election)
    return poll is not None and poll.opened


def roll_is_fixed(election: Election) -> bool:
    """E-88: from the first casting on, and through reruns; a poll held anew may begin with its roll (E-90)."""
    poll = newest_poll(election)
    return poll is not None and (poll.opened or poll.kind is not PollKind.FIRST)


def outcome_of(poll: Poll) -> Outcome | None:
    """What the law made of a poll."""
    return db.session.scalars(select(Outcome).where(Outcome.poll_id == poll.id)).one_or_none()


def outcome_of_notice(notice: Notice) -> Outcome | None:
    """The verdict that a result notice tells; a later casting may be decided and not posted yet."""
    query = select(Outcome).join(Poll, Poll.id == Outcome.poll_id).where(Poll.notice_id == notice.id)
    return db.session.scalars(query).one_or_none()


def newest_outcome(election: Election) -> Outcome | None:
    """What the law made of the latest casting of votes; None while it is not decided."""
    poll = newest_poll(election)
    return outcome_of(poll) if poll is not None else None


def sheets_of(poll: Poll) -> list[CountSheet]:
    """The poll's count sheets with their stations and entries."""
    query = select(CountSheet).where(CountSheet.poll_id == poll.id).order_by(CountSheet.id)
    loading = (joinedload(CountSheet.station), selectinload(CountSheet.entries))
    return list(db.session.scalars(query.options(*loading)))


def stations_ahead(unit: Division | None, today: date) -> list[Station]:
    """The stations of a unit's elections whose polling day is not over."""
    query = select(Station).join(Election).where(Election.unit_id == (unit.id if unit else 0))
    query = (
        query.join(Election.round)
        .where(Election.polling_day >= today, Round.practice.is_(False))
        .options(contains_eager(Station.election))
    )
    return list(db.session.scalars(query.order_by(Election.polling_day, Station.id)))
