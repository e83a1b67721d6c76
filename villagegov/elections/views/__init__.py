"""Pages of elections."""

from villagegov.elections.views import (
    ballot,
    calendar,
    count,
    elections,
    nominations,
    nominations_import,
    own_values,
    practice,
    result,
    roll,
    roll_import,
    roll_steps,
    rounds,
    vetting,
)
from villagegov.elections.views.blueprints import blueprint

__all__ = [
    "ballot",
    "blueprint",
    "calendar",
    "count",
    "elections",
    "nominations",
    "nominations_import",
    "own_values",
    "practice",
    "result",
    "roll",
    "roll_import",
    "roll_steps",
    "rounds",
    "vetting",
]
