"""Voter cards: who gets one, which issue it is, and what was printed."""

from collections.abc import Iterable

from sqlalchemy import func, select

from villagegov.elections.models import CardReissue, CardSheet, Roll, RollEntry
from villagegov.elections.queries.roll import entries
from villagegov.elections.rules.cards import Batch
from villagegov.extensions import db


def sheets_of_cards(roll: Roll) -> list[CardSheet]:
    """What was printed, the newest first."""
    return list(db.session.scalars(select(CardSheet).where(CardSheet.roll_id == roll.id).order_by(CardSheet.id.desc())))


def entries_between(roll: Roll, batch: Batch) -> list[RollEntry]:
    """Those with numbers of this stretch."""
    query = entries(roll).where(RollEntry.number.between(batch.first, batch.last))
    return list(db.session.scalars(query))


def issues_of(found: Iterable[RollEntry]) -> dict[int, int]:
    """Entry id → which issue of its card holds; those never reissued are left out."""
    query = select(CardReissue.roll_entry_id, func.max(CardReissue.issue)).group_by(CardReissue.roll_entry_id)
    rows = db.session.execute(query.where(CardReissue.roll_entry_id.in_([one.id for one in found])))
    return {row[0]: row[1] for row in rows}


def reissues_of(entry: RollEntry) -> list[CardReissue]:
    """A voter's cards after the first, the newest first."""
    query = select(CardReissue).where(CardReissue.roll_entry_id == entry.id)
    return list(db.session.scalars(query.order_by(CardReissue.issue.desc())))
