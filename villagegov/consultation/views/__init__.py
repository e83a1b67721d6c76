"""Pages of consultation."""

from villagegov.consultation.views import kept, lists, posting, public, settling, sheets, steps
from villagegov.consultation.views.blueprints import blueprint

__all__ = ["blueprint", "kept", "lists", "posting", "public", "settling", "sheets", "steps"]
