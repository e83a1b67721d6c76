"""A void first poll, ties, reruns, the women's seat: what all castings of one election amount to."""

from dataclasses import replace
from typing import Any

from tests.elections.counted import poll, position
from villagegov.elections.rules.chain import Contest, Held, Standing, standing_after
from villagegov.elections.rules.counts import PositionCount, Seated
from villagegov.elections.rules.poll import decide_poll
from villagegov.elections.vocabulary import PollKind, Post, Stage
from villagegov.law.profiles import PROFILES

LAW = PROFILES["V-2026"]
CHAIR = {"A": 600, "B": 300}


def held(*positions: PositionCount, before: tuple[Held, ...] = (), **more: Any) -> Held:
    """One more casting, decided knowing who sat before."""
    count = poll(*positions, seated=standing_after(before, LAW).seated, **more)
    return Held(count=count, decision=decide_poll(count))


def after(*castings: Held) -> Standing:
    return standing_after(castings, LAW)


def chair(votes: dict[str, int] | None = None) -> PositionCount:
    return position(votes or CHAIR, post=Post.CHAIR)


def seated(standing: Standing) -> dict[str, Post]:
    return {one.key: one.post for one in standing.seated}


def test_a_void_poll_seats_nobody_and_is_held_anew_e90() -> None:
    void = held(chair(), registered=2000)

    standing = after(void)

    assert (standing.stage, standing.next_kind, standing.seated) == (Stage.VOID, PollKind.FIRST, ())


def test_the_poll_held_anew_counts_as_if_the_void_one_had_not_been() -> None:
    void = held(chair(), registered=2000)
    anew = held(chair(), before=(void,))

    assert seated(after(void, anew)) == {"A": Post.CHAIR}


def test_a_poll_declared_void_afterwards_unseats_its_winners_e90() -> None:
    won = held(chair())

    standing = after(replace(won, declared_void=True))

    assert (standing.stage, standing.seated) == (Stage.VOID, ())


def test_a_tie_votes_again_between_the_tied_only_e79() -> None:
    first = held(chair(), position({"W1": 700, "C": 600, "D": 600, "E": 100}, seats=2))

    standing = after(first)

    assert standing.stage is Stage.REVOTE_PENDING
    assert standing.contests == (Contest(post=Post.MEMBER, seats=1, candidates=("C", "D")),)


def test_after_the_tie_the_missing_seats_are_voted_on_and_the_loser_may_stand_e86() -> None:
    first = held(chair({"A": 400, "B": 300}), position({"W1": 700, "C": 600, "D": 600, "E": 100}, seats=2))
    again = held(position({"C": 310, "D": 295}), before=(first,), kind=PollKind.REVOTE, collected=620, issued=620)

    standing = after(first, again)

    assert seated(standing) == {"W1": Post.MEMBER, "C": Post.MEMBER}
    assert (standing.stage, standing.next_kind) == (Stage.RERUN_PENDING, PollKind.RERUN)
    assert standing.contests == (Contest(post=Post.CHAIR, seats=1, candidates=("A", "B")),)


def test_a_second_tie_votes_again_once_more() -> None:
    first = held(chair(), position({"W1": 700, "C": 600, "D": 600}, seats=2))
    again = held(position({"C": 300, "D": 300}), before=(first,), kind=PollKind.REVOTE)

    assert after(first, again).contests == after(first).contests


def test_the_rerun_has_one_more_candidate_than_seats_x13() -> None:
    first = held(chair(), position({"A2": 700, "W1": 520, "C": 480, "D": 300, "E": 100}, seats=3))

    assert after(first).contests == (Contest(post=Post.MEMBER, seats=1, candidates=("C", "D")),)


def test_the_rerun_fills_the_seat_and_all_is_decided_x14() -> None:
    first = held(chair(), position({"A2": 700, "W1": 520, "C": 480, "D": 300, "E": 100}, seats=3))
    rerun = held(position({"C": 340, "D": 320}), before=(first,), kind=PollKind.RERUN, collected=930)

    standing = after(first, rerun)

    assert standing.stage is Stage.DECIDED
    assert seated(standing) == {"A": Post.CHAIR, "A2": Post.MEMBER, "W1": Post.MEMBER, "C": Post.MEMBER}


def test_a_seat_kept_for_a_woman_is_voted_on_among_women_x19() -> None:
    members = {"M1": 800, "M2": 700, "M3": 650, "W1": 490, "W2": 120}
    first = held(chair(), position(members, seats=3))

    standing = after(first)

    assert standing.contests == (Contest(post=Post.MEMBER, seats=1, candidates=("W1", "W2"), women_only=True),)
    assert not standing.contests[0].needs_nominees


def test_with_too_few_women_the_reserved_seat_needs_nominees() -> None:
    first = held(chair(), position({"M1": 800, "M2": 700, "W1": 490}, seats=2))

    assert [one.needs_nominees for one in after(first).contests] == [True]


def test_a_void_rerun_leaves_open_what_it_was_held_for() -> None:
    first = held(chair(), position({"M1": 700, "W1": 520, "C": 480, "D": 300}, seats=3))
    rerun = held(position({"C": 340, "D": 320}), before=(first,), kind=PollKind.RERUN, registered=1861, collected=930)

    standing = after(first, rerun)

    assert (standing.stage, standing.next_kind) == (Stage.VOID, PollKind.RERUN)
    assert standing.contests == after(first).contests


def test_after_a_rerun_the_gap_may_stay_with_three_seated_x45() -> None:
    vice = position({"V": 600, "U": 300}, post=Post.VICE)
    first = held(chair({"A": 400, "B": 300}), vice, position({"W1": 700, "C": 480, "D": 470, "E": 460}, seats=3))
    rerun = held(
        chair({"A": 100, "B": 90}),
        position({"C": 500, "D": 300, "E": 290}, seats=2),
        before=(first,),
        kind=PollKind.RERUN,
    )

    standing = after(first, rerun)

    assert seated(standing) == {"V": Post.VICE, "W1": Post.MEMBER, "C": Post.MEMBER}
    assert (standing.stage, standing.next_kind) == (Stage.DECIDED, None)


def test_a_win_declared_void_opens_the_seat_again_and_the_person_does_not_stand_e91() -> None:
    first = held(chair(), position({"W1": 700, "C": 600, "D": 400, "E": 300}, seats=2))

    standing = after(replace(first, unseated=frozenset({"C"})))

    assert standing.stage is Stage.RERUN_PENDING
    assert standing.contests == (Contest(post=Post.MEMBER, seats=1, candidates=("D", "E")),)


def test_when_the_only_woman_loses_her_seat_it_is_kept_for_a_woman_e07() -> None:
    first = held(chair(), position({"W1": 700, "C": 600, "W2": 400, "W3": 300}, seats=2))

    standing = after(replace(first, unseated=frozenset({"W1"})))

    assert standing.contests == (Contest(post=Post.MEMBER, seats=1, candidates=("W2", "W3"), women_only=True),)


def test_a_member_whose_kin_wins_the_higher_office_later_leaves_a_seat_e81() -> None:
    first = held(
        chair({"A": 400, "B": 300}), position({"W1": 700, "C": 600, "D": 300, "E": 200}, seats=2), kin=(("A", "C"),)
    )
    rerun = held(chair({"A": 500, "B": 300}), before=(first,), kind=PollKind.RERUN, kin=(("A", "C"),))

    standing = after(first, rerun)

    assert seated(standing) == {"W1": Post.MEMBER, "A": Post.CHAIR}
    assert standing.contests == (Contest(post=Post.MEMBER, seats=1, candidates=("D", "E")),)


def test_in_a_by_election_those_who_sit_count_for_the_woman_and_for_the_least_number_e105() -> None:
    sitting = (Seated(key="term-1", post=Post.CHAIR), Seated(key="term-2", post=Post.MEMBER, female=True))
    first = Held(
        count=(count := poll(position({"C": 480, "D": 300}), seated=sitting, woman_already=False)),
        decision=decide_poll(count),
    )
    rerun_count = poll(position({"C": 300, "D": 250}), seated=sitting, kind=PollKind.RERUN)
    rerun = Held(count=rerun_count, decision=decide_poll(rerun_count))

    assert after(first).contests == (Contest(post=Post.MEMBER, seats=1, candidates=("C", "D")),)
    assert after(first, rerun).stage is Stage.RERUN_PENDING  # two sit, three must
