"""The law of one election: its profile with the values that its province and its round had set."""

from typing import Any, Protocol

from villagegov.law.own import with_own
from villagegov.law.profiles import PROFILES, Profile


class Ruled(Protocol):
    """What is asked of an election."""

    @property
    def profile(self) -> Any: ...
    @property
    def own_values(self) -> Any: ...


def law_of(election: Ruled) -> Profile:
    """Rulebook 0.5, 0.2: the profile by polling day, with the own values kept when the roll was posted."""
    return with_own(PROFILES[election.profile], election.own_values)
