"""Accounts made, reset, closed and opened again, always from above."""

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account, Grant
from villagegov.accounts.operations.attempts import let_try_again
from villagegov.accounts.operations.signing import end_sign_ins
from villagegov.accounts.permissions import may_give
from villagegov.accounts.vocabulary import AccountReason, AccountTag
from villagegov.audit.record import Actor, record
from villagegov.extensions import db
from villagegov.refusal import refuse_if


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


def refuse_foreign(account: Account, giver: Account, roles: list[Grant]) -> None:
    """Raise Refusal unless the giver could have given every one of these roles of the account, and is somebody else."""
    refuse_if(queries.same_person(account, giver), AccountReason.YOURSELF)
    own = queries.grants_on(giver, clock.today())
    for held in roles:
        fits = any(may_give(one.role, held.role) and queries.reaches(one, held.role, held.division) for one in own)
        refuse_if(not fits, AccountReason.NOT_YOURS_TO_GIVE, role=held.role.label)


def reset_password(*, account: Account, password_hash: str, actor: Account) -> None:
    """The level above prints a temporary password; ends every sign-in of the account, and its waiting time."""
    refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.password_hash = password_hash
    account.temporary_until = clock.now() + rules.TEMPORARY_LASTS
    end_sign_ins(account)
    let_try_again(account)
    record(AccountTag.PASSWORD_RESET, subject=account, actor=actor, after={"account": account.sign_in_name})


def unlock(*, account: Account, actor: Account) -> None:
    """The level above lets a name try again before its quarter of an hour is over (S3)."""
    refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    refuse_if(not queries.is_held(account), AccountReason.NOT_HELD)
    let_try_again(account)
    record(AccountTag.UNLOCKED, subject=account, actor=actor, after={"account": account.sign_in_name})


def disable(*, account: Account, actor: Account) -> None:
    """Close an account and end its sign-ins."""
    refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.disabled_at = clock.now()
    end_sign_ins(account)
    record(AccountTag.DISABLED, subject=account, actor=actor, after={"account": account.sign_in_name})


def enable(*, account: Account, actor: Account) -> None:
    """Open a closed account again."""
    refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    account.disabled_at = None
    record(AccountTag.ENABLED, subject=account, actor=actor, after={"account": account.sign_in_name})
