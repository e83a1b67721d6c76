"""The balance a unit's accounts begin with: entered from paper by one, confirmed by another (A10)."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.accounts.queries import same_person
from villagegov.audit.record import record
from villagegov.disclosure.models import OpeningBalance
from villagegov.disclosure.operations.steps import refuse_if_closed
from villagegov.disclosure.queries.postings import last_posted, opening_of, posting_for
from villagegov.disclosure.rules.months import in_chinese, in_words, month_of
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
    """Write down what the unit had when its accounts begin here; until a month is posted it may be put right.

    What is put right is confirmed anew, by another person than who did it.
    """
    month = month_of(from_month)
    refuse_if(month > month_of(clock.today()), DisclosureReason.FUTURE_MONTH, "from_month")
    balance = opening_of(unit)
    if balance is None:
        balance = OpeningBalance(unit_id=unit.id, file_id=None)
    else:
        _refuse_in_use(balance, month)
    balance.confirmed_at, balance.confirmed_by_id, balance.confirmed_by_name = None, None, ""
    balance.from_month, balance.amount_fen, balance.document = month, amount_fen, document
    balance.file_id = file.id if file is not None else balance.file_id
    balance.entered_at, balance.entered_by_id, balance.entered_by_name = clock.now(), actor.id, actor.name
    db.session.add(balance)
    db.session.flush()
    after = {"month": in_chinese(month), "amount": yuan(amount_fen), "document": document}
    record(PostingTag.OPENING_ENTERED, subject=balance, actor=actor, place_id=unit.id, after=after)
    return balance


def _refuse_in_use(balance: OpeningBalance, month: date) -> None:
    """C7: nothing changes below a posted month, nor below one that the supervisors have in their hands."""
    refuse_if(last_posted(balance.unit) is not None, DisclosureReason.OPENING_IN_USE)
    begun = posting_for(balance.unit, balance.from_month)
    if begun is not None:
        refuse_if_closed(begun)
        fixed = begun.period_from
        refuse_if(month != fixed, DisclosureReason.OPENING_MONTH_FIXED, "from_month", month=in_words(fixed))


def confirm_opening(*, unit: Division, actor: Account) -> OpeningBalance:
    """A second person has compared it with the paper. Raises Refusal(SAME_PERSON, OPENING_MISSING)."""
    balance = opening_of(unit)
    if balance is None:
        refuse(DisclosureReason.OPENING_MISSING)
    refuse_if(balance.confirmed_at is not None, DisclosureReason.OPENING_CONFIRMED)
    entered_by = db.session.get_one(Account, balance.entered_by_id)
    refuse_if(same_person(actor, entered_by), DisclosureReason.SAME_PERSON)
    balance.confirmed_at, balance.confirmed_by_id, balance.confirmed_by_name = clock.now(), actor.id, actor.name
    begun = posting_for(unit, balance.from_month)
    if begun is not None:
        begun.opening_fen = balance.amount_fen
    after = {"month": in_chinese(balance.from_month), "amount": yuan(balance.amount_fen)}
    record(PostingTag.OPENING_CONFIRMED, subject=balance, actor=actor, place_id=unit.id, after=after)
    return balance
