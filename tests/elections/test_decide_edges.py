"""One below, on and one above: the smallest differences that decide a poll, and the numbers its log shows."""

from dataclasses import replace
from typing import Any

import pytest

from tests.elections.counted import casting, poll, position
from villagegov.elections.rules import RevoteGroup, Seated, StationLedger, decide_poll, decide_position
from villagegov.elections.rules.gates import overcount_limit, reps_meet
from villagegov.elections.rules.ledger import ledger_balances, not_returned
from villagegov.elections.rules.log import Log
from villagegov.elections.rules.margins import (
    candidates_are_enough,
    list_is_complete,
    margin_range,
    rerun_candidates,
)
from villagegov.elections.rules.seating import Seating, counted_votes, elect, reaches_floor
from villagegov.elections.rules.women import guarantees_a_woman, women_step_applies
from villagegov.elections.vocabulary import Gate, PollKind, Post, Stage, Step
from villagegov.law.profiles import PROFILES, Profile
from villagegov.law.vocabulary import Field, Method, OvercountBasis

LAW = PROFILES["V-2026"]
CHAIR, VICE, MEMBER = Post.CHAIR, Post.VICE, Post.MEMBER


def law_with(**values: Any) -> Profile:
    """The village law of 2026 with other values, as if the law itself said so."""
    changed = {Field[name.upper()]: value for name, value in values.items()}
    kept = (replace(one, value=changed.get(one.field, one.value)) for one in LAW.provisions)
    return replace(LAW, provisions=tuple(kept))


def station(**more: Any) -> StationLedger:
    return StationLedger(**{"printed": 1000, "own": 1000, "collected": 1000, **more})


def written(decision: Any, step: Step) -> dict[str, Any]:
    """The figures beside a step of the log."""
    return next(dict(line.values) for line in decision.log if line.step is step)


@pytest.mark.parametrize(
    ("issued", "gate"), [(999, Gate.VALID), (1000, Gate.VALID), (1001, Gate.DATA_ERROR_ISSUED_GT_REGISTERED)]
)
def test_not_more_ballots_are_issued_than_voters_registered_e71(issued: int, gate: Gate) -> None:
    assert decide_poll(poll(position({"W1": 600}), registered=1000, issued=issued, collected=999)).gate is gate


@pytest.mark.parametrize(
    ("basis", "participants", "limit"),
    [
        (OvercountBasis.ISSUED, 998, 1000),
        (OvercountBasis.PARTICIPANTS, 998, 998),
        (OvercountBasis.PARTICIPANTS, None, 1000),
    ],
)
def test_collected_are_held_against_the_issued_or_by_choice_the_persons_e72(
    basis: OvercountBasis, participants: int | None, limit: int
) -> None:
    law = law_with(overcount_basis=basis)

    assert overcount_limit(casting(profile=law, participants=participants)) == limit


@pytest.mark.parametrize(("present", "enough"), [(39, False), (40, True), (41, True)])
def test_two_thirds_of_the_representatives_suffice_at_a_by_election_e97(present: int, enough: bool) -> None:
    assert reps_meet(representatives=60, collected=present) is enough


@pytest.mark.parametrize(("collected", "missing", "balances"), [(999, 1, True), (1000, 0, True), (1001, -1, False)])
def test_no_station_takes_in_more_than_it_gave_out_e70(collected: int, missing: int, balances: bool) -> None:
    assert not_returned(station(collected=collected)) == missing
    assert ledger_balances(station(collected=collected)) is balances


def test_the_stations_make_the_totals_of_the_poll_e70() -> None:
    decision = decide_poll(poll(position({"W1": 600}), stations=(station(collected=999),)))

    assert decision.gate is Gate.DATA_ERROR_LEDGER
    figures = {"issued": 1000, "collected": 999, "all_issued": 1000, "all_collected": 1000}
    assert written(decision, Step.LEDGER_TOTALS) == figures


@pytest.mark.parametrize(("invalid", "gate"), [(599, "VALID"), (600, "VALID"), (601, "DATA_ERROR_LEDGER")])
def test_all_ballots_may_be_invalid_or_blank_and_no_more_e70(invalid: int, gate: str) -> None:
    decision = decide_poll(poll(position({}, invalid=invalid, blank=400)))

    assert decision.gate == gate
    if gate != "VALID":
        assert written(decision, Step.LEDGER_POST)["valid"] == 0


@pytest.mark.parametrize(
    ("more", "step", "figures"),
    [
        ({}, Step.TURNOUT_HALF, {"double": 1980}),
        ({"method": Method.REPS}, Step.REPS_MEET_MISSED, {"triple": 2970, "double": 3000}),
        (
            {"method": Method.REPS, "profile": PROFILES["R-2026"]},
            Step.TURNOUT_TWO_THIRDS_MISSED,
            {"triple": 2970, "double": 3000},
        ),
    ],
)
def test_the_log_shows_the_numbers_that_were_compared_e73_e74(
    more: dict[str, Any], step: Step, figures: dict[str, int]
) -> None:
    decision = decide_poll(poll(position({"W1": 600}), collected=990, **more))

    assert written(decision, step) == {**figures, "collected": 990, "registered": 1500}
    assert written(decision, Step.COLLECTED_WITHIN)["missing"] == 10


def test_each_post_has_the_margin_of_its_own_e48() -> None:
    law = law_with(margin_chair=2, margin_vice=1, margin_member_min=1, margin_member_max=3)

    assert [margin_range(post, law) for post in Post] == [(2, 2), (1, 1), (1, 3)]
    assert candidates_are_enough(post=MEMBER, candidates=2, seats=1, profile=law)


def test_a_list_without_posts_or_with_a_post_without_candidates_is_not_complete_e47() -> None:
    law = law_with(margin_chair=0)

    assert not list_is_complete(seats={}, listed={}, profile=law)
    assert not list_is_complete(seats={CHAIR: 1}, listed={}, profile=law)
    assert list_is_complete(seats={CHAIR: 1}, listed={CHAIR: 1}, profile=law)


@pytest.mark.parametrize(
    ("votes", "number", "standing"),
    [
        ({"A": 5, "B": 3}, 0, ()),
        ({"A": 5, "B": 3}, 1, ("A",)),
        ({"A": 5, "B": 3}, 2, ("A", "B")),
        ({"A": 1}, 1, ("A",)),
        ({"A": 0}, 1, ()),
    ],
)
def test_in_a_rerun_stand_those_with_most_votes_but_nobody_without_e86(
    votes: dict[str, int], number: int, standing: tuple[str, ...]
) -> None:
    assert rerun_candidates(votes, without=set(), number=number) == standing


@pytest.mark.parametrize(("women", "again"), [(1, True), (2, False), (3, False)])
def test_one_woman_more_than_kept_seats_must_have_votes_rulebook_1_7(women: int, again: bool) -> None:
    votes = {"M1": 800, "M2": 700, **{f"W{number}": 100 for number in range(women)}}

    decision = decide_position(position(votes, seats=2), casting(), woman_already=False)

    assert (decision.women_reserved, decision.nominate_again) == (1, again)
    if again:
        assert written(decision, Step.NOMINATE_AGAIN) == {"post": "member", "count": 1, "needed": 2}


def test_a_woman_may_stand_for_a_seat_that_is_not_kept_e86() -> None:
    count = position({"W1": 400, "M1": 300, "M2": 200})

    assert decide_position(count, casting(), woman_already=True).rerun_candidates == ("W1", "M1")
    rerun = decide_position(count, casting(kind=PollKind.RERUN, collected=1000), woman_already=True)
    assert not rerun.nominate_again


@pytest.mark.parametrize(("votes", "gate"), [(499, "VALID"), (500, "VALID"), (501, "DATA_ERROR_VOTES")])
def test_two_with_half_each_are_possible_and_more_are_not_x30(votes: int, gate: str) -> None:
    assert decide_position(position({"A": votes, "B": votes}), casting(), woman_already=True).gate == gate


@pytest.mark.parametrize(("votes", "gate"), [(999, "VALID"), (1000, "VALID"), (1001, "DATA_ERROR_VOTES")])
def test_everybody_may_vote_for_one_e76(votes: int, gate: str) -> None:
    assert decide_position(position({"A": votes}, seats=2), casting(), woman_already=True).gate == gate


def test_the_log_shows_how_many_votes_the_ballots_can_hold_x29() -> None:
    decision = decide_position(position({"A": 700, "B": 700, "C": 601}, seats=2), casting(), woman_already=True)

    assert written(decision, Step.VOTES_SUM) == {
        "post": "member", "sum": 2001, "valid": 1000, "seats": 2, "limit": 2000,
    }  # fmt: skip


@pytest.mark.parametrize(("lower", "gate"), [(539, "VALID"), (540, "VALID"), (541, "DATA_ERROR_VOTES")])
def test_votes_of_both_offices_stay_within_the_ballots_e82(lower: int, gate: str) -> None:
    assert decide_poll(poll(position({"B": 460}, post=CHAIR), position({"B": lower}), carry=True)).gate == gate


@pytest.mark.parametrize(
    ("kind", "collected", "votes", "reaches"),
    [
        (PollKind.REVOTE, 1000, 0, False),
        (PollKind.REVOTE, 1000, 1, True),
        (PollKind.RERUN, 0, 0, False),
        (PollKind.RERUN, 3, 1, True),
        (PollKind.RERUN, 4, 1, False),
    ],
)
def test_nobody_wins_without_a_vote_e79_e87(kind: PollKind, collected: int, votes: int, reaches: bool) -> None:
    assert reaches_floor(votes, casting(kind=kind, collected=collected)) is reaches


@pytest.mark.parametrize(
    ("seats", "seating"),
    [(0, Seating()), (1, Seating(("A",))), (2, Seating(("A", "B"))), (3, Seating(("A", "B"), short=1))],
)  # fmt: skip
def test_as_many_sit_as_there_are_seats_rulebook_1_7(seats: int, seating: Seating) -> None:
    assert elect(["A", "B"], {"A": 5, "B": 3}, seats) == seating


def test_only_who_has_votes_for_both_offices_carries_them_down_e82() -> None:
    chair, members = position({"A": 400, "B": 300}, post=CHAIR), position({"A": 0, "B": 100, "C": 50})
    log = Log(LAW)

    assert counted_votes(members, poll(chair, members, carry=True), set(), log) == {"A": 0, "B": 400, "C": 50}
    assert [line.values["person"] for line in log.lines] == ["B"]


def test_who_sits_elsewhere_is_named_and_a_kept_seat_counts_women_only_e80() -> None:
    members = position({"A": 400, "B": 100, "W1": 50, "W2": 0}, women_only=True)
    log = Log(LAW)

    assert counted_votes(members, poll(members), {"A", "W2"}, log) == {"W1": 50}
    assert [line.values["persons"] for line in log.lines] == [["A"]]


@pytest.mark.parametrize(("seats", "required", "applies"), [(0, True, False), (1, True, True), (1, False, False)])
def test_a_seat_can_be_kept_only_where_there_is_one_and_the_law_asks_e07(
    seats: int, required: bool, applies: bool
) -> None:
    law = law_with(woman_required=required)

    assert women_step_applies(position({}, seats=seats), casting(profile=law)) is applies


def test_two_tied_women_for_two_seats_both_sit_e80() -> None:
    decision = decide_position(position({"W1": 600, "W2": 600}, seats=2), casting(), woman_already=False)

    assert (decision.elected, decision.revote) == (("W1", "W2"), ())


@pytest.mark.parametrize(
    ("tied", "seats", "sure"), [(("M1", "W1"), 1, False), (("M1", "W1", "W2"), 2, True), (("M1", "M2", "W1"), 2, False)]
)
def test_a_revote_makes_sure_of_a_woman_with_fewer_men_than_seats_e07(
    tied: tuple[str, ...], seats: int, sure: bool
) -> None:
    assert guarantees_a_woman(Seating(groups=(RevoteGroup(tied, seats),)), {"W1", "W2"}) is sure


def test_a_man_who_sits_already_does_not_fill_the_womans_seat_e07() -> None:
    members = position({"M1": 470, "W1": 520})

    decision = decide_poll(poll(members, seated=(Seated(key="A", post=CHAIR),)))

    assert decision.positions[0].elected == ("W1",)


def test_a_winner_does_not_stand_in_the_rerun_for_another_post_e86() -> None:
    chair = position({"A": 400, "B": 300, "C": 200}, post=CHAIR)

    decision = decide_poll(poll(chair, position({"A": 600}), woman_already=True))

    assert decision.positions[0].rerun_candidates == ("B", "C")


def test_two_kin_who_tie_for_all_seats_vote_again_for_one_e81() -> None:
    decision = decide_poll(poll(position({"B": 700, "C": 700}, seats=2), kin=(("B", "C"),), woman_already=True))

    assert decision.positions[0].revote_groups == (RevoteGroup(("B", "C"), 1),)
    assert decision.positions[0].short == 1


@pytest.mark.parametrize(
    ("post", "votes", "step"), [(CHAIR, 600, Step.KIN_HIGHER), (MEMBER, 650, Step.KIN_MORE)]
)  # fmt: skip
def test_the_log_says_why_a_near_kin_leaves_e81(post: Post, votes: int, step: Step) -> None:
    first = position({"A": votes}, post=post)
    posts = (position({"A": votes, "B": 600}, seats=2),) if post is MEMBER else (first, position({"B": 600}))

    decision = decide_poll(poll(*posts, kin=(("A", "B"),), woman_already=True))

    assert {line.step for line in decision.log} & {Step.KIN_HIGHER, Step.KIN_MORE} == {step}


def test_where_no_woman_is_required_no_seat_is_kept_when_she_leaves_for_kin_e07() -> None:
    law = law_with(woman_required=False)

    decision = decide_poll(
        poll(position({"A": 600}, post=CHAIR), position({"W1": 600}), kin=(("A", "W1"),), profile=law)
    )

    assert (decision.positions[1].short, decision.positions[1].women_reserved) == (1, 0)


@pytest.mark.parametrize(("post", "stage"), [(CHAIR, Stage.DECIDED), (VICE, Stage.RERUN_PENDING)])
def test_where_the_chair_must_be_filled_other_gaps_may_stay_e89(post: Post, stage: Stage) -> None:
    law = law_with(chair_vacancy_ok=False)
    sitting = (Seated(key="A", post=post), Seated(key="B", post=MEMBER), Seated(key="W1", post=MEMBER, female=True))

    assert decide_poll(poll(position({"C": 100}), profile=law, kind=PollKind.RERUN, seated=sitting)).status is stage
