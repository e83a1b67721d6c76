"""What the clerks counted: the figures that a decision is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from villagegov.elections.vocabulary import PollKind, Post, StationKind
from villagegov.law.own import with_own
from villagegov.law.profiles import PROFILES, Profile
from villagegov.law.vocabulary import Method
from villagegov.vocabulary import Term

T = TypeVar("T", bound=Term)


def term(words: type[T], value: str) -> T:
    """The word stored as `value`."""
    return next(word for word in words if word == value)


@dataclass(frozen=True, kw_only=True)
class StationLedger:
    """The ballots of one station (E-70); `name` is only for the log."""

    name: str = ""
    kind: StationKind = StationKind.CENTRAL
    printed: int
    own: int
    proxy: int = 0
    destroyed: int = 0
    specimens: int = 0
    collected: int
    listed: int | None = None

    @property
    def issued(self) -> int:
        """E-71: I = own + proxy."""
        return self.own + self.proxy


def ballot_order(post: Post, *, women_only: bool) -> tuple[int, bool]:
    """E-84: from the highest post down, a seat for women before the other seats of its post."""
    return post.rank, not women_only


@dataclass(frozen=True, kw_only=True)
class PositionCount:
    """The count of one post (E-76). `valid` is checked when given, else it is what is left of the collected."""

    post: Post
    seats: int
    votes: Mapping[str, int]
    invalid: int = 0
    blank: int = 0
    valid: int | None = None
    female: frozenset[str] = frozenset()
    margin: int = 1
    women_only: bool = False

    @property
    def place(self) -> tuple[int, bool]:
        """Where it stands on the ballot."""
        return ballot_order(self.post, women_only=self.women_only)

    def valid_of(self, collected: int) -> int:
        """V of this post."""
        return collected - self.invalid - self.blank if self.valid is None else self.valid


@dataclass(frozen=True, kw_only=True)
class Casting:
    """One casting of votes: R, I, C, who voted, which of the three kinds it is, under which law."""

    profile: Profile
    registered: int
    issued: int
    collected: int
    method: Method = Method.VOTERS
    kind: PollKind = PollKind.FIRST
    #: Persons who voted, for provinces that hold the collected against them (E-72).
    participants: int | None = None


@dataclass(frozen=True, kw_only=True)
class Seated:
    """One who was elected by an earlier poll of the same election."""

    key: str
    post: Post
    female: bool = False


@dataclass(frozen=True, kw_only=True)
class PollCount(Casting):
    """All posts of one casting. `woman_already`: a woman not in `seated` has her seat."""

    positions: tuple[PositionCount, ...]
    woman_already: bool = False
    kin: frozenset[frozenset[str]] = frozenset()
    carry: bool = False
    stations: tuple[StationLedger, ...] = ()
    seated: tuple[Seated, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON, so that the count can be read beside its decision years later."""
        return {
            "profile": self.profile.key,
            "own": {name: list(value) for name, value in self.profile.own.items()},
            "registered": self.registered,
            "issued": self.issued,
            "collected": self.collected,
            "method": self.method.value,
            "kind": self.kind.value,
            "participants": self.participants,
            "woman_already": self.woman_already,
            "carry": self.carry,
            "kin": sorted(sorted(pair) for pair in self.kin),
            "positions": [_position_to_dict(position) for position in self.positions],
            "stations": [vars(station) | {"kind": station.kind.value} for station in self.stations],
            "seated": [vars(one) | {"post": one.post.value} for one in self.seated],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """The count as stored, under the law it was decided by."""
        plain = ("registered", "issued", "collected", "participants", "woman_already", "carry")
        return cls(
            **{name: stored[name] for name in plain},
            profile=with_own(PROFILES[stored["profile"]], stored.get("own", {})),
            method=term(Method, stored["method"]),
            kind=term(PollKind, stored["kind"]),
            kin=frozenset(frozenset(pair) for pair in stored["kin"]),
            positions=tuple(_position_from_dict(one) for one in stored["positions"]),
            stations=tuple(_station_from_dict(one) for one in stored["stations"]),
            seated=tuple(Seated(**one | {"post": term(Post, one["post"])}) for one in stored["seated"]),
        )


def _position_to_dict(position: PositionCount) -> dict[str, Any]:
    words = {"post": position.post.value, "votes": dict(position.votes), "female": sorted(position.female)}
    return vars(position) | words


def _position_from_dict(stored: Mapping[str, Any]) -> PositionCount:
    return PositionCount(**{**stored, "post": term(Post, stored["post"]), "female": frozenset(stored["female"])})


def _station_from_dict(stored: Mapping[str, Any]) -> StationLedger:
    return StationLedger(**{**stored, "kind": term(StationKind, stored["kind"])})
