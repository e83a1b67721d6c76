"""Persons as one unit may see them, and who is in charge as everybody may."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.bodies.models import Standing, Term
from villagegov.bodies.queries.offices import terms_of
from villagegov.bodies.queries.places import standing_of
from villagegov.bodies.vocabulary import Body
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Kinship, Person
from villagegov.people.queries import kinship


@dataclass(frozen=True)
class Member:
    """A person who holds, held or is entered for an office of this unit."""

    unit: Division
    person: Person


@dataclass(frozen=True)
class Tie:
    """A declared kinship as it concerns a member of this unit."""

    unit: Division
    person: Person
    kinship: Kinship


@dataclass(frozen=True)
class InCharge:
    """Names in full (rulebook 8.2, PUB-ROLE), by body; the office's telephone and place."""

    committee: Sequence[Term]
    supervision: Sequence[Term]
    standing: Standing | None


def member(unit_id: int, person_id: int) -> Member | None:
    """The person, if this unit has anything to do with him; else he does not exist for it."""
    query = select(Term.id).where(Term.unit_id == unit_id, Term.person_id == person_id).limit(1)
    unit, person = db.session.get(Division, unit_id), db.session.get(Person, person_id)
    if unit is None or person is None or db.session.scalar(query) is None:
        return None
    return Member(unit, person)


def tie_of_member(unit_id: int, person_id: int, kinship_id: int) -> Tie | None:
    """One declaration that names this member."""
    found, tie = member(unit_id, person_id), kinship(kinship_id)
    if found is None or tie is None or person_id not in (tie.person_id, tie.kin_id):
        return None
    return Tie(found.unit, found.person, tie)


def in_charge(unit: Division) -> InCharge:
    """Who is in charge today, for the unit's public board."""
    held = terms_of(unit, clock.today())
    of = {body: [one for one in held if one.office.body is body] for body in (Body.COMMITTEE, Body.SUPERVISION)}
    return InCharge(of[Body.COMMITTEE], of[Body.SUPERVISION], standing_of(unit))
