"""Who holds which office: on a day, by person, by account."""

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from villagegov.accounts.models import Account
from villagegov.bodies.models import Term
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.people.models import Person

#: So many papers are offered again.
MOST_PAPERS = 10
_ORDER = list(Office)
_STAYING = [office for office in Office if office.stays_on]


def held_in(terms: type[Term], day: date) -> ColumnElement[bool]:
    """SQL of `Term.holds_on`; of the table, or of an alias of it."""
    goes_on = and_(terms.office.in_(_STAYING), terms.basis != Basis.ACTING)
    return and_(
        terms.confirmed_at.is_not(None),
        terms.from_on <= day,
        or_(terms.ended_on.is_(None), terms.ended_on > day),
        or_(terms.until_on.is_(None), terms.until_on >= day, goes_on),
    )


def _sorted(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda one: (_ORDER.index(one.office), one.id))


def _offices(body: Body | None, offices: Collection[Office]) -> list[Office]:
    return [one for one in Office if (body is None or one.body is body) and (not offices or one in offices)]


def terms_of(unit: Division, day: date, *, body: Body | None = None, offices: Collection[Office] = ()) -> list[Term]:
    """The confirmed offices held in `unit` on `day`, by rank, each with its person."""
    query = select(Term).where(Term.unit_id == unit.id, held_in(Term, day)).options(joinedload(Term.person))
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
    query = query.where(held_in(Term, day), Term.office.in_(_offices(body, ()))).options(contains_eager(Term.person))
    return next(iter(_sorted(db.session.scalars(query))), None)


def offices_of_person(person: Person, day: date) -> list[Term]:
    """Every office this person holds anywhere on `day`, each with its unit."""
    query = select(Term).where(Term.person_id == person.id, held_in(Term, day)).options(joinedload(Term.unit))
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


def lock_offices(unit: Division) -> None:
    """One act at a time on the offices of a unit, so that no two meet unseen."""
    db.session.execute(select(Division.id).where(Division.id == unit.id).with_for_update(key_share=True))


def term(term_id: int) -> Term | None:
    """One office of one person."""
    return db.session.get(Term, term_id, options=[joinedload(Term.unit), joinedload(Term.person)])


def was_elected_here(unit: Division) -> bool:
    """Whether an election recorded here has filled an office of this unit."""
    query = select(Term.id).where(Term.unit_id == unit.id, Term.basis == Basis.ELECTION).limit(1)
    return db.session.scalar(query) is not None


def papers_of(unit: Division) -> list[Term]:
    """One office for each paper with a picture that was handed in here, the newest first: others may rest on it too."""
    newest = select(func.max(Term.id)).where(Term.unit_id == unit.id, Term.document_file_id.is_not(None))
    newest = newest.group_by(Term.document, Term.document_file_id)
    return list(db.session.scalars(select(Term).where(Term.id.in_(newest)).order_by(Term.id.desc()).limit(MOST_PAPERS)))


def last_entered(unit: Division, body: Body, account: Account) -> Term | None:
    """What this account entered last for this body; the next one is usually alike."""
    query = select(Term).where(Term.unit_id == unit.id, Term.entered_by_id == account.id)
    return db.session.scalars(query.where(Term.office.in_(_offices(body, ()))).order_by(Term.id.desc())).first()


def lapsed(day: date) -> list[Term]:
    """Contracts and stand-ins whose last day is over and that nobody has ended."""
    ends = or_(Term.office.not_in(_STAYING), Term.basis == Basis.ACTING)
    query = select(Term).where(Term.confirmed_at.is_not(None), Term.ended_on.is_(None), Term.until_on < day, ends)
    return list(db.session.scalars(query.options(joinedload(Term.person), joinedload(Term.unit)).order_by(Term.id)))


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
