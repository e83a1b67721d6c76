"""Who may not take part in recording an election, and what was read on its sheets."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.accounts.models import Account
from villagegov.elections.models import Candidate, CountEntry, CountSheet, Election, Poll, RollEntry
from villagegov.elections.queries.setup import outcome_of, roll_of, sheets_of
from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.ledger import collected_in_all, issued_in_all
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.rules.sheet import CountedStation, PostOnSheet, position_counts, votes_field
from villagegov.extensions import db
from villagegov.law.vocabulary import Carry


def stands_in(election: Election, account: Account) -> bool:
    """Whether the person behind `account` is a candidate of this election."""
    if account.person_key is None:
        return False
    query = (
        select(Candidate.id)
        .join(RollEntry, RollEntry.id == Candidate.roll_entry_id)
        .where(Candidate.election_id == election.id, RollEntry.person_key == account.person_key)
    )
    return db.session.scalar(query.limit(1)) is not None


def poll(poll_id: int) -> Poll | None:
    """One casting of votes."""
    return db.session.get(Poll, poll_id)


def sheet(sheet_id: int) -> CountSheet | None:
    """One count sheet with its station."""
    return db.session.get(CountSheet, sheet_id, options=[joinedload(CountSheet.station)])


def readers_of(entries: list[CountEntry]) -> list[Account]:
    """The accounts that read a sheet."""
    return list(db.session.scalars(select(Account).where(Account.id.in_([one.reader_id for one in entries]))))


def posts_on_sheet(election: Election) -> list[PostOnSheet]:
    """The posts of the ballot, from the highest down, with everybody voted for."""
    return [
        PostOnSheet(
            post=one.post,
            seats=one.seats,
            margin=one.margin,
            candidates=tuple(str(person.id) for person in election.candidates if person.post is one.post),
            women=frozenset(str(person.id) for person in election.candidates if person.is_woman),
        )
        for one in sorted(election.seats, key=lambda seats: seats.post.rank)
    ]


def contradicts(poll: Poll) -> bool:
    """Whether every sheet is agreed and yet their sums cannot be true (E-70, E-71): no verdict until one is mended."""
    if any(one.agreed_at is None for one in sheets_of(poll)) or outcome_of(poll) is not None:
        return False
    return decide_poll(poll_count(poll)).gate.is_data_error


def poll_count(poll: Poll) -> PollCount:
    """The agreed figures of all stations as the decision wants them; sheets not agreed count as missing."""
    election, law = poll.election, law_of(poll.election)
    sheets = [one for one in sheets_of(poll) if one.agreed is not None]
    stations = [
        CountedStation(one.station.name, one.station.kind, one.station.listed_voters, one.agreed or {})
        for one in sheets
    ]
    ledgers = tuple(one.ledger() for one in stations)
    return PollCount(
        profile=law,
        registered=roll_of(election).registered,
        issued=issued_in_all(ledgers),
        collected=collected_in_all(ledgers),
        method=election.method,
        kind=poll.kind,
        positions=position_counts(stations, posts_on_sheet(election)),
        carry=law.carry is Carry.DOWN,
        stations=ledgers,
    )


def has_votes(candidate: Candidate) -> bool:
    """Whether any reading of any sheet holds votes for the candidate."""
    query = select(CountEntry.figures).join(CountEntry.sheet).join(CountSheet.poll)
    readings = db.session.scalars(query.where(Poll.election_id == candidate.election_id))
    return any(figures.get(votes_field(str(candidate.id))) for figures in readings)
