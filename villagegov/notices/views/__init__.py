"""Pages that prove that a notice is what it was."""

from villagegov.notices.views import downloads, verify
from villagegov.notices.views.blueprints import blueprint

__all__ = ["blueprint", "downloads", "verify"]
