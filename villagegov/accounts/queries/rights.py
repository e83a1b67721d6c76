"""What each may do where."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, false, or_, select

import villagegov.clock as clock
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.permissions import Permission, allows, needs_second_factor
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db


def grants_on(account: Account, day: date) -> list[Grant]:
    """The grants that give their role on `day`."""
    return [one for one in account.grants if one.holds_on(day)]


def clerk_grants(account: Account) -> list[Grant]:
    """The clerk's roles that `account` holds today."""
    return [one for one in grants_on(account, clock.today()) if one.role is Role.CLERK]


def areas(account: Account, permission: Permission) -> list[Division]:
    """The divisions on which `account` holds `permission` today."""
    held = grants_on(account, clock.today())
    return [one.division for one in held if allows(one.role, permission)]


def only_unit(account: Account, permission: Permission) -> Division | None:
    """The one village or community where `account` holds `permission`; None with several, or with an area above."""
    found = {one.id: one for one in areas(account, permission)}
    place = next(iter(found.values())) if len(found) == 1 else None
    return place if place is not None and place.level is Level.UNIT else None


def may(account: Account, permission: Permission, place: Division | None = None) -> bool:
    """Whether `account` holds `permission` today: on `place`, or anywhere when no place is named."""
    found = areas(account, permission)
    return bool(found) if place is None else any(place.lies_in(area) for area in found)


def within(path: SQLColumnExpression[str], places: Iterable[Division]) -> ColumnElement[bool]:
    """SQL: whether a division's path lies in one of `places`. A range, so that an index serves it."""
    # "0" is the character after "/", so that this range holds all paths below.
    return or_(false(), *(path.between(place.path, place.path[:-1] + "0") for place in places))


def ids_within(places: list[Division]) -> Select[int] | None:
    """SQL: ids of the divisions in `places`; None when that is the whole tree."""
    if any(place.level is Level.COUNTRY for place in places):
        return None
    return select(Division.id).where(within(Division.path, places))


def holding_on(day: date) -> ColumnElement[int]:
    """SQL: 1 for a grant that gives its role on `day`, else 0."""
    open_ended = or_(Grant.until_on.is_(None), Grant.until_on >= day)
    return case((and_(Grant.ended_at.is_(None), Grant.from_on <= day, open_ended), 1), else_=0)


def reaches(giving: Grant, role: Role, division: Division) -> bool:
    """Within the giver's area; an official makes officials strictly below himself only."""
    if role is giving.role is Role.OFFICIAL and division.id == giving.division_id:
        return False
    return division.lies_in(giving.division)


def stays_open(account: Account) -> bool:
    """Whether no pause ends his sign-in today: a teller at a station that has not closed, and nothing else."""
    held = grants_on(account, clock.today())
    return bool(held) and all(one.stays_open_on(clock.today()) for one in held)


def roles_on(account: Account, day: date) -> frozenset[Role]:
    """The roles that hold on `day` in this account."""
    return frozenset(one.role for one in grants_on(account, day))


def lacks_second_factor(account: Account) -> bool:
    """Whether a password alone opens it though its roles ask for more."""
    return account.second_secret is None and needs_second_factor(roles_on(account, clock.today()))


def grants_within(account: Account, places: list[Division]) -> list[Grant]:
    """Its grants in `places`, newest first; what it is elsewhere is not theirs to see."""
    return [one for one in reversed(account.grants) if any(one.division.lies_in(place) for place in places)]


def roles_of_person(account: Account, day: date) -> frozenset[Role]:
    """Roles that hold on `day` in this account and in every other account of the same ID number."""
    own = {one.role for one in grants_on(account, day)}
    if account.person_key is None:
        return frozenset(own)
    query = select(Grant).join(Account).where(Account.person_key == account.person_key)
    return frozenset(own | {one.role for one in db.session.scalars(query) if one.holds_on(day)})


def all_areas(account: Account) -> list[Division]:
    """Every division the account holds any role on today."""
    return [one.division for one in grants_on(account, clock.today())]


def stations_bound_to(account: Account, day: date) -> frozenset[int] | None:
    """The stations of a teller whose only roles on `day` are of one station each; None for everybody else."""
    held = grants_on(account, day)
    ids = {one.station_id for one in held if one.station_id is not None}
    return frozenset(ids) if held and all(one.station_id is not None for one in held) else None
