"""Who holds which office: on a day, by person, by account; and what stands against an office."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.rules.avoidance import Conflict, Sitting, conflicts
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.models import Person
from villagegov.people.queries import near_kin_of, ties_among
from villagegov.people.rules.kin import kin_of

_ORDER = list(Office)
_STAYING = [office for office in Office if office.stays_on]


def _holding(day: date) -> ColumnElement[bool]:
    """SQL of `Term.holds_on`."""
    goes_on = and_(Term.office.in_(_STAYING), Term.basis != Basis.ACTING)
    return and_(
        Term.confirmed_at.is_not(None),
        Term.from_on <= day,
        or_(Term.ended_on.is_(None), Term.ended_on > day),
        or_(Term.until_on.is_(None), Term.until_on >= day, goes_on),
    )


def _sorted(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda one: (_ORDER.index(one.office), one.id))


def _offices(body: Body | None, offices: Collection[Office]) -> list[Office]:
    return [one for one in Office if (body is None or one.body is body) and (not offices or one in offices)]


def terms_of(unit: Division, day: date, *, body: Body | None = None, offices: Collection[Office] = ()) -> list[Term]:
    """The confirmed offices held in `unit` on `day`, by rank, each with its person."""
    query = select(Term).where(Term.unit_id == unit.id, _holding(day)).options(joinedload(Term.person))
    if body is not None or offices:
        query = query.where(Term.office.in_(_offices(body, offices)))
    return _sorted(db.session.scalars(query))


def holder(unit: Division, office: Office, day: date) -> Term | None:
    """Who holds this office on `day`; of several the first."""
    return next(iter(terms_of(unit, day, offices=(office,))), None)


def term_of_account(account: Account, unit: Division, *, body: Body, day: date) -> Term | None:
    """The office the person behind `account` holds in this body on `day`; found by the ID number's key."""
    if account.person_key is None:
        return None
    query = select(Term).join(Term.person).where(Person.person_key == account.person_key, Term.unit_id == unit.id)
    query = query.where(_holding(day), Term.office.in_(_offices(body, ()))).options(contains_eager(Term.person))
    return next(iter(_sorted(db.session.scalars(query))), None)


def offices_of_person(person: Person, day: date) -> list[Term]:
    """Every office this person holds anywhere on `day`, each with its unit."""
    query = select(Term).where(Term.person_id == person.id, _holding(day)).options(joinedload(Term.unit))
    return _sorted(db.session.scalars(query))


def terms_of_person(person: Person, unit: Division) -> list[Term]:
    """Every office this person held, holds or is entered for in `unit`, newest first."""
    query = select(Term).where(Term.person_id == person.id, Term.unit_id == unit.id)
    query = query.options(joinedload(Term.group), joinedload(Term.person))
    return list(db.session.scalars(query.order_by(Term.from_on.desc(), Term.id.desc())))


def pending_in(unit: Division) -> list[Term]:
    """Offices that were entered and wait for the second person."""
    query = select(Term).where(Term.unit_id == unit.id, Term.confirmed_at.is_(None), Term.ended_on.is_(None))
    return _sorted(db.session.scalars(query.options(joinedload(Term.person), joinedload(Term.group))))


def term(term_id: int) -> Term | None:
    """One office of one person."""
    return db.session.get(Term, term_id, options=[joinedload(Term.unit), joinedload(Term.person)])


def was_elected_here(unit: Division) -> bool:
    """Whether an election recorded here has filled an office of this unit."""
    query = select(Term.id).where(Term.unit_id == unit.id, Term.basis == Basis.ELECTION).limit(1)
    return db.session.scalar(query) is not None


def conflicts_of(
    person: Person,
    office: Office,
    unit: Division,
    day: date,
    *,
    since: date | None = None,
    pending: bool = False,
    besides: Collection[int] = (),
) -> list[Conflict]:
    """The one avoidance query: what stands against this person in this office, under the law of `day`.

    Held against the offices held that day; with `pending` also against those that wait; `besides` are term ids left
    out; `since` is the first day in the office, where it is an earlier one.
    """
    known = terms_of(unit, day) + (pending_in(unit) if pending else [])
    sitting = [_seat(one) for one in known if one.id not in besides]
    return conflicts(
        person=person.id,
        office=office,
        committee=CommitteeKind(unit.kind.value),
        day=day,
        since=since or day,
        sitting=sitting,
        kin=near_kin_of(person.id),
    )


def clashes_in(terms: Collection[Term], unit: Division, day: date) -> dict[int, list[Conflict]]:
    """Term id → what stands against it among these terms; for the page of all bodies, in one query."""
    ties = ties_among({one.person_id for one in terms})
    committee = CommitteeKind(unit.kind.value)
    found = {}
    for one in terms:
        others = [_seat(other) for other in terms if other.id != one.id]
        against = conflicts(
            person=one.person_id,
            office=one.office,
            committee=committee,
            day=day,
            since=one.from_on,
            sitting=others,
            kin=kin_of(one.person_id, ties),
        )
        if against:
            found[one.id] = against
    return found


def _seat(one: Term) -> Sitting:
    return Sitting(one.person_id, one.person.name, one.office, one.from_on)


def noted_of(one: Term) -> dict[str, object]:
    """What the record says of an office."""
    return {
        "person_name": one.person.name,
        "office": one.office.value,
        "basis": one.basis.value,
        "from_on": one.from_on,
        "until_on": one.until_on,
        "document": one.document,
    }
