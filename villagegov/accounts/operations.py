"""Accounts, grants, passwords and sign-ins: everything that changes them."""

import hashlib
import secrets
from datetime import date

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account, Grant, SignIn, SignInAttempt
from villagegov.accounts.permissions import OF_A_UNIT, OF_THE_WHOLE, excluded_beside, may_give
from villagegov.accounts.vocabulary import AccountReason, AccountTag, Role
from villagegov.audit.record import Actor, record
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note_attempt(*, sign_in_name: str, device: str, address: str) -> SignInAttempt:
    """Count one try before it is evaluated. Raises Refusal(LOCKED) when the name or address must wait."""
    key, since = rules.attempt_key(sign_in_name, device), clock.now() - rules.WAIT
    waits = rules.must_wait(
        for_name=queries.failures(since, name_key=key),
        for_address=queries.failures(since, address=address),
        everywhere=queries.failures(since),
        known_device=bool(device),
    )
    refuse_if(waits, AccountReason.LOCKED)
    attempt = SignInAttempt(name_key=key, address=address, at=clock.now(), succeeded=False)
    db.session.add(attempt)
    return attempt


def sign_in(*, account: Account, proven_hash: str, attempt: SignInAttempt) -> str:
    """Open a sign-in; the token goes into the cookie, only its hash is stored.

    Raises Refusal when the password proven a moment ago was changed meanwhile, has expired, or the account is closed.
    """
    refuse_if(account.password_hash != proven_hash, AccountReason.WRONG, "password")
    refuse_if(account.disabled_at is not None, AccountReason.CLOSED)
    expired = account.temporary_until is not None and account.temporary_until <= clock.now()
    refuse_if(expired, AccountReason.EXPIRED)
    token = secrets.token_urlsafe(32)
    digest = hashlib.sha256(token.encode()).digest()
    db.session.add(SignIn(token_hash=digest, account_id=account.id, started_at=clock.now()))
    attempt.succeeded = True
    record(AccountTag.SIGNED_IN, subject=account, actor=account)
    return token


def sign_out(*, token: str, actor: Account) -> None:
    """End this sign-in; a saved cookie is worthless from now on (S6)."""
    found = queries.sign_in_of(token)
    if found is not None and found.ended_at is None:
        found.ended_at = clock.now()
        record(AccountTag.SIGNED_OUT, subject=actor, actor=actor)


def _end_sign_ins(account: Account) -> None:
    for found in queries.open_sign_ins(account):
        found.ended_at = clock.now()


def create_account(
    *, sign_in_name: str, name: str, person_key: bytes | None, password_hash: str, actor: Actor
) -> Account:
    """A new account with a temporary password somebody reads out; it must be changed at the first sign-in."""
    taken = queries.account_named(sign_in_name) is not None
    refuse_if(taken, AccountReason.NAME_TAKEN, "sign_in_name")
    account = Account(
        sign_in_name=sign_in_name,
        name=name,
        person_key=person_key,
        password_hash=password_hash,
        temporary_until=clock.now() + rules.TEMPORARY_LASTS,
        created_at=clock.now(),
    )
    db.session.add(account)
    db.session.flush()
    record(AccountTag.CREATED, subject=account, actor=actor, after={"sign_in_name": sign_in_name, "name": name})
    return account


def give_role(
    *, account: Account, role: Role, division: Division, until_on: date | None, giver_roles: list[Grant], actor: Account
) -> Grant:
    """Grant `role` on `division`. Raises Refusal when the giver may not, or it cannot stand there or beside others."""
    refuse_if(queries.same_person(account, actor), AccountReason.YOURSELF)
    giving = [one for one in giver_roles if may_give(one.role, role)]
    refuse_if(not giving, AccountReason.NOT_YOURS_TO_GIVE, "role", role=role.label)
    refuse_if(not any(_reaches(one, role, division) for one in giving), AccountReason.OUT_OF_AREA, "division")
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


def _reaches(giving: Grant, role: Role, division: Division) -> bool:
    """Within the giver's area; an official makes officials strictly below himself only."""
    if role is giving.role is Role.OFFICIAL and division.id == giving.division_id:
        return False
    return division.lies_in(giving.division)


def _refuse_foreign(account: Account, giver: Account, roles: list[Grant]) -> None:
    """Raise Refusal unless the giver could have given every one of these roles of the account, and is somebody else."""
    refuse_if(queries.same_person(account, giver), AccountReason.YOURSELF)
    own = queries.grants_on(giver, clock.today())
    for held in roles:
        fits = any(may_give(one.role, held.role) and _reaches(one, held.role, held.division) for one in own)
        refuse_if(not fits, AccountReason.NOT_YOURS_TO_GIVE, role=held.role.label)


def add_grant(*, account: Account, role: Role, division: Division, until_on: date | None, actor: Actor) -> Grant:
    """Store a grant from today on."""
    grant = Grant(account=account, role=role, division=division, from_on=clock.today(), until_on=until_on)
    db.session.add(grant)
    after = {"account": account.sign_in_name, "role": role.value, "division": division.code, "until": until_on}
    record(AccountTag.GRANTED, subject=account, actor=actor, place_id=division.id, after=after)
    return grant


def end_grant(*, grant: Grant, actor: Account) -> None:
    """End a grant at once; open pages of its holder lose it with the next click (A9)."""
    _refuse_foreign(grant.account, actor, [grant])
    refuse_if(grant.ended_at is not None, AccountReason.ALREADY_ENDED)
    grant.ended_at = clock.now()
    after = {"account": grant.account.sign_in_name, "role": grant.role.value, "division": grant.division.code}
    record(AccountTag.GRANT_ENDED, subject=grant.account, actor=actor, place_id=grant.division_id, after=after)


def change_password(
    *, account: Account, proven_hash: str, password_hash: str, attempt: SignInAttempt, actor: Account
) -> None:
    """The holder's own change; ends every sign-in of the account, this one too. Raises Refusal(PASSWORD_WRONG)."""
    refuse_if(account.password_hash != proven_hash, AccountReason.PASSWORD_WRONG, "old")
    account.password_hash = password_hash
    account.temporary_until = None
    attempt.succeeded = True
    _end_sign_ins(account)
    record(AccountTag.PASSWORD_CHANGED, subject=account, actor=actor)


def reset_password(*, account: Account, password_hash: str, actor: Account) -> None:
    """The level above prints a temporary password; ends every sign-in of the account."""
    _refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.password_hash = password_hash
    account.temporary_until = clock.now() + rules.TEMPORARY_LASTS
    _end_sign_ins(account)
    record(AccountTag.PASSWORD_RESET, subject=account, actor=actor, after={"account": account.sign_in_name})


def disable(*, account: Account, actor: Account) -> None:
    """Close an account and end its sign-ins."""
    _refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.disabled_at = clock.now()
    _end_sign_ins(account)
    record(AccountTag.DISABLED, subject=account, actor=actor, after={"account": account.sign_in_name})


def enable(*, account: Account, actor: Account) -> None:
    """Open a closed account again."""
    _refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.disabled_at = None
    record(AccountTag.ENABLED, subject=account, actor=actor, after={"account": account.sign_in_name})
