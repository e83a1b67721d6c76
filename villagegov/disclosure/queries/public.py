"""What anybody may ask: a posted month by its address, the postings of a board, the photographs from it."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from villagegov.disclosure.models import Posting, PostingFile
from villagegov.disclosure.rules.months import in_words
from villagegov.divisions.models import Division
from villagegov.divisions.rules import level_of
from villagegov.extensions import db
from villagegov.notices.models import BoardEvidence, Notice
from villagegov.vocabulary import LazyString


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


class Listed(NamedTuple):
    """A posting as a board names it: its number in the address, its month."""

    number: int
    words: LazyString


def postings_of_notices(notice_ids: Iterable[int]) -> dict[int, Listed]:
    """Notice id → its posting."""
    query = select(Posting.notice_id, Posting.number, Posting.period_from)
    query = query.where(Posting.notice_id.in_(list(notice_ids)), Posting.posted_at.is_not(None))
    rows = db.session.execute(query)
    return {
        key: Listed(number, in_words(month)) for key, number, month in rows if key is not None and number is not None
    }


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
