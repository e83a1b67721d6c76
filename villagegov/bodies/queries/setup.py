"""How far units are set up, and what is due about their bodies."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import aliased

import villagegov.clock as clock
from villagegov.accounts.queries import within
from villagegov.bodies.models import Standing, Term
from villagegov.bodies.queries.offices import pending_in, terms_of
from villagegov.bodies.queries.places import groups_of, rules_of, standing_of
from villagegov.bodies.rules.setup import Facts
from villagegov.bodies.vocabulary import Basis, Body, Office
from villagegov.deadlines import Deadline
from villagegov.divisions.models import Division
from villagegov.divisions.queries import COMMITTEES
from villagegov.divisions.vocabulary import Level
from villagegov.due import Due
from villagegov.extensions import db
from villagegov.vocabulary import _l

#: A start page shows the nearest.
MOST = 100
#: S-06 (prov): supervisors are chosen so many days after the committee.
SUPERVISOR_ELECT_DAYS = 30
#: Ours: a second person looks within so many days.
CONFIRM_DAYS = 7

_SUPERVISION = [office for office in Office if office.body is Body.SUPERVISION]


def facts_of(unit: Division, *, balance: bool = False) -> Facts:
    """What has been entered of one unit; `balance` is what the disclosure room says of the opening balance."""
    standing, waiting = standing_of(unit), pending_in(unit)
    held = terms_of(unit, clock.today())
    return Facts(
        offices=[one.office for one in (*held, *waiting)],
        groups=len(groups_of(unit)),
        has_standing=standing is not None,
        rules=len(rules_of(unit)),
        balance=balance,
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


def due_items(scope: list[Division], today: date) -> list[Due]:
    """Offices that wait for a second person, supervisors to be chosen, units not taken over; the nearest first."""
    found = [*_to_confirm(scope), *_to_choose(scope, today), *_to_take_over(scope, today)]
    return sorted(found, key=lambda due: due.by)


def _to_confirm(scope: list[Division]) -> list[Due]:
    query = select(Division, func.min(Term.entered_at)).join(Term, Term.unit_id == Division.id)
    query = query.where(within(Division.path, scope), Term.confirmed_at.is_(None), Term.ended_on.is_(None))
    rows = db.session.execute(query.group_by(Division.id).limit(MOST)).all()
    return [
        Due(
            unit.name,
            _l("第二人确认任职"),
            Deadline(clock.day_of(entered_at), CONFIRM_DAYS, _l("系统约定，不是法律")),
            _l("没有确认的任职不算数，本人不能履职。"),
            "bodies.confirm",
            {"unit_id": unit.id},
        )
        for unit, entered_at in rows
    ]


def _to_choose(scope: list[Division], today: date) -> list[Due]:
    """S-06: a new committee sits, and nobody was chosen to supervise since."""
    chosen = aliased(Term)
    since = select(chosen.id).where(
        chosen.unit_id == Term.unit_id,
        chosen.office.in_(_SUPERVISION),
        chosen.from_on >= Term.from_on,
        or_(chosen.ended_on.is_(None), chosen.ended_on > today),
    )
    query = select(Division, Term.from_on).join(Term, Term.unit_id == Division.id)
    query = query.where(within(Division.path, scope), Term.basis == Basis.ELECTION, Term.office == Office.CHAIR)
    query = query.where(Term.ended_on.is_(None), ~since.exists()).order_by(Term.from_on).limit(MOST)
    return [
        Due(
            unit.name,
            _l("推选监督委员会"),
            Deadline(from_on, SUPERVISOR_ELECT_DAYS, _l("参照外省现行规定，非广东条文")),
            _l("没有监督委员会，财务公开就没有人审核。"),
            "bodies.unit",
            {"unit_id": unit.id},
        )
        for unit, from_on in db.session.execute(query)
    ]


def _to_take_over(scope: list[Division], today: date) -> list[Due]:
    """Units of the caller's own that were never taken over; of an area only those where it has begun."""
    own = [place.id for place in scope if place.level is Level.UNIT]
    query = select(Division).outerjoin(Standing, Standing.unit_id == Division.id)
    begun = and_(Standing.id.is_not(None), Standing.taken_over_at.is_(None))
    untouched = and_(Standing.id.is_(None), Division.id.in_(own))
    query = query.where(within(Division.path, scope), Division.kind.in_(COMMITTEES), or_(begun, untouched))
    return [
        Due(
            unit.name,
            _l("把机构、成员和账目接手到系统里"),
            Deadline(today, 0, _l("系统约定，不是法律")),
            _l("没有接手，就不能公布财务，也不知道谁负责审核。"),
            "bodies.set_up",
            {"unit_id": unit.id},
        )
        for unit in db.session.scalars(query.order_by(Division.code).limit(MOST))
    ]
