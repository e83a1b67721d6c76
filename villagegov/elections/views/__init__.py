"""Pages of elections."""

from villagegov.elections.views import (
    audit,
    ballot,
    calendar,
    committee,
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
    seats,
    succession,
)
from villagegov.elections.views.blueprints import blueprint

__all__ = [
    "audit",
    "ballot",
    "blueprint",
    "calendar",
    "committee",
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
    "seats",
    "succession",
]
