"""Pages of disclosure."""

from villagegov.disclosure.views import (
    adopting,
    answering,
    answers,
    board,
    catalogue,
    complaints,
    drafts,
    imports,
    items,
    lines,
    occasions,
    opening,
    public,
    questions,
    rows,
    spoken,
    steps,
)
from villagegov.disclosure.views.blueprints import blueprint

__all__ = [
    "adopting",
    "answering",
    "answers",
    "blueprint",
    "board",
    "catalogue",
    "complaints",
    "drafts",
    "imports",
    "items",
    "lines",
    "occasions",
    "opening",
    "public",
    "questions",
    "rows",
    "spoken",
    "steps",
]
