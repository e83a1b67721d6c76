"""Offices: entered by one, confirmed by another, ended with the roles that belong to them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.operations import end_grants_of_person
from villagegov.accounts.vocabulary import Role
from villagegov.audit.record import record
from villagegov.bodies.models import Decision, Group, Term
from villagegov.bodies.queries import offices as queries
from villagegov.bodies.queries.meetings import is_valid_decision
from villagegov.bodies.queries.offices import noted_of
from villagegov.bodies.queries.places import standing_of
from villagegov.bodies.rules import offices as rules
from villagegov.bodies.rules.avoidance import Conflict
from villagegov.bodies.vocabulary import Basis, BodyReason, BodyTag, EndReason, Office
from villagegov.deadlines import in_words
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.people.models import Person
from villagegov.refusal import Refusal, refuse_all, refuse_if


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What one writes down of an office: on what ground, from when, by which paper."""

    office: Office
    basis: Basis
    from_on: date
    until_on: date | None = None
    document: str = ""
    decision: Decision | None = None
    group: Group | None = None
    households: int | None = None
    knows_accounts: bool = False
    is_party_member: bool = False


def propose_term(
    *, unit: Division, person: Person, entry: Entry, photo: StoredFile | None = None, actor: Account
) -> Term:
    """Enter an office; it counts once another person has confirmed it. Raises Refusal with each conflict's article."""
    _lock(unit)
    _refuse_unsound(unit, entry)
    _refuse_ground(entry, photo)
    refuse_conflicts(_against(unit, person, entry.office, entry.from_on, pending=True))
    made = _stored(unit, person, entry, photo, actor)
    record(BodyTag.PROPOSED, subject=made, actor=actor, place_id=unit.id, after=noted_of(made))
    return made


def _lock(unit: Division) -> None:
    """One act at a time on the offices of a unit, so that no two meet unseen."""
    db.session.execute(select(Division.id).where(Division.id == unit.id).with_for_update(key_share=True))


def _refuse_unsound(unit: Division, entry: Entry) -> None:
    refuse_if(entry.basis in (Basis.ELECTION, Basis.BY_ELECTION), BodyReason.BY_RESULT, "basis")
    fits = rules.may_rest_on(entry.office, entry.basis)
    refuse_if(not fits, BodyReason.BASIS, "basis", office=entry.office.label, basis=entry.basis.label)
    if entry.basis is Basis.TAKEN_OVER:
        standing = standing_of(unit)
        closed = standing is not None and standing.taken_over_at is not None
        allowed = rules.taken_over_is_open(elected_here=queries.was_elected_here(unit), set_up_closed=closed)
        refuse_if(not allowed, BodyReason.NOT_ANY_MORE, "basis")
    refuse_if(entry.from_on > clock.today(), BodyReason.FUTURE, "from_on")
    over = entry.until_on is not None and entry.until_on < entry.from_on
    refuse_if(over, BodyReason.UNTIL_BEFORE, "until_on")
    lapsed = not rules.goes_on(entry.office, entry.basis) and (entry.until_on or date.max) < clock.today()
    refuse_if(lapsed, BodyReason.LAPSED, "until_on", day=entry.until_on)
    refuse_if(entry.office in rules.OF_A_GROUP and entry.group is None, BodyReason.NO_GROUP, "group")


def _refuse_ground(entry: Entry, photo: StoredFile | None) -> None:
    """A meeting's decision, or a paper: named, and its picture with it where nothing else vouches for it."""
    if entry.decision is not None:
        refuse_if(not is_valid_decision(entry.decision), BodyReason.DECISION, "decision")
        return
    by_meeting = entry.basis is Basis.CHOSEN and not (entry.document.strip() and photo)
    refuse_if(by_meeting, BodyReason.NO_DECISION, "decision")
    refuse_if(not entry.document.strip(), BodyReason.DOCUMENT, "document")
    refuse_if(photo is None and entry.basis is not Basis.HIRED, BodyReason.PHOTO, "photo")


def _against(
    unit: Division,
    person: Person,
    office: Office,
    from_on: date,
    *,
    pending: bool = False,
    besides: Collection[int] = (),
) -> list[Conflict]:
    """What stands against it today."""
    return queries.conflicts_of(person, office, unit, clock.today(), since=from_on, pending=pending, besides=besides)


def refuse_conflicts(found: Sequence[Conflict], field: str = "office") -> None:
    """Raise one Refusal with every conflict that bars, each with its article."""
    refuse_all(
        [Refusal(BodyReason.CONFLICT, field, sentence=one.sentence, ground=one.ground) for one in found if one.bars]
    )


def _stored(unit: Division, person: Person, entry: Entry, photo: StoredFile | None, actor: Account) -> Term:
    made = Term(
        unit=unit,
        unit_id=unit.id,
        person=person,
        person_id=person.id,
        office=entry.office,
        basis=entry.basis,
        from_on=entry.from_on,
        until_on=entry.until_on,
        document=entry.document.strip(),
        document_file_id=photo.id if photo else None,
        decision_id=entry.decision.id if entry.decision else None,
        group_id=entry.group.id if entry.group else None,
        households=entry.households,
        knows_accounts=entry.knows_accounts,
        is_party_member=entry.is_party_member,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        confirmed_by_name="",
        end_note="",
    )
    db.session.add(made)
    db.session.flush()
    return made


def confirm_term(*, term: Term, actor: Account) -> Term:
    """The second person, neither the first nor the one it is about; conflicts are asked again (A10)."""
    unit = term.unit
    _lock(unit)
    refuse_if(term.ended_on is not None, BodyReason.ENDED_ALREADY)
    refuse_if(term.confirmed_at is not None, BodyReason.CONFIRMED_ALREADY)
    first = accounts.account(term.entered_by_id)
    refuse_if(first is None or accounts.same_person(first, actor), BodyReason.SAME_PERSON)
    refuse_if(actor.person_key == term.person.person_key, BodyReason.YOURSELF)
    refuse_conflicts(_against(unit, term.person, term.office, term.from_on, besides={term.id}), "")
    term.confirmed_at, term.confirmed_by_id, term.confirmed_by_name = clock.now(), actor.id, actor.name
    db.session.flush()
    record(BodyTag.CONFIRMED, subject=term, actor=actor, place_id=unit.id, after=noted_of(term))
    return term


def confirm_terms(*, terms: Sequence[Term], actor: Account) -> int:
    """All of these or none; heads first, in the order of rank."""
    refuse_if(not terms, BodyReason.NOTHING_CHOSEN, "chosen")
    for one in terms:
        confirm_term(term=one, actor=actor)
    return len(terms)


def end_term(*, term: Term, on: date, reason: EndReason, note: str, actor: Account) -> None:
    """`on` is the first day without the office; the roles that belong to it end with it, at once (A9)."""
    _lock(term.unit)
    refuse_if(term.ended_on is not None, BodyReason.ENDED_ALREADY)
    waiting = term.confirmed_at is None
    above = any(one.role is Role.OFFICIAL and term.unit.lies_in(one.division) for one in _grants(actor))
    refuse_if(not waiting and rules.ends_from_above(term.office) and not above, BodyReason.FROM_ABOVE)
    refuse_if(on > clock.today(), BodyReason.FUTURE, "on")
    refuse_if(on < term.from_on, BodyReason.BEFORE_FROM, "on", day=in_words(term.from_on))
    refuse_if(not note.strip() and not waiting, BodyReason.NOTE_NEEDED, "note")
    close_term(term=term, on=on, reason=reason, note=note.strip(), actor=actor)


def _grants(actor: Account) -> Sequence[Grant]:
    return accounts.grants_on(actor, clock.today())


def close_term(*, term: Term, on: date, reason: EndReason, note: str, actor: Account) -> None:
    """End an office on lawful ground; who asks whether the ground is lawful stands before this."""
    waiting = term.confirmed_at is None
    term.ended_on, term.end_reason, term.end_note = on, reason, note
    db.session.flush()
    after = {**noted_of(term), "ended_on": on, "end_reason": reason.value, "reason": note}
    tag = BodyTag.WITHDRAWN if waiting else BodyTag.ENDED
    record(tag, subject=term, actor=actor, place_id=term.unit_id, after=after)
    held = [one for one in queries.offices_of_person(term.person, clock.today()) if one.unit_id == term.unit_id]
    roles = rules.roles_ending(term.office, [one.office for one in held])
    if roles and not waiting:
        end_grants_of_person(
            person_key=term.person.person_key, unit=term.unit, roles=roles, reason=str(reason.label), actor=actor
        )
