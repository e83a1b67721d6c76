"""Entering persons, declaring near kin, taking a declaration back."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.audit.record import record
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people import queries
from villagegov.people.models import Kinship, Person
from villagegov.people.rules.kin import seen_from_other
from villagegov.people.vocabulary import Kin, PersonReason, PersonTag, Sex
from villagegov.refusal import refuse_if


class Signed(Protocol):
    """Who acts: an account; it lies in a room further right."""

    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Identity:
    """What the identity card tells, its number sealed already."""

    person_key: bytes
    sealed_id: bytes
    name: str
    sex: Sex
    born_on: date


def enter_person(*, identity: Identity, unit: Division, actor: Signed) -> Person:
    """The person of this ID number: the one who is known, or a new one. Raises Refusal(OTHER_NAME)."""
    known = queries.person_with_key(identity.person_key)
    if known is not None:
        other = bool(identity.name) and identity.name != known.name
        refuse_if(other, PersonReason.OTHER_NAME, "name")
        return known
    refuse_if(not identity.name, PersonReason.NAME_NEEDED, "name")
    made = Person(
        person_key=identity.person_key,
        sealed_id=identity.sealed_id,
        name=identity.name,
        sex=identity.sex,
        born_on=identity.born_on,
    )
    db.session.add(made)
    db.session.flush()
    record(PersonTag.ENTERED, subject=made, actor=actor, place_id=unit.id, after={"person_name": made.name})
    return made


def declare_kin(*, person: Person, kin: Person, relation: Kin, unit: Division, actor: Signed) -> Kinship:
    """`kin` is the `relation` of `person`; one tie per pair (A-08). Raises Refusal(SAME_PERSON, DECLARED)."""
    refuse_if(person.id == kin.id, PersonReason.SAME_PERSON, "id_number")
    first, second = (person, kin) if person.id < kin.id else (kin, person)
    told = relation if first is person else seen_from_other(relation)
    query = select(Kinship).where(Kinship.person_id == first.id, Kinship.kin_id == second.id)
    tie = db.session.scalars(query).one_or_none()
    refuse_if(tie is not None and tie.ended_on is None, PersonReason.DECLARED, "id_number", name=kin.name)
    if tie is None:
        tie = Kinship(person_id=first.id, kin_id=second.id, relation=told)
        db.session.add(tie)
    tie.relation, tie.ended_on = told, None
    tie.declared_at, tie.declared_by_id, tie.declared_by_name = clock.now(), actor.id, actor.name
    db.session.flush()
    after = {"person_name": person.name, "kin_name": kin.name, "relation": relation.value}
    record(PersonTag.KIN_DECLARED, subject=person, actor=actor, place_id=unit.id, after=after)
    return tie


def end_kinship(*, tie: Kinship, reason: str, unit: Division, actor: Signed) -> None:
    """The declaration bars nobody from today on; it stays readable with its reason. Raises Refusal(KIN_ENDED)."""
    refuse_if(tie.ended_on is not None, PersonReason.KIN_ENDED)
    refuse_if(not reason.strip(), PersonReason.REASON_NEEDED, "reason")
    tie.ended_on = clock.today()
    after = {"person_name": tie.person.name, "kin_name": tie.kin.name, "reason": reason.strip()}
    for one in (tie.person, tie.kin):
        record(PersonTag.KIN_ENDED, subject=one, actor=actor, place_id=unit.id, after=after)
