"""The one avoidance query: what stands against an office, asked at every entry, at confirmation, and of new kin."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from villagegov.accounts.queries import within
from villagegov.bodies.models import Term
from villagegov.bodies.queries.meetings import committee_kind
from villagegov.bodies.queries.offices import held_in, pending_in, terms_of
from villagegov.bodies.rules.avoidance import Conflict, Sitting, conflicts
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Kinship, Person
from villagegov.people.queries import ties_among
from villagegov.people.rules.kin import kin_of
from villagegov.people.vocabulary import Kin

#: Places one start page shows.
MOST = 100


@dataclass(frozen=True)
class Wanted:
    """An office somebody is to hold from that day on; or only stands in for its holder."""

    person: Person
    office: Office
    since: date
    acting: bool = False


def conflicts_of(
    wanted: Sequence[Wanted], unit: Division, day: date, *, pending: bool = False, besides: Collection[int] = ()
) -> list[Conflict]:
    """What stands against these persons in these offices, under the law of `day`.

    Held against the offices held that day; with `pending` also against those that wait; `besides` are term ids left
    out. They are not held against one another: who enters several hands them in one by one.
    """
    known = terms_of(unit, day) + (pending_in(unit) if pending else [])
    sitting = [_seat(one) for one in known if one.id not in besides]
    ties = ties_among({*(one.person for one in sitting), *(one.person.id for one in wanted)})
    return [found for one in wanted for found in _against(one, unit, day, sitting, ties)]


def _against(
    one: Wanted, unit: Division, day: date, sitting: Iterable[Sitting], ties: Iterable[tuple[int, int, Kin]]
) -> list[Conflict]:
    return conflicts(
        person=one.person.id,
        office=one.office,
        committee=committee_kind(unit),
        day=day,
        since=one.since,
        sitting=sitting,
        kin=kin_of(one.person.id, ties),
        acting=one.acting,
    )


def _seat(one: Term) -> Sitting:
    return Sitting(one.person_id, one.person.name, one.office, one.from_on, one.basis is Basis.ACTING)


def _wanted(one: Term) -> Wanted:
    return Wanted(one.person, one.office, one.from_on, one.basis is Basis.ACTING)


def clashes_in(terms: Collection[Term], unit: Division, day: date) -> dict[int, list[Conflict]]:
    """Term id → what stands against it among these terms; for the page of all bodies, in one query."""
    ties = ties_among({one.person_id for one in terms})
    seats = {one.id: _seat(one) for one in terms}
    found = {
        one.id: _against(_wanted(one), unit, day, [seat for key, seat in seats.items() if key != one.id], ties)
        for one in terms
    }
    return {key: against for key, against in found.items() if against}


def clashes_by_tie(person: Person, kin: Person, relation: Kin, day: date) -> list[Conflict]:
    """What would stand against the offices of `person` anywhere, were `kin` declared to be the `relation` of him."""
    mine, theirs = held_or_pending(person, day), held_or_pending(kin, day)
    found = []
    for one in mine:
        seats = [_seat(other) for other in theirs if other.unit_id == one.unit_id]
        found += _against(_wanted(one), one.unit, day, seats, [(person.id, kin.id, relation)])
    return found


def held_or_pending(person: Person, day: date) -> list[Term]:
    """Every office this person holds on `day` or is entered for, anywhere."""
    waits = and_(Term.confirmed_at.is_(None), Term.ended_on.is_(None))
    query = select(Term).where(Term.person_id == person.id, or_(held_in(Term, day), waits))
    return list(db.session.scalars(query.order_by(Term.id)))


def units_with_clashes(scope: list[Division], day: date) -> list[Division]:
    """Where offices are held that do not go together: kin who sit apart by law, or two offices in one hand."""
    other = aliased(Term)
    tied = select(Kinship.id).where(
        Kinship.ended_on.is_(None),
        or_(
            and_(Kinship.person_id == Term.person_id, Kinship.kin_id == other.person_id),
            and_(Kinship.kin_id == Term.person_id, Kinship.person_id == other.person_id),
        ),
    )
    query = select(Division).join(Term, Term.unit_id == Division.id)
    query = query.join(other, and_(other.unit_id == Term.unit_id, other.id > Term.id))
    query = query.where(within(Division.path, scope), held_in(Term, day), held_in(other, day))
    query = query.where(or_(other.person_id == Term.person_id, tied.exists()), Term.office.in_(_JUDGED))
    suspects = db.session.scalars(query.distinct().order_by(Division.code).limit(MOST))
    return [unit for unit in suspects if _is_barred(unit, day)]


#: Bodies of which some member cannot be something else, or near something else.
_JUDGED = [one for one in Office if one.body in (Body.COMMITTEE, Body.SUPERVISION, Body.STAFF)]


def _is_barred(unit: Division, day: date) -> bool:
    found = clashes_in(terms_of(unit, day), unit, day)
    return any(one.bars for against in found.values() for one in against)
