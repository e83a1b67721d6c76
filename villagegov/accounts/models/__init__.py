"""Accounts, grants, sign-ins, codes and hand-overs."""

from villagegov.accounts.models.handovers import Handover
from villagegov.accounts.models.people import Account, Grant
from villagegov.accounts.models.signing import RecoveryCode, SignIn, SignInAttempt, SignInSeries

__all__ = ["Account", "Grant", "Handover", "RecoveryCode", "SignIn", "SignInAttempt", "SignInSeries"]
