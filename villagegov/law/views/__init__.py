"""The law shown, and the decision offered to people and programs."""

from villagegov.law.views import api, check, profile_pages
from villagegov.law.views.blueprints import machines, pages

__all__ = ["api", "check", "machines", "pages", "profile_pages"]
