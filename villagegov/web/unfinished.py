"""What an account has begun and not sent: files that wait for confirmation, forms that were kept (hand-over)."""

from flask_babel import gettext as _
from sqlalchemy import func, select

from villagegov.accounts.models import Account
from villagegov.extensions import db
from villagegov.web.models import Draft, Upload


def unfinished_of(account: Account) -> list[str]:
    """Each open thing in one line; what is in them only their owner sees."""
    names = db.session.scalars(select(Upload.shown_name).where(Upload.account_id == account.id).order_by(Upload.id))
    drafts = db.session.scalar(select(func.count()).where(Draft.account_id == account.id)) or 0
    waiting = [str(_("上传了还没确认：%(name)s", name=name)) for name in names]
    return [*waiting, *([str(_("没有提交的草稿：%(count)s 份", count=drafts))] if drafts else [])]
