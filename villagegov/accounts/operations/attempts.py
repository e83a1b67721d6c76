"""Tries at a password or a code are counted before they are evaluated; too many wait, and are told to the auditor."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account, SignInAttempt
from villagegov.accounts.vocabulary import AccountReason, AccountTag
from villagegov.audit.queries import told_since
from villagegov.audit.record import CommandLine, record
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note_attempt(*, sign_in_name: str, device: str, address: str) -> SignInAttempt:
    """Count one try before it is evaluated. Raises Refusal(LOCKED) when the name or address must wait."""
    key, since = rules.attempt_key(sign_in_name, device), clock.now() - rules.WAIT
    _one_at_a_time(key)
    for_name = queries.failures(since, name_key=key)
    for_address, everywhere = queries.failures(since, address=address), queries.failures(since)
    waits = rules.must_wait(
        for_name=for_name, for_address=for_address, everywhere=everywhere, known_device=bool(device)
    )
    refuse_if(waits, AccountReason.LOCKED)
    attempt = _counted(key, address)
    _alert(attempt, since, for_name=for_name, for_address=for_address, everywhere=everywhere)
    return attempt


def note_code_attempt(*, sign_in_name: str, address: str) -> SignInAttempt:
    """The same for a code of the second factor: ten wrong ones wait (S15). Raises Refusal(CODE_LOCKED)."""
    key, since = rules.attempt_key(sign_in_name, rules.SECOND_STEP), clock.now() - rules.WAIT
    _one_at_a_time(key)
    wrong = queries.failures(since, name_key=key)
    refuse_if(wrong >= rules.CODE_LIMIT, AccountReason.CODE_LOCKED)
    attempt = _counted(key, address)
    if wrong + 1 == rules.CODE_LIMIT:
        _tell_once(AccountTag.ALERT_FAILURES, attempt, since, {"failures": wrong + 1, "reader": address})
    return attempt


def note_card_attempt(*, roll_id: int, number: str, address: str) -> SignInAttempt:
    """The same for the code on a voter card: five wrong ones hold the card, fifty an address (E-42).

    Counted apart from sign-ins, so that a busy address on polling day keeps no clerk out. Raises Refusal(CARD_LOCKED).
    """
    key, since = rules.attempt_key(f"voter card\n{roll_id}\n{number}", ""), clock.now() - rules.WAIT
    _one_at_a_time(key)
    counted_as = f"card {address}"
    for_card = queries.failures(since, name_key=key)
    waits = for_card >= rules.NAME_LIMIT or queries.failures(since, address=counted_as) >= rules.ADDRESS_LIMIT
    refuse_if(waits, AccountReason.CARD_LOCKED)
    return _counted(key, counted_as)


def note_receipt_attempt(*, code_hash: bytes, address: str) -> SignInAttempt:
    """The same for the code on a receipt of a question: five of one wrong code, fifty of an address wait (P-13).

    Raises Refusal(RECEIPT_LOCKED).
    """
    key, since = rules.attempt_key(f"receipt\n{code_hash.hex()}", ""), clock.now() - rules.WAIT
    _one_at_a_time(key)
    counted_as = f"receipt {address}"
    waits = queries.failures(since, name_key=key) >= rules.NAME_LIMIT
    waits = waits or queries.failures(since, address=counted_as) >= rules.ADDRESS_LIMIT
    refuse_if(waits, AccountReason.RECEIPT_LOCKED)
    return _counted(key, counted_as)


def settle_attempt(*, attempt: SignInAttempt) -> None:
    """The code was right."""
    attempt.succeeded = True


def note_asking(*, address: str) -> SignInAttempt:
    """A resident writes to a committee or a township: five an hour from one address. Raises Refusal(WRITTEN_MUCH).

    Counted as a try that succeeded, so that it keeps nobody from signing in.
    """
    counted_as = f"asking {address}"
    key = rules.attempt_key(counted_as, "")
    _one_at_a_time(key)
    written = queries.tries_from(clock.now() - rules.ASKING_SPAN, address=counted_as)
    refuse_if(written >= rules.ASKING_LIMIT, AccountReason.WRITTEN_MUCH)
    attempt = _counted(key, counted_as)
    attempt.succeeded = True
    return attempt


def _one_at_a_time(key: bytes) -> None:
    """Guesses at one name at the same moment are counted one after the other; SQLite has one writer anyway."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(select(func.pg_advisory_xact_lock(int.from_bytes(key[:8], "big", signed=True))))


def let_try_again(account: Account) -> None:
    """Wrong tries so far hold this name no longer, at its password and at its code; those of addresses stay counted."""
    for device in ("", rules.SECOND_STEP):
        key = rules.attempt_key(account.sign_in_name, device)
        db.session.add(SignInAttempt(name_key=key, address="", at=clock.now(), succeeded=True))


def _counted(key: bytes, address: str) -> SignInAttempt:
    attempt = SignInAttempt(name_key=key, address=address, at=clock.now(), succeeded=False)
    db.session.add(attempt)
    return attempt


def _alert(attempt: SignInAttempt, since: datetime, *, for_name: int, for_address: int, everywhere: int) -> None:
    """O6: one entry a quarter of an hour for each kind of trouble."""
    if for_address + 1 >= rules.ALERT_FAILURES:
        after = {"failures": for_address + 1, "reader": attempt.address}
        _tell_once(AccountTag.ALERT_FAILURES, attempt, since, after)
    if everywhere + 1 >= rules.ALERT_SPRAY:
        _tell_once(AccountTag.ALERT_SPRAY, attempt, since, {"failures": everywhere + 1})
    if for_name + 1 == rules.NAME_LIMIT:
        db.session.flush()
        held = queries.names_held(since)
        if held >= rules.ALERT_LOCKED_NAMES:
            _tell_once(AccountTag.ALERT_LOCKOUTS, attempt, since, {"names": held})


def _tell_once(tag: AccountTag, attempt: SignInAttempt, since: datetime, after: Mapping[str, object]) -> None:
    if not told_since(tag, since):
        record(tag, subject=attempt, actor=CommandLine(), after=after)
