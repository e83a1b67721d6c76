"""In, out, and one's own password."""

import hashlib
import secrets

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account, SignIn, SignInAttempt
from villagegov.accounts.vocabulary import AccountReason, AccountTag
from villagegov.audit.record import record
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def prove_password(*, account: Account, proven_hash: str, attempt: SignInAttempt) -> None:
    """The password was right; where a second factor is set, its code is asked for next.

    Raises Refusal when the password proven a moment ago was changed meanwhile, has expired, or the account is closed.
    """
    _refuse_unless_open(account, proven_hash)
    attempt.succeeded = True


def _refuse_unless_open(account: Account, proven_hash: str) -> None:
    """Raise Refusal(WRONG, CLOSED, EXPIRED) unless this password still opens the account."""
    refuse_if(account.password_hash != proven_hash, AccountReason.WRONG, "password")
    refuse_if(account.disabled_at is not None, AccountReason.CLOSED)
    expired = account.temporary_until is not None and account.temporary_until <= clock.now()
    refuse_if(expired, AccountReason.EXPIRED)


def sign_in(*, account: Account, proven_hash: str, attempt: SignInAttempt, second_proven: bool = False) -> str:
    """Open a sign-in; the token goes into the cookie, only its hash is stored.

    A one-time code has half an hour left from its first use: long enough for a lost connection, not for a thief.
    Raises what `prove_password` raises.
    """
    _refuse_unless_open(account, proven_hash)
    refuse_if(account.second_secret is not None and not second_proven, AccountReason.CODE_LATE)
    if account.temporary_until is not None:
        account.temporary_until = min(account.temporary_until, clock.now() + rules.IDLE_LASTS)
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


def end_sign_ins(account: Account, *, but: str = "") -> None:
    """End every sign-in of an account, or all but the one of this token; part of what is recorded around it."""
    kept = hashlib.sha256(but.encode()).digest()
    for found in queries.open_sign_ins(account):
        if found.token_hash != kept:
            found.ended_at = clock.now()


def change_password(
    *, account: Account, proven_hash: str, password_hash: str, attempt: SignInAttempt, actor: Account
) -> None:
    """The holder's own change; ends every sign-in of the account, this one too. Raises Refusal(PASSWORD_WRONG)."""
    refuse_if(account.password_hash != proven_hash, AccountReason.PASSWORD_WRONG, "old")
    account.password_hash = password_hash
    account.temporary_until = None
    attempt.succeeded = True
    end_sign_ins(account)
    record(AccountTag.PASSWORD_CHANGED, subject=account, actor=actor)
