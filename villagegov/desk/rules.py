"""How what is due is laid out on a start page. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from villagegov.due import Due

#: What is due within so many days, today included, stands apart from what has time.
SOON_DAYS = 7
#: A group shows its most urgent; a start page is no register.
MOST_SHOWN = 30


@dataclass
class Group:
    """Things due at about the same time, the most urgent first."""

    items: list[Due] = field(default_factory=list)

    @property
    def shown(self) -> list[Due]:
        """What fits."""
        return self.items[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many are left out."""
        return max(0, len(self.items) - MOST_SHOWN)


@dataclass
class Groups:
    """Late, due within a week, and later."""

    late: Group = field(default_factory=Group)
    soon: Group = field(default_factory=Group)
    later: Group = field(default_factory=Group)


def grouped(items: Iterable[Due], today: date) -> Groups:
    """A-07: late from the day after the last one; then the coming seven days; then the rest."""
    groups = Groups()
    for one in sorted(items, key=lambda due: due.by):
        left = one.deadline.days_left(today)
        group = groups.late if left < 0 else groups.soon if left < SOON_DAYS else groups.later
        group.items.append(one)
    return groups


#: The disk is nearly full when less than one part in so many is free (O4).
PARTS = 20


def nearly_full(*, free: int, total: int) -> bool:
    """Reliability O4: less than a twentieth of the disk is too little."""
    return free * PARTS < total
