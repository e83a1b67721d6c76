"""The balance a unit's accounts begin with: entered from paper by one, confirmed by another (A10)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.disclosure.models import OpeningBalance
from villagegov.disclosure.queries.postings import opening_of
from villagegov.disclosure.rules.months import in_chinese, month_of
from villagegov.disclosure.vocabulary import DisclosureReason, PostingTag
from villagegov.divisions.models import Division
from villagegov.extensions import db
from villagegov.files.models import StoredFile
from villagegov.money import yuan
from villagegov.refusal import refuse, refuse_if


def enter_opening(
    *,
    unit: Division,
    from_month: date,
    amount_fen: int,
    document: str,
    file: StoredFile | None,
    actor: Account,
) -> OpeningBalance:
    """Write down what the unit had when its accounts begin here; it may be corrected until somebody confirms it."""
    month = month_of(from_month)
    refuse_if(month > month_of(clock.today()), DisclosureReason.FUTURE_MONTH, "from_month")
    balance = opening_of(unit)
    confirmed = balance is not None and balance.confirmed_at is not None
    refuse_if(confirmed, DisclosureReason.OPENING_CONFIRMED)
    if balance is None:
        balance = OpeningBalance(unit_id=unit.id, confirmed_by_name="", file_id=None)
    balance.from_month, balance.amount_fen, balance.document = month, amount_fen, document
    balance.file_id = file.id if file is not None else balance.file_id
    balance.entered_at, balance.entered_by_id, balance.entered_by_name = clock.now(), actor.id, actor.name
    db.session.add(balance)
    db.session.flush()
    after = {"month": in_chinese(month), "amount": yuan(amount_fen), "document": document}
    record(PostingTag.OPENING_ENTERED, subject=balance, actor=actor, place_id=unit.id, after=after)
    return balance


def confirm_opening(*, unit: Division, actor: Account) -> OpeningBalance:
    """A second person has compared it with the paper. Raises Refusal(SAME_PERSON, OPENING_MISSING)."""
    balance = opening_of(unit)
    if balance is None:
        refuse(DisclosureReason.OPENING_MISSING)
    refuse_if(balance.confirmed_at is not None, DisclosureReason.OPENING_CONFIRMED)
    entered_by = db.session.get_one(Account, balance.entered_by_id)
    refuse_if(same_person(actor, entered_by), DisclosureReason.SAME_PERSON)
    balance.confirmed_at, balance.confirmed_by_id, balance.confirmed_by_name = clock.now(), actor.id, actor.name
    after = {"month": in_chinese(balance.from_month), "amount": yuan(balance.amount_fen)}
    record(PostingTag.OPENING_CONFIRMED, subject=balance, actor=actor, place_id=unit.id, after=after)
    return balance
