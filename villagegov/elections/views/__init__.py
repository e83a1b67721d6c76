"""Pages of elections."""

from villagegov.elections.views import ballot, count, elections, result, rounds
from villagegov.elections.views.blueprint import blueprint

__all__ = ["ballot", "blueprint", "count", "elections", "result", "rounds"]
