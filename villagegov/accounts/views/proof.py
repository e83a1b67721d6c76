"""The second step of signing in, and what was typed as its code."""

import base64
import hashlib
from typing import NamedTuple

from flask import request, session
from flask_login import current_user

import villagegov.clock as clock
from villagegov.accounts import codes, operations, queries, rules
from villagegov.accounts.models import Account, SignInAttempt
from villagegov.accounts.vocabulary import AccountReason
from villagegov.people.identity import UnreadableIdentityError
from villagegov.refusal import refuse
from villagegov.transaction import transaction
from villagegov.web.keyring import keys

#: The session's note that a password was right and its code is awaited.
AWAITED = "awaited"


class Typed(NamedTuple):
    """A code as it counts: the half minute it belongs to, or the hash of a code on paper."""

    step: int | None
    recovery_hash: bytes


def await_code(account: Account) -> None:
    """Remember that this reader proved the password; it opens nothing without the code."""
    session.clear()
    session[AWAITED] = [account.id, _mark(account), int(clock.now().timestamp())]


def awaited() -> Account | None:
    """The account whose code is awaited here; None after ten minutes, or once its password changed."""
    account_id, mark, since = session.get(AWAITED, [0, "", 0])
    waits = 0 <= clock.now().timestamp() - since < rules.CODE_AWAITED.total_seconds()
    account = queries.account(account_id) if waits else None
    fits = account is not None and account.second_secret is not None and _mark(account) == mark
    return account if fits else None


def _mark(account: Account) -> str:
    return hashlib.sha256(account.password_hash.encode()).hexdigest()


def typed_code(account: Account, typed: str) -> Typed:
    """What was typed, compared with the secret of the account."""
    try:
        secret = keys().unseal(account.second_secret or b"").decode()
    except UnreadableIdentityError:
        refuse(AccountReason.CODE_WRONG, "code")
    return Typed(codes.step_of(secret, typed, clock.now()), codes.recovery_hash(typed))


def counted_code(account: Account) -> SignInAttempt:
    """This try at a code, stored before it is evaluated."""
    with transaction():
        return operations.note_code_attempt(sign_in_name=account.sign_in_name, address=request.remote_addr or "")


def sealed_text(secret: str) -> str:
    """A proposed secret, to travel in the form of this account and no other."""
    return base64.urlsafe_b64encode(keys().seal(f"{current_user.id}\n{secret}".encode())).decode()


def proposed_secret(sealed: str) -> str:
    """The secret in a form of ours; empty when it is not one of this account."""
    try:
        owner, _line, secret = keys().unseal(base64.urlsafe_b64decode(sealed[:500])).decode().partition("\n")
    except (UnreadableIdentityError, ValueError, IndexError):
        return ""
    return secret if owner == str(current_user.id) else ""


def own_account() -> Account:
    """The reader's account itself, to be taken under its lock."""
    account: Account = current_user._get_current_object()
    return account
