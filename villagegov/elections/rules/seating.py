"""Who sits: the pool above the floor, the cut, the ties (rulebook 1.7 `elect`)."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from villagegov.elections.rules.counts import Casting, PollCount, PositionCount
from villagegov.elections.rules.decisions import RevoteGroup
from villagegov.elections.rules.log import Log
from villagegov.elections.vocabulary import PollKind, Step
from villagegov.law.vocabulary import Field


@dataclass(frozen=True)
class Seating:
    """One post while it is being decided."""

    elected: tuple[str, ...] = ()
    groups: tuple[RevoteGroup, ...] = ()
    short: int = 0
    reserved: int = 0

    @property
    def revoting(self) -> tuple[str, ...]:
        """Everybody who waits for a revote, once."""
        return tuple(dict.fromkeys(key for group in self.groups for key in group.candidates))


def reaches_floor(votes: int, casting: Casting) -> bool:
    """Village law 2025 art. 18 (E-77, E-87): over half of C; in a rerun one third or more; in a revote any vote."""
    if casting.kind is PollKind.FIRST:
        return 2 * votes > casting.collected
    if casting.kind is PollKind.RERUN:
        return casting.profile.rerun_floor_parts * votes >= casting.collected and votes > 0
    return votes > 0


def ranked(votes: Mapping[str, int]) -> list[str]:
    """Most votes first; equal votes by key, which decides nothing but the order of printing."""
    return sorted(votes, key=lambda key: (-votes[key], key))


def elect(pool: Iterable[str], votes: Mapping[str, int], seats: int) -> Seating:
    """Rulebook 1.7 `elect` (E-78, E-79, E-85): the most votes win, a tie at the cut votes again."""
    best = ranked({key: votes[key] for key in pool})
    if seats <= 0:
        return Seating()
    if len(best) <= seats:
        return Seating(tuple(best), short=seats - len(best))
    cut = votes[best[seats - 1]]
    if votes[best[seats]] < cut:
        return Seating(tuple(best[:seats]))
    above = tuple(key for key in best if votes[key] > cut)
    tied = tuple(key for key in best if votes[key] == cut)
    return Seating(above, (RevoteGroup(tied, seats - len(above)),))


def counted_votes(position: PositionCount, poll: PollCount, taken: Set[str], log: Log) -> dict[str, int]:
    """The votes of one post: without those who sit elsewhere, with what is carried down (E-82)."""
    kept = {key: votes for key, votes in position.votes.items() if key not in taken}
    away = sorted(key for key, votes in position.votes.items() if key in taken and votes)
    if away:
        log.write(Step.HOLDS_OTHER, Field.MAJORITY, post=position.post.value, persons=away)
    if position.women_only:
        kept = {key: votes for key, votes in kept.items() if key in position.female}
    return _carried(position, poll, kept, log) if poll.carry else kept


def _carried(position: PositionCount, poll: PollCount, votes: dict[str, int], log: Log) -> dict[str, int]:
    """Hainan measures 2025 art. 31 (E-82, analog): only who has votes for both, lost the higher; never upward."""
    higher = [other for other in poll.positions if other.post.rank < position.post.rank]
    result = dict(votes)
    for key in ranked(votes):
        above = sum(other.votes.get(key, 0) for other in higher)
        if above and votes[key]:
            result[key] = above + votes[key]
            figures = {"higher": above, "lower": votes[key], "votes": result[key]}
            log.write(Step.CARRIED, Field.CARRY, post=position.post.value, person=key, **figures)
    return result


def tell(position: PositionCount, seating: Seating, votes: Mapping[str, int], casting: Casting, log: Log) -> None:
    """Write who won with what, who reached the floor in vain, who votes again."""
    post, collected = position.post.value, casting.collected
    won = {PollKind.FIRST: Step.WON_MAJORITY, PollKind.RERUN: Step.WON_THIRD, PollKind.REVOTE: Step.WON_MOST}
    law = {PollKind.FIRST: Field.MAJORITY, PollKind.RERUN: Field.RERUN_FLOOR_PARTS, PollKind.REVOTE: Field.TIE}
    for key in seating.elected:
        step, article = won[casting.kind], law[casting.kind]
        log.write(step, article, post=post, person=key, votes=votes[key], collected=collected)
    for group in seating.groups:
        log.write(Step.TIED, Field.TIE, post=post, persons=list(group.candidates), seats=group.seats)
    busy = {*seating.elected, *seating.revoting}
    for key in ranked(votes):
        if key not in busy and reaches_floor(votes[key], casting):
            log.write(Step.OVER_BUT_FULL, Field.MOST_VOTES, post=post, person=key, votes=votes[key])
