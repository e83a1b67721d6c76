"""All posts of one poll: carry, women, kin, shortage, and the stage thereafter (E-84)."""

import json

import pytest

from tests.elections.counted import poll, position
from villagegov.elections.rules import PollCount, PollDecision, RevoteGroup, Seated, StationLedger, decide_poll
from villagegov.elections.vocabulary import Gate, PollKind, Post, Stage, StationKind
from villagegov.law.profiles import PROFILES

CHAIR, VICE, MEMBER = Post.CHAIR, Post.VICE, Post.MEMBER


def elected(decision: PollDecision) -> list[tuple[str, ...]]:
    return [one.elected for one in decision.positions]


def test_the_best_woman_over_half_sits_before_men_with_more_votes_x18() -> None:
    members = position({"M1": 700, "M2": 640, "M3": 600, "W1": 520, "W2": 510}, seats=3)

    decision = decide_poll(poll(members, position({"A": 600}, post=CHAIR), position({"B": 600}, post=VICE)))

    assert elected(decision) == [("A",), ("B",), ("W1", "M1", "M2")]
    assert decision.status is Stage.DECIDED


def test_a_woman_in_the_chair_leaves_the_members_in_order_of_votes_x20() -> None:
    members = position({"M1": 800, "M2": 700, "M3": 650, "W1": 520}, seats=3)

    decision = decide_poll(poll(position({"W9": 600}, post=CHAIR), members))

    assert elected(decision) == [("W9",), ("M1", "M2", "M3")]


def test_of_two_siblings_the_higher_office_stays_x21() -> None:
    members = position({"B": 800, "W1": 600, "C": 300}, seats=2)

    decision = decide_poll(poll(position({"A": 600}, post=CHAIR), members, kin=(("A", "B"),)))

    assert elected(decision) == [("A",), ("W1",)]
    assert decision.kin_out == ("B",)
    assert (decision.positions[1].short, decision.positions[1].rerun_candidates) == (1, ("C",))
    assert decision.status is Stage.RERUN_PENDING


def test_of_two_spouses_in_one_office_the_one_with_more_votes_stays_x22() -> None:
    members = position({"B": 700, "C": 650, "W1": 600, "D": 550}, seats=3)

    decision = decide_poll(poll(members, kin=(("B", "C"),)))

    assert decision.positions[0].elected == ("W1", "B")
    assert decision.positions[0].short == 1
    assert decision.positions[0].rerun_candidates == ("D",)


def test_kin_with_the_same_votes_in_one_office_vote_again_e81() -> None:
    members = position({"B": 700, "C": 700, "W1": 600}, seats=3)

    decision = decide_poll(poll(members, kin=(("B", "C"),)))

    assert decision.positions[0].revote_groups == (RevoteGroup(("B", "C"), 1),)
    assert (decision.positions[0].elected, decision.positions[0].short) == (("W1",), 1)
    assert decision.status is Stage.REVOTE_PENDING


def test_one_who_left_for_kin_no_longer_bars_others_e81() -> None:
    posts = position({"A": 600}, post=CHAIR), position({"B": 600}, post=VICE), position({"C": 600, "W1": 590}, seats=2)

    decision = decide_poll(poll(*posts, kin=(("A", "B"), ("B", "C"))))

    assert elected(decision) == [("A",), (), ("W1", "C")]


def test_the_residents_law_of_1990_has_no_kin_bar_e09() -> None:
    posts = position({"A": 600}, post=CHAIR), position({"W1": 600}, seats=1)

    decision = decide_poll(poll(*posts, kin=(("A", "W1"),), profile=PROFILES["R-1990"]))

    assert elected(decision) == [("A",), ("W1",)]


def test_when_the_only_woman_leaves_for_kin_her_seat_waits_for_a_woman() -> None:
    members = position({"M1": 700, "W1": 600, "W2": 400, "W3": 300}, seats=2)

    decision = decide_poll(poll(position({"A": 600}, post=CHAIR), members, kin=(("A", "W1"),)))

    last = decision.positions[1]
    assert (last.elected, last.short, last.women_reserved) == (("M1",), 0, 1)
    assert last.rerun_candidates == ("W2", "W3")


def test_when_the_only_woman_sat_above_the_members_the_women_step_runs_again() -> None:
    posts = position({"A": 600}, post=CHAIR), position({"W9": 600}, post=VICE)
    members = position({"M1": 790, "M2": 690, "W1": 520}, seats=2)

    decision = decide_poll(poll(*posts, members, kin=(("A", "W9"),)))

    assert elected(decision) == [("A",), (), ("W1", "M1")]
    assert decision.positions[1].short == 1


def test_kin_elected_earlier_keeps_the_seat_in_the_same_office_e81() -> None:
    seated = (Seated(key="A", post=MEMBER), Seated(key="W1", post=MEMBER, female=True))

    decision = decide_poll(poll(position({"B": 900}), kin=(("A", "B"),), seated=seated, kind=PollKind.RERUN))

    assert decision.kin_out == ("B",)


@pytest.mark.parametrize(("carry", "members"), [(True, ("C", "B")), (False, ("C", "D"))])
def test_votes_for_the_chair_count_lower_down_only_where_allowed_x23(carry: bool, members: tuple[str, ...]) -> None:
    chair = position({"A": 520, "B": 460}, post=CHAIR)
    below = position({"B": 90, "C": 560, "D": 530}, seats=2)

    decision = decide_poll(poll(chair, below, carry=carry, woman_already=True))

    assert elected(decision) == [("A",), members]


def test_carried_votes_never_exceed_the_ballots_e82() -> None:
    count = poll(position({"B": 460}, post=CHAIR), position({"B": 541}), carry=True)

    assert decide_poll(count).gate is Gate.DATA_ERROR_VOTES


def test_whoever_sits_higher_up_is_not_counted_lower_down() -> None:
    decision = decide_poll(poll(position({"A": 600}, post=CHAIR), position({"A": 400, "B": 900, "W1": 600}, seats=2)))

    assert elected(decision) == [("A",), ("W1", "B")]


def test_one_wrong_post_stops_the_whole_poll_e84() -> None:
    decision = decide_poll(poll(position({"A": 600}, post=CHAIR), position({"B": 900}, blank=200)))

    assert (decision.gate, decision.status) == (Gate.DATA_ERROR_VOTES, Stage.POLLED)
    assert elected(decision) == [(), ()]


def test_a_void_poll_is_held_anew_x06() -> None:
    decision = decide_poll(poll(position({}), registered=1200, collected=1001))

    assert (decision.gate, decision.status) == (Gate.VOID_OVERCOUNT, Stage.VOID)


@pytest.mark.parametrize(("seated", "stage"), [(2, Stage.DECIDED), (1, Stage.RERUN_PENDING)])
def test_with_three_seated_after_the_rerun_the_gap_may_stay_x45(seated: int, stage: Stage) -> None:
    earlier = tuple(Seated(key=f"S{number}", post=VICE, female=True) for number in range(seated))
    chair, member = position({"A": 300}, post=CHAIR), position({"B": 600})

    decision = decide_poll(poll(chair, member, kind=PollKind.RERUN, seated=earlier))

    assert (elected(decision), decision.status) == ([(), ("B",)], stage)


def station(**more: object) -> StationLedger:
    usual = {"name": "一号站", "printed": 1050, "own": 900, "proxy": 100, "destroyed": 45, "specimens": 5}
    return StationLedger(**{"collected": 1000, **usual, **more})  # type: ignore[arg-type] # a builder's dict


@pytest.mark.parametrize(
    ("printed", "gate"), [(1049, "DATA_ERROR_LEDGER"), (1050, "VALID"), (1051, "DATA_ERROR_LEDGER")]
)
def test_every_printed_ballot_is_accounted_for_e70(printed: int, gate: str) -> None:
    assert decide_poll(poll(position({"W1": 600}), stations=(station(printed=printed),))).gate == gate


@pytest.mark.parametrize(("listed", "gate"), [(19, "VALID"), (20, "VALID"), (21, "DATA_ERROR_LEDGER")])
def test_a_mobile_box_with_more_than_its_list_is_void_and_the_poll_goes_on_x41(listed: int, gate: str) -> None:
    mobile = station(
        kind=StationKind.MOBILE, printed=20, own=20, proxy=0, destroyed=0, specimens=0, collected=21, listed=listed
    )

    decision = decide_poll(poll(position({"W1": 600}), stations=(station(), mobile), issued=1020))

    assert decision.gate == gate


def test_a_count_and_its_decision_are_read_again_years_later_as_they_were() -> None:
    members = position({"M1": 700, "W1": 520, "W2": 520, "M3": 100}, seats=2)
    seated = (Seated(key="A", post=CHAIR),)
    count = poll(members, kin=(("M1", "M3"),), stations=(station(),), seated=seated)
    decision = decide_poll(count)

    again = json.loads(json.dumps([count.to_dict(), decision.to_dict()], ensure_ascii=False))

    assert PollCount.from_dict(again[0]) == count
    assert PollDecision.from_dict(again[1]) == decision


def test_the_log_tells_names_figures_and_article() -> None:
    decision = decide_poll(poll(position({"k1": 600}, post=CHAIR)))

    line = decision.positions[0].log[-1]

    assert line.told({"k1": "陈大文"}) == "主任：陈大文 得票 600，过 1000 的半数，当选。"
    assert line.article is not None
    assert line.article.label == "《中华人民共和国村民委员会组织法》（2025年修正）第18条"
