"""补充公告: the confirmed lines enter a posted roll together; count and fingerprint follow (E-39)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections import queries as elections
from villagegov.elections.models import Roll, RollChange, Supplement
from villagegov.elections.operations.changes import apply_change
from villagegov.elections.operations.steps import refuse_candidate
from villagegov.elections.queries import changes as queries
from villagegov.elections.queries.roll import roll_fingerprint
from villagegov.elections.vocabulary.changes import Change, ChangeReason, ChangeTag, LineState
from villagegov.extensions import db
from villagegov.refusal import refuse, refuse_if


def post_supplement(*, roll: Roll, posted_on: date, actor: Account) -> Supplement:
    """Put every confirmed line into the roll and keep what it was before. A frozen roll gets its new fingerprint.

    Raises Refusal(NOT_POSTED, NOTHING, POLLING, FUTURE, BEFORE) and whatever a line is refused for.
    """
    refuse_candidate(roll.election, actor)
    if roll.posted_on is None:
        refuse(ChangeReason.NOT_POSTED)
    refuse_if(elections.roll_is_fixed(roll.election), ChangeReason.POLLING)
    refuse_if(posted_on > clock.today(), ChangeReason.FUTURE, "posted_on")
    earlier = queries.supplements_of(roll)
    earliest = max([roll.posted_on, *(one.posted_on for one in earlier)])
    refuse_if(posted_on < earliest, ChangeReason.BEFORE, "posted_on", day=earliest)
    lines = [one for one in queries.waiting_changes(roll) if one.state is LineState.CONFIRMED]
    refuse_if(not lines, ChangeReason.NOTHING)
    before: dict[str, Any] = {"registered": roll.registered, "fingerprint": roll.fingerprint}
    for line in lines:
        apply_change(change=line, actor=actor)
    made = Supplement(
        roll=roll,
        number=1 + max((one.number for one in earlier), default=0),
        posted_on=posted_on,
        posted_at=clock.now(),
        registered_before=before["registered"],
        fingerprint_before=before["fingerprint"],
        registered=roll.registered,
        fingerprint=_new_fingerprint(roll),
        lines=lines,
    )
    db.session.add(made)
    after = {"number": made.number, "registered": made.registered, "fingerprint": made.fingerprint, **_counts(lines)}
    record(ChangeTag.SUPPLEMENTED, subject=roll, actor=actor, place_id=roll.unit.id, before=before, after=after)
    db.session.flush()
    return made


def _counts(lines: Sequence[RollChange]) -> dict[str, int]:
    count = Counter(one.change for one in lines)
    return {"added": count[Change.ADD], "struck": count[Change.STRIKE], "corrected": count[Change.CORRECT]}


def _new_fingerprint(roll: Roll) -> str:
    """Of the list as it is now; a roll not yet final keeps it for its supplement alone."""
    db.session.flush()
    found = roll_fingerprint(roll)
    if roll.frozen_at is not None:
        roll.fingerprint = found
    return found
