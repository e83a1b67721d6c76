"""A petition entered and checked, a defence, a vote read by two, a verdict by law (E-101 to E-104)."""

from dataclasses import asdict, dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Term
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.queries.meetings import committee_kind
from villagegov.bodies.queries.offices import lock_offices
from villagegov.bodies.vocabulary import Body, EndReason
from villagegov.deadlines import in_words
from villagegov.elections.models import Recall
from villagegov.elections.queries import recall as queries
from villagegov.elections.queries.departures import law_in
from villagegov.elections.rules import recall as rules
from villagegov.elections.rules.law import law_of
from villagegov.elections.vocabulary.recall import FIGURES, Petitioners, RecallReason, RecallTag, RecallVerdict
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.law.queries import own_values
from villagegov.law.vocabulary import Field, Method
from villagegov.refusal import refuse, refuse_if


@dataclass(frozen=True, kw_only=True)
class Petition:
    """Who asks, how many of how many, when, and why."""

    on: date
    by: Petitioners
    base: int
    signers: int
    reason: str
    #: Whether the facts are others than those of the recall that failed.
    new_facts: bool = False


def petition(*, term: Term, asked: Petition, file: StoredFile, actor: Account) -> Recall:
    """Enter a petition; whether it suffices is for the one who checks it."""
    unit = term.unit
    lock_offices(unit)
    _refuse_own(term, actor)
    sits = term.office.body is Body.COMMITTEE and term.confirmed_at is not None and term.ended_on is None
    refuse_if(not sits, RecallReason.NOT_OF_COMMITTEE)
    refuse_if(queries.open_recall(term) is not None, RecallReason.OPEN_ALREADY, name=term.person.name)
    refuse_if(asked.on > clock.today(), RecallReason.FUTURE, "on")
    refuse_if(asked.on < term.from_on, RecallReason.TOO_EARLY, "on", day=in_words(term.from_on))
    committee = committee_kind(unit)
    refuse_if(not rules.may_petition(asked.by, committee), RecallReason.WRONG_PETITIONERS, "by")
    _refuse_over(asked.signers, asked.base)
    profile = law_in(unit, asked.on)
    _refuse_repeat(term, asked)
    made = Recall(
        unit=unit,
        unit_id=unit.id,
        term=term,
        profile=profile.key,
        own_values=own_values(unit, committee, asked.on),
        petition_on=asked.on,
        petitioners=asked.by,
        base=asked.base,
        signers=asked.signers,
        reason=asked.reason,
        file=file,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        **dict.fromkeys(("checked_by_name", "defence", "counted_by_name", "confirmed_by_name"), ""),
    )
    db.session.add(made)
    db.session.flush()
    after = {"petition_on": asked.on, "petitioners": asked.by.value, "petition_base": asked.base}
    _note(RecallTag.PETITIONED, made, actor, {**after, "signers": asked.signers})
    return made


def _refuse_over(signers: int, base: int) -> None:
    refuse_if(signers > base, RecallReason.OVER_BASE, "signers", signers=signers, base=base)


def _refuse_repeat(term: Term, asked: Petition) -> None:
    failed = queries.last_failed(term)
    if failed is None or failed.vote_on is None or asked.new_facts:
        return
    law = law_of(failed)
    until = rules.may_repeat_from(failed.vote_on, law)
    told = {"name": term.person.name, "day": in_words(failed.vote_on), "until": in_words(until)}
    refuse_if(
        asked.on < until, RecallReason.TOO_SOON, "new_facts", article=law.cited(Field.RECALL_REPEAT_MONTHS), **told
    )


def check(*, recall: Recall, valid: int, checked_on: date, actor: Account) -> bool:
    """Another person counts the valid signatures: enough, and the vote is called; too few, and it is over."""
    _refuse_settled(recall)
    checked = recall.checked_on
    refuse_if(checked is not None, RecallReason.CHECKED_ALREADY, day=in_words(checked or checked_on))
    _refuse_own(recall.term, actor)
    refuse_if(actor.id == recall.entered_by_id, RecallReason.SAME_PERSON)
    _refuse_day(checked_on, recall.petition_on, "checked_on")
    _refuse_over(valid, recall.base)
    recall.signers, recall.checked_on, recall.checked_by_name = valid, checked_on, actor.name
    profile, by = law_of(recall), recall.petitioners
    enough = rules.petition_suffices(signers=valid, base=recall.base, by=by, profile=profile)
    if not enough:
        recall.closed_on = checked_on
    tag = RecallTag.CHECKED if enough else RecallTag.REJECTED
    _note(tag, recall, actor, {"valid_signers": valid, "petition_base": recall.base})
    return enough


def note_defence(*, recall: Recall, defence: str, on: date, actor: Account) -> None:
    """What the member answers, or that the right was given up."""
    _refuse_settled(recall)
    _refuse_day(on, recall.petition_on, "on")
    recall.defence, recall.defence_on = defence, on
    _note(RecallTag.DEFENDED, recall, actor, {"defence_on": on})


def enter_count(*, recall: Recall, count: rules.RecallCount, method: Method, vote_on: date, actor: Account) -> None:
    """The first reading of the vote; it may be put right until the second person has read the same."""
    refuse_unvotable(recall)
    _refuse_own(recall.term, actor)
    _refuse_day(vote_on, max(recall.checked_on or vote_on, recall.defence_on or vote_on), "vote_on")
    verdict, log = rules.decide_recall(count, method=method, profile=law_of(recall))
    refuse_if(verdict is RecallVerdict.DATA_ERROR, RecallReason.DATA_ERROR, sentence=log[-1].sentence)
    recall.figures, recall.method, recall.vote_on = asdict(count), method, vote_on
    recall.counted_by_id, recall.counted_by_name = actor.id, actor.name
    recall.verdict, recall.confirmed_by_name = None, ""  # a void vote is held again
    after = {"vote_on": vote_on, "recall_collected": count.collected, "recall_yes": count.yes}
    _note(RecallTag.COUNTED, recall, actor, after)


def refuse_unvotable(recall: Recall) -> None:
    """Raise Refusal(CLOSED, NOT_CHECKED, NO_DEFENCE) naming the step that is missing (C10)."""
    _refuse_settled(recall)
    refuse_if(recall.checked_on is None, RecallReason.NOT_CHECKED)
    refuse_if(recall.defence_on is None, RecallReason.NO_DEFENCE)


def confirm_count(*, recall: Recall, count: rules.RecallCount, actor: Account) -> RecallVerdict:
    """The second reading, made without seeing the first; equal, the law decides, and who is recalled leaves."""
    refuse_unvotable(recall)
    _refuse_own(recall.term, actor)
    first, method, vote_on = queries.count_of(recall), recall.method, recall.vote_on
    if first is None or method is None or vote_on is None or recall.confirmed_by_name:
        refuse(RecallReason.NOT_COUNTED)
    refuse_if(actor.id == recall.counted_by_id, RecallReason.SAME_PERSON)
    fields = rules.differing(first, count)
    refuse_if(bool(fields), RecallReason.DIFFERS, fields=[str(FIGURES[one]) for one in fields])
    verdict, _log = rules.decide_recall(first, method=method, profile=law_of(recall))
    recall.verdict, recall.confirmed_by_name = verdict, actor.name
    _note(RecallTag.DECIDED, recall, actor, {"recall_verdict": verdict.value, "vote_on": vote_on})
    if verdict.closes:
        recall.closed_on = vote_on
    if verdict is RecallVerdict.PASSED:
        note = str(RecallVerdict.PASSED.label)
        close_term(term=recall.term, on=vote_on, reason=EndReason.RECALLED, note=note, actor=actor)
    return verdict


def note_handover(*, recall: Recall, on: date, actor: Account) -> None:
    """The recalled has handed over."""
    closed = recall.closed_on
    if recall.verdict is not RecallVerdict.PASSED or closed is None:
        refuse(RecallReason.NOT_PASSED)
    handed = recall.handed_on
    refuse_if(handed is not None, RecallReason.HANDED_ALREADY, day=in_words(handed or on))
    _refuse_day(on, closed, "on")
    recall.handed_on = on
    _note(RecallTag.HANDED_OVER, recall, actor, {"recall_handed_on": on})


def _refuse_settled(recall: Recall) -> None:
    refuse_if(recall.closed_on is not None, RecallReason.CLOSED)


def _refuse_own(term: Term, actor: Account) -> None:
    refuse_if(actor.person_key == term.person.person_key, RecallReason.OWN_CASE)


def _refuse_day(day: date, earliest: date, field: str) -> None:
    refuse_if(day > clock.today(), RecallReason.FUTURE, field)
    refuse_if(day < earliest, RecallReason.TOO_EARLY, field, day=in_words(earliest))


def _note(tag: RecallTag, recall: Recall, actor: Account, after: dict[str, object]) -> None:
    told = {"person_name": recall.term.person.name, "office": recall.term.office.value}
    record(tag, subject=recall, actor=actor, place_id=recall.unit_id, after={**told, **after})
