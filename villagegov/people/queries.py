"""Persons and their declared kin: found, listed."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from villagegov.extensions import db
from villagegov.people.models import Kinship, Person
from villagegov.people.rules.kin import seen_from_other
from villagegov.people.vocabulary import Kin


def person(person_id: int) -> Person | None:
    """One person."""
    return db.session.get(Person, person_id)


def person_with_key(person_key: bytes) -> Person | None:
    """The person this ID number belongs to."""
    return db.session.scalars(select(Person).where(Person.person_key == person_key)).one_or_none()


def persons_with_keys(person_keys: Iterable[bytes]) -> dict[bytes, Person]:
    """Key → person, for those that are known."""
    query = select(Person).where(Person.person_key.in_(list(person_keys)))
    return {one.person_key: one for one in db.session.scalars(query)}


def kinship(kinship_id: int) -> Kinship | None:
    """One declaration."""
    return db.session.get(Kinship, kinship_id)


def declarations_of(one: Person) -> list[Kinship]:
    """Every declaration that names this person and stands, with both persons."""
    query = select(Kinship).where(
        or_(Kinship.person_id == one.id, Kinship.kin_id == one.id), Kinship.ended_on.is_(None)
    )
    return list(
        db.session.scalars(query.options(joinedload(Kinship.person), joinedload(Kinship.kin)).order_by(Kinship.id))
    )


def kin_seen_from(one: Person) -> list[tuple[Kinship, Person, Kin]]:
    """Each standing declaration with the other person, and what that one is to this."""
    return [
        (tie, tie.kin, tie.relation) if tie.person_id == one.id else (tie, tie.person, seen_from_other(tie.relation))
        for tie in declarations_of(one)
    ]


def ties_among(person_ids: Iterable[int]) -> list[tuple[int, int, Kin]]:
    """The standing declarations between these persons: (one, other, what the other is to the one)."""
    ids = list(person_ids)
    query = select(Kinship.person_id, Kinship.kin_id, Kinship.relation).where(
        Kinship.person_id.in_(ids), Kinship.kin_id.in_(ids), Kinship.ended_on.is_(None)
    )
    return [(row[0], row[1], row[2]) for row in db.session.execute(query)]
