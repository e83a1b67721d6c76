"""Counts that are valid by default: 1500 on the roll, 1000 ballots out and back, the village law of 2026."""

from typing import Any

from villagegov.elections.rules import Casting, PollCount, PositionCount
from villagegov.elections.vocabulary import Post
from villagegov.law.profiles import PROFILES


def position(votes: dict[str, int], *, post: Post = Post.MEMBER, seats: int = 1, **more: Any) -> PositionCount:
    """One post's count; keys that begin with W are women."""
    women = frozenset(key for key in votes if key.startswith("W"))
    return PositionCount(**{"post": post, "seats": seats, "votes": votes, "female": women, **more})


def casting(**more: Any) -> Casting:
    """One casting of 1000 ballots."""
    usual = {"profile": PROFILES["V-2026"], "registered": 1500, "issued": 1000, "collected": 1000}
    return Casting(**{**usual, **more})


def poll(*positions: PositionCount, kin: tuple[tuple[str, str], ...] = (), **more: Any) -> PollCount:
    """One poll of 1000 ballots."""
    pairs = frozenset(frozenset(pair) for pair in kin)
    return PollCount(**{**vars(casting()), "positions": positions, "kin": pairs, **more})
