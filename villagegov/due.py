"""Due: what, by when, why, what happens if not, where to go. Rooms offer them, the desk merges them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from villagegov.deadlines import Deadline
from villagegov.vocabulary import LazyString


@dataclass(frozen=True)
class Due:
    """One thing somebody has to do."""

    #: Where it is to be done: the name of the unit.
    place: str
    what: LazyString
    deadline: Deadline
    #: What happens if it is not done in time.
    otherwise: LazyString
    #: Name and values of the page where it is done.
    endpoint: str
    values: Mapping[str, int | str]

    @property
    def by(self) -> date:
        """The last day."""
        return self.deadline.last

    def is_late(self, today: date) -> bool:
        """Whether its last day is over (A-07: it ends at 24:00)."""
        return self.deadline.days_left(today) < 0
