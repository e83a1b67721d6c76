"""Pages of elections."""

from villagegov.elections.views import (
    audit,
    ballot,
    committee,
    count,
    elections,
    result,
    roll,
    roll_import,
    roll_steps,
    rounds,
    seats,
    succession,
)
from villagegov.elections.views.blueprints import blueprint

__all__ = [
    "audit",
    "ballot",
    "blueprint",
    "committee",
    "count",
    "elections",
    "result",
    "roll",
    "roll_import",
    "roll_steps",
    "rounds",
    "seats",
    "succession",
]
