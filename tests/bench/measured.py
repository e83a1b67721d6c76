"""One measure: our own work beside the bare floor, in the same run."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Measured(NamedTuple):
    """What was done, in how many seconds, in how many without us, and how many times as long it may take."""

    name: str
    ours: float
    floor: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the floor we take."""
        return self.ours / self.floor


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def medians(
    ours: Callable[[], object], floor: Callable[[], object], *, before: Callable[[], object], runs: int = 5
) -> tuple[float, float]:
    """Both by turns, `before` each of them; the medians of their seconds."""
    pairs = []
    for _run in range(runs):
        before()
        own = seconds(ours)
        before()
        pairs.append((own, seconds(floor)))
    return statistics.median(own for own, _bare in pairs), statistics.median(bare for _own, bare in pairs)
