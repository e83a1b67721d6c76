"""Accounts for a whole list of persons, and new one-time codes for some of them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.accounts import queries, rules
from villagegov.accounts.models import Account, Grant, SignInSeries
from villagegov.accounts.operations.people import reset_password
from villagegov.accounts.permissions import OF_A_UNIT, may_give
from villagegov.accounts.rules.slips import names_given, series_of
from villagegov.accounts.vocabulary import AccountReason, AccountTag, Role
from villagegov.audit.record import record
from villagegov.divisions.models import Division
from villagegov.divisions.vocabulary import Level
from villagegov.extensions import db
from villagegov.refusal import refuse_if


@dataclass(frozen=True)
class NewPerson:
    """Somebody who gets an account with one role, and the hash of the code printed for him."""

    name: str
    person_key: bytes
    role: Role
    division: Division
    until_on: date | None
    code_hash: str


def open_accounts(*, persons: Sequence[NewPerson], sha256: str, actor: Account) -> list[Account]:
    """An account for each, with a sign-in name given by the system; one audit entry for the whole list.

    Raises Refusal when the giver may not give one of the roles there, or a person got an account meanwhile.
    """
    _refuse_beyond_reach({(one.role, one.division) for one in persons}, actor)
    known = queries.known_persons(one.person_key for one in persons)
    refuse_if(bool(known), AccountReason.SLIPS_CHANGED)
    names = _next_names([one.division.code for one in persons])
    made = [_account(one, name) for one, name in zip(persons, names, strict=True)]
    db.session.add_all(made)
    db.session.flush()
    after = {"sha256": sha256, "count": len(made), "first": names[0], "last": names[-1]}
    record(AccountTag.SLIPS_PRINTED, subject=actor, actor=actor, after=after)
    return made


def _refuse_beyond_reach(asked: Collection[tuple[Role, Division]], giver: Account) -> None:
    own = queries.grants_on(giver, clock.today())
    for role, division in asked:
        giving = [one for one in own if may_give(one.role, role)]
        refuse_if(not giving or role not in OF_A_UNIT, AccountReason.NOT_YOURS_TO_GIVE, role=role.label)
        refuse_if(not any(queries.reaches(one, role, division) for one in giving), AccountReason.OUT_OF_AREA)
        refuse_if(division.level is not Level.UNIT, AccountReason.WRONG_LEVEL, role=role.label)


def _next_names(codes: Sequence[str]) -> list[str]:
    """Take running numbers under the lock of their series; they are never given twice."""
    counts, last = Counter(series_of(code) for code in codes), dict[str, int]()
    wanted = select(SignInSeries).where(SignInSeries.prefix.in_(counts)).order_by(SignInSeries.prefix)
    kept = {one.prefix: one for one in db.session.scalars(wanted.with_for_update())}
    for prefix in sorted(counts):
        series = kept.get(prefix) or SignInSeries(prefix=prefix, last_number=0)
        db.session.add(series)
        last[prefix] = series.last_number
        series.last_number += counts[prefix]
    db.session.flush()
    return names_given(codes, last)


def _account(one: NewPerson, sign_in_name: str) -> Account:
    grant = Grant(role=one.role, division=one.division, from_on=clock.today(), until_on=one.until_on)
    return Account(
        sign_in_name=sign_in_name,
        name=one.name,
        person_key=one.person_key,
        password_hash=one.code_hash,
        temporary_until=clock.now() + rules.TEMPORARY_LASTS,
        created_at=clock.now(),
        grants=[grant],
    )


def print_anew(*, accounts: Sequence[Account], code_hashes: Sequence[str], actor: Account) -> None:
    """New codes for these accounts; what was printed before is void, and every sign-in of theirs ends."""
    refuse_if(not accounts, AccountReason.NONE_CHOSEN, "chosen")
    for account, code_hash in zip(accounts, code_hashes, strict=True):
        reset_password(account=account, password_hash=code_hash, actor=actor)
