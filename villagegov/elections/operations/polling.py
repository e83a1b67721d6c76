"""Opening and closing the poll, and reading its count sheets blind."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.operations import close_stations, refuse_other_station
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.elections import queries
from villagegov.elections.models import BallotLine, CountEntry, CountSheet, Election, LineCandidate, Poll
from villagegov.elections.operations.preparations import refuse_unlisted_boxes
from villagegov.elections.operations.steps import refuse_candidate, refuse_unless_ready
from villagegov.elections.queries.pickups import issued_by_register
from villagegov.elections.queries.polling import contradicts, posts_on_sheet, readers_of
from villagegov.elections.queries.result import names_in
from villagegov.elections.rules.margins import more_candidates_than_seats
from villagegov.elections.rules.sheet import Figures, differing_fields, faults_in
from villagegov.elections.vocabulary import ElectionReason, ElectionTag, PollKind, Task
from villagegov.elections.vocabulary.chain import ChainReason
from villagegov.elections.vocabulary.pickups import PickupReason
from villagegov.extensions import db
from villagegov.refusal import Refusal, refuse_all, refuse_if

READERS = 2


def open_poll(*, election: Election, actor: Account) -> Poll:
    """Begin recording the first poll, on polling day or after. Raises Refusal(NOT_POLLING_DAY, STEP_MISSING)."""
    refuse_candidate(election, actor)
    refuse_unless_ready(election, Task.POLLING)
    poll = queries.newest_poll(election) or _first_poll(election)
    early = clock.today() < poll.held_on
    refuse_if(early, ElectionReason.NOT_POLLING_DAY, day=poll.held_on)
    refuse_if(poll.closed_at is not None, ElectionReason.POLL_CLOSED)
    if poll.opened:
        return poll
    refuse_unlisted_boxes(election)
    db.session.add(poll)
    _refuse_too_few(poll)
    poll.opened = True
    if not poll.lines:
        _print_ballot(poll)
    record(ElectionTag.POLL_OPENED, subject=poll, actor=actor, place_id=election.unit_id)
    return poll


def _first_poll(election: Election) -> Poll:
    return Poll(
        election=election,
        election_id=election.id,
        number=1,
        kind=PollKind.FIRST,
        held_on=election.polling_day,
        opened=False,
        document="",
    )


def _refuse_too_few(poll: Poll) -> None:
    """E-47: a rerun too has more candidates than seats."""
    for one in poll.lines if poll.kind is PollKind.RERUN else ():
        enough = more_candidates_than_seats(candidates=len(one.standing), seats=one.seats)
        told = {"post": one.post.label, "seats": one.seats, "count": len(one.standing)}
        refuse_if(not enough, ChainReason.NEEDS_NOMINEES, **told)


def _print_ballot(poll: Poll) -> None:
    """The election's own ballot: every post with everybody who stands for it."""
    election = poll.election
    for number, seats in enumerate(sorted(election.seats, key=lambda one: one.post.rank), 1):
        people = [one for one in election.candidates if one.post is seats.post]
        standing = [LineCandidate(candidate=one, position=place) for place, one in enumerate(people, 1)]
        values = {"post": seats.post, "seats": seats.seats, "margin": seats.margin}
        db.session.add(BallotLine(poll=poll, number=number, standing=standing, **values))


def close_voting(*, poll: Poll, actor: Account) -> None:
    """Voting ended; each station gets its count sheet."""
    refuse_if(poll.closed_at is not None, ElectionReason.POLL_CLOSED)
    refuse_candidate(poll.election, actor)
    poll.closed_at = clock.now()
    db.session.add_all(CountSheet(poll=poll, station=station) for station in poll.stations)
    close_stations(station_ids=[station.id for station in poll.stations], actor=actor)
    record(ElectionTag.POLL_CLOSED, subject=poll, actor=actor, place_id=poll.election.unit_id)


def enter_count(*, sheet: CountSheet, figures: Figures, actor: Account) -> CountEntry:
    """Store one person's blind reading of a station's sheet; when the second reads the same, the sheet is agreed.

    An agreed sheet is closed, unless all sheets together cannot be true: then its readers look again.
    Raises Refusal(SAME_PERSON, OWN_ELECTION, SHEET_AGREED, LEDGER_UNBALANCED, POST_UNBALANCED, POST_OVER, VOTES_OVER).
    """
    election = sheet.poll.election
    refuse_candidate(election, actor)
    refuse_other_station(actor, sheet.station_id)
    refuse_if(sheet.agreed_at is not None and not contradicts(sheet.poll), ElectionReason.SHEET_AGREED)
    refuse_all([*_unlike_register(sheet, figures), *faults_in(figures, posts_on_sheet(sheet.poll))])
    entry = next((one for one in sheet.entries if one.reader_id == actor.id), None)
    if entry is None:
        _refuse_third_or_same(sheet, actor)
        entry = _first_reading(sheet, figures, actor)
    else:
        _changed_reading(entry, figures, actor)
    db.session.flush()
    _agree_if_equal(sheet, actor)
    return entry


def _unlike_register(sheet: CountSheet, figures: Figures) -> list[Refusal]:
    """Where ballots were ticked off, what was issued is their sum and nothing else."""
    given = issued_by_register(sheet)
    return [Refusal(PickupReason.DIFFERS, name, drawn=drawn) for name, drawn in given.items() if figures[name] != drawn]


def _refuse_third_or_same(sheet: CountSheet, actor: Account) -> None:
    refuse_if(len(sheet.entries) >= READERS, ElectionReason.READ_TWICE)
    same = any(same_person(reader, actor) for reader in readers_of(sheet.entries))
    refuse_if(same, ElectionReason.SAME_PERSON)


def _first_reading(sheet: CountSheet, figures: Figures, actor: Account) -> CountEntry:
    entry = CountEntry(
        sheet=sheet,
        reading=len(sheet.entries) + 1,
        reader_id=actor.id,
        reader_name=actor.name,
        figures=dict(figures),
        entered_at=clock.now(),
    )
    db.session.add(entry)
    place_id = sheet.poll.election.unit_id
    after = _named(sheet, figures)
    record(ElectionTag.COUNT_ENTERED, subject=sheet, actor=actor, place_id=place_id, after=after)
    return entry


def _changed_reading(entry: CountEntry, figures: Figures, actor: Account) -> None:
    changed = differing_fields(entry.figures, figures)
    before = _named(entry.sheet, {name: entry.figures.get(name, 0) for name in changed})
    after = _named(entry.sheet, {name: figures[name] for name in changed})
    entry.figures, entry.entered_at = dict(figures), clock.now()
    place_id = entry.sheet.poll.election.unit_id
    record(ElectionTag.COUNT_CHANGED, subject=entry.sheet, actor=actor, place_id=place_id, before=before, after=after)


def _named(sheet: CountSheet, figures: Figures) -> dict[str, object]:
    """The figures with persons by their names, to be read in the audit years later."""
    people = {key: f"{name}（{key}）" for key, name in names_in(sheet.poll.election).items()}
    names = {one.votes(key): people[key] for one in posts_on_sheet(sheet.poll) for key in one.candidates}
    return {names.get(field, field): figure for field, figure in figures.items()}


def _agree_if_equal(sheet: CountSheet, actor: Account) -> None:
    if sheet.agreed_at is not None:
        sheet.agreed = sheet.agreed_at = None
    if len(sheet.entries) < READERS:
        return
    first, second = sheet.entries[:READERS]
    if not differing_fields(first.figures, second.figures):
        sheet.agreed, sheet.agreed_at = dict(first.figures), clock.now()
        place_id = sheet.poll.election.unit_id
        record(ElectionTag.COUNT_AGREED, subject=sheet, actor=actor, place_id=place_id)
