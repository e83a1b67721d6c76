"""Objections to the roll: received, decided, posted; a second appeal where a province has one."""

from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Objection, Roll
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import objections as queries
from villagegov.elections.queries.roll import entry_numbered
from villagegov.elections.rules.law import law_of
from villagegov.elections.rules.objections import appeal_limit, filing_limit, may_appeal, step_of
from villagegov.elections.vocabulary.objections import Claim, ObjectionReason, ObjectionStep, ObjectionTag, Ruling
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


@dataclass(frozen=True)
class Told:
    """What whoever objects has handed in: for somebody on the roll the number counts, for another the name."""

    petitioner: str
    claim: Claim
    entry_number: int | None
    about: str
    statement: str
    filed_on: date


def receive_objection(*, roll: Roll, told: Told, actor: Account) -> Objection:
    """Note an objection. Raises Refusal(LATE) with the sum after the fifth day (E-36)."""
    posted_on = roll.posted_on
    if posted_on is None:
        refuse(ObjectionReason.NOT_POSTED)
    refuse_if(told.filed_on > clock.today(), ObjectionReason.FUTURE, "filed_on")
    refuse_if(told.filed_on < posted_on, ObjectionReason.EARLY, "filed_on", day=posted_on)
    limit = filing_limit(posted_on, law_of(roll.election))
    why = {"days": limit.days, "article": limit.article, "sum": limit.sum}
    refuse_if(told.filed_on > limit.last, ObjectionReason.LATE, "filed_on", **why)
    number, about = _about(roll, told)
    made = Objection(
        roll=roll,
        number=queries.next_objection_number(roll),
        petitioner=told.petitioner,
        claim=told.claim,
        entry_number=number,
        about=about,
        statement=told.statement,
        filed_on=told.filed_on,
        reason="",
        appeal_reason="",
    )
    db.session.add(made)
    db.session.flush()
    _note(ObjectionTag.RECEIVED, made, actor, claim=told.claim.value, filed_on=told.filed_on)
    return made


def _about(roll: Roll, told: Told) -> tuple[int | None, str]:
    """The number on the roll and the name of whom it is about; whoever was left out has no number."""
    if told.claim is Claim.ADD:
        refuse_if(not told.about, ObjectionReason.NAME_NEEDED, "about")
        return None, told.about
    number = told.entry_number
    if number is None:
        refuse(ObjectionReason.NUMBER_NEEDED, "entry_number")
    entry = entry_numbered(roll, number)
    if entry is None:
        refuse(ObjectionReason.NO_SUCH_NUMBER, "entry_number", number=number)
    return number, entry.name


def decide_objection(*, objection: Objection, ruling: Ruling, reason: str, decided_on: date, actor: Account) -> None:
    """The election committee has decided, with its reason; late or not, it is noted as it was (E-37)."""
    refuse_candidate(objection.roll.election, actor)
    refuse_if(step_of(objection) is not ObjectionStep.DECIDE, ObjectionReason.NOT_NOW)
    _refuse_day(decided_on, objection.filed_on, "decided_on")
    objection.ruling, objection.reason, objection.decided_on = ruling, reason, decided_on
    _note(ObjectionTag.DECIDED, objection, actor, ruling=ruling.value, decided_on=decided_on, reason=reason)


def post_decision(*, objection: Objection, posted_on: date, actor: Account) -> None:
    """The decision hangs on the board; that closes the objection (E-37)."""
    refuse_if(step_of(objection) is not ObjectionStep.POST, ObjectionReason.NOT_NOW)
    _refuse_day(posted_on, objection.decided_on, "posted_on")
    objection.posted_on = posted_on
    _note(ObjectionTag.POSTED, objection, actor, posted_on=posted_on)


def receive_appeal(*, objection: Objection, appealed_on: date, actor: Account) -> None:
    """A second appeal went to the township. Raises Refusal(APPEAL_OFF, APPEAL_LATE) (E-38)."""
    profile = law_of(objection.roll.election)
    refuse_if(not profile.second_appeal, ObjectionReason.APPEAL_OFF)
    posted_on = objection.posted_on
    if posted_on is None or not may_appeal(objection, profile):
        refuse(ObjectionReason.NOT_NOW)
    _refuse_day(appealed_on, posted_on, "appealed_on")
    limit = appeal_limit(posted_on, profile)
    why = {"days": limit.days, "article": limit.article, "sum": limit.sum}
    refuse_if(appealed_on > limit.last, ObjectionReason.APPEAL_LATE, "appealed_on", **why)
    objection.appealed_on = appealed_on
    _note(ObjectionTag.APPEALED, objection, actor, filed_on=appealed_on)


def decide_appeal(*, objection: Objection, ruling: Ruling, reason: str, decided_on: date, actor: Account) -> None:
    """The township has decided; its word is the last (E-38)."""
    refuse_candidate(objection.roll.election, actor)
    refuse_if(step_of(objection) is not ObjectionStep.DECIDE_APPEAL, ObjectionReason.NOT_NOW)
    _refuse_day(decided_on, objection.appealed_on, "decided_on")
    objection.appeal_upheld = ruling is Ruling.UPHELD
    objection.appeal_reason, objection.appeal_decided_on = reason, decided_on
    _note(ObjectionTag.APPEAL_DECIDED, objection, actor, ruling=ruling.value, decided_on=decided_on, reason=reason)


def refuse_while_open(roll: Roll) -> None:
    """Design choice (E-39): a list is final only when every objection to it is decided and posted."""
    waiting = queries.open_objections(roll.election)
    numbers = [one.number for one in waiting[:20]]
    refuse_if(bool(waiting), ObjectionReason.STILL_OPEN, count=len(waiting), numbers=numbers)


def _refuse_day(day: date, earliest: date | None, field: str) -> None:
    refuse_if(day > clock.today(), ObjectionReason.FUTURE, field)
    refuse_if(earliest is not None and day < earliest, ObjectionReason.BEFORE, field, day=earliest)


def _note(tag: ObjectionTag, objection: Objection, actor: Account, **after: object) -> None:
    record(
        tag,
        subject=objection,
        actor=actor,
        place_id=objection.unit.id,
        after={"number": objection.number, **after},
    )
