"""What the paper of a meeting says, as plain values (E-97)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Circumstances:
    """When, where, on what, under whom."""

    held_on: date
    place: str
    subject: str
    presided_by: str
    party_study_on: date | None = None
    minutes: str = ""


@dataclass(frozen=True)
class Count:
    """An assembly's numbers: people, or households."""

    entitled: int
    present: int
    by_households: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Came:
    """The ticks of a list: ids of terms who came, who had a reason not to, and who sat in without a vote."""

    present: frozenset[int]
    excused: frozenset[int] = frozenset()
    excuse: str = ""
    sat_in: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Votes:
    """What was counted on one matter."""

    votes_for: int
    votes_against: int
    abstained: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.votes_for + self.votes_against + self.abstained
