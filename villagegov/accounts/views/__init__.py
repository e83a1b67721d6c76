"""Pages of sign-in and accounts."""

from villagegov.accounts.views import manage, sign_in
from villagegov.accounts.views.blueprints import blueprint

__all__ = ["blueprint", "manage", "sign_in"]
