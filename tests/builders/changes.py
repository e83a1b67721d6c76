"""Changes to a roll and supplementary notices, made by the operations themselves."""

from villagegov import clock
from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import Election, RollChange, Supplement
from villagegov.elections.operations import changes, supplements
from villagegov.transaction import transaction


def proposed(*, election: Election, number: int, actor: Account, reason: str = "户口已迁出。") -> RollChange:
    """The voter with this number is to leave the roll."""
    roll = queries.roll_of(election)
    with transaction(roll):
        entry = queries.entry_numbered(roll, number)
        assert entry is not None
        return changes.propose_strike(entry=entry, reason=reason, actor=actor)


def confirmed(*, election: Election, number: int, first: Account, second: Account) -> RollChange:
    """Proposed by one and confirmed by the other."""
    line = proposed(election=election, number=number, actor=first)
    with transaction(line):
        changes.confirm_change(change=line, actor=second)
    return line


def supplemented(*, election: Election, number: int, first: Account, second: Account) -> Supplement:
    """The voter with this number left a posted roll by a supplementary notice of today."""
    confirmed(election=election, number=number, first=first, second=second)
    roll = queries.roll_of(election)
    with transaction(roll):
        return supplements.post_supplement(roll=roll, posted_on=clock.today(), actor=second)
