"""Who is who, and what each may do where."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, case, false, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

import villagegov.clock as clock
from villagegov.accounts import rules
from villagegov.accounts.models import Account, Grant, SignIn, SignInAttempt
from villagegov.accounts.permissions import Permission, allows
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db


def account_of_token(token: str) -> Account | None:
    """The account whose open sign-in this cookie token belongs to; None once it ended, grew old or was disabled."""
    digest = hashlib.sha256(token.encode()).digest()
    query = select(SignIn).where(SignIn.token_hash == digest, SignIn.ended_at.is_(None))
    loading = joinedload(SignIn.account).selectinload(Account.grants).joinedload(Grant.division)
    found = db.session.scalars(query.options(loading)).one_or_none()
    if found is None or found.account.disabled_at is not None:
        return None
    return found.account if clock.now() - found.started_at < rules.SIGN_IN_LASTS else None


def open_sign_ins(account: Account) -> list[SignIn]:
    """Sign-ins of `account` that have not ended."""
    query = select(SignIn).where(SignIn.account_id == account.id, SignIn.ended_at.is_(None))
    return list(db.session.scalars(query))


def sign_in_of(token: str) -> SignIn | None:
    """The sign-in of this cookie token."""
    digest = hashlib.sha256(token.encode()).digest()
    return db.session.scalars(select(SignIn).where(SignIn.token_hash == digest)).one_or_none()


def account_named(sign_in_name: str) -> Account | None:
    """The account with this sign-in name, exactly."""
    query = select(Account).where(Account.sign_in_name == sign_in_name)
    return db.session.scalars(query).one_or_none()


def account(account_id: int) -> Account | None:
    """One account with its grants."""
    loading = selectinload(Account.grants).joinedload(Grant.division)
    return db.session.get(Account, account_id, options=[loading])


def grant(grant_id: int) -> Grant | None:
    """One grant."""
    return db.session.get(Grant, grant_id)


def grants_on(account: Account, day: date) -> list[Grant]:
    """The grants that give their role on `day`."""
    return [one for one in account.grants if one.holds_on(day)]


def areas(account: Account, permission: Permission) -> list[Division]:
    """The divisions on which `account` holds `permission` today."""
    held = grants_on(account, clock.today())
    return [one.division for one in held if allows(one.role, permission)]


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


def _holds_on(day: date) -> ColumnElement[int]:
    """SQL: 1 for a grant that gives its role on `day`, else 0."""
    open_ended = or_(Grant.until_on.is_(None), Grant.until_on >= day)
    return case((and_(Grant.ended_at.is_(None), Grant.from_on <= day, open_ended), 1), else_=0)


def grants_within(account: Account, places: list[Division]) -> list[Grant]:
    """Its grants in `places`, newest first; what it is elsewhere is not theirs to see."""
    return [one for one in reversed(account.grants) if any(one.division.lies_in(place) for place in places)]


def accounts_in(places: list[Division], words: str = "") -> Select[Account]:
    """Accounts whose place (`Account.unit`) lies in `places`, by name; to be paged."""
    granted = select(Grant.account_id).join(Division).where(within(Division.path, places))
    home = select(Grant.division_id).where(Grant.account_id == Account.id)
    home = home.order_by(_holds_on(clock.today()).desc(), Grant.id.desc()).limit(1).correlate(Account)
    query = select(Account).join(Division, Division.id == home.scalar_subquery())
    query = query.where(Account.id.in_(granted), within(Division.path, places)).order_by(Account.name, Account.id)
    if words:
        query = query.where(
            or_(Account.name.contains(words, autoescape=True), Account.sign_in_name.contains(words, autoescape=True))
        )
    return query.options(selectinload(Account.grants).joinedload(Grant.division))


def roles_of_person(account: Account, day: date) -> frozenset[Role]:
    """Roles that hold on `day` in this account and in every other account of the same ID number."""
    own = {one.role for one in grants_on(account, day)}
    if account.person_key is None:
        return frozenset(own)
    query = select(Grant).join(Account).where(Account.person_key == account.person_key)
    return frozenset(own | {one.role for one in db.session.scalars(query) if one.holds_on(day)})


def same_person(first: Account, second: Account) -> bool:
    """Two accounts of one ID number are one person (design 3)."""
    return first.id == second.id or (first.person_key is not None and first.person_key == second.person_key)


def failures(since: datetime, *, name_key: bytes = b"", address: str = "") -> int:
    """Failed tries since a moment: for a name after its last success, for an address, or of all."""
    query = select(func.count()).where(SignInAttempt.at > since, SignInAttempt.succeeded.is_(False))
    if name_key:
        last = select(func.max(SignInAttempt.at)).where(
            SignInAttempt.name_key == name_key, SignInAttempt.succeeded.is_(True)
        )
        success = db.session.scalar(last)
        query = query.where(SignInAttempt.name_key == name_key)
        query = query if success is None else query.where(SignInAttempt.at > success)
    if address:
        query = query.where(SignInAttempt.address == address)
    return db.session.scalar(query) or 0


def all_areas(account: Account) -> list[Division]:
    """Every division the account holds any role on today."""
    return [one.division for one in grants_on(account, clock.today())]
