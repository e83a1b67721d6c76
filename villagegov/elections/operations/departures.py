"""A resignation filed and voted on, an office that ends by itself, a suspension and its end (E-98 to E-100)."""

from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.operations import end_grants_of_person
from villagegov.audit.record import record
from villagegov.bodies.models import Decision, Term
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.queries.meetings import verdict
from villagegov.bodies.queries.offices import lock_offices
from villagegov.bodies.rules.offices import roles_ending
from villagegov.bodies.vocabulary import Body, EndReason
from villagegov.deadlines import in_words
from villagegov.elections.models import Departure
from villagegov.elections.queries import departures as queries
from villagegov.elections.rules.departures import ACCEPTING, APPRAISAL_GAP_MONTHS, bad_twice_in_a_row, outcome_of_vote
from villagegov.elections.vocabulary.departures import (
    CeaseGround,
    DepartureKind,
    DepartureOutcome,
    DepartureReason,
    DepartureTag,
)
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.law.vocabulary import Field
from villagegov.refusal import refuse, refuse_if


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What it stands on: the day, the paper's name and picture, and a note."""

    on: date
    document: str
    file: StoredFile
    note: str = ""


def file_resignation(*, term: Term, paper: Paper, actor: Account) -> Departure:
    """A written resignation; the office goes on until a meeting has passed it."""
    made = _opened(term, DepartureKind.RESIGNATION, paper, actor)
    _note(DepartureTag.RESIGN_FILED, made, actor, {"handed_in_on": paper.on, "document": paper.document})
    return made


def settle_resignation(*, departure: Departure, decision: Decision | None, actor: Account) -> None:
    """What the meeting voted; passed, the office ends on the day of the meeting."""
    _refuse_closed(departure)
    refuse_if(departure.kind is not DepartureKind.RESIGNATION, DepartureReason.NOT_RESIGNATION)
    if decision is None or decision.meeting.closed_at is None or decision.meeting.voided_at is not None:
        refuse(DepartureReason.NO_DECISION, "decision")
    meeting, filed = decision.meeting, departure.filed_on
    article = queries.law_in(departure.unit, clock.today()).cited(Field.RESIGN_MEETING_DAYS)
    own = meeting.unit_id == departure.unit_id and meeting.kind in ACCEPTING
    refuse_if(not own, DepartureReason.WRONG_MEETING, "decision", article=article)
    refuse_if(meeting.held_on < filed, DepartureReason.EARLY_MEETING, "decision", day=in_words(filed))
    outcome = outcome_of_vote(verdict(decision)) or refuse(DepartureReason.NOT_QUORATE, "decision")
    departure.decision = decision
    _close(departure, outcome, meeting.held_on)
    told = f"{meeting.held_on} {meeting.kind.label}：{decision.matter}"
    _note(DepartureTag.RESIGN_SETTLED, departure, actor, {"voted_at": told, "departure_outcome": outcome.value})
    if outcome.leaves:
        _leave(departure, EndReason.RESIGNED, meeting.held_on, told, actor)


def withdraw_resignation(*, departure: Departure, on: date, note: str, actor: Account) -> None:
    """The one who resigned takes it back before the meeting has voted."""
    _refuse_closed(departure)
    refuse_if(departure.kind is not DepartureKind.RESIGNATION, DepartureReason.NOT_RESIGNATION)
    _refuse_day(on, departure.filed_on, "on")
    _close(departure, DepartureOutcome.WITHDRAWN, on)
    _note(DepartureTag.RESIGN_WITHDRAWN, departure, actor, {"reason": note})


def cease(
    *, term: Term, ground: CeaseGround, paper: Paper, first_rated_on: date | None = None, actor: Account
) -> Departure:
    """The office ends by itself on the day of the judgment or of the second bad appraisal, and an open case with it.

    Raises Refusal(FIRST_APPRAISAL, TOO_CLOSE) when two bad appraisals are not two in a row (S-41, S-42).
    """
    if ground is CeaseGround.TWICE_UNFIT:
        _refuse_not_in_a_row(first_rated_on, paper.on)
    earlier = queries.open_departure(term)
    if earlier is not None:
        _close(earlier, DepartureOutcome.ENDED, paper.on)
        earlier.posted_on = earlier.posted_on or paper.on
        db.session.flush()
    made = _opened(term, DepartureKind.CEASED, paper, actor, ground)
    _close(made, DepartureOutcome.ENDED, paper.on)
    after = {"cease_ground": ground.value, "leaves_on": paper.on, "document": paper.document}
    _note(DepartureTag.CEASED, made, actor, after)
    _leave(made, EndReason.CEASED, paper.on, paper.document, actor)
    return made


def _refuse_not_in_a_row(first_on: date | None, second_on: date) -> None:
    if first_on is None:
        refuse(DepartureReason.FIRST_APPRAISAL, "first_rated_on")
    far = bad_twice_in_a_row(first_on=first_on, second_on=second_on)
    told = {"months": APPRAISAL_GAP_MONTHS, "first": in_words(first_on)}
    refuse_if(not far, DepartureReason.TOO_CLOSE, "first_rated_on", **told)


def suspend(*, term: Term, paper: Paper, actor: Account) -> Departure:
    """Held in custody: the office is not ended, but nothing is done in it; the account's roles end (A9)."""
    made = _opened(term, DepartureKind.SUSPENSION, paper, actor)
    _note(DepartureTag.SUSPENDED, made, actor, {"leaves_on": paper.on, "document": paper.document})
    reason, key = str(DepartureKind.SUSPENSION.label), term.person.person_key
    roles = roles_ending(term.office, ())
    end_grants_of_person(person_key=key, unit=term.unit, roles=roles, reason=reason, actor=actor)
    return made


def lift(*, departure: Departure, on: date, note: str, actor: Account) -> None:
    """The suspension is over; who gives accounts gives the roles anew."""
    _refuse_closed(departure)
    refuse_if(departure.kind is not DepartureKind.SUSPENSION, DepartureReason.NOT_SUSPENDED)
    _refuse_day(on, departure.filed_on, "on")
    _close(departure, DepartureOutcome.LIFTED, on)
    _note(DepartureTag.LIFTED, departure, actor, {"leaves_on": on, "reason": note})


def note_posted(*, departure: Departure, posted_on: date, actor: Account) -> None:
    """The notice of the end of office hangs."""
    outcome, since = departure.outcome, departure.closed_on
    if outcome is None or not outcome.leaves or since is None:
        refuse(DepartureReason.NOT_OVER)
    posted = departure.posted_on
    refuse_if(posted is not None, DepartureReason.POSTED_ALREADY, day=in_words(posted or posted_on))
    _refuse_day(posted_on, since, "on")
    departure.posted_on = posted_on
    _note(DepartureTag.POSTED, departure, actor, {"posted_on": posted_on})


def _opened(
    term: Term, kind: DepartureKind, paper: Paper, actor: Account, ground: CeaseGround | None = None
) -> Departure:
    lock_offices(term.unit)
    sits = term.office.body is Body.COMMITTEE and term.confirmed_at is not None and term.ended_on is None
    refuse_if(not sits, DepartureReason.NOT_OF_COMMITTEE)
    known = queries.open_departure(term)
    if known is not None:
        refuse(DepartureReason.OPEN_ALREADY, name=term.person.name, kind=known.kind.label)
    refuse_if(paper.on > clock.today(), DepartureReason.FUTURE, "on")
    refuse_if(paper.on < term.from_on, DepartureReason.BEFORE_FROM, "on", day=in_words(term.from_on))
    made = Departure(
        unit=term.unit,
        unit_id=term.unit_id,
        term=term,
        kind=kind,
        ground=ground,
        filed_on=paper.on,
        document=paper.document,
        file=paper.file,
        note=paper.note,
        entered_at=clock.now(),
        entered_by_name=actor.name,
    )
    db.session.add(made)
    db.session.flush()
    return made


def _refuse_closed(departure: Departure) -> None:
    refuse_if(departure.closed_on is not None, DepartureReason.CLOSED)


def _refuse_day(day: date, earliest: date, field: str) -> None:
    refuse_if(day > clock.today(), DepartureReason.FUTURE, field)
    refuse_if(day < earliest, DepartureReason.BEFORE_FILED, field, day=in_words(earliest))


def _close(departure: Departure, outcome: DepartureOutcome, on: date) -> None:
    departure.outcome, departure.closed_on = outcome, on


def _leave(departure: Departure, reason: EndReason, on: date, note: str, actor: Account) -> None:
    close_term(term=departure.term, on=on, reason=reason, note=note, actor=actor)


def _note(tag: DepartureTag, departure: Departure, actor: Account, after: dict[str, object]) -> None:
    term = departure.term
    told = {"person_name": term.person.name, "office": term.office.value, "departure": departure.kind.value}
    record(tag, subject=departure, actor=actor, place_id=departure.unit_id, after={**told, **after})
