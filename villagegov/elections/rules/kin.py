"""Near kin among the winners: who stays, who leaves, who votes again (E-81)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from villagegov.elections.rules.log import Log
from villagegov.elections.vocabulary import Post, Step
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Field, KinBar

Pairs = Collection[frozenset[str]]


@dataclass(frozen=True)
class Winner:
    """One who won a seat, now or (`seated`) by an earlier poll."""

    key: str
    post: Post
    votes: int
    seated: bool = False


@dataclass
class KinOutcome:
    """Who leaves, and which kin vote again against each other for one seat."""

    kept: list[Winner] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    tied: list[tuple[str, ...]] = field(default_factory=list)


def kin_bar_applies(profile: Profile) -> bool:
    """Village law 2025 art. 8 (E-09): national from 2026, the province's before; none in the residents' law of 1990."""
    return profile.kin_bar is not KinBar.NONE


def resolve_kin(winners: Iterable[Winner], pairs: Pairs, log: Log) -> KinOutcome:
    """Hainan measures 2025 art. 33 (E-81, analog): higher office stays; then who sat before; then more votes."""
    outcome = KinOutcome()
    waiting = sorted(winners, key=lambda one: (*_standing(one), one.key))
    while waiting:
        equals = [one for one in waiting if _standing(one) == _standing(waiting[0])]
        waiting = waiting[len(equals) :]
        free = [one for one in equals if not _leaves(one, pairs, outcome, log)]
        for family in _families(free, pairs):
            if len(family) == 1 or family[0].seated:
                outcome.kept += family
                continue
            keys = tuple(one.key for one in family)
            log.write(Step.KIN_TIED, Field.KIN_TIE, post=family[0].post.value, persons=list(keys))
            outcome.tied.append(keys)
    return outcome


def _standing(one: Winner) -> tuple[int, bool, int]:
    """Highest office first, then those already seated (design choice), then most votes."""
    return one.post.rank, not one.seated, 0 if one.seated else -one.votes


def _leaves(one: Winner, pairs: Pairs, outcome: KinOutcome, log: Log) -> bool:
    other = next((kept for kept in outcome.kept if frozenset((one.key, kept.key)) in pairs), None)
    if other is None or (one.seated and other.post is one.post):
        return False
    who = {"person": one.key, "other": other.key}
    if other.post is not one.post:
        log.write(Step.KIN_HIGHER, Field.KIN_ORDER, **who)
    elif other.seated:
        log.write(Step.KIN_SEATED, Field.KIN_ORDER, **who)
    else:
        log.write(Step.KIN_MORE, Field.KIN_ORDER, votes=one.votes, other_votes=other.votes, **who)
    outcome.out.append(one.key)
    return True


def _families(equals: list[Winner], pairs: Pairs) -> list[list[Winner]]:
    """Groups of equals linked by kinship, each in the order of keys."""
    families: list[list[Winner]] = []
    for one in equals:
        linked = [family for family in families if any(frozenset((one.key, kin.key)) in pairs for kin in family)]
        joined = sorted([kin for family in linked for kin in family] + [one], key=lambda kin: kin.key)
        families = [family for family in families if family not in linked] + [joined]
    return families
