"""What anybody may ask: a posted month by its address, the postings of a board, the photographs from it."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.disclosure.models import Posting, PostingFile
from villagegov.disclosure.queries.items import words_of
from villagegov.disclosure.rules.months import in_words
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division
from villagegov.divisions.rules import level_of
from villagegov.extensions import db
from villagegov.notices.models import BoardEvidence, Notice
from villagegov.vocabulary import LazyString, _l


def posted_posting(code: str, number: int) -> Posting | None:
    """The posting with this number, its notice with all versions, its files; None as long as it is not posted (A8)."""
    if level_of(code) is None:
        return None
    query = (
        select(Posting)
        .join(Posting.unit)
        .where(Division.code == code, Posting.number == number, Posting.posted_at.is_not(None))
        .options(
            contains_eager(Posting.unit),
            joinedload(Posting.notice).selectinload(Notice.versions),
            joinedload(Posting.notice).selectinload(Notice.hangs).joinedload(BoardEvidence.file),
            selectinload(Posting.files).joinedload(PostingFile.file),
        )
    )
    return db.session.scalars(query).one_or_none()


def posted_before(one: Posting) -> Posting | None:
    """The posting of the same item for the newest period before; of an event and of a standing item there is none."""
    if one.happened_on is not None or one.period_from == one.period_until:
        return None
    query = select(Posting).where(Posting.unit_id == one.unit_id, Posting.item == one.item)
    query = query.where(Posting.period_until < one.period_from, Posting.posted_at.is_not(None))
    query = query.where(Posting.happened_on.is_(None)).order_by(Posting.period_until.desc())
    query = query.options(joinedload(Posting.notice).selectinload(Notice.versions))
    return db.session.scalars(query.limit(1)).one_or_none()


class Listed(NamedTuple):
    """A posting as a board names it: its number in the address, its name."""

    number: int
    words: LazyString


def postings_of_notices(notice_ids: Iterable[int]) -> dict[int, Listed]:
    """Notice id → its posting."""
    query = select(Posting).join(Posting.unit).options(contains_eager(Posting.unit))
    query = query.where(Posting.notice_id.in_(list(notice_ids)), Posting.posted_at.is_not(None))
    found = db.session.scalars(query)
    return {one.notice_id: Listed(one.number, listed_as(one)) for one in found if one.notice_id and one.number}


def listed_as(one: Posting) -> LazyString:
    """The name of a posting as a board lists it."""
    if one.item is Item.MONTHLY_ACCOUNTS:
        return _l("%(month)s财务收支明细", month=in_words(one.period_from))
    return words_of(one)


def board_photo(code: str, evidence_id: int) -> BoardEvidence | None:
    """A photograph from the board of the unit with this code."""
    if level_of(code) is None:
        return None
    query = select(BoardEvidence).join(BoardEvidence.notice).join(Notice.unit)
    query = query.where(Division.code == code, BoardEvidence.id == evidence_id)
    return db.session.scalars(query.options(joinedload(BoardEvidence.file))).one_or_none()


def last_place(unit: Division) -> str:
    """Where the unit's newest sheet was put up; empty before the first one."""
    query = select(BoardEvidence.place).join(BoardEvidence.notice).where(Notice.unit_id == unit.id)
    return db.session.scalar(query.order_by(BoardEvidence.id.desc()).limit(1)) or ""
