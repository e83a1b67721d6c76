"""Results that were decided and hang nowhere yet: for the board of the unit (D-03, CW-06)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from villagegov.elections.models import Election, Outcome, Poll, Round
from villagegov.elections.queries.chain import has_findings
from villagegov.elections.vocabulary import Gate
from villagegov.extensions import db


class Unposted(NamedTuple):
    """A decided result without its notice."""

    unit_id: int
    election_id: int
    round_name: str
    decided_at: datetime


def unposted_results(unit_ids: Iterable[int]) -> list[Unposted]:
    """Valid castings of these units whose result is not posted, the earliest first."""
    query = select(Election.unit_id, Election.id, Round.name, Outcome.decided_at)
    query = query.join(Round, Round.id == Election.round_id).join(Poll, Poll.election_id == Election.id)
    query = query.join(Outcome, Outcome.poll_id == Poll.id)
    query = query.where(Election.unit_id.in_(list(unit_ids)), Round.practice.is_(False), ~has_findings())
    query = query.where(Poll.notice_id.is_(None), Outcome.gate == Gate.VALID).order_by(Outcome.decided_at)
    return [Unposted(*row) for row in db.session.execute(query)]
