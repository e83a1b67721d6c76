"""Roles given and ended."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.operations.people import refuse_foreign
from villagegov.accounts.operations.signing import end_sign_ins
from villagegov.accounts.permissions import OF_A_UNIT, OF_THE_WHOLE, excluded_beside, may_give
from villagegov.accounts.vocabulary import AccountReason, AccountTag, Role
from villagegov.audit.record import Actor, record
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def give_role(
    *, account: Account, role: Role, division: Division, until_on: date | None, giver_roles: list[Grant], actor: Account
) -> Grant:
    """Grant `role` on `division`. Raises Refusal when the giver may not, or it cannot stand there or beside others."""
    refuse_if(queries.same_person(account, actor), AccountReason.YOURSELF)
    giving = [one for one in giver_roles if may_give(one.role, role)]
    refuse_if(not giving, AccountReason.NOT_YOURS_TO_GIVE, "role", role=role.label)
    refuse_if(not any(queries.reaches(one, role, division) for one in giving), AccountReason.OUT_OF_AREA, "division")
    _refuse_wrong_level(role, division)
    held = queries.grants_on(account, clock.today())
    doubled = any(one.role is role and one.division_id == division.id for one in held)
    refuse_if(doubled, AccountReason.ALREADY_HELD, "role", role=role.label)
    excluded = excluded_beside(role, queries.roles_of_person(account, clock.today()))
    refuse_if(excluded, AccountReason.EXCLUSIVE, "role")
    refuse_if(until_on is not None and until_on < clock.today(), AccountReason.DAY_PAST, "until_on")
    return add_grant(account=account, role=role, division=division, until_on=until_on, actor=actor)


def _refuse_wrong_level(role: Role, division: Division) -> None:
    """Raise Refusal unless `role` belongs on a place of this level."""
    on_unit, on_root = division.level is Level.UNIT, division.level is Level.COUNTRY
    refuse_if(role in OF_A_UNIT and not on_unit, AccountReason.WRONG_LEVEL, "division", role=role.label)
    refuse_if(role in OF_THE_WHOLE and not on_root, AccountReason.WHOLE_ONLY, "division", role=role.label)
    refuse_if(role is Role.OFFICIAL and on_unit, AccountReason.AREA_ONLY, "division", role=role.label)


def add_grant(*, account: Account, role: Role, division: Division, until_on: date | None, actor: Actor) -> Grant:
    """Store a grant from today on."""
    grant = Grant(account=account, role=role, division=division, from_on=clock.today(), until_on=until_on)
    db.session.add(grant)
    after = {"account": account.sign_in_name, "role": role.value, "division": division.code, "until": until_on}
    record(AccountTag.GRANTED, subject=account, actor=actor, place_id=division.id, after=after)
    if role is Role.ADMINISTRATOR:
        record(AccountTag.ALERT_ADMINISTRATOR, subject=account, actor=actor, after={"account": account.sign_in_name})
    return grant


def end_grant(*, grant: Grant, actor: Account) -> None:
    """End a grant at once; open pages of its holder lose it with the next click (A9)."""
    refuse_foreign(grant.account, actor, [grant])
    refuse_if(grant.ended_at is not None, AccountReason.ALREADY_ENDED)
    _end(grant, actor)


def end_grants_of_person(
    *, person_key: bytes, unit: Division, roles: Collection[Role], reason: str, actor: Actor
) -> list[Grant]:
    """An office ended, so these roles of its holder on the unit end; with the last role every sign-in ends."""
    query = select(Grant).join(Account).where(Account.person_key == person_key, Grant.ended_at.is_(None))
    ended = list(db.session.scalars(query.where(Grant.division_id == unit.id, Grant.role.in_(roles))))
    for grant in ended:
        _end(grant, actor, reason)
    for account in {one.account for one in ended}:
        if not any(one.ended_at is None for one in account.grants):
            end_sign_ins(account)
    return ended


def _end(grant: Grant, actor: Actor, reason: str = "") -> None:
    grant.ended_at = clock.now()
    after = {"account": grant.account.sign_in_name, "role": grant.role.value, "division": grant.division.code}
    told = {**after, "reason": reason} if reason else after
    record(AccountTag.GRANT_ENDED, subject=grant.account, actor=actor, place_id=grant.division_id, after=told)
