"""Who is who."""

from collections.abc import Collection, Iterable

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import selectinload

import villagegov.clock as clock
from villagegov.accounts.models import Account, Grant, Handover
from villagegov.accounts.queries.rights import clerk_grants, holding_on, within
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.extensions import db


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


def accounts_in(places: list[Division], words: str = "") -> Select[Account]:
    """Accounts whose place (`Account.unit`) lies in `places`, by name; to be paged."""
    granted = select(Grant.account_id).join(Division).where(within(Division.path, places))
    home = select(Grant.division_id).where(Grant.account_id == Account.id)
    home = home.order_by(holding_on(clock.today()).desc(), Grant.id.desc()).limit(1).correlate(Account)
    query = select(Account).join(Division, Division.id == home.scalar_subquery())
    query = query.where(Account.id.in_(granted), within(Division.path, places)).order_by(Account.name, Account.id)
    if words:
        query = query.where(
            or_(Account.name.contains(words, autoescape=True), Account.sign_in_name.contains(words, autoescape=True))
        )
    return query.options(selectinload(Account.grants).joinedload(Grant.division))


def same_person(first: Account, second: Account) -> bool:
    """Two accounts of one ID number are one person (design 3)."""
    return first.id == second.id or (first.person_key is not None and first.person_key == second.person_key)


def waiting_in(places: list[Division], words: str = "") -> Select[Account]:
    """Accounts in `places` to print slips for: those named by `words`, else those still with a one-time code."""
    query = accounts_in(places, words).where(Account.disabled_at.is_(None))
    return query if words else query.where(Account.temporary_until.is_not(None))


def chosen_in(places: list[Division], ids: Collection[int]) -> list[Account]:
    """These accounts, as far as they lie in `places`, by name."""
    return list(db.session.scalars(accounts_in(places).where(Account.id.in_(ids))))


def known_persons(keys: Iterable[bytes]) -> set[bytes]:
    """Which of these persons have an account that is open."""
    wanted, found = list(keys), set[bytes]()
    for start in range(0, len(wanted), 500):
        some = Account.person_key.in_(wanted[start : start + 500])
        query = select(Account.person_key).where(some, Account.disabled_at.is_(None))
        found.update(key for key in db.session.scalars(query) if key is not None)
    return found


def places_coded(codes: Iterable[str]) -> dict[str, Division]:
    """Code → place, of those that are there."""
    return {one.code: one for one in db.session.scalars(select(Division).where(Division.code.in_(set(codes))))}


def other_clerks(division: Division, account: Account) -> list[Account]:
    """Who could take over from `account`: the other clerks of the unit."""
    query = select(Grant).where(Grant.division_id == division.id, Grant.role == Role.CLERK)
    held = [one for one in db.session.scalars(query) if one.holds_on(clock.today())]
    others = {one.account_id: one.account for one in held if one.account.disabled_at is None}
    return [one for one in others.values() if not same_person(one, account)]


def handover(handover_id: int) -> Handover | None:
    """One hand-over."""
    return db.session.get(Handover, handover_id)


def handovers_for(account: Account) -> list[Handover]:
    """What was handed to `account`, or to whoever is clerk of his units, and is not read yet."""
    units = [one.division_id for one in clerk_grants(account)]
    nobody_yet = Handover.to_id.is_(None) & Handover.division_id.in_(units) & (Handover.from_id != account.id)
    query = select(Handover).where(Handover.seen_at.is_(None), or_(Handover.to_id == account.id, nobody_yet))
    loading = (selectinload(Handover.division), selectinload(Handover.giver))
    return list(db.session.scalars(query.options(*loading).order_by(Handover.id)))
