"""Pages of disclosure."""

from villagegov.disclosure.views import (
    adopting,
    board,
    catalogue,
    drafts,
    imports,
    items,
    lines,
    occasions,
    opening,
    public,
    rows,
    spoken,
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
    "items",
    "lines",
    "occasions",
    "opening",
    "public",
    "rows",
    "spoken",
    "steps",
]
