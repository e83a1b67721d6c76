"""When seats have to be filled before the next round, which, and by when (E-105). Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.elections.rules.recall import months_later
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.by_election import Trigger
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import CommitteeKind, Field, Method


def triggers_of(*, members: int, has_chair: bool, women: int, profile: Profile) -> list[Trigger]:
    """Hainan measures 2025 art. 44 (E-105, analog): too few sit, or the chair or the only woman is missing."""
    found = (
        (Trigger.FEW, members < profile.min_seated),
        (Trigger.NO_CHAIR, not has_chair),
        (Trigger.NO_WOMAN, profile.woman_required and not women),
    )
    return [one for one, holds in found if holds]


def vacancies(planned: Mapping[Post, int] | None, sitting: Mapping[Post, int], profile: Profile) -> dict[Post, int]:
    """Village law 2025 art. 23 (E-105): the seats of the round that nobody holds.

    Where the round was not held here: the chair, and members up to the least the law wants.
    """
    if planned is None:
        chair = max(1 - sitting.get(Post.CHAIR, 0), 0)
        members = max(profile.seats_min - chair - sum(sitting.values()), 0)
        planned = {Post.CHAIR: chair + sitting.get(Post.CHAIR, 0), Post.MEMBER: members + sitting.get(Post.MEMBER, 0)}
    left = {post: number - sitting.get(post, 0) for post, number in planned.items()}
    return {post: left[post] for post in Post if left.get(post, 0) > 0}


def methods_of(committee: CommitteeKind) -> tuple[Method, ...]:
    """Village law 2025 art. 23, residents' law 2025 art. 24 (E-105): by all voters or by representatives."""
    village = committee is CommitteeKind.VILLAGE
    return (Method.VOTERS, Method.REPS) if village else tuple(Method)


def by_election_due(since: date, profile: Profile) -> Deadline:
    """Hainan measures 2025 art. 44 (E-105, analog): within so many months of the vacancy."""
    last = months_later(since, profile.byelection_months)
    return Deadline(since, (last - since).days, profile.cited(Field.BYELECTION_MONTHS))


def rest_of_term(untils: Iterable[date | None]) -> date | None:
    """Village law 2025 art. 23 (E-105): who is elected in between serves as long as the others."""
    return max((one for one in untils if one is not None), default=None)
