"""Who may not take part in recording an election, and what was read on its sheets."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from villagegov.accounts.models import Account
from villagegov.elections.models import Candidate, CountEntry, CountSheet, Election, Poll, RollEntry
from villagegov.extensions import db


def stands_in(election: Election, account: Account) -> bool:
    """Whether the person behind `account` is a candidate of this election."""
    if account.person_key is None:
        return False
    query = (
        select(Candidate.id)
        .join(RollEntry, RollEntry.id == Candidate.roll_entry_id)
        .where(Candidate.election_id == election.id, RollEntry.person_key == account.person_key)
    )
    return db.session.scalar(query.limit(1)) is not None


def poll(poll_id: int) -> Poll | None:
    """One casting of votes."""
    return db.session.get(Poll, poll_id)


def sheet(sheet_id: int) -> CountSheet | None:
    """One count sheet with its station."""
    return db.session.get(CountSheet, sheet_id, options=[joinedload(CountSheet.station)])


def readers_of(entries: list[CountEntry]) -> list[Account]:
    """The accounts that read a sheet."""
    return list(db.session.scalars(select(Account).where(Account.id.in_([one.reader_id for one in entries]))))
