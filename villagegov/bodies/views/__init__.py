"""Pages of bodies and their meetings."""

from villagegov.bodies.views import (
    attendance,
    closing,
    ending,
    entering,
    meeting_files,
    meeting_lists,
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
    "closing",
    "ending",
    "entering",
    "meeting_files",
    "meeting_lists",
    "meetings",
    "offices",
    "people",
    "places",
    "representatives",
    "setup",
    "votes",
]
