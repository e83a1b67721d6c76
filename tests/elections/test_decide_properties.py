"""What must hold of every count whatever its figures."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.elections.counted import casting, poll, position
from villagegov.elections.rules import PollCount, PositionDecision, decide_poll, decide_position
from villagegov.elections.rules.gates import CHECKS
from villagegov.elections.rules.log import Log
from villagegov.elections.vocabulary import Gate, PollKind, Post, Step
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Method

KEYS = ("M1", "M2", "M3", "M4", "W1", "W2", "W3")
figures = st.integers(0, 40)
castings = st.fixed_dictionaries(
    {
        "registered": figures,
        "issued": figures,
        "collected": figures,
        "kind": st.sampled_from(list(PollKind)),
        "method": st.sampled_from(list(Method)),
        "profile": st.sampled_from(list(PROFILES.values())),
    }
)
wild = st.builds(
    position,
    st.dictionaries(st.sampled_from(KEYS), figures),
    post=st.sampled_from(list(Post)),
    seats=st.integers(0, 5),
    invalid=st.integers(0, 5),
    blank=st.integers(0, 5),
    margin=st.integers(0, 3),
    valid=st.none() | figures,
    women_only=st.booleans(),
)
possible_votes = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([3, 10, 11, 12, 15]), max_size=7)
kinships = st.sets(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] != pair[1]))


@st.composite
def lawful_polls(draw: st.DrawFn) -> PollCount:
    """Polls of 20 ballots in which each post has room for its votes."""
    posts = []
    for post, most in ((Post.CHAIR, 1), (Post.VICE, 2), (Post.MEMBER, 5)):
        seats = draw(st.integers(1, most))
        votes, room = {}, 20 * seats
        for key, count in draw(possible_votes).items():
            votes[key] = min(count, room)
            room -= votes[key]
        if sum(2 * count > 20 for count in votes.values()) <= seats or seats > 1:
            posts.append(position(votes, post=post, seats=seats))
    kind = draw(st.sampled_from(list(PollKind)))
    kin = tuple(draw(kinships))
    size: dict[str, Any] = {"registered": 30, "issued": 25, "collected": 20}
    return poll(*posts, kin=kin, kind=kind, woman_already=draw(st.booleans()), **size)


def seats_accounted(decision: PositionDecision) -> int:
    return len(decision.elected) + decision.revote_seats + decision.short + decision.women_reserved


@given(castings, st.lists(wild, max_size=4), kinships, st.booleans(), st.booleans())
def test_no_figures_make_a_decision_fail(
    figures: dict[str, Any], positions: list[Any], kin: set[tuple[str, str]], carry: bool, woman: bool
) -> None:
    decision = decide_poll(poll(*positions, kin=tuple(kin), carry=carry, woman_already=woman, **figures))

    assert decision.gate in Gate
    assert all(line.sentence for line in decision.log)
    assert all(line.sentence for one in decision.positions for line in one.log)


@given(lawful_polls())
def test_every_seat_is_filled_voted_on_again_short_or_kept_for_a_woman(count: PollCount) -> None:
    decision = decide_poll(count)

    assert decision.gate is Gate.VALID
    seats = [one.seats for one in sorted(count.positions, key=lambda one: one.post.rank)]
    assert [seats_accounted(one) for one in decision.positions] == seats
    winners = [key for one in decision.positions for key in one.elected]
    assert len(winners) == len(set(winners))


@given(lawful_polls())
def test_of_near_kin_only_one_sits(count: PollCount) -> None:
    winners = {key for one in decide_poll(count).positions for key in one.elected}

    assert not [pair for pair in count.kin if pair <= winners]


@given(lawful_polls())
def test_a_first_poll_for_members_always_finds_or_keeps_a_place_for_a_woman(count: PollCount) -> None:
    members = [one for one in count.positions if one.post is Post.MEMBER]
    decision = decide_poll(count)
    if count.kind is not PollKind.FIRST or count.woman_already or not members:
        return

    women = any(key.startswith("W") for one in decision.positions for key in one.elected)
    waiting = any(
        sum(key.startswith("M") for key in group.candidates) < group.seats
        for one in decision.positions
        for group in one.revote_groups
    )

    assert women or waiting or any(one.women_reserved for one in decision.positions)


@given(lawful_polls(), st.randoms(use_true_random=False))
def test_the_order_in_which_candidates_are_entered_does_not_matter(count: PollCount, random: Any) -> None:
    def shuffled(votes: dict[str, int]) -> dict[str, int]:
        return dict(random.sample(list(votes.items()), len(votes)))

    same = [position(shuffled(dict(one.votes)), post=one.post, seats=one.seats) for one in count.positions]
    random.shuffle(same)

    again = decide_poll(PollCount(**{**vars(count), "positions": tuple(same)}))

    assert again == decide_poll(count)


@given(possible_votes, st.integers(1, 4), st.sampled_from(list(PollKind)), st.booleans(), st.sampled_from(KEYS))
def test_a_blank_ballot_turned_into_a_vote_for_a_winner_never_unseats_him(
    votes: dict[str, int], seats: int, kind: PollKind, woman: bool, key: str
) -> None:
    size: dict[str, Any] = {"registered": 30, "issued": 25, "collected": 20, "kind": kind}
    before = decide_position(position(votes, seats=seats, blank=1), casting(**size), woman_already=woman)
    more = position({**votes, key: votes.get(key, 0) + 1}, seats=seats, blank=0)

    after = decide_position(more, casting(**size), woman_already=woman)

    if key in before.elected and after.gate is Gate.VALID:
        assert key in after.elected


@given(castings, st.lists(wild, min_size=1, max_size=3))
def test_the_gates_are_tried_in_their_order(figures: dict[str, Any], positions: list[Any]) -> None:
    count = poll(*positions, **figures)

    found = decide_poll(count).gate

    assert [gate for gate, _ in CHECKS] == list(Gate)[:-1]
    for gate, passes in CHECKS[: list(Gate).index(found)]:
        assert passes(count, Log(count.profile)), gate


def test_every_gate_writes_why() -> None:
    steps = [line.step for line in decide_poll(poll(position({"W1": 600}))).log]

    assert steps[:5] == [
        Step.ISSUED_WITHIN,
        Step.COLLECTED_WITHIN,
        Step.LEDGER_BALANCED,
        Step.VOTES_POSSIBLE,
        Step.TURNOUT_HALF,
    ]
