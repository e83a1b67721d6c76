"""One post: the double majority, the cut, ties, reruns and the women's seat, at their boundaries."""

import pytest

from tests.elections.counted import casting, position
from villagegov.elections.rules import RevoteGroup, decide_position
from villagegov.elections.rules.gates import poll_is_valid, reps_poll_is_valid
from villagegov.elections.vocabulary import Gate, PollKind, Post, Step
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method


@pytest.mark.parametrize(("collected", "valid"), [(499, False), (500, False), (501, True)])
def test_exactly_half_is_not_more_than_half_x01(collected: int, valid: bool) -> None:
    assert poll_is_valid(registered=1000, collected=collected) is valid


@pytest.mark.parametrize(("collected", "valid"), [(39, False), (40, False), (41, True)])
def test_representatives_need_more_than_two_thirds_x24(collected: int, valid: bool) -> None:
    assert reps_poll_is_valid(representatives=60, collected=collected) is valid


def test_before_2026_a_majority_of_the_representatives_was_enough_e74() -> None:
    of_reps = {"registered": 60, "issued": 40, "collected": 40, "method": Method.REPS}
    count = position({"A": 21, "B": 19}, post=Post.CHAIR)

    gates = [
        decide_position(count, casting(profile=PROFILES[key], **of_reps), woman_already=True).gate
        for key in ("R-1990", "R-2026")
    ]

    assert gates == [Gate.VALID, Gate.VOID_TURNOUT]


@pytest.mark.parametrize(("votes", "elected"), [(499, ()), (500, ()), (501, ("A",))])
def test_no_one_is_elected_with_exactly_half_of_those_who_voted_x04(votes: int, elected: tuple[str, ...]) -> None:
    decision = decide_position(position({"A": votes}), casting(), woman_already=True)

    assert decision.elected == elected


@pytest.mark.parametrize(("votes", "elected"), [(299, ()), (300, ("A",)), (301, ("A",))])
def test_in_a_rerun_exactly_one_third_is_enough_x15(votes: int, elected: tuple[str, ...]) -> None:
    rerun = casting(kind=PollKind.RERUN, registered=1500, issued=910, collected=900)

    assert decide_position(position({"A": votes}), rerun, woman_already=True).elected == elected


def test_a_revote_has_no_floor_and_no_turnout_of_its_own_x11() -> None:
    revote = casting(kind=PollKind.REVOTE, issued=620, collected=620)

    decision = decide_position(position({"C": 310, "D": 295}), revote, woman_already=True)

    assert (decision.gate, decision.elected) == (Gate.VALID, ("C",))


def test_a_second_tie_votes_again_e79() -> None:
    revote = casting(kind=PollKind.REVOTE, issued=620, collected=620)

    decision = decide_position(position({"C": 300, "D": 300}), revote, woman_already=True)

    assert (decision.elected, decision.revote, decision.revote_seats) == ((), ("C", "D"), 1)


def test_several_seats_allow_valid_ballots_times_seats_and_no_more_x29() -> None:
    votes = {"A": 700, "B": 650, "C": 500}
    of_900 = casting(issued=900, collected=900, registered=1500)

    decision = decide_position(position(votes, seats=2), of_900, woman_already=True)

    assert decision.gate is Gate.DATA_ERROR_VOTES
    assert decide_position(position({**votes, "C": 450}, seats=2), of_900, woman_already=True).gate is Gate.VALID


def test_two_over_half_for_one_chair_is_a_mistake_in_the_count_x30() -> None:
    decision = decide_position(position({"A": 501, "B": 502}, post=Post.CHAIR), casting(), woman_already=True)

    assert decision.gate is Gate.DATA_ERROR_VOTES
    assert Step.VOTES_TWO_OVER_HALF in [line.step for line in decision.log]


def test_no_one_has_more_votes_than_there_are_valid_ballots_e76() -> None:
    decision = decide_position(position({"A": 951}, seats=3, blank=50), casting(), woman_already=True)

    assert decision.gate is Gate.DATA_ERROR_VOTES


@pytest.mark.parametrize(("valid", "gate"), [(899, "DATA_ERROR_LEDGER"), (900, "VALID"), (901, "DATA_ERROR_LEDGER")])
def test_valid_invalid_and_blank_make_the_collected_e70(valid: int, gate: str) -> None:
    count = position({"A": 600}, valid=valid, invalid=60, blank=40)

    assert decide_position(count, casting(), woman_already=True).gate == gate


@pytest.mark.parametrize(("third", "listed"), [(299, ("C", "D")), (300, ("C", "D", "E")), (301, ("C", "E"))])
def test_a_tie_at_the_cut_of_the_rerun_list_takes_all_tied_e86(third: int, listed: tuple[str, ...]) -> None:
    count = position({"A": 700, "B": 520, "C": 480, "D": 300, "E": third}, seats=3)

    decision = decide_position(count, casting(), woman_already=True)

    assert decision.rerun_candidates == listed


def test_after_a_rerun_there_is_no_list_for_another_x16() -> None:
    rerun = casting(kind=PollKind.RERUN, issued=910, collected=901)

    decision = decide_position(position({"C": 300, "D": 290}), rerun, woman_already=True)

    assert (decision.short, decision.rerun_candidates) == (1, ())


def test_the_two_best_women_tied_for_one_place_vote_again_first_e80() -> None:
    count = position({"M1": 800, "M2": 700, "M3": 650, "W1": 520, "W2": 520}, seats=4)
    few = position({"M1": 700, "W1": 520, "W2": 520}, seats=2)

    assert decide_position(few, casting(), woman_already=False).elected == ("M1",)
    decision = decide_position(count, casting(), woman_already=False)
    assert decision.elected == ("M1", "M2", "M3")
    assert decision.revote_groups == (RevoteGroup(("W1", "W2"), 1),)


def test_tied_women_who_both_get_in_do_not_vote_again_e80() -> None:
    decision = decide_position(position({"M1": 700, "W1": 600, "W2": 600}, seats=3), casting(), woman_already=False)

    assert (decision.elected, decision.revote) == (("W1", "M1", "W2"), ())


def test_women_tied_with_as_many_men_as_seats_vote_between_themselves_first_e80() -> None:
    count = position({"M1": 600, "M2": 600, "M3": 600, "W1": 600, "W2": 600}, seats=3)

    decision = decide_position(count, casting(), woman_already=False)

    everyone = ("M1", "M2", "M3", "W1", "W2")
    assert decision.revote_groups == (RevoteGroup(("W1", "W2"), 1), RevoteGroup(everyone, 2))
    assert (decision.revote, decision.revote_seats) == (("W1", "W2", "M1", "M2", "M3"), 3)


def test_one_revote_is_enough_when_a_woman_must_come_out_of_it_e80() -> None:
    count = position({"M1": 800, "M2": 600, "W1": 600, "W2": 600}, seats=3)

    decision = decide_position(count, casting(), woman_already=False)

    assert decision.revote_groups == (RevoteGroup(("M2", "W1", "W2"), 2),)


def test_the_reserved_seat_and_the_other_seats_have_their_own_lists_e86() -> None:
    count = position({"M1": 800, "M2": 400, "M3": 390, "M4": 300, "W1": 490, "W2": 120}, seats=3)

    decision = decide_position(count, casting(), woman_already=False)

    assert (decision.elected, decision.short, decision.women_reserved) == (("M1",), 1, 1)
    assert decision.rerun_candidates == ("W1", "W2")
    assert decision.rerun_candidates_general == ("M2", "M3")


def test_too_few_women_with_votes_reopen_nomination_for_their_seat() -> None:
    count = position({"M1": 800, "M2": 700, "W1": 490, "W2": 0}, seats=2)

    decision = decide_position(count, casting(), woman_already=False)

    assert decision.nominate_again
    assert decision.rerun_candidates == ("W1",)


@pytest.mark.parametrize("more", [{"kind": PollKind.RERUN}, {}])
def test_the_women_step_is_for_the_first_poll_of_members_only_e80(more: dict[str, PollKind]) -> None:
    post = Post.MEMBER if more else Post.VICE

    decision = decide_position(position({"M1": 600, "W1": 400}, post=post), casting(**more), woman_already=False)

    assert (decision.elected, decision.women_reserved) == (("M1",), 0)
