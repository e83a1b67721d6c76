"""A refused attempt to change something leaves an audit entry too (V6)."""

from flask import request

from villagegov.accounts.models import Account
from villagegov.accounts.permissions import Permission
from villagegov.accounts.vocabulary import AccountTag
from villagegov.audit.record import record
from villagegov.transaction import transaction


def note_refused(permission: Permission, account: Account) -> None:
    """Record that `account` tried `permission` where it may not."""
    with transaction():
        after = {"permission": permission.value, "address": request.path}
        record(AccountTag.REFUSED, subject=account, actor=account, after=after)
