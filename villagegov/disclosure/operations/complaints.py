"""Complaints lodged, taken up, decided, reported on, closed (D-12, P-13)."""

from datetime import date, timedelta

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import Actor, record
from villagegov.deadlines import in_words
from villagegov.disclosure.models import Complaint, Posting, Question
from villagegov.disclosure.operations.questions import Asker
from villagegov.disclosure.operations.steps import refuse_number_in
from villagegov.disclosure.queries.complaints import lodged_since, next_complaint_number, state_on
from villagegov.disclosure.rules.complaints import ground_of_question
from villagegov.disclosure.rules.questions import UNIT_LIMIT, answer_due
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.disclosure.vocabulary.complaints import (
    ComplaintGround,
    ComplaintReason,
    ComplaintState,
    ComplaintTag,
    Finding,
)
from villagegov.disclosure.vocabulary.questions import QuestionReason
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if

A_DAY = timedelta(days=1)


def lodge(
    *,
    unit: Division,
    ground: ComplaintGround,
    posting: Posting | None,
    item: Item | None,
    text: str,
    asker: Asker,
    actor: Actor,
) -> Complaint:
    """A resident tells the township that something was not posted in time or is untrue. Raises Refusal(UNIT_FULL)."""
    refuse_if(lodged_since(unit, clock.now() - A_DAY) >= UNIT_LIMIT, QuestionReason.UNIT_FULL)
    made = Complaint(unit=unit, ground=ground, posting=posting, item=item, text=text, **_empty(), **vars(asker))
    return _lodged(made, actor)


def escalate(*, question: Question, text: str, actor: Actor) -> Complaint:
    """A question that is late, or answered poorly, goes to the township. Raises Refusal(EARLY, ESCALATED)."""
    refuse_if(question.complaint is not None, ComplaintReason.ESCALATED)
    ground = ground_of_question(
        asked_on=question.asked_on,
        answered_on=question.answered_on,
        satisfied=question.satisfied,
        today=clock.today(),
    )
    if ground is None:
        refuse(ComplaintReason.EARLY, day=in_words(answer_due(question.asked_on).last))
    asker = Asker(question.sealed_name, question.sealed_phone, b"", question.account_id)
    known = {**vars(asker), "code_hash": None}
    made = Complaint(unit=question.unit, ground=ground, question=question, text=text, **_empty(), **known)
    return _lodged(made, actor)


def _empty() -> dict[str, str]:
    names = ("taken_by_name", "finding_words", "decided_by_name", "report", "reported_by_name", "closed_by_name")
    return dict.fromkeys(names, "")


def _lodged(made: Complaint, actor: Actor) -> Complaint:
    made.lodged_on, made.entered_at = clock.today(), clock.now()
    with db.session.no_autoflush:
        made.number = next_complaint_number(made.unit)
    db.session.add(made)
    db.session.flush()
    after = {"complaint_number": made.number, "complaint_ground": made.ground.value}
    record(ComplaintTag.LODGED, subject=made, actor=actor, place_id=made.unit_id, after=after)
    return made


def take_up(*, complaint: Complaint, actor: Account) -> None:
    """The township begins to check. Raises Refusal(DONE)."""
    refuse_if(complaint.taken_on is not None, ComplaintReason.DONE)
    complaint.taken_by_name, complaint.taken_on = actor.name, clock.today()
    _record(ComplaintTag.TAKEN_UP, complaint, actor)


def decide(*, complaint: Complaint, finding: Finding, words: str, order_due_on: date | None, actor: Account) -> None:
    """What was found, and until when the committee has to put it right. Raises Refusal(PRIOR, DONE, DAY_NEEDED)."""
    _refuse_unless(complaint, ComplaintState.CHECKING, ComplaintTag.TAKEN_UP)
    refuse_number_in("words", words)
    ordered, today = finding is Finding.ORDERED, clock.today()
    refuse_if(ordered and order_due_on is None, ComplaintReason.DAY_NEEDED, "order_due_on")
    early = ordered and order_due_on is not None and order_due_on < today
    refuse_if(early, ComplaintReason.DAY_PAST, "order_due_on", today=in_words(today))
    complaint.decided_by_name, complaint.finding_words = actor.name, words
    complaint.finding, complaint.decided_on = finding, today
    complaint.order_due_on = order_due_on if ordered else None
    told = {"complaint_finding": finding.value, "complaint_words": words}
    _record(ComplaintTag.DECIDED, complaint, actor, told | {"order_due_on": complaint.order_due_on})


def report(*, complaint: Complaint, words: str, actor: Account) -> None:
    """The committee says what it did; again until it is closed. Raises Refusal(PRIOR)."""
    if state_on(complaint) is not ComplaintState.REPORTED:
        _refuse_unless(complaint, ComplaintState.ORDERED, ComplaintTag.DECIDED)
    refuse_number_in("words", words)
    complaint.reported_by_name, complaint.report, complaint.reported_on = actor.name, words, clock.today()
    _record(ComplaintTag.REPORTED, complaint, actor, {"complaint_words": words})


def close(*, complaint: Complaint, actor: Account) -> None:
    """The township has seen that the order was carried out. Raises Refusal(PRIOR, DONE)."""
    _refuse_unless(complaint, ComplaintState.REPORTED, ComplaintTag.REPORTED)
    complaint.closed_by_name, complaint.closed_on = actor.name, clock.today()
    _record(ComplaintTag.CLOSED, complaint, actor)


def note_complainant_seen(*, complaint: Complaint, actor: Account) -> None:
    """Somebody is about to see the phone of who complains (P-13). Raises Refusal(NO_PHONE)."""
    refuse_if(complaint.sealed_phone is None, ComplaintReason.NO_PHONE)
    _record(ComplaintTag.PHONE_SEEN, complaint, actor)


def _refuse_unless(complaint: Complaint, wanted: ComplaintState, step: ComplaintTag) -> None:
    order = list(ComplaintState)
    state = state_on(complaint)
    refuse_if(order.index(state) < order.index(wanted), ComplaintReason.PRIOR, step=step.label)
    refuse_if(state is not wanted, ComplaintReason.DONE)


def _record(tag: ComplaintTag, one: Complaint, actor: Account, more: dict[str, object] | None = None) -> None:
    after: dict[str, object] = {"complaint_number": one.number, **(more or {})}
    record(tag, subject=one, actor=actor, place_id=one.unit_id, after=after)
