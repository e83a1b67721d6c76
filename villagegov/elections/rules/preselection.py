"""From vetted nominees to the final list: places, the pre-vote's cut, the woman who is added (E-47 to E-52)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from villagegov.elections.rules.margins import margin_range
from villagegov.elections.vocabulary import Post
from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import PreselectBody

#: Nominee → votes in one pre-vote.
Counted = Mapping[int, int]


@dataclass(frozen=True)
class Cut:
    """What a pre-vote made of the nominees of one post, each part by falling votes."""

    chosen: tuple[int, ...]
    #: Equal at the cut: they vote again for what is left.
    tied: tuple[int, ...] = ()
    following: tuple[int, ...] = ()


def places(*, post: Post, seats: int, profile: Profile) -> int:
    """Hainan measures 2025 art. 20 (E-48, analog): at most the seats and the greatest margin."""
    return seats + margin_range(post, profile)[1]


def enough_came(*, present: int, entitled: int, body: PreselectBody) -> bool:
    """Hainan measures 2025 art. 18 (E-51, analog): more than half of the voters, or two thirds of representatives."""
    return 3 * present >= 2 * entitled if body is PreselectBody.REPS else 2 * present > entitled


def series(rounds: Sequence[Counted], running: Collection[int]) -> list[Counted]:
    """The last pre-vote in which all who still run were voted on, and those that broke its ties; else none."""
    first = max((at for at, counted in enumerate(rounds) if set(running) <= set(counted)), default=None)
    return [] if first is None else list(rounds[first:])


def votes_of(nominee: int, rounds: Sequence[Counted]) -> tuple[int, ...]:
    """The votes of one nominee in each of a series; more in an earlier one go before."""
    return tuple(counted.get(nominee, 0) for counted in rounds)


def cut(running: Collection[int], rounds: Sequence[Counted], *, at: int) -> Cut:
    """Hainan measures 2025 art. 18 (E-51, analog): the most votes; who is equal at the cut votes again."""
    ranked = sorted(running, key=lambda one: (votes_of(one, rounds), -one), reverse=True)
    if len(ranked) <= at:
        return Cut(tuple(ranked))
    last = votes_of(ranked[at - 1], rounds)
    if votes_of(ranked[at], rounds) != last:
        return Cut(tuple(ranked[:at]), (), tuple(ranked[at:]))
    return Cut(
        tuple(one for one in ranked if votes_of(one, rounds) > last),
        tuple(one for one in ranked if votes_of(one, rounds) == last),
        tuple(one for one in ranked if votes_of(one, rounds) < last),
    )


def women_added(left: Mapping[int, tuple[int, ...]], *, chosen: int, profile: Profile) -> list[int]:
    """Hainan measures 2025 art. 20 (E-50, analog): while the list lacks women, those with most votes are added.

    `left` holds the women who were cut, with their votes; `chosen` counts the women on the list. Equals come together.
    """
    added: list[int] = []
    ranked = sorted(left, key=lambda one: (left[one], -one), reverse=True)
    while ranked and chosen + len(added) < profile.min_women_candidates:
        equal = [one for one in ranked if left[one] == left[ranked[0]]]
        added += equal
        ranked = ranked[len(equal) :]
    return added


def excess_is_women(
    *, listed: Mapping[Post, int], women: Mapping[Post, int], limits: Mapping[Post, int], profile: Profile
) -> bool:
    """E-50 over E-48: a list is too long only where it would have women enough without the ones beyond the margin."""
    excess = {post: max(0, count - limits[post]) for post, count in listed.items()}
    fits = all(women.get(post, 0) >= number for post, number in excess.items())
    return fits and sum(women.values()) - sum(excess.values()) < profile.min_women_candidates
