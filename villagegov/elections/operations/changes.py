"""A name that enters, leaves or is corrected: proposed with a reason, confirmed by a second person, then done."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import account, same_person
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import CardReissue, Elector, Nominator, Proxy, Roll, RollChange, RollEntry, RollPapers
from villagegov.elections.operations.movements import OTHER_IN, OTHER_OUT, Why, keep_ground, note_change
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import changes as queries
from villagegov.elections.queries.preparations import works_on_polling_day
from villagegov.elections.queries.proxies import standing_with
from villagegov.elections.queries.roll import entry_keyed, entry_numbered, first_of, stands, taken_elsewhere
from villagegov.elections.rules.roll import may_vote_by_age
from villagegov.elections.vocabulary import Category, ElectionTag
from villagegov.elections.vocabulary.changes import Change, ChangeReason, ChangeTag
from villagegov.elections.vocabulary.movements import Ground
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.refusal import refuse, refuse_if


@dataclass(frozen=True)
class Newcomer:
    """Who is to be added, as the ID number says; sealed before the transaction."""

    group_name: str
    name: str
    sex: Sex
    born_on: date
    category: Category
    person_key: bytes
    sealed_id: bytes


def propose_addition(
    *,
    roll: Roll,
    person: Newcomer,
    reason: str,
    objection_number: int | None,
    why: Why = OTHER_IN,
    actor: Account,
) -> RollChange:
    """Somebody was left out of a posted roll. Raises Refusal for the young and the registered (E-23, E-31)."""
    refuse_if(roll.posted_on is None, ChangeReason.OPEN)
    day = roll.election.polling_day
    young = not may_vote_by_age(born_on=person.born_on, polling_day=day)
    refuse_if(young, ChangeReason.UNDER_AGE, "id_number", day=day)
    _refuse_registered(roll, person.person_key)
    made = _line(roll, Change.ADD, None, reason, objection_number, actor)
    made.group_name, made.name, made.category = person.group_name, person.name, person.category.value
    made.sex, made.born_on, made.before = person.sex, person.born_on, {}
    made.person_key, made.sealed_id = person.person_key, person.sealed_id
    return _proposed(made, actor, why)


def propose_strike(
    *,
    entry: RollEntry,
    reason: str,
    objection_number: int | None = None,
    why: Why = OTHER_OUT,
    actor: Account,
) -> RollChange:
    """Somebody is to leave the base; every name that does needs a reason and a second person (E-33, E-34, E-40).

    Of whoever is unfit nothing but “符合条件” is ever told (P-07).
    """
    _refuse_bound(entry)
    told = Ground.UNFIT.told if why.ground is Ground.UNFIT else reason
    return _proposed(_about(Change.STRIKE, entry, told, objection_number, actor), actor, why)


def _refuse_bound(entry: RollEntry) -> None:
    """Whoever is named for a post, has named somebody, or takes part in a proxy stays until that is taken back."""
    refuse_if(bool(standing_with(entry)), ChangeReason.HAS_PROXY, name=entry.name)
    refuse_if(works_on_polling_day(entry), ChangeReason.PREPARED, name=entry.name)
    refuse_if(queries.is_nominee(entry), ChangeReason.NOMINEE, name=entry.name)
    refuse_if(queries.nominates(entry), ChangeReason.NOMINATES, name=entry.name)


def propose_correction(
    *,
    entry: RollEntry,
    group_name: str,
    name: str,
    category: Category,
    reason: str,
    objection_number: int | None = None,
    actor: Account,
) -> RollChange:
    """Group, name or ground of somebody on the roll; a wrong ID number is another person: struck and added."""
    same = (entry.group_name, entry.name, entry.category) == (group_name, name, category)
    refuse_if(same, ChangeReason.NOTHING_CHANGED)
    made = _about(Change.CORRECT, entry, reason, objection_number, actor)
    made.group_name, made.name, made.category = group_name, name, category.value
    return _proposed(made, actor)


def _about(change: Change, entry: RollEntry, reason: str, objection_number: int | None, actor: Account) -> RollChange:
    refuse_if(stands(entry), ChangeReason.CANDIDATE, name=entry.name)
    made = _line(entry.roll, change, entry.number, reason, objection_number, actor)
    made.group_name, made.name, made.category = entry.group_name, entry.name, entry.category.value
    made.before = {"group_name": entry.group_name, "name": entry.name, "category": entry.category.value}
    made.sex, made.born_on, made.person_key, made.sealed_id = entry.sex, entry.born_on, entry.person_key, None
    return made


def _line(
    roll: Roll, change: Change, entry_number: int | None, reason: str, objection_number: int | None, actor: Account
) -> RollChange:
    refuse_if(elections.roll_is_fixed(roll.election), ChangeReason.POLLING)
    waiting = entry_number is not None and entry_number in {one.entry_number for one in queries.waiting_changes(roll)}
    refuse_if(waiting, ChangeReason.PENDING)
    unknown = objection_number is not None and not queries.is_upheld(roll, objection_number)
    refuse_if(unknown, ChangeReason.NO_OBJECTION, "objection_number", number=objection_number)
    return RollChange(
        roll=roll,
        number=queries.next_change_number(roll),
        change=change,
        entry_number=entry_number,
        reason=reason,
        objection_number=objection_number,
        proposed_at=clock.now(),
        proposed_by_id=actor.id,
        proposed_by_name=actor.name,
        confirmed_by_name="",
    )


def _proposed(made: RollChange, actor: Account, why: Why | None = None) -> RollChange:
    db.session.add(made)
    db.session.flush()
    if why is not None:
        keep_ground(made, why)
    ground = {"ground": why.ground.value} if why is not None else {}
    _note(ChangeTag.PROPOSED, made, actor, reason=made.reason, **ground)
    return made


def confirm_change(*, change: RollChange, actor: Account) -> None:
    """A second person agrees. On an open roll it is done at once; on a posted one by a supplementary notice (E-39).

    Raises Refusal(SAME_PERSON, ALREADY, CANDIDATE, GONE, POLLING, OWN_ELECTION).
    """
    roll = elections.locked(change.roll)
    done = change.withdrawn_at is not None or change.applied_at is not None
    refuse_if(done or (change.confirmed_at is not None and roll.posted_on is not None), ChangeReason.ALREADY)
    refuse_candidate(roll.election, actor)
    proposer = account(change.proposed_by_id)
    refuse_if(proposer is None or same_person(proposer, actor), ChangeReason.SAME_PERSON)
    refuse_if(elections.roll_is_fixed(roll.election), ChangeReason.POLLING)
    change.confirmed_at, change.confirmed_by_id, change.confirmed_by_name = clock.now(), actor.id, actor.name
    _note(ChangeTag.CONFIRMED, change, actor)
    if roll.posted_on is None:
        apply_change(change=change, actor=actor)


def withdraw_change(*, change: RollChange, actor: Account) -> None:
    """Leave the roll as it is."""
    refuse_if(change.withdrawn_at is not None or change.applied_at is not None, ChangeReason.ALREADY)
    change.withdrawn_at, change.sealed_id = clock.now(), None
    _note(ChangeTag.WITHDRAWN, change, actor)


def apply_change(*, change: RollChange, actor: Account) -> None:
    """Write a confirmed line into the roll; the others keep their numbers."""
    roll = change.roll
    change.applied_at = clock.now()
    if change.change is Change.ADD:
        _enter(change, roll)
        note_change(change)
        return
    entry = entry_numbered(roll, change.entry_number or 0)
    if entry is None:
        refuse(ChangeReason.GONE)
    refuse_if(stands(entry), ChangeReason.CANDIDATE, name=entry.name)
    if change.change is Change.CORRECT:
        entry.group_name, entry.name = change.group_name, change.name
        entry.category = Category(change.category)
        return
    _refuse_bound(entry)
    before = {"number": entry.number}
    db.session.execute(delete(Proxy).where((Proxy.principal_id == entry.id) | (Proxy.holder_id == entry.id)))
    db.session.execute(delete(Nominator).where(Nominator.roll_entry_id == entry.id))
    db.session.execute(delete(CardReissue).where(CardReissue.roll_entry_id == entry.id))
    db.session.execute(delete(Elector).where(Elector.roll_entry_id == entry.id))
    db.session.execute(delete(RollPapers).where(RollPapers.roll_entry_id == entry.id))
    db.session.delete(entry)
    roll.registered -= 1
    note_change(change)
    db.session.flush()
    after = {"reason": change.reason}
    record(ElectionTag.ROLL_ENTRY_REMOVED, subject=roll, actor=actor, place_id=roll.unit.id, before=before, after=after)


def _enter(change: RollChange, roll: Roll) -> None:
    _refuse_registered(roll, change.person_key)
    change.entry_number = queries.highest_entry_number(roll) + 1
    db.session.add(
        RollEntry(
            roll_id=roll.id,
            round_id=roll.election.round_id,
            number=change.entry_number,
            group_name=change.group_name,
            name=change.name,
            sex=change.sex,
            born_on=change.born_on,
            category=Category(change.category),
            person_key=change.person_key,
            sealed_id=change.sealed_id,
        )
    )
    change.sealed_id = None
    roll.registered += 1
    db.session.flush()


def _refuse_registered(roll: Roll, person_key: bytes) -> None:
    """Village law 2025 art. 16 (E-31): one registration only."""
    for known in first_of(entry_keyed(roll, person_key), 1):
        refuse(ChangeReason.ON_ROLL, "id_number", number=known.number, name=known.name)
    refuse_if(bool(taken_elsewhere(roll, [person_key])), ChangeReason.ELSEWHERE, "id_number")


def _note(tag: ChangeTag, change: RollChange, actor: Account, **after: object) -> None:
    told = {"change": change.change.value, "number": change.number, "entry_number": change.entry_number, **after}
    record(tag, subject=change.roll, actor=actor, place_id=change.unit.id, after=told)
