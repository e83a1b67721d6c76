"""The shape of what is typed about accounts."""

from villagegov.accounts.forms.people import AccountForm, GrantForm, HandoverForm, TellerDayForm
from villagegov.accounts.forms.signing import CodeForm, PasswordForm, SecondFactorForm, SignInForm
from villagegov.accounts.forms.slips import COLUMNS, ConfirmSlipsForm, ReprintForm, SlipsForm

__all__ = [
    "COLUMNS",
    "AccountForm",
    "CodeForm",
    "ConfirmSlipsForm",
    "GrantForm",
    "HandoverForm",
    "PasswordForm",
    "ReprintForm",
    "SecondFactorForm",
    "SignInForm",
    "SlipsForm",
    "TellerDayForm",
]
