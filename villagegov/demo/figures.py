"""What stands on the count sheets and turnout reports of the story. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from villagegov.elections.rules.sheet import PostOnSheet, votes_field
from villagegov.elections.vocabulary import Post, StationKind

Shares = Mapping[Post, Sequence[int]]
#: Per mille of the valid ballots, candidate by candidate in the order of the ballot.
CLEAR: Shares = {Post.CHAIR: (741, 236), Post.VICE: (688, 279), Post.MEMBER: (862, 801, 655, 318)}
#: Nobody for 副主任 has more than half of all ballots.
SPLIT: Shares = {Post.CHAIR: (702, 271), Post.VICE: (481, 476), Post.MEMBER: (833, 764, 612, 402)}
#: Per mille of all its ballots that a station has issued, report by report.
BY_HOUR = (118, 274, 431, 560, 659, 731)
SPOILED = 3


@dataclass(frozen=True)
class Box:
    """One station of an election: where, and how many ballots go out and come back."""

    kind: StationKind
    name: str
    place: str
    own: int
    proxy: int
    collected: int
    listed: int | None = None

    @property
    def issued(self) -> int:
        """Ballots issued, own and proxy."""
        return self.own + self.proxy

    def by(self, share: int) -> tuple[int, int]:
        """Own and proxy ballots issued when `share` per mille of them are out."""
        return self.own * share // 1000, self.proxy * share // 1000


def sheet_figures(box: Box, posts: Sequence[PostOnSheet], shares: Shares) -> dict[str, int]:
    """A count sheet that adds up."""
    found = {"printed": box.issued + SPOILED, "own": box.own, "proxy": box.proxy}
    found |= {"destroyed": SPOILED, "specimens": 0, "collected": box.collected}
    for at, one in enumerate(posts):
        invalid, blank = box.collected // (60 + 7 * at), box.collected // (45 + 5 * at)
        valid = box.collected - invalid - blank
        found |= {one.field("valid"): valid, one.field("invalid"): invalid, one.field("blank"): blank}
        for key, share in zip(one.candidates, shares[one.post], strict=True):
            found[votes_field(key)] = valid * share // 1000
    return found


def misread(figures: Mapping[str, int], posts: Sequence[PostOnSheet]) -> dict[str, int]:
    """The same sheet with one person's votes read wrongly, as happens."""
    field = votes_field(posts[-1].candidates[0])
    return {**figures, field: figures[field] - 9}
