"""The menu: what this reader may open."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from villagegov.accounts import queries as accounts
from villagegov.accounts.permissions import Permission


@dataclass(frozen=True)
class Item:
    """One entry of the menu."""

    label: LazyString
    url: str
    current: bool


PUBLIC = (
    (_l("首页"), "desk.home"),
    (_l("核对公告"), "notices.verify"),
    (_l("核对计票"), "law.check"),
    (_l("适用规则"), "law.rules"),
)
#: Label, endpoint, and any of the permissions that open it.
SIGNED_IN: tuple[tuple[LazyString, str, tuple[Permission, ...]], ...] = (
    (_l("工作台"), "desk.start", ()),
    (_l("选举"), "elections.index", (Permission.VIEW_ELECTION,)),
    (_l("进度"), "elections.progress", (Permission.OVERSEE_ELECTION,)),
    (_l("换届"), "elections.rounds", (Permission.SET_UP_ROUND,)),
    (_l("机构"), "bodies.index", (Permission.VIEW_BODIES,)),
    (_l("会议"), "bodies.meetings", (Permission.VIEW_MEETINGS,)),
    (_l("公开工作"), "disclosure.index", (Permission.VIEW_POSTINGS,)),
    (_l("询问"), "disclosure.questions", (Permission.VIEW_QUESTIONS,)),
    (_l("反映"), "disclosure.complaints", (Permission.VIEW_QUESTIONS,)),
    (_l("协商"), "consultation.index", (Permission.VIEW_CONSULTATIONS,)),
    (_l("催办"), "reminders.index", (Permission.VIEW_REMINDER,)),
    (_l("账号"), "accounts.index", (Permission.MANAGE_ACCOUNTS,)),
    (_l("区划"), "divisions.index", (Permission.MANAGE_DIVISIONS, Permission.CORRECT_DIVISION)),
    (_l("备份"), "backups.index", (Permission.KEEP_BACKUPS,)),
    (_l("操作记录"), "audit.index", (Permission.READ_AUDIT,)),
)


def menu() -> list[Item]:
    """The entries this reader may open, the present one marked."""
    if not current_user.is_authenticated:
        return [_item(label, endpoint) for label, endpoint in PUBLIC]
    if current_user.temporary_until is not None:
        return []
    return [_item(label, endpoint) for label, endpoint, needed in SIGNED_IN if _may_any(needed)]


def _may_any(needed: tuple[Permission, ...]) -> bool:
    return not needed or any(accounts.may(current_user, one) for one in needed)


def _item(label: LazyString, endpoint: str) -> Item:
    return Item(label, url_for(endpoint), request.endpoint == endpoint)
