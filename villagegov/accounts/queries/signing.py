"""Open sign-ins, tries at a password, codes for a lost phone."""

import hashlib
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

import villagegov.clock as clock
from villagegov.accounts import rules
from villagegov.accounts.models import Account, Grant, RecoveryCode, SignIn, SignInAttempt
from villagegov.accounts.queries.rights import stays_open
from villagegov.extensions import db


def account_of_token(token: str) -> Account | None:
    """The account whose open sign-in this cookie token belongs to; None once it ended, grew old or was disabled."""
    digest = hashlib.sha256(token.encode()).digest()
    query = select(SignIn).where(SignIn.token_hash == digest, SignIn.ended_at.is_(None))
    loading = joinedload(SignIn.account).selectinload(Account.grants).joinedload(Grant.division)
    found = db.session.scalars(query.options(loading)).one_or_none()
    if found is None or found.account.disabled_at is not None:
        return None
    all_day = stays_open(found.account)
    holds = rules.sign_in_holds(started_at=found.started_at, now=clock.now(), all_day=all_day)
    return found.account if holds else None


def open_sign_ins(account: Account) -> list[SignIn]:
    """Sign-ins of `account` that have not ended."""
    query = select(SignIn).where(SignIn.account_id == account.id, SignIn.ended_at.is_(None))
    return list(db.session.scalars(query))


def rights_changed(account: Account) -> bool:
    """A9: whether a role of `account` ended after it signed in where it is being asked for."""
    found = sign_in_of(account.token)
    if found is None:
        return False
    first_day, today = clock.day_of(found.started_at), clock.today()
    taken = (one.ended_at is not None and one.ended_at >= found.started_at for one in account.grants)
    run_out = (one.until_on is not None and first_day <= one.until_on < today for one in account.grants)
    return any(taken) or any(run_out)


def sign_in_of(token: str) -> SignIn | None:
    """The sign-in of this cookie token."""
    digest = hashlib.sha256(token.encode()).digest()
    return db.session.scalars(select(SignIn).where(SignIn.token_hash == digest)).one_or_none()


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


def tries_from(since: datetime, *, address: str) -> int:
    """Everything counted from an address since a moment, right or wrong."""
    query = select(func.count()).where(SignInAttempt.at > since, SignInAttempt.address == address)
    return db.session.scalar(query) or 0


def names_held(since: datetime) -> int:
    """How many names have reached the limit of failed tries since a moment."""
    failed = select(SignInAttempt.name_key).where(SignInAttempt.at > since, SignInAttempt.succeeded.is_(False))
    held = failed.group_by(SignInAttempt.name_key).having(func.count() >= rules.NAME_LIMIT)
    return db.session.scalar(select(func.count()).select_from(held.subquery())) or 0


def is_held(account: Account) -> bool:
    """Whether wrong tries hold this name at present, at its password (on strange devices) or at its code (S1, S15)."""
    since, name = clock.now() - rules.WAIT, account.sign_in_name
    wrong = failures(since, name_key=rules.attempt_key(name, ""))
    wrong_codes = failures(since, name_key=rules.attempt_key(name, rules.SECOND_STEP))
    return wrong >= rules.NAME_LIMIT or wrong_codes >= rules.CODE_LIMIT


def recovery_codes_left(account: Account) -> int:
    """How many codes on paper are not used yet."""
    query = select(func.count()).where(RecoveryCode.account_id == account.id, RecoveryCode.used_at.is_(None))
    return db.session.scalar(query) or 0


def recovery_code(account: Account, code_hash: bytes) -> RecoveryCode | None:
    """The unused code of this hash."""
    query = select(RecoveryCode).where(RecoveryCode.account_id == account.id, RecoveryCode.code_hash == code_hash)
    return db.session.scalars(query.where(RecoveryCode.used_at.is_(None))).one_or_none()
