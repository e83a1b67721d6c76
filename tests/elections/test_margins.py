"""More candidates than seats, and lawful numbers of seats."""

import pytest

from villagegov.elections.rules import margins
from villagegov.elections.vocabulary import Post
from villagegov.law.profiles import PROFILES

PROFILE = PROFILES["V-2026"]


@pytest.mark.parametrize(("candidates", "more"), [(2, False), (3, False), (4, True)])
def test_candidates_must_be_more_than_the_seats_x44(candidates: int, more: bool) -> None:
    assert margins.more_candidates_than_seats(candidates=candidates, seats=3) is more


@pytest.mark.parametrize(
    ("post", "candidates", "enough", "too_many"),
    [
        (Post.CHAIR, 1, False, False),
        (Post.CHAIR, 2, True, False),
        (Post.CHAIR, 3, True, True),
        (Post.MEMBER, 1, False, False),
        (Post.MEMBER, 4, True, False),
        (Post.MEMBER, 5, True, True),
    ],
)
def test_the_chair_has_one_candidate_more_and_the_members_one_to_three_e48(
    post: Post, candidates: int, enough: bool, too_many: bool
) -> None:
    figures = {"candidates": candidates, "seats": 1}

    assert margins.candidates_are_enough(post=post, profile=PROFILE, **figures) is enough
    assert margins.candidates_are_too_many(post=post, profile=PROFILE, **figures) is too_many


@pytest.mark.parametrize(
    ("key", "seats", "lawful"),
    [("V-2026", 2, False), ("V-2026", 3, True), ("V-2026", 7, True), ("V-2026", 8, False), ("R-2026", 4, False)],
)
def test_a_plan_of_eight_for_a_village_or_four_for_a_community_is_refused_x39(
    key: str, seats: int, lawful: bool
) -> None:
    assert margins.seats_are_lawful(seats=seats, profile=PROFILES[key]) is lawful
