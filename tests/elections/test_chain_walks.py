"""Whole elections walked at random: whatever happens on the way, nobody is seated without right or twice."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.elections.counted import poll, position
from villagegov.elections.rules.chain import Contest, Held, Standing, standing_after
from villagegov.elections.rules.counts import PositionCount
from villagegov.elections.rules.poll import decide_poll, vacancies_allowed
from villagegov.elections.vocabulary import Gate, PollKind, Post, Stage
from villagegov.law.profiles import PROFILES, Profile

BALLOTS = 60
PEOPLE = {Post.CHAIR: ("C1", "C2", "WC"), Post.VICE: ("V1", "WV"), Post.MEMBER: ("M1", "M2", "M3", "M4", "W1", "W2")}
profiles = st.sampled_from([PROFILES["V-2026"], PROFILES["R-2026"], PROFILES["V-2018"], PROFILES["V-2010"]])
kinships = st.sets(
    st.sampled_from([("C1", "M1"), ("V1", "M2"), ("M1", "M2"), ("WC", "W1"), ("M3", "W2"), ("M3", "M4")]), max_size=3
)


class Election(RuleBasedStateMachine):
    """First poll, revotes, reruns, void ones and those held anew, wins declared void."""

    @initialize(profile=profiles, kin=kinships, members=st.integers(1, 4), carry=st.booleans())
    def announced(self, profile: Profile, kin: set[tuple[str, str]], members: int, carry: bool) -> None:
        self.profile, self.kin, self.carry = profile, tuple(kin), carry
        self.seats = {Post.CHAIR: 1, Post.VICE: 1, Post.MEMBER: members}
        self.castings: list[Held] = []

    @property
    def standing(self) -> Standing:
        return standing_after(self.castings, self.profile)

    @precondition(lambda self: self.standing.next_kind is not None and len(self.castings) < 9)
    @rule(data=st.data(), turnout=st.sampled_from([30, 61, 90]))
    def vote(self, data: st.DataObject, turnout: int) -> None:
        """The casting that the law asks for next; with 61 voters or more of 60 ballots it may be void."""
        standing = self.standing
        lines = standing.contests or [
            Contest(post=post, seats=seats, candidates=PEOPLE[post]) for post, seats in self.seats.items()
        ]
        counted = [self._counted(data, line) for line in lines if line.candidates]
        more: dict[str, Any] = {"registered": 2 * turnout, "issued": BALLOTS, "collected": BALLOTS}
        kind = standing.next_kind or PollKind.FIRST
        count = poll(*counted, kin=self.kin, kind=kind, seated=standing.seated, **more)
        decision = decide_poll(count)
        if not decision.gate.is_data_error:
            self.castings.append(Held(count=count, decision=decision))

    def _counted(self, data: st.DataObject, line: Contest) -> PositionCount:
        """Votes that the ballots can hold, with many ties."""
        room, votes = BALLOTS * line.seats, {}
        for key in line.candidates:
            votes[key] = min(room, data.draw(st.sampled_from([0, 10, 20, 30, 31, 40])))
            room -= votes[key]
        return position(votes, post=line.post, seats=line.seats, women_only=line.women_only)

    @precondition(lambda self: self.castings and not self.castings[-1].is_void)
    @rule()
    def declared_void(self) -> None:
        """E-90: those above find a fault."""
        self._later(declared_void=True)

    @precondition(lambda self: self.castings and not self.castings[-1].is_void and self.standing.seated)
    @rule(data=st.data())
    def win_declared_void(self, data: st.DataObject) -> None:
        """E-91, E-83."""
        bought = data.draw(st.sampled_from([one.key for one in self.standing.seated]))
        self._later(unseated=self.castings[-1].unseated | {bought})

    def _later(self, **found: Any) -> None:
        last = self.castings[-1]
        self.castings[-1] = Held(**{**vars(last), **found})

    @invariant()
    def nobody_sits_twice_and_no_post_is_overfull(self) -> None:
        seated = self.standing.seated

        assert len({one.key for one in seated}) == len(seated)
        for post, seats in self.seats.items():
            assert sum(one.post is post for one in seated) <= seats

    @invariant()
    def nobody_sits_without_a_majority_or_its_lawful_exception(self) -> None:
        assert all(self._won(one.key, one.post) for one in self.standing.seated)

    def _won(self, key: str, post: Post) -> bool:
        return any(self._won_in(held, key, post) for held in self.castings if not held.is_void)

    def _won_in(self, held: Held, key: str, post: Post) -> bool:
        votes = max((one.votes.get(key, 0) for one in held.count.positions if one.post is post), default=0)
        floors = {
            PollKind.FIRST: 2 * votes > BALLOTS,
            PollKind.RERUN: 3 * votes >= BALLOTS,
            PollKind.REVOTE: votes > 0,
        }
        return floors[held.count.kind]

    @invariant()
    def no_bought_win_stands_and_no_void_poll_seats_anybody(self) -> None:
        standing, valid = self.standing, [one for one in self.castings if one.decision.gate is Gate.VALID]

        assert not {one.key for one in standing.seated} & {key for one in valid[-1:] for key in one.unseated}
        if self.castings and self.castings[-1].is_void:
            assert standing.stage is Stage.VOID

    @invariant()
    def what_is_open_fits_the_empty_seats(self) -> None:
        standing = self.standing
        empty = sum(self.seats.values()) - len(standing.seated)
        if standing.next_kind is PollKind.RERUN:
            assert sum(one.seats for one in standing.contests) == empty
            assert not {key for one in standing.contests for key in one.candidates} & {
                one.key for one in standing.seated
            }
        if standing.next_kind is PollKind.REVOTE:
            assert 0 < sum(one.seats for one in standing.contests) <= empty
            assert all(len(one.candidates) > one.seats for one in standing.contests)

    @invariant()
    def a_decided_election_is_full_or_its_gap_is_lawful(self) -> None:
        standing = self.standing
        empty = sum(self.seats.values()) - len(standing.seated)
        if standing.stage is Stage.DECIDED and empty:
            assert any(one.count.kind is PollKind.RERUN for one in self.castings)
            assert vacancies_allowed(
                seated=len(standing.seated),
                chair_filled=any(one.post is Post.CHAIR for one in standing.seated),
                woman_seated=any(one.female for one in standing.seated),
                profile=self.profile,
            )


Election.TestCase.settings = settings(max_examples=25, stateful_step_count=10, deadline=None)
test_any_path_through_an_election_ends_in_a_lawful_state = Election.TestCase
