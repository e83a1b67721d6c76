"""Turnout: exact shares, shown half up, never judged by what is shown (rulebook 2)."""

from fractions import Fraction

import pytest

from villagegov.elections import measures
from villagegov.elections.measures import Turnout
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method


def test_an_area_adds_its_ballots_before_it_divides_x26() -> None:
    units = [Turnout(1000, 990), Turnout(9000, 8370)]

    assert measures.area_turnout(units).shown == "93.6%"
    assert measures.simple_mean(units) == Fraction(96, 100)


@pytest.mark.parametrize(
    ("registered", "voted", "shown", "met"),
    [
        (20000, 18590, "93.0%", False),
        (10000, 9299, "93.0%", False),
        (10000, 9300, "93.0%", True),
        (10000, 9301, "93.0%", True),
        (0, 0, "—", False),
    ],
)
def test_a_miss_that_rounding_hides_is_still_not_met_x27_x28(
    registered: int, voted: int, shown: str, met: bool
) -> None:
    assert measures.percent_shown(voted, registered) == shown
    assert measures.meets_goal(voted=voted, registered=registered, goal=93) is met


@pytest.mark.parametrize(("part", "shown"), [(9294, "92.9%"), (9295, "93.0%"), (9296, "93.0%"), (10000, "100.0%")])
def test_shares_are_shown_half_up_a09(part: int, shown: str) -> None:
    assert measures.percent_shown(part, 10000) == shown


@pytest.mark.parametrize(
    ("registered", "voted", "missing"), [(1000, 929, 1), (1000, 930, 0), (1000, 931, 0), (1001, 930, 1), (0, 0, 0)]
)
def test_the_missing_votes_reach_the_goal_and_no_fewer_would(registered: int, voted: int, missing: int) -> None:
    assert measures.missing_votes(voted=voted, registered=registered, goal=93) == missing


def test_households_and_voters_are_never_one_sum_t05() -> None:
    sums = measures.turnout_by_method(
        [(Method.VOTERS, Turnout(100, 90)), (Method.HOUSEHOLDS, Turnout(30, 20)), (Method.VOTERS, Turnout(10, 5))]
    )

    assert sums == {Method.VOTERS: Turnout(110, 95), Method.HOUSEHOLDS: Turnout(30, 20)}


@pytest.mark.parametrize(("voted", "review"), [(994, False), (995, False), (996, True), (1000, True)])
def test_a_turnout_above_995_per_mille_is_looked_at_again_t10(voted: int, review: bool) -> None:
    assert measures.needs_review(voted=voted, registered=1000, profile=PROFILES["V-2026"]) is review
    assert not measures.is_impossible(voted=voted, registered=1000)


def test_nobody_can_have_more_voters_than_registered_t10() -> None:
    assert measures.is_impossible(voted=1001, registered=1000)


def test_a_mean_needs_a_base() -> None:
    assert measures.simple_mean([Turnout(0, 0)]) is None
