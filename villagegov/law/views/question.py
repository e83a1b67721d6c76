"""One question to the law: a post's count in one casting of votes. Asked by a page or by a program."""

from typing import NamedTuple

from villagegov.elections.rules import Casting, PositionCount, PositionDecision, decide_position
from villagegov.elections.vocabulary import Post
from villagegov.law.vocabulary import Method


class Question(NamedTuple):
    """What is to be decided."""

    position: PositionCount
    casting: Casting
    woman_already: bool

    def decided(self) -> PositionDecision:
        """What the law makes of it."""
        return decide_position(self.position, self.casting, woman_already=self.woman_already)


def post_meant(*, seats: int, woman_already: bool) -> Post:
    """Rulebook 9.1 names no post: one seat without a women's step is read as that of the chair."""
    return Post.CHAIR if seats == 1 and woman_already else Post.MEMBER


def usual_profile(method: Method) -> str:
    """The law of today that knows this method: only residents' committees vote by household or representatives."""
    return "V-2026" if method is Method.VOTERS else "R-2026"
