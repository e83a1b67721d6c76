"""Pages of disclosure."""

from villagegov.disclosure.views import board, catalogue, drafts, imports, lines, opening, public, steps
from villagegov.disclosure.views.blueprints import blueprint

__all__ = ["blueprint", "board", "catalogue", "drafts", "imports", "lines", "opening", "public", "steps"]
