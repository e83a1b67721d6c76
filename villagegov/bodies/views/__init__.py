"""Pages of bodies and their meetings."""

from villagegov.bodies.views import (
    attendance,
    meeting_files,
    meetings,
    offices,
    people,
    places,
    representatives,
    setup,
    votes,
)
from villagegov.bodies.views.blueprints import blueprint

__all__ = [
    "attendance",
    "blueprint",
    "meeting_files",
    "meetings",
    "offices",
    "people",
    "places",
    "representatives",
    "setup",
    "votes",
]
