"""The shape of what is typed about accounts."""

from villagegov.accounts.forms.people import (
    AccountForm,
    ClosingForm,
    GrantForm,
    HandoverForm,
    TellerDayForm,
    closing_form,
)
from villagegov.accounts.forms.signing import CodeForm, PasswordForm, SecondFactorForm, SignInForm
from villagegov.accounts.forms.slips import COLUMNS, ConfirmSlipsForm, ReprintForm, SlipsForm

__all__ = [
    "COLUMNS",
    "AccountForm",
    "ClosingForm",
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
    "closing_form",
]
