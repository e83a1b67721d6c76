"""Pages of elections."""

from villagegov.elections.views import (
    ballot,
    calendar,
    changes,
    count,
    elections,
    objections,
    own_values,
    practice,
    result,
    roll,
    roll_import,
    roll_steps,
    rounds,
    supplements,
)
from villagegov.elections.views.blueprints import blueprint

__all__ = [
    "ballot",
    "blueprint",
    "calendar",
    "changes",
    "count",
    "elections",
    "objections",
    "own_values",
    "practice",
    "result",
    "roll",
    "roll_import",
    "roll_steps",
    "rounds",
    "supplements",
]
