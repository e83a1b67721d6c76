"""A whole list of representatives at once; each waits for the second person as if entered by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Term
from villagegov.bodies.operations.entering import refuse_conflicts
from villagegov.bodies.queries.avoidance import Wanted, conflicts_of
from villagegov.bodies.queries.offices import lock_offices
from villagegov.bodies.vocabulary import Basis, BodyReason, BodyTag, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.people.models import Person
from villagegov.people.operations import Identity
from villagegov.people.queries import persons_with_keys
from villagegov.refusal import refuse_if


@dataclass(frozen=True)
class NewRepresentative:
    """One line of the list, its number sealed."""

    identity: Identity
    group_id: int | None
    households: int


@dataclass(frozen=True)
class Paper:
    """What the whole list stands on, and the file it came in."""

    from_on: date
    until_on: date | None
    document: str
    photo: StoredFile
    sha256: str


def import_representatives(
    *, unit: Division, lines: Sequence[NewRepresentative], paper: Paper, actor: Account
) -> list[Term]:
    """Enter them all, or none; one entry in the record for the file. Raises Refusal with each conflict's article."""
    lock_offices(unit)
    refuse_if(paper.from_on > clock.today(), BodyReason.FUTURE, "from_on")
    over = paper.until_on is not None and paper.until_on < paper.from_on
    refuse_if(over, BodyReason.UNTIL_BEFORE, "until_on")
    known = persons_with_keys(one.identity.person_key for one in lines)
    persons = [known.get(one.identity.person_key) or _person(one.identity) for one in lines]
    db.session.add_all(persons)
    db.session.flush()
    wanted = [Wanted(one, Office.REPRESENTATIVE, paper.from_on) for one in persons]
    refuse_conflicts(conflicts_of(wanted, unit, clock.today(), pending=True), "")
    made = [_term(unit, person, one, paper, actor) for person, one in zip(persons, lines, strict=True)]
    db.session.add_all(made)
    db.session.flush()
    after = {"people": len(made), "document": paper.document, "sha256": paper.sha256}
    record(BodyTag.IMPORTED, subject=unit, actor=actor, place_id=unit.id, after=after)
    return made


def _person(identity: Identity) -> Person:
    return Person(
        person_key=identity.person_key,
        sealed_id=identity.sealed_id,
        name=identity.name,
        sex=identity.sex,
        born_on=identity.born_on,
    )


def _term(unit: Division, person: Person, one: NewRepresentative, paper: Paper, actor: Account) -> Term:
    return Term(
        unit_id=unit.id,
        person=person,
        office=Office.REPRESENTATIVE,
        basis=Basis.CHOSEN,
        from_on=paper.from_on,
        until_on=paper.until_on,
        document=paper.document,
        document_file_id=paper.photo.id,
        group_id=one.group_id,
        households=one.households,
        knows_accounts=False,
        is_party_member=False,
        entered_at=clock.now(),
        entered_by_id=actor.id,
        entered_by_name=actor.name,
        confirmed_by_name="",
        end_note="",
    )
