"""Voter cards put on paper, and issued again."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.elections.models import CardReissue, CardSheet, Roll, RollEntry
from villagegov.elections.queries.cards import issues_of
from villagegov.elections.rules.cards import Batch
from villagegov.elections.vocabulary import ElectionReason, Task
from villagegov.elections.vocabulary.cards import CardReason, CardTag
from villagegov.extensions import db
from villagegov.refusal import refuse_if


def note_printed(*, roll: Roll, batch: Batch, cards: int, actor: Account) -> CardSheet:
    """Cards were printed from the final roll (E-42). Raises Refusal(STEP_MISSING, NOBODY)."""
    refuse_unfinished(roll)
    refuse_if(not cards, CardReason.NOBODY)
    made = CardSheet(
        roll=roll,
        first_number=batch.first,
        last_number=batch.last,
        cards=cards,
        printed_at=clock.now(),
        printed_by_id=actor.id,
        printed_by_name=actor.name,
    )
    db.session.add(made)
    db.session.flush()
    after = {"first_number": batch.first, "last_number": batch.last, "cards": cards}
    record(CardTag.PRINTED, subject=roll, actor=actor, place_id=roll.unit.id, after=after)
    return made


def reissue_card(*, entry: RollEntry, reason: str, actor: Account) -> CardReissue:
    """A card was lost or spoilt; the code of the one before no longer holds. Raises Refusal(STEP_MISSING)."""
    roll = entry.roll
    refuse_unfinished(roll)
    issue = issues_of([entry]).get(entry.id, 1) + 1
    made = CardReissue(
        entry=entry,
        issue=issue,
        reason=reason,
        issued_at=clock.now(),
        issued_by_id=actor.id,
        issued_by_name=actor.name,
    )
    db.session.add(made)
    db.session.flush()
    after = {"number": entry.number, "issue": issue, "reason": reason}
    record(CardTag.REISSUED, subject=roll, actor=actor, place_id=roll.unit.id, after=after)
    return made


def refuse_unfinished(roll: Roll) -> None:
    """E-42: cards are issued from the roll once it is final."""
    refuse_if(roll.frozen_at is None, ElectionReason.STEP_MISSING, step=Task.ROLL_FREEZE.label)
