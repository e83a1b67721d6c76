"""How far units are set up, and who sits in them as the sizes of bodies see it."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, select

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.bodies.models import Standing, Term
from villagegov.bodies.queries.meetings import committee_kind
from villagegov.bodies.queries.offices import pending_in, terms_of
from villagegov.bodies.queries.places import groups_of, rules_of, standing_of
from villagegov.bodies.rules.setup import Facts
from villagegov.bodies.rules.verdicts import Bench, Seat
from villagegov.bodies.vocabulary import Basis
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.extensions import db
from villagegov.law.profiles import profile_for
from villagegov.people.vocabulary import Sex


def bench_of(terms: Iterable[Term], unit: Division, day: date) -> Bench:
    """Who sits, as the sizes of bodies see it; who stands in for another has his own seat already (E-106)."""
    seats = [
        Seat(one.office, one.person.sex is Sex.FEMALE, one.knows_accounts, one.households)
        for one in terms
        if one.basis is not Basis.ACTING
    ]
    return Bench(seats, committee_kind(unit), day)


def facts_of(unit: Division, *, balance: bool = False, balance_waits: bool = False) -> Facts:
    """What has been entered of one unit; the disclosure room says how the opening balance stands."""
    standing, waiting = standing_of(unit), pending_in(unit)
    held = terms_of(unit, clock.today())
    return Facts(
        offices=[one.office for one in (*held, *waiting) if one.basis is not Basis.ACTING],
        committee_min=profile_for(committee_kind(unit), clock.today()).seats_min,
        groups=len(groups_of(unit)),
        has_standing=standing is not None,
        rules=len(rules_of(unit)),
        balance=balance,
        balance_waits=balance_waits,
        waiting=len(waiting),
        taken_over=standing is not None and standing.taken_over_at is not None,
    )


def units_in(places: list[Division], words: str = "") -> Select[Division]:
    """Villages and communities within `places`, by code; to be paged."""
    query = select(Division).where(within(Division.path, places), Division.kind.in_(COMMITTEES))
    if words:
        query = query.where(Division.name.contains(words, autoescape=True))
    return query.order_by(Division.code)


def standings_of(units: Iterable[Division]) -> dict[int, Standing]:
    """Unit id → its standing."""
    query = select(Standing).where(Standing.unit_id.in_([one.id for one in units]))
    return {one.unit_id: one for one in db.session.scalars(query)}
