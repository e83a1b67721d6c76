"""The list of those who vote for their households or as residents' representatives."""

from collections.abc import Sequence

from sqlalchemy import delete, insert

from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import Elector, Roll
from villagegov.elections.queries.electors import electors_on, entry_ids
from villagegov.elections.vocabulary.electors import ELECTORS, ElectorReason, ElectorTag
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.refusal import refuse_if


def set_electors(*, roll: Roll, numbers: Sequence[int], actor: Account) -> None:
    """Residents' law 2025 arts. 17, 19 (E-35, E-74): the whole list, posted together with the roll.

    Raises Refusal(ALL_VOTE, POSTED, UNKNOWN).
    """
    refuse_if(roll.election.method is Method.VOTERS, ElectorReason.ALL_VOTE)
    refuse_if(roll.posted_on is not None, ElectorReason.POSTED)
    found = entry_ids(roll, numbers)
    unknown = [number for number in numbers if number not in found]
    refuse_if(bool(unknown), ElectorReason.UNKNOWN, "numbers", numbers=unknown[:20])
    before = {"electors": electors_on(roll)}
    db.session.execute(delete(Elector).where(Elector.roll_id == roll.id))
    rows = [{"roll_id": roll.id, "roll_entry_id": found[number]} for number in numbers]
    if rows:
        db.session.execute(insert(Elector), rows)
    after = {"electors": len(rows)}
    record(ElectorTag.SET, subject=roll, actor=actor, place_id=roll.unit.id, before=before, after=after)


def refuse_without_electors(roll: Roll) -> None:
    """E-35: the list of those who vote is posted with the roll."""
    method = roll.election.method
    missing = method is not Method.VOTERS and not electors_on(roll)
    refuse_if(missing, ElectorReason.NONE, who=ELECTORS[method])
