"""E-47 to E-52: the pre-vote's quorum and cut, the woman who is added, names by strokes."""

import pytest

from villagegov.elections.rules.preselection import Cut, cut, enough_came, excess_is_women, places, series, women_added
from villagegov.elections.vocabulary import Post
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import PreselectBody
from villagegov.people.rules.strokes import by_strokes, strokes_of, unknown_surname

LAW = PROFILES["V-2026"]
CHAIR, VICE, MEMBER = Post


@pytest.mark.parametrize(
    ("body", "present", "entitled", "enough"),
    [
        (PreselectBody.VOTERS, 500, 1000, False),
        (PreselectBody.VOTERS, 501, 1000, True),
        (PreselectBody.REPS, 29, 45, False),
        (PreselectBody.REPS, 30, 45, True),
    ],
)
def test_more_than_half_of_the_voters_or_two_thirds_of_the_representatives_come(
    body: PreselectBody, present: int, entitled: int, enough: bool
) -> None:
    assert enough_came(present=present, entitled=entitled, body=body) is enough


@pytest.mark.parametrize(("post", "seats", "most"), [(CHAIR, 1, 2), (VICE, 2, 3), (MEMBER, 3, 6)])
def test_a_post_has_places_for_its_seats_and_the_greatest_margin(post: Post, seats: int, most: int) -> None:
    assert places(post=post, seats=seats, profile=LAW) == most


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ([{1: 9, 2: 8, 3: 7}], Cut((1, 2), (), (3,))),
        ([{1: 9, 2: 8, 3: 8, 4: 1}], Cut((1,), (2, 3), (4,))),
        ([{1: 9, 2: 8, 3: 8, 4: 1}, {2: 10, 3: 11}], Cut((1, 3), (), (2, 4))),
        ([{1: 9, 2: 8, 3: 8, 4: 1}, {2: 10, 3: 10}], Cut((1,), (2, 3), (4,))),
        ([{1: 9, 2: 8, 3: 8, 4: 8}, {2: 5, 3: 5, 4: 1}, {2: 3, 3: 4}], Cut((1, 3), (), (2, 4))),
        ([{1: 7, 2: 7, 3: 7}], Cut((), (1, 2, 3), ())),
    ],
)
def test_the_most_votes_come_onto_the_list_and_equals_at_the_cut_vote_again(
    rounds: list[dict[int, int]], expected: Cut
) -> None:
    assert cut(rounds[0].keys(), rounds, at=2) == expected


def test_nobody_is_cut_where_there_are_not_too_many() -> None:
    assert cut([2, 1], [], at=2).chosen == (1, 2)


@pytest.mark.parametrize(
    ("running", "found"),
    [({1, 2, 3}, [{1: 1, 2: 2, 3: 3}, {1: 4, 2: 5}]), ({1, 2}, [{1: 4, 2: 5}]), ({1, 2, 3, 4}, [])],
)
def test_a_pre_vote_counts_only_where_all_who_run_were_voted_on(running: set[int], found: list[dict[int, int]]) -> None:
    assert series([{1: 1, 2: 2, 3: 3}, {1: 4, 2: 5}], running) == found


@pytest.mark.parametrize(
    ("left", "chosen", "added"),
    [
        ({5: (9,), 6: (12,)}, 0, [6]),
        ({5: (9,), 6: (9,), 7: (8,)}, 0, [5, 6]),
        ({5: (9,)}, 1, []),
        ({}, 0, []),
    ],
)
def test_the_woman_with_most_votes_is_added_when_the_list_has_none(
    left: dict[int, tuple[int, ...]], chosen: int, added: list[int]
) -> None:
    assert women_added(left, chosen=chosen, profile=LAW) == added


@pytest.mark.parametrize(
    ("chairs", "women", "fits"),
    [(3, {CHAIR: 1}, True), (3, {MEMBER: 1}, False), (3, {CHAIR: 1, MEMBER: 1}, False), (4, {CHAIR: 1}, False)],
)
def test_a_list_goes_beyond_the_margin_only_for_the_woman_it_would_lack(
    chairs: int, women: dict[Post, int], fits: bool
) -> None:
    listed, limits = {CHAIR: chairs, MEMBER: 4}, {CHAIR: 2, MEMBER: 6}

    assert excess_is_women(listed=listed, women=women, limits=limits, profile=LAW) is fits


def test_names_stand_by_the_strokes_of_the_surname_then_of_the_name() -> None:
    names = ["欧阳锋", "王伟", "方芳", "丁一", "王一平", "王一", "魏武"]

    assert sorted(names, key=by_strokes) == ["丁一", "王一", "王一平", "王伟", "方芳", "欧阳锋", "魏武"]


@pytest.mark.parametrize(
    ("letter", "strokes"), [("一", 1), ("王", 4), ("张", 7), ("魏", 17), ("𬀩", None), ("A", None)]
)
def test_the_list_of_strokes_knows_what_it_knows(letter: str, strokes: int | None) -> None:
    assert strokes_of(letter) == strokes


def test_a_surname_that_no_list_knows_stands_by_the_strokes_that_the_clerk_tells() -> None:
    names = ["魏五", "𬀩二", "王一"]

    assert [unknown_surname(name) for name in names] == ["", "𬀩", ""]
    assert sorted(names, key=lambda name: by_strokes(name, {"𬀩": 9})) == ["王一", "𬀩二", "魏五"]
    assert sorted(names, key=by_strokes)[-1] == "𬀩二"
