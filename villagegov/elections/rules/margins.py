"""How many more candidates than seats, and who stands in a rerun (E-47, E-48, E-50, E-86)."""

from collections.abc import Mapping, Set

from villagegov.elections.rules.seating import ranked
from villagegov.elections.vocabulary import Post
from villagegov.law.profiles import Profile


def more_candidates_than_seats(*, candidates: int, seats: int) -> bool:
    """Village law 2025 art. 18 (E-47): more candidates than seats for every post; equal numbers are refused."""
    return candidates > seats


def margin_range(post: Post, profile: Profile) -> tuple[int, int]:
    """Hainan measures 2025 art. 20 (E-48, analog): the least and the greatest margin of a post."""
    if post is Post.MEMBER:
        return profile.margin_member_min, profile.margin_member_max
    margin = profile.margin_chair if post is Post.CHAIR else profile.margin_vice
    return margin, margin


def candidates_are_enough(*, post: Post, candidates: int, seats: int, profile: Profile) -> bool:
    """E-47, E-48: at least the seats and the least margin."""
    return candidates >= seats + margin_range(post, profile)[0]


def candidates_are_too_many(*, post: Post, candidates: int, seats: int, profile: Profile) -> bool:
    """E-48: more than the seats and the greatest margin; a pre-vote must cut the list (E-51)."""
    return candidates > seats + margin_range(post, profile)[1]


def list_is_complete(*, seats: Mapping[Post, int], listed: Mapping[Post, int], profile: Profile) -> bool:
    """E-47, E-48: every post that has seats has its candidates and the least margin."""
    return bool(seats) and all(
        candidates_are_enough(post=post, candidates=listed.get(post, 0), seats=number, profile=profile)
        for post, number in seats.items()
    )


def seats_are_lawful(*, seats: int, profile: Profile) -> bool:
    """Village law 2025 art. 8, residents' law 2025 art. 8 (E-03, E-04): three to seven, five to nine."""
    return profile.seats_min <= seats <= profile.seats_max


def rerun_candidates(votes: Mapping[str, int], *, without: Set[str], number: int) -> tuple[str, ...]:
    """Village law 2025 art. 18 (E-86): the not elected with most votes; a tie at the cut takes all tied.

    Whoever got no vote at all does not stand.
    """
    left = [key for key in ranked(votes) if key not in without and votes[key] > 0]
    if number <= 0 or len(left) <= number:
        return tuple(left) if number > 0 else ()
    cut = votes[left[number - 1]]
    return tuple(key for key in left if votes[key] >= cut)
