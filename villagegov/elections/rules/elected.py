"""What the summary upward asks of those elected, in numbers (F-33); no person is named with it (P-03)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ElectedFigures:
    """People among those seated, each unknown as long as nobody has counted."""

    party_members: int | None = None
    higher_education: int | None = None
    #: Who sits on the Party body as well.
    cross_posts: int | None = None
    #: Village law 2025 art. 8 (E-10): the Party secretary may become chair, through the election.
    chair_is_secretary: bool | None = None

    @property
    def given(self) -> dict[str, int]:
        """Those that were counted, by name."""
        return {name: number for name, number in vars(self).items() if number is not None}


#: Before anybody has counted.
UNCOUNTED = ElectedFigures()
