"""Whether the votes are possible at all (E-76 and the checks below rulebook 1.7)."""

from collections import Counter

from villagegov.elections.rules.counts import PollCount, PositionCount
from villagegov.elections.rules.log import Log
from villagegov.elections.vocabulary import Step
from villagegov.law.vocabulary import Field


def votes_are_possible(poll: PollCount, log: Log) -> bool:
    """Design choice (E-76): no post, no person has more votes than the valid ballots can hold."""
    possible = [_position_is_possible(position, poll.collected, log) for position in poll.positions]
    if not all(possible) or (poll.carry and not _people_are_possible(poll, log)):
        return False
    log.write(Step.VOTES_POSSIBLE, Field.LEDGER)
    return True


def sum_is_possible(position: PositionCount, collected: int) -> bool:
    """E-76: with several seats the limit is V_p × S, not C (X-29)."""
    return sum(position.votes.values()) <= position.seats * position.valid_of(collected)


def over_half(position: PositionCount, collected: int) -> list[str]:
    """Rulebook 1.7: those with more than half of the ballots; two of them for one seat is impossible (X-30)."""
    return sorted(key for key, votes in position.votes.items() if 2 * votes > collected)


def _position_is_possible(position: PositionCount, collected: int, log: Log) -> bool:
    post, valid = position.post.value, position.valid_of(collected)
    winners = over_half(position, collected)
    two = position.seats == 1 and len(winners) > 1
    if two:
        log.write(Step.VOTES_TWO_OVER_HALF, Field.MAJORITY, post=post, persons=winners, collected=collected)
    above = sorted(key for key, votes in position.votes.items() if votes > valid)
    for key in above:
        log.write(Step.VOTES_PERSON, Field.LEDGER, post=post, person=key, votes=position.votes[key], valid=valid)
    fits = sum_is_possible(position, collected)
    if not fits:
        total, limit = sum(position.votes.values()), position.seats * valid
        figures = {"sum": total, "valid": valid, "seats": position.seats, "limit": limit}
        log.write(Step.VOTES_SUM, Field.MARKS, post=post, **figures)
    return fits and not two and not above


def _people_are_possible(poll: PollCount, log: Log) -> bool:
    """E-82: v'(a, low) = v(a, high) + v(a, low) must stay within C; no ballot names a person twice (E-75)."""
    totals: Counter[str] = Counter()
    for position in poll.positions:
        totals.update(position.votes)
    above = sorted(key for key, votes in totals.items() if votes > poll.collected)
    for key in above:
        log.write(Step.VOTES_ACROSS, Field.CARRY, person=key, votes=totals[key], collected=poll.collected)
    return not above
