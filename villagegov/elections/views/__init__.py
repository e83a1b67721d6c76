"""Pages of elections."""

from villagegov.elections.views import (
    ballot,
    calendar,
    count,
    elections,
    own_values,
    practice,
    proxies,
    result,
    roll,
    roll_import,
    roll_steps,
    rounds,
)
from villagegov.elections.views.blueprints import blueprint

__all__ = [
    "ballot",
    "blueprint",
    "calendar",
    "count",
    "elections",
    "own_values",
    "practice",
    "proxies",
    "result",
    "roll",
    "roll_import",
    "roll_steps",
    "rounds",
]
