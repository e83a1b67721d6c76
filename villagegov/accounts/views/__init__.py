"""Pages of sign-in and accounts."""

from villagegov.accounts.views import leaving, manage, own_password, second_factor, sign_in, slips
from villagegov.accounts.views.blueprints import blueprint

__all__ = ["blueprint", "leaving", "manage", "own_password", "second_factor", "sign_in", "slips"]
