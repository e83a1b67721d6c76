"""The second factor: set, used, replaced and taken away."""

from collections.abc import Iterable

from sqlalchemy import delete

import villagegov.clock as clock
from villagegov.accounts import queries
from villagegov.accounts.models import Account, RecoveryCode, SignInAttempt
from villagegov.accounts.operations.attempts import let_try_again
from villagegov.accounts.operations.people import refuse_foreign
from villagegov.accounts.operations.signing import end_sign_ins, sign_in
from villagegov.accounts.vocabulary import AccountReason, AccountTag
from villagegov.audit.record import Actor, record
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


def sign_in_with_code(
    *, account: Account, proven_hash: str, step: int | None, recovery_hash: bytes, attempt: SignInAttempt
) -> str:
    """Password and code were right: open a sign-in. Raises Refusal(CODE_WRONG) also for a code seen before (S15)."""
    _spend(account, step, recovery_hash, account)
    attempt.succeeded = True
    return sign_in(account=account, proven_hash=proven_hash, attempt=attempt, second_proven=True)


def _spend(account: Account, step: int | None, recovery_hash: bytes, actor: Actor) -> None:
    """Use up a code of the app (`step`), or one on paper."""
    if step is not None:
        refuse_if(account.second_step is not None and step <= account.second_step, AccountReason.CODE_SEEN, "code")
        account.second_step = step
        return
    found = queries.recovery_code(account, recovery_hash)
    if found is None:
        refuse(AccountReason.CODE_WRONG, "code")
    found.used_at = clock.now()
    record(AccountTag.RECOVERY_USED, subject=account, actor=actor)


def set_second_factor(
    *, account: Account, sealed: bytes, step: int, recovery_hashes: Iterable[bytes], token: str, actor: Account
) -> None:
    """Store a proven secret and ten new codes on paper; every sign-in but this one ends."""
    refuse_if(account.second_secret is not None, AccountReason.SECOND_SET)
    account.second_secret, account.second_step = sealed, step
    _store_codes(account, recovery_hashes)
    end_sign_ins(account, but=token)
    record(AccountTag.SECOND_SET, subject=account, actor=actor)


def _store_codes(account: Account, hashes: Iterable[bytes]) -> None:
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    db.session.add_all(RecoveryCode(account_id=account.id, code_hash=one) for one in hashes)


def renew_recovery_codes(
    *,
    account: Account,
    step: int | None,
    recovery_hash: bytes,
    recovery_hashes: Iterable[bytes],
    attempt: SignInAttempt,
    actor: Account,
) -> None:
    """Ten new codes on paper; those before are void. Asks for a code that holds now."""
    refuse_if(account.second_secret is None, AccountReason.SECOND_NOT_SET)
    _spend(account, step, recovery_hash, actor)
    attempt.succeeded = True
    _store_codes(account, recovery_hashes)
    record(AccountTag.RECOVERY_RENEWED, subject=account, actor=actor)


def drop_second_factor(
    *, account: Account, step: int | None, recovery_hash: bytes, attempt: SignInAttempt, actor: Account
) -> None:
    """The holder takes it away, to do without or to set it up on a new phone. Asks for a code that holds now."""
    refuse_if(account.second_secret is None, AccountReason.SECOND_NOT_SET)
    _spend(account, step, recovery_hash, actor)
    attempt.succeeded = True
    _forget(account)
    record(AccountTag.SECOND_DROPPED, subject=account, actor=actor)


def reset_second_factor(*, account: Account, actor: Account) -> None:
    """The level above takes it away, because phone and paper are lost; every sign-in of the account ends."""
    refuse_foreign(account, actor, queries.grants_on(account, clock.today()))
    refuse_if(account.second_secret is None, AccountReason.SECOND_NOT_SET)
    reset_by_machine(account=account, actor=actor)


def reset_by_machine(*, account: Account, actor: Actor) -> None:
    """The same from the machine itself: nobody stands above the only administrator."""
    _forget(account)
    end_sign_ins(account)
    let_try_again(account)
    record(AccountTag.SECOND_RESET, subject=account, actor=actor, after={"account": account.sign_in_name})


def _forget(account: Account) -> None:
    account.second_secret = None
    _store_codes(account, ())
