"""The women's seat among the 委员 (E-80, rulebook 1.7 `member_step`)."""

from collections.abc import Mapping, Set
from dataclasses import replace

from villagegov.elections.rules.counts import Casting, PositionCount
from villagegov.elections.rules.decisions import RevoteGroup
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.seating import Seating, elect, reaches_floor
from villagegov.elections.vocabulary import PollKind, Post, Step
from villagegov.law.vocabulary import Field, WomenMode


def women_step_applies(position: PositionCount, casting: Casting) -> bool:
    """Village law 2025 art. 8 (E-07, E-80): among 委员, in a first poll, where the seat is reserved among them."""
    reserve = casting.profile.woman_required and casting.profile.women_mode is WomenMode.RESERVE
    first_members = position.post is Post.MEMBER and casting.kind is PollKind.FIRST
    return reserve and first_members and position.seats > 0 and not position.women_only


def seat(position: PositionCount, votes: Mapping[str, int], casting: Casting, woman_already: bool, log: Log) -> Seating:
    """Rulebook 1.7: `elect`, or `member_step` where a woman must still be found."""
    pool = {key for key in votes if reaches_floor(votes[key], casting)}
    if not women_step_applies(position, casting):
        return elect(pool, votes, position.seats)
    if woman_already:
        log.write(Step.WOMAN_ALREADY, Field.WOMEN_MODE)
        return elect(pool, votes, position.seats)
    return _with_a_woman(position, pool, votes, log)


def _with_a_woman(position: PositionCount, pool: Set[str], votes: Mapping[str, int], log: Log) -> Seating:
    """Hainan measures 2025 art. 32 (E-80, analog): the best woman over half first; none, one seat is kept."""
    women = sorted(pool & position.female)
    if not women:
        log.write(Step.WOMAN_RESERVED, Field.WOMEN_MODE, post=position.post.value)
        return replace(elect(pool, votes, position.seats - 1), reserved=1)
    top = max(votes[key] for key in women)
    best = tuple(key for key in women if votes[key] == top)
    rest = elect(pool - {best[0]}, votes, position.seats - 1)
    if len(best) == 1 or set(best[1:]) <= set(rest.elected):
        log.write(Step.WOMAN_FIRST, Field.WOMEN_MODE, post=position.post.value, person=best[0], votes=top)
        return replace(rest, elected=(best[0], *rest.elected))
    return _women_tied(position, best, rest, log)


def _women_tied(position: PositionCount, best: tuple[str, ...], rest: Seating, log: Log) -> Seating:
    """Rulebook 1.7: the best women are tied and not all get in: 再次投票 between them first.

    Only where every outcome of the one revote at the cut would seat a woman anyway, that one revote is enough.
    """
    group = rest.groups[0] if rest.groups else None
    if group is None or not set(best) & set(group.candidates):
        log.write(Step.WOMEN_TIED, Field.WOMEN_MODE, post=position.post.value, persons=list(best))
        return replace(rest, groups=(RevoteGroup(best, 1), *rest.groups))
    tied = tuple(sorted({*best, *group.candidates}))
    if len(tied) - len(best) < group.seats + 1:
        return replace(rest, groups=(RevoteGroup(tied, group.seats + 1),))
    log.write(Step.WOMEN_TIED, Field.WOMEN_MODE, post=position.post.value, persons=list(best))
    return replace(rest, groups=(RevoteGroup(best, 1), RevoteGroup(tied, group.seats)))


def guarantees_a_woman(seating: Seating, female: Set[str]) -> bool:
    """Whether a woman sits, or must sit after the revotes, or a seat waits for her."""
    revote = any(len(set(group.candidates) - female) < group.seats for group in seating.groups)
    return bool(seating.reserved) or revote or not female.isdisjoint(seating.elected)
