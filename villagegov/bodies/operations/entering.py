"""Offices entered by one and confirmed by another; the avoidance query is asked each time, and shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts import queries as accounts
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Decision, Group, Term
from villagegov.bodies.queries import offices as queries
from villagegov.bodies.queries.avoidance import Wanted, conflicts_of
from villagegov.bodies.queries.meetings import committee_kind, is_valid_decision
from villagegov.bodies.queries.offices import noted_of
from villagegov.bodies.queries.places import groups_of, is_taken_over
from villagegov.bodies.rules import offices as rules
from villagegov.bodies.rules.avoidance import Conflict
from villagegov.bodies.vocabulary import Basis, BodyReason, BodyTag, Office
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
    #: Whether warnings were shown and the office is entered all the same.
    heeded: bool = False


def propose_term(
    *, unit: Division, person: Person, entry: Entry, photo: StoredFile | None = None, actor: Account
) -> Term:
    """Enter an office; it counts once another person has confirmed it. Raises Refusal with each conflict's article."""
    queries.lock_offices(unit)
    _refuse_unsound(unit, person, entry)
    _refuse_ground(unit, entry, photo)
    wanted = Wanted(person, entry.office, entry.from_on, acting=entry.basis is Basis.ACTING)
    found = conflicts_of([wanted], unit, clock.today(), pending=True)
    refuse_conflicts(found)
    refuse_unheeded(found, heeded=entry.heeded)
    made = _stored(unit, person, entry, photo, actor)
    record(BodyTag.PROPOSED, subject=made, actor=actor, place_id=unit.id, after=noted_of(made))
    return made


def _refuse_unsound(unit: Division, person: Person, entry: Entry) -> None:
    refuse_if(entry.basis in (Basis.ELECTION, Basis.BY_ELECTION), BodyReason.BY_RESULT, "basis")
    fits = rules.may_rest_on(entry.office, entry.basis)
    refuse_if(not fits, BodyReason.BASIS, "basis", office=entry.office.label, basis=entry.basis.label)
    if entry.basis is Basis.TAKEN_OVER:
        allowed = rules.taken_over_is_open(
            elected_here=queries.was_elected_here(unit), set_up_closed=is_taken_over(unit)
        )
        refuse_if(not allowed, BodyReason.NOT_ANY_MORE, "basis")
    if entry.basis is Basis.ACTING:
        held = [one.office for one in queries.offices_of_person(person, clock.today()) if one.unit_id == unit.id]
        refuse_if(not rules.may_act(held), BodyReason.NOT_SITTING, "basis")
    refuse_if(entry.from_on > clock.today(), BodyReason.FUTURE, "from_on")
    over = entry.until_on is not None and entry.until_on < entry.from_on
    refuse_if(over, BodyReason.UNTIL_BEFORE, "until_on")
    lapsed = not rules.goes_on(entry.office, entry.basis) and (entry.until_on or date.max) < clock.today()
    refuse_if(lapsed, BodyReason.LAPSED, "until_on", day=entry.until_on)
    ungrouped = entry.office in rules.OF_A_GROUP and entry.group is None and bool(groups_of(unit))
    refuse_if(ungrouped, BodyReason.NO_GROUP, "group_id")


def _refuse_ground(unit: Division, entry: Entry, photo: StoredFile | None) -> None:
    """A meeting's decision, or a paper: named, and its picture with it where nothing else vouches for it."""
    if entry.decision is not None:
        refuse_if(not is_valid_decision(entry.decision), BodyReason.DECISION, "decision")
        kind, office = entry.decision.meeting.kind, entry.office
        fits = rules.may_choose(office, kind, committee_kind(unit))
        refuse_if(not fits, BodyReason.WRONG_MEETING, "decision", office=office.label, kind=kind.named(unit.kind))
        return
    chosen = entry.basis is Basis.CHOSEN
    paper = not chosen or rules.paper_suffices(entry.office, set_up_closed=is_taken_over(unit))
    refuse_if(not paper, BodyReason.ONLY_BY_DECISION, "decision", office=entry.office.body.named(unit.kind))
    refuse_if(chosen and not (entry.document.strip() and photo), BodyReason.NO_DECISION, "decision")
    refuse_if(not entry.document.strip(), BodyReason.DOCUMENT, "document")
    refuse_if(photo is None and entry.basis is not Basis.HIRED, BodyReason.PHOTO, "photo")


def refuse_conflicts(found: Iterable[Conflict], field: str = "office") -> None:
    """Raise one Refusal with every conflict that bars, each with its article."""
    refuse_all(
        [Refusal(BodyReason.CONFLICT, field, sentence=one.sentence, ground=one.ground) for one in found if one.bars]
    )


def refuse_unheeded(found: Iterable[Conflict], *, heeded: bool) -> None:
    """Show each with its article before anything is saved; a tick says that it was seen."""
    shown = [Refusal(BodyReason.HEED, "heeded", sentence=one.sentence, ground=one.ground) for one in found]
    refuse_all([] if heeded else shown)


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
    queries.lock_offices(unit)
    refuse_if(term.ended_on is not None, BodyReason.ENDED_ALREADY)
    refuse_if(term.confirmed_at is not None, BodyReason.CONFIRMED_ALREADY)
    first = accounts.account(term.entered_by_id)
    refuse_if(first is None or accounts.same_person(first, actor), BodyReason.SAME_PERSON)
    refuse_if(actor.person_key == term.person.person_key, BodyReason.YOURSELF)
    wanted = Wanted(term.person, term.office, term.from_on, acting=term.basis is Basis.ACTING)
    refuse_conflicts(conflicts_of([wanted], unit, clock.today(), besides={term.id}), "")
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
