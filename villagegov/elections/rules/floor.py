"""The sum behind a person's votes: what they are multiplied by and held against."""

from dataclasses import dataclass

from villagegov.elections.rules.counts import Casting
from villagegov.elections.rules.seating import reaches_floor
from villagegov.elections.vocabulary import FloorSentence, PollKind


@dataclass(frozen=True)
class FloorSum:
    """One person's sum: votes × factor against the ballots collected."""

    votes: int
    factor: int
    collected: int
    sentence: FloorSentence

    @property
    def told(self) -> str:
        """The sum in the reader's language."""
        figures = {"votes": self.votes, "factor": self.factor, "collected": self.collected}
        return str(self.sentence.label) % {**figures, "product": self.votes * self.factor}


def floor_sum(votes: int, casting: Casting) -> FloorSum:
    """Village law 2025 art. 18 (E-77, E-87): twice the votes over C; thrice in a rerun; a revote has no floor."""
    reached = reaches_floor(votes, casting)
    if casting.kind is PollKind.FIRST:
        sentence = FloorSentence.OVER_HALF if reached else FloorSentence.NOT_OVER_HALF
        return FloorSum(votes, 2, casting.collected, sentence)
    if casting.kind is PollKind.RERUN:
        sentence = FloorSentence.A_THIRD if reached else FloorSentence.UNDER_A_THIRD
        return FloorSum(votes, casting.profile.rerun_floor_parts, casting.collected, sentence)
    return FloorSum(votes, 1, casting.collected, FloorSentence.NO_FLOOR)
