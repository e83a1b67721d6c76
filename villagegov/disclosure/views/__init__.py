"""Pages of disclosure."""

from villagegov.disclosure.views import (
    adopting,
    board,
    catalogue,
    drafts,
    imports,
    lines,
    occasions,
    opening,
    public,
    steps,
)
from villagegov.disclosure.views.blueprints import blueprint

__all__ = [
    "adopting",
    "blueprint",
    "board",
    "catalogue",
    "drafts",
    "imports",
    "lines",
    "occasions",
    "opening",
    "public",
    "steps",
]
