"""A posted election result fills the committee: no other hand does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Term
from villagegov.bodies.operations.ending import close_term
from villagegov.bodies.queries import offices as queries
from villagegov.bodies.queries.offices import noted_of
from villagegov.bodies.vocabulary import Basis, Body, BodyTag, EndReason, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Person
from villagegov.people.operations import Identity
from villagegov.people.queries import persons_with_keys


@dataclass(frozen=True)
class Elected:
    """One winner, as the roll knows the person."""

    identity: Identity
    office: Office


@dataclass(frozen=True)
class Reader:
    """One of the two who read the count; the law decided on what both read."""

    id: int
    name: str


@dataclass(frozen=True)
class Mandate:
    """From when until when, and the notice that says so."""

    from_on: date
    until_on: date
    document: str
    basis: Basis = Basis.ELECTION


def seat_elected(
    *,
    unit: Division,
    elected: Sequence[Elected],
    mandate: Mandate,
    readers: tuple[Reader, Reader],
    actor: Account,
    whole: bool = True,
) -> list[Term]:
    """The winners take their offices at once; who sat until now goes, and what only the old office gave ends.

    Not `whole`: a seat of the same committee was filled later, the others stay.
    """
    queries.lock_offices(unit)
    outgoing = queries.terms_of(unit, mandate.from_on, body=Body.COMMITTEE)
    outgoing += [one for one in queries.pending_in(unit) if one.office.body is Body.COMMITTEE]
    outgoing = outgoing if whole else []
    if mandate.basis is Basis.BY_ELECTION:
        outgoing = [one for one in outgoing if _gives_way(one, elected)]
    known = persons_with_keys(one.identity.person_key for one in elected)
    seated = [
        _seat(unit, known.get(one.identity.person_key) or _entered(one.identity), one.office, mandate, readers)
        for one in elected
    ]
    for term in seated:
        record(BodyTag.SEATED, subject=term, actor=actor, place_id=unit.id, after=noted_of(term))
    for term in outgoing:
        on = max(mandate.from_on, term.from_on)
        close_term(term=term, on=on, reason=EndReason.EXPIRED, note=mandate.document, actor=actor)
    return seated


def _gives_way(term: Term, elected: Sequence[Elected]) -> bool:
    """In a by-election only the winners' own earlier seats end, and acting for a chair who is there now (E-105)."""
    has_chair = any(one.office is Office.CHAIR for one in elected)
    own = any(one.identity.person_key == term.person.person_key for one in elected)
    return own or (has_chair and term.basis is Basis.ACTING)


def _entered(identity: Identity) -> Person:
    made = Person(
        person_key=identity.person_key,
        sealed_id=identity.sealed_id,
        name=identity.name,
        sex=identity.sex,
        born_on=identity.born_on,
    )
    db.session.add(made)
    return made


def _seat(unit: Division, person: Person, office: Office, mandate: Mandate, readers: tuple[Reader, Reader]) -> Term:
    first, second = readers
    made = Term(
        unit=unit,
        person=person,
        office=office,
        basis=mandate.basis,
        from_on=mandate.from_on,
        until_on=mandate.until_on,
        document=mandate.document,
        knows_accounts=False,
        is_party_member=False,
        entered_at=clock.now(),
        entered_by_id=first.id,
        entered_by_name=first.name,
        confirmed_at=clock.now(),
        confirmed_by_id=second.id,
        confirmed_by_name=second.name,
        end_note="",
    )
    db.session.add(made)
    db.session.flush()
    return made
