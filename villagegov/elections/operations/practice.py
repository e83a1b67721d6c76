"""演练: a copy of an election to try everything on; deleted with one act."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, literal, select
from sqlalchemy.orm import aliased

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.columns import Model
from villagegov.elections import queries
from villagegov.elections.models import (
    Candidate,
    CandidateList,
    CardReissue,
    CardSheet,
    Carryover,
    ChangeGround,
    CountEntry,
    CountSheet,
    Election,
    ElectionPaper,
    FieldNote,
    InitialList,
    MobileVoter,
    Movement,
    Nomination,
    Nominator,
    Nominee,
    Objection,
    Outcome,
    OutgoingAudit,
    PaperName,
    Pickup,
    Poll,
    PollPosting,
    PollWorker,
    PreVote,
    PreVoteCount,
    Proxy,
    Roll,
    RollChange,
    RollEntry,
    RollPapers,
    Round,
    SeatPlan,
    Seats,
    StandDown,
    Station,
    Supplement,
    Vetting,
    VoterMeeting,
    WritingHelp,
)
from villagegov.elections.rules.papers import Written
from villagegov.elections.vocabulary.practice import PracticeReason, PracticeTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if

#: Copied as they are; their keys and what they belong to are new.
ENTRY_COLUMNS = ("number", "group_name", "name", "sex", "born_on", "category", "person_key", "sealed_id")


def begin_practice(*, election: Election, actor: Account) -> Election:
    """A copy of the election as it stands, with today as its polling day and all earlier days moved along.

    It lies in a round of its own, so that nobody is registered twice. Raises Refusal(IS_PRACTICE, EXISTS, NO_ROLL).
    """
    refuse_if(election.is_practice, PracticeReason.IS_PRACTICE)
    refuse_if(queries.practice_of(election) is not None, PracticeReason.EXISTS)
    roll = queries.roll_of(election)
    refuse_if(not roll.registered, PracticeReason.NO_ROLL)
    by = clock.today() - election.polling_day
    made = _copied_election(election, by)
    entries = _copied_roll(roll, made, by)
    _copy_ballot(election, made, entries)
    db.session.flush()
    record(PracticeTag.BEGUN, subject=made, actor=actor, place_id=made.unit_id, after={"copy_of": election.round.name})
    return made


def _copy_ballot(election: Election, made: Election, entries: dict[int, int]) -> None:
    """Seats, who stands, the outgoing audit, and where ballots are cast."""
    by = made.polling_day - election.polling_day
    for seats in election.seats:
        db.session.add(Seats(election_id=made.id, post=seats.post, seats=seats.seats, margin=seats.margin))
    for one in election.candidates:
        values = _values(one, "post", "origin", "position", "name", "is_woman", "birth_year")
        db.session.add(Candidate(election_id=made.id, roll_entry_id=entries[one.roll_entry_id], **values))
    for audit in db.session.scalars(select(OutgoingAudit).where(OutgoingAudit.election_id == election.id)):
        values = _values(audit, "document", "none_because")
        db.session.add(OutgoingAudit(election_id=made.id, posted_on=_moved(audit.posted_on, by), **values))
    for station in election.stations:
        values = _values(station, "kind", "name", "place", "listed_voters", "hours", "route", "secret_checked_on")
        db.session.add(Station(election_id=made.id, **values))


def _copied_election(election: Election, by: timedelta) -> Election:
    today = clock.today()
    round_ = Round(
        name=f"{election.round.name}（演练）",
        division_id=election.unit_id,
        goal=election.round.goal,
        opens_on=today,
        closes_on=today,
        own_values=election.round.own_values,
        practice=True,
    )
    db.session.add(round_)
    db.session.flush()
    made = Election(
        round_id=round_.id,
        number=-election.number,
        candidates_posted_on=_moved(election.candidates_posted_on, by),
        polling_day=today,
        created_at=clock.now(),
        **_values(
            election,
            "unit_id",
            "committee",
            "method",
            "profile",
            "own_values",
            "open_ballot_by",
            "term_years",
            "pickup_register",
        ),
    )
    db.session.add(made)
    db.session.flush()
    return made


def _copied_roll(roll: Roll, made: Election, by: timedelta) -> dict[int, int]:
    """Copy the roll within the database: old key of an entry → the new one, for the candidates."""
    copy = Roll(
        election_id=made.id,
        posted_on=_moved(roll.posted_on, by),
        posted_for=_moved(roll.posted_for, by),
        **_values(roll, "registered", "frozen_at", "fingerprint"),
    )
    db.session.add(copy)
    db.session.flush()
    copied = [getattr(RollEntry, name) for name in ENTRY_COLUMNS]
    source = select(literal(copy.id), literal(made.round_id), *copied).where(RollEntry.roll_id == roll.id)
    db.session.execute(insert(RollEntry).from_select(["roll_id", "round_id", *ENTRY_COLUMNS], source))
    _copy_papers(roll, copy)
    standing = [one.roll_entry_id for one in roll.election.candidates]
    numbers = select(RollEntry.number, RollEntry.id).where(RollEntry.id.in_(standing))
    by_number = {row.number: row.id for row in db.session.execute(numbers)}
    new = select(RollEntry.number, RollEntry.id).where(RollEntry.roll_id == copy.id, RollEntry.number.in_(by_number))
    return {by_number[row.number]: row.id for row in db.session.execute(new)}


def _copy_papers(roll: Roll, copy: Roll) -> None:
    """What the registrations rest on, to the entries of the same numbers."""
    new, names = aliased(RollEntry), [*Written._fields, "decision_id"]
    source = select(new.id, *(getattr(RollPapers, name) for name in names)).join(RollPapers.entry)
    source = source.join(new, (new.number == RollEntry.number) & (new.roll_id == copy.id))
    source = source.where(RollEntry.roll_id == roll.id)
    db.session.execute(insert(RollPapers).from_select(["roll_entry_id", *names], source))


def _values(row: object, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _moved(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by


def delete_practice(*, election: Election, actor: Account) -> int:
    """Everything of a practice election goes at once; what was done stays in the record: how many rows went.

    Rooms to the right delete theirs before. Raises Refusal(NOT_PRACTICE).
    """
    refuse_if(not election.is_practice, PracticeReason.NOT_PRACTICE)
    key, round_id = election.id, election.round_id
    doomed: Doomed = (
        *_of_candidates(key),
        *_of_the_day(key),
        *_of_the_roll(key),
        (PaperName, PaperName.round_id == round_id),
    )
    rows = sum(db.session.scalar(select(func.count()).select_from(table).where(where)) or 0 for table, where in doomed)
    record(PracticeTag.DELETED, subject=election, actor=actor, place_id=election.unit_id, after={"rows": rows})
    for table, where in doomed:
        db.session.execute(delete(table).where(where))
    db.session.execute(delete(Election).where(Election.id == key))
    db.session.execute(delete(Round).where(Round.id == round_id))
    db.session.expire_all()
    return rows


#: A table, and which of its rows go.
Doomed = tuple[tuple[type[Model], ColumnElement[bool]], ...]


def _of_candidates(key: int) -> Doomed:
    nominees = select(Nominee.id).where(Nominee.election_id == key)
    return (
        (Vetting, Vetting.nominee_id.in_(nominees)),
        (StandDown, StandDown.nominee_id.in_(nominees)),
        (PreVoteCount, PreVoteCount.nominee_id.in_(nominees)),
        (PreVote, PreVote.election_id == key),
        (Nominator, Nominator.nominee_id.in_(nominees)),
        (Nomination, Nomination.nominee_id.in_(nominees)),
        (Nominee, Nominee.election_id == key),
        (InitialList, InitialList.election_id == key),
    )


def _of_the_day(key: int) -> Doomed:
    polls = select(Poll.id).where(Poll.election_id == key)
    sheets = select(CountSheet.id).where(CountSheet.poll_id.in_(polls))
    return (
        (ElectionPaper, ElectionPaper.election_id == key),
        (FieldNote, FieldNote.election_id == key),
        (CountEntry, CountEntry.sheet_id.in_(sheets)),
        (CountSheet, CountSheet.poll_id.in_(polls)),
        (Outcome, Outcome.poll_id.in_(polls)),
        (Pickup, Pickup.poll_id.in_(polls)),
        (Poll, Poll.election_id == key),
        (OutgoingAudit, OutgoingAudit.election_id == key),
        (SeatPlan, SeatPlan.election_id == key),
        (Proxy, Proxy.election_id == key),
        (Candidate, Candidate.election_id == key),
        (CandidateList, CandidateList.election_id == key),
        (VoterMeeting, VoterMeeting.election_id == key),
        (PollPosting, PollPosting.election_id == key),
        (WritingHelp, WritingHelp.election_id == key),
        (PollWorker, PollWorker.election_id == key),
        (MobileVoter, MobileVoter.station_id.in_(select(Station.id).where(Station.election_id == key))),
        (Station, Station.election_id == key),
        (Seats, Seats.election_id == key),
    )


def _of_the_roll(key: int) -> Doomed:
    roll = select(Roll.id).where(Roll.election_id == key)
    entries = select(RollEntry.id).where(RollEntry.roll_id.in_(roll))
    changes = select(RollChange.id).where(RollChange.roll_id.in_(roll))
    return (
        (ChangeGround, ChangeGround.roll_change_id.in_(changes)),
        (Movement, Movement.roll_id.in_(roll)),
        (Carryover, Carryover.roll_id.in_(roll)),
        (RollChange, RollChange.roll_id.in_(roll)),
        (Supplement, Supplement.roll_id.in_(roll)),
        (Objection, Objection.roll_id.in_(roll)),
        (CardReissue, CardReissue.roll_entry_id.in_(entries)),
        (CardSheet, CardSheet.roll_id.in_(roll)),
        (RollPapers, RollPapers.roll_entry_id.in_(entries)),
        (RollEntry, RollEntry.roll_id.in_(roll)),
        (Roll, Roll.election_id == key),
    )
