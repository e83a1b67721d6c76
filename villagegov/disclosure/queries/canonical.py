"""The public form of a posting about to be posted: head, masked lines, reviews, joint decision, attachments."""

from collections.abc import Iterator

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.bodies.models import Standing
from villagegov.disclosure.models import Posting, PostingLine
from villagegov.disclosure.queries.postings import reviews_of_round
from villagegov.disclosure.queries.reviewers import handlers_in_office
from villagegov.disclosure.rules.canonical import (
    PublicFile,
    PublicJoint,
    PublicLine,
    PublicReview,
    fields_of,
    joint_words,
    marked,
    public_names,
    without_names,
)
from villagegov.disclosure.rules.lines import CATEGORY, HANDLER, PAYEE, REMARK, SUMMARY, VOUCHER
from villagegov.disclosure.rules.months import in_chinese
from villagegov.disclosure.rules.sums import balances, sums_of
from villagegov.disclosure.vocabulary import PayeeKind, PostingField
from villagegov.divisions.models import Division
from villagegov.elections.rules.wording import committee_words, place_words
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.money import yuan
from villagegov.privacy import find_personal_numbers, mask_name
from villagegov.vocabulary import LazyString, _l


def posting_fields(posting: Posting, *, number: int, signer: str) -> dict[str, str]:
    """F-51, rulebook 8.2: the named values of the notice; called within `reader.in_chinese()`."""
    sums = sums_of(posting.opening_fen, posting.lines)
    unit, hidden = posting.unit, _hidden(posting)
    head = {
        PostingField.TITLE: f"{place_words(unit.name)}{in_chinese(posting.period_from)}财务收支明细",
        PostingField.ITEM: posting.item.value,
        PostingField.UNIT: committee_words(unit.name, CommitteeKind(unit.kind.value)),
        PostingField.NUMBER: str(number),
        PostingField.PERIOD_FROM: posting.period_from.isoformat(),
        PostingField.PERIOD_UNTIL: posting.period_until.isoformat(),
        PostingField.OPENING: yuan(sums.opening),
        PostingField.INCOME: yuan(sums.income),
        PostingField.EXPENSE: yuan(sums.expense),
        PostingField.CLOSING: yuan(sums.closing),
        PostingField.COUNT: str(len(posting.lines)),
        PostingField.REMARK: without_names(posting.remark, hidden),
        PostingField.CONTACT: contact_of(unit),
        PostingField.JOINT: _joint(posting, hidden),
        PostingField.SIGNER: signer,
    }
    reviews = [
        PublicReview(
            one.reviewer_name,
            str(one.verdict.label),
            without_names(one.note, hidden),
            clock.day_of(one.reviewed_at).isoformat(),
        )
        for one in reviews_of_round(posting)
    ]
    files = [
        PublicFile(without_names(one.file.shown_name, hidden), marked(one.file.served_sha256)) for one in posting.files
    ]
    return fields_of(head, lines=public_lines(posting), reviews=reviews, files=files)


def public_lines(posting: Posting) -> list[PublicLine]:
    """Rulebook 8.2 (NAME, PUB-ROLE): payees who are persons masked, handlers in full only while they hold an office."""
    lines = posting.lines
    shown = public_names((line.payee, line.payee_kind) for line in lines if line.payee)
    in_office, after, hidden = handlers_in_office(posting), balances(posting.opening_fen, lines), _hidden(posting)
    return [
        PublicLine(
            line.booked_on.isoformat(),
            line.voucher,
            without_names(line.summary, hidden),
            line.category,
            yuan(line.income_fen) if line.income_fen else "",
            yuan(line.expense_fen) if line.expense_fen else "",
            yuan(balance),
            shown.get(line.payee, ""),
            line.handler if line.handler in in_office or not line.handler else mask_name(line.handler),
            without_names(line.remark, hidden),
        )
        for line, balance in zip(lines, after, strict=True)
    ]


def _hidden(posting: Posting) -> set[str]:
    """Rulebook 8.2 (NAME): whoever was paid or paid as a person; masked in every text that goes with the accounts."""
    persons = {line.payee for line in posting.lines if line.payee_kind is PayeeKind.PERSON}
    return persons - handlers_in_office(posting)


def contact_of(unit: Division) -> str:
    """The committee's own telephone; left out when it is somebody's mobile (P-11)."""
    found = db.session.scalar(select(Standing.office_phone).where(Standing.unit_id == unit.id)) or ""
    return "" if find_personal_numbers(found) else found


def _joint(posting: Posting, hidden: set[str]) -> str:
    decision = posting.decision
    if decision is None:
        return ""
    held_on = decision.meeting.held_on.isoformat()
    votes = (decision.votes_for or 0, decision.votes_against or 0, decision.abstained or 0)
    return joint_words(PublicJoint(held_on, decision.number, without_names(decision.matter, hidden), *votes))


def public_texts(posting: Posting) -> Iterator[tuple[LazyString, str]]:
    """P-11: every text that becomes public, each with where it stands."""
    yield _l("说明"), posting.remark
    for number, line in enumerate(posting.lines, 1):
        for title, text in _cells(line):
            yield _l("第 %(number)s 笔的%(title)s", number=number, title=title), text
    for file in posting.files:
        yield _l("附件的文件名"), file.file.shown_name
    for review in reviews_of_round(posting):
        yield _l("%(name)s的审核意见", name=review.reviewer_name), review.note
    if posting.decision is not None:
        yield _l("联席会议的决定"), posting.decision.matter


def public_rows(posting: Posting) -> Iterator[tuple[LazyString, str]]:
    """P-11: the cells of each line together, for a number that was cut up over them."""
    for number, line in enumerate(posting.lines, 1):
        yield _l("第 %(number)s 笔", number=number), "，".join(text for _title, text in _cells(line))


def _cells(line: PostingLine) -> list[tuple[str, str]]:
    return [
        (VOUCHER, line.voucher),
        (SUMMARY, line.summary),
        (CATEGORY, line.category),
        (PAYEE, line.payee),
        (HANDLER, line.handler),
        (REMARK, line.remark),
    ]
