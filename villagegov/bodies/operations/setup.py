"""Taking a unit over: closed by the second person once everything needed is there."""

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.audit.record import record
from villagegov.bodies.models import Standing
from villagegov.bodies.queries.places import standing_of
from villagegov.bodies.queries.setup import facts_of
from villagegov.bodies.rules.setup import missing_to_close
from villagegov.bodies.vocabulary import BodyReason, BodyTag
from villagegov.divisions.models import Division
from villagegov.refusal import refuse, refuse_if


def close_set_up(*, unit: Division, actor: Account) -> Standing:
    """From now on the unit works here. Raises Refusal(TAKEN_OVER_ALREADY, SET_UP_OPEN)."""
    standing, missing = standing_of(unit), missing_to_close(facts_of(unit))
    if standing is None or missing:
        refuse(BodyReason.SET_UP_OPEN, steps=[str(step.named(unit.kind)) for step in missing])
    refuse_if(standing.taken_over_at is not None, BodyReason.TAKEN_OVER_ALREADY)
    standing.taken_over_at = clock.now()
    record(BodyTag.TAKEN_OVER, subject=standing, actor=actor, place_id=unit.id)
    return standing
