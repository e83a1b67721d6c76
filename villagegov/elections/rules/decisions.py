"""What the law makes of a count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from villagegov.elections.rules.log import LogLine
from villagegov.elections.vocabulary import Gate, Post, Stage


@dataclass(frozen=True)
class RevoteGroup:
    """Persons between whom a 再次投票 is held, and for how many seats (E-79)."""

    candidates: tuple[str, ...]
    seats: int


@dataclass(frozen=True, kw_only=True)
class PositionDecision:
    """One post. When VALID: elected + revote_seats + short + women_reserved == seats.

    `revote_groups` says who votes against whom; held in their order, the winner of one drops out of the next.
    With a reserved seat `rerun_candidates` is the women's list and `rerun_candidates_general` the other.
    """

    gate: Gate
    post: Post
    elected: tuple[str, ...] = ()
    revote: tuple[str, ...] = ()
    revote_seats: int = 0
    revote_groups: tuple[RevoteGroup, ...] = ()
    short: int = 0
    women_reserved: int = 0
    rerun_candidates: tuple[str, ...] = ()
    rerun_candidates_general: tuple[str, ...] = ()
    #: Too few women received votes: nomination for the reserved seat opens again (1.7).
    nominate_again: bool = False
    log: tuple[LogLine, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON."""
        groups = [{"candidates": list(group.candidates), "seats": group.seats} for group in self.revote_groups]
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}
        words = {"gate": self.gate.value, "post": self.post.value}
        return plain | words | {"revote_groups": groups, "log": [line.to_dict() for line in self.log]}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """The decision as stored."""
        plain: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in stored.items()}
        groups = tuple(RevoteGroup(tuple(one["candidates"]), one["seats"]) for one in stored["revote_groups"])
        words = {"gate": Gate[stored["gate"]], "post": next(post for post in Post if post == stored["post"])}
        return cls(**plain | words | {"revote_groups": groups, "log": _lines(stored["log"])})


@dataclass(frozen=True, kw_only=True)
class PollDecision:
    """All posts of one casting, from the highest down, and the stage the election is in thereafter."""

    gate: Gate
    status: Stage
    positions: tuple[PositionDecision, ...]
    #: Persons who won, or already sat, and leave for a near kin (E-81).
    kin_out: tuple[str, ...] = ()
    log: tuple[LogLine, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "gate": self.gate.value,
            "status": self.status.value,
            "kin_out": list(self.kin_out),
            "positions": [position.to_dict() for position in self.positions],
            "log": [line.to_dict() for line in self.log],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Self:
        """The decision as stored."""
        return cls(
            gate=Gate[stored["gate"]],
            status=Stage[stored["status"]],
            positions=tuple(PositionDecision.from_dict(one) for one in stored["positions"]),
            kin_out=tuple(stored["kin_out"]),
            log=_lines(stored["log"]),
        )


def _lines(stored: list[dict[str, Any]]) -> tuple[LogLine, ...]:
    return tuple(LogLine.from_dict(line) for line in stored)
