"""Who may not take part in recording an election, and what was read on its sheets."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.accounts.models import Account
from villagegov.elections.models import (
    Candidate,
    CountEntry,
    CountSheet,
    Election,
    LineCandidate,
    Poll,
    RollEntry,
    SheetPhoto,
)
from villagegov.elections.queries.by_election import sitting_of
from villagegov.elections.queries.chain import kin_among, standing_of
from villagegov.elections.queries.electors import base_of
from villagegov.elections.queries.setup import newest_poll, outcome_of, sheets_of
from villagegov.elections.rules.checks import Unusual, warnings_in
from villagegov.elections.rules.counts import PollCount
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.ledger import collected_in_all, issued_in_all
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.rules.sheet import CountedStation, PostOnSheet, position_counts, votes_field
from villagegov.elections.vocabulary import Post
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


def sheet_photo(photo_id: int) -> SheetPhoto | None:
    """One photo of a signed sheet."""
    return db.session.get(SheetPhoto, photo_id, options=[joinedload(SheetPhoto.file)])


def readers_of(entries: list[CountEntry]) -> list[Account]:
    """The accounts that read a sheet."""
    return list(db.session.scalars(select(Account).where(Account.id.in_([one.reader_id for one in entries]))))


def posts_on_sheet(poll: Poll) -> list[PostOnSheet]:
    """The lines of the ballot, from the highest post down, with everybody voted for."""
    seen: Counter[tuple[Post, bool]] = Counter()
    above: set[str] = set()
    sheet = []
    for line in poll.lines:
        seen[line.post, line.women_only] += 1
        people = [one.candidate for one in line.standing]
        keys = tuple(str(one.id) for one in people)
        sheet.append(
            PostOnSheet(
                post=line.post,
                seats=line.seats,
                margin=line.margin,
                candidates=keys,
                women=frozenset(str(one.id) for one in people if one.is_woman),
                women_only=line.women_only,
                group=seen[line.post, line.women_only],
                also_above=frozenset(keys) & above,
            )
        )
        above |= set(keys)
    return sheet


def ballot_of(election: Election) -> list[PostOnSheet]:
    """The ballot of the newest casting; before the first, the one its candidates make."""
    poll = newest_poll(election)
    if poll is not None and poll.lines:
        return posts_on_sheet(poll)
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


def counted_stations(poll: Poll) -> list[CountedStation]:
    """The agreed figures of every station that has them."""
    return [
        CountedStation(one.station.name, one.station.kind, one.station.listed_voters, one.agreed)
        for one in sheets_of(poll)
        if one.agreed is not None
    ]


def warnings_of(poll: Poll, count: PollCount) -> list[Unusual]:
    """What is unusual in the agreed sheets, and in the sums made of them."""
    return warnings_in(count, counted_stations(poll), posts_on_sheet(poll))


def poll_count(poll: Poll) -> PollCount:
    """The agreed figures of all stations as the decision wants them; sheets not agreed count as missing."""
    election, law = poll.election, law_of(poll.election)
    stations = counted_stations(poll)
    ledgers = tuple(one.ledger() for one in stations)
    return PollCount(
        profile=law,
        registered=base_of(election),
        issued=issued_in_all(ledgers),
        collected=collected_in_all(ledgers),
        method=election.method,
        kind=poll.kind,
        positions=position_counts(stations, posts_on_sheet(poll)),
        kin=kin_among(election),
        seated=(*sitting_of(election), *standing_of(election, before=poll).seated),
        carry=law.carry is Carry.DOWN,
        stations=ledgers,
    )


def lines_with(candidate: Candidate) -> list[LineCandidate]:
    """Every line of every ballot of the election that names the candidate."""
    query = select(LineCandidate).where(LineCandidate.candidate_id == candidate.id)
    return list(db.session.scalars(query.options(joinedload(LineCandidate.line))))


def has_votes(candidate: Candidate, poll: Poll | None) -> bool:
    """Whether any reading of a sheet of this casting holds votes for the candidate."""
    query = select(CountEntry.figures).join(CountEntry.sheet).join(CountSheet.poll)
    readings = db.session.scalars(query.where(Poll.id == (poll.id if poll else None)))
    name = votes_field(str(candidate.id))
    return any(votes for figures in readings for field, votes in figures.items() if field.endswith(name))
