"""The public form of a posting about to be posted: head, masked lines or rows, reviews, joint decision, files."""

from sqlalchemy import select

import villagegov.clock as clock
from villagegov.bodies.models import Standing
from villagegov.disclosure.models import Posting
from villagegov.disclosure.queries.items import cells_of, heading_words, shape_of, table_of
from villagegov.disclosure.queries.postings import reviews_of_round
from villagegov.disclosure.queries.reviewers import handlers_in_office, names_in_office
from villagegov.disclosure.rules.canonical import (
    PublicFile,
    PublicJoint,
    PublicLine,
    PublicReview,
    fields_of,
    joint_words,
    marked,
    packed,
    public_names,
    without_names,
)
from villagegov.disclosure.rules.catalogue import CUSTOMS
from villagegov.disclosure.rules.sums import balances, sums_of
from villagegov.disclosure.rules.tables import persons_in, sums_of_rows
from villagegov.disclosure.rules.tables.masking import hidden_in, posted_rows
from villagegov.disclosure.vocabulary import PayeeKind, PostingField
from villagegov.disclosure.vocabulary.catalogue import Shape
from villagegov.divisions.models import Division
from villagegov.elections.rules.wording import committee_words
from villagegov.extensions import db
from villagegov.law.vocabulary import CommitteeKind
from villagegov.money import yuan
from villagegov.privacy import find_personal_numbers, mask_name


def posting_fields(posting: Posting, *, number: int, signer: str) -> dict[str, str]:
    """7.3, rulebook 8.2: the named values of the notice; called within `reader.in_chinese()`."""
    unit, hidden = posting.unit, hidden_of(posting)
    head = {
        PostingField.TITLE: heading_words(posting),
        PostingField.ITEM: posting.item.value,
        PostingField.UNIT: committee_words(unit.name, CommitteeKind(unit.kind.value)),
        PostingField.NUMBER: str(number),
        PostingField.PERIOD_FROM: posting.period_from.isoformat(),
        PostingField.PERIOD_UNTIL: posting.period_until.isoformat(),
        **_head_of_shape(posting),
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
    return fields_of(head, reviews=reviews, files=files, lines=public_lines(posting), rows=table_rows(posting))


def _head_of_shape(posting: Posting) -> dict[PostingField, str]:
    """What accounts, tables and texts say besides."""
    table, head = table_of(posting), dict[PostingField, str]()
    if shape_of(posting) is Shape.ACCOUNTS:
        sums = sums_of(posting.opening_fen, posting.lines)
        head[PostingField.OPENING], head[PostingField.INCOME] = yuan(sums.opening), yuan(sums.income)
        head[PostingField.EXPENSE], head[PostingField.CLOSING] = yuan(sums.expense), yuan(sums.closing)
        return {**head, PostingField.COUNT: str(len(posting.lines))}
    if posting.happened_on is not None:
        head[PostingField.HAPPENED_ON] = posting.happened_on.isoformat()
    if table is None:
        return {**head, PostingField.TEXT: posting.text}
    sums_ = [(title, yuan(total) if money else str(total)) for title, total, money in table_sums(posting)]
    head[PostingField.COLUMNS] = packed([(one.title, one.kind.value) for one in table.columns if one.public])
    head[PostingField.SUMS], head[PostingField.COUNT] = packed(sums_), str(len(posting.rows))
    if table.complaints:
        head[PostingField.COMPLAINTS] = posting.complaint_phone
    if not posting.rows:
        head[PostingField.TEXT] = str(table.nothing)
    return head


def public_lines(posting: Posting) -> list[PublicLine]:
    """Rulebook 8.2 (NAME, PUB-ROLE): payees who are persons masked, handlers in full only while they hold an office."""
    lines = posting.lines
    shown = public_names((line.payee, line.payee_kind) for line in lines if line.payee)
    in_office, after, hidden = handlers_in_office(posting), balances(posting.opening_fen, lines), hidden_of(posting)
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


def table_rows(posting: Posting) -> list[list[str]]:
    """Rulebook 8.2: the rows of a table as they are posted; none for another shape."""
    table = table_of(posting)
    return posted_rows(cells_of(posting), table, hidden_of(posting)) if table is not None else []


def table_sums(posting: Posting) -> list[tuple[str, int, bool]]:
    """What the columns of a table add up to; nothing for another shape."""
    table = table_of(posting)
    return sums_of_rows(cells_of(posting), table) if table is not None else []


def hidden_of(posting: Posting) -> set[str]:
    """Rulebook 8.2 (NAME): whoever was paid or paid, or is named in a table; masked in every text that goes with it."""
    table = table_of(posting)
    if table is not None:
        mask = CUSTOMS[posting.item].mask
        return hidden_in(persons_in(cells_of(posting), table), mask=mask, in_office=names_in_office(posting))
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
