"""Turnout: exact shares, the goal, the votes still missing (rulebook 2). Nothing is rounded but for show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from villagegov.law.profiles import Profile
from villagegov.law.vocabulary import Method

NO_BASE = "—"


@dataclass(frozen=True)
class Turnout:
    """Persons who voted, of persons registered (T-01)."""

    registered: int
    voted: int

    def __add__(self, other: "Turnout") -> "Turnout":
        return Turnout(self.registered + other.registered, self.voted + other.voted)

    @property
    def share(self) -> Fraction | None:
        """The exact share; none without a base."""
        return Fraction(self.voted, self.registered) if self.registered else None

    @property
    def shown(self) -> str:
        """As printed: one decimal, half up (A-09)."""
        return percent_shown(self.voted, self.registered)


@dataclass(frozen=True)
class TwoBases:
    """One turnout on two bases, so that nobody gains by shortening the roll: `left` were on it and are not now."""

    registered: int
    left: int
    voted: int

    @property
    def on_roll(self) -> Turnout:
        """T-01: of the final roll; this one counts."""
        return Turnout(self.registered, self.voted)

    @property
    def with_left(self) -> Turnout:
        """Design choice (denominator audit): of the final roll and everybody who left it during the round."""
        return Turnout(self.registered + self.left, self.voted)


def area_turnout(units: Iterable[Turnout]) -> Turnout:
    """Design choice (T-04): add ballots, add persons, then divide; never the mean of percentages."""
    return sum(units, start=Turnout(0, 0))


def turnout_by_method(units: Iterable[tuple[Method, Turnout]]) -> Mapping[Method, Turnout]:
    """Design choice (T-05): voters, households and representatives are three denominators, never one sum."""
    pairs = list(units)
    return {method: area_turnout(one for kind, one in pairs if kind is method) for method in dict(pairs)}


def simple_mean(units: Iterable[Turnout]) -> Fraction | None:
    """T-04: the mean of the units' shares, only ever shown as a labelled second figure."""
    shares = [unit.share for unit in units if unit.share is not None]
    return sum(shares, start=Fraction(0)) / len(shares) if shares else None


def meets_goal(*, voted: int, registered: int, goal: int) -> bool:
    """T-02, T-09: 100·C >= goal·R by the exact fraction; without a base nothing is met."""
    return registered > 0 and 100 * voted >= goal * registered


def missing_votes(*, voted: int, registered: int, goal: int) -> int:
    """T-02: how many more must vote to reach the goal: max(0, ceil(goal·R / 100) - voted)."""
    return max(0, -(-goal * registered // 100) - voted)


def percent_shown(part: int, whole: int) -> str:
    """A-09: half up to one decimal, from integers; a dash without a base."""
    return share_shown(Fraction(part, whole)) if whole else NO_BASE


def share_shown(share: Fraction) -> str:
    """A-09: an exact share of zero or more as a percentage with one decimal, half up."""
    per_mille = (2000 * share.numerator + share.denominator) // (2 * share.denominator)
    return f"{per_mille // 10}.{per_mille % 10}%"


def is_impossible(*, voted: int, registered: int) -> bool:
    """T-10: more voted than were registered."""
    return voted > registered


def needs_review(*, voted: int, registered: int, profile: Profile) -> bool:
    """Design choice (T-10): above 99.5 % somebody should look again."""
    return registered > 0 and 1000 * voted > profile.turnout_review_per_mille * registered
