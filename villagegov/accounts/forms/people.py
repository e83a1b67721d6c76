"""Accounts, grants and hand-overs: the shape of what is typed."""

from collections.abc import Iterable
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Regexp

import villagegov.clock as clock
from villagegov.accounts.permissions import may_give
from villagegov.accounts.vocabulary import AccountReason, Role
from villagegov.people.rules.id_numbers import sound_id
from villagegov.people.rules.names import clean_name
from villagegov.refusal import Reason
from villagegov.web.fields import DayField, cleaned
from villagegov.web.forms import BaseForm


def clean_id_number(text: str) -> str:
    """The ID number in its one form. Raises Refusal with what is wrong."""
    return sound_id(text, clock.today())


class GrantForm(BaseForm):
    """A role on a division, until a day."""

    role = SelectField(_l("岗位"), [InputRequired(_l("请选择岗位。"))])
    division = StringField(
        _l("地方的代码"),
        [Regexp(r"^([0-9]{2,12})?$", message=_l("代码是 2 至 12 位数字，在“区划”里可以查到。"))],
        description=_l("村（社区）是 12 位数字，乡镇 9 位，县 6 位；系统管理员和审计员不填。"),
    )
    until_on = DayField(_l("到哪一天为止"), optional=True, description=_l("含当天；不填表示没有期限。"))

    def __init__(self, *args: Any, roles: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = [(role.value, role.label) for role in Role if any(may_give(own, role) for own in roles)]
        self.role.choices = [("", _l("请选择")), *given]


class AccountForm(GrantForm):
    """A new account with its first role."""

    drafts = True

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_accounts_sign_in_name": ("sign_in_name", AccountReason.NAME_TAKEN)
    }

    name = StringField(_l("姓名"), [InputRequired(_l("请填写姓名。")), cleaned(clean_name)])
    id_number = StringField(
        _l("身份证号"),
        [InputRequired(_l("请填写身份证号。")), cleaned(clean_id_number)],
        description=_l("只用来认出同一个人有没有两个账号；加密处理，不再显示。"),
    )
    sign_in_name = StringField(
        _l("登录名"),
        [
            InputRequired(_l("请填写登录名。")),
            Regexp(r"^[a-z0-9][a-z0-9._-]{2,31}$", message=_l("登录名用 3 至 32 个小写字母、数字、点或短横线。")),
        ],
        description=_l("3 至 32 个小写字母、数字、点或短横线，例如 wangfang2。"),
    )


class TellerDayForm(BaseForm):
    """One station, on its polling day."""

    station = SelectField(_l("投票站"), [InputRequired(_l("请选择投票站。"))])

    def __init__(self, *args: Any, stations: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.station.choices = [("", _l("请选择")), *((str(key), words) for key, words in stations)]


CHOSEN = InputRequired(_l("请选择接手的人；还没有人，就选“还没有人”。"))
Clerks = Iterable[tuple[int, str]]


def _or_nobody(clerks: Clerks) -> list[SelectChoice]:
    named = [SelectChoice(str(key), name) for key, name in clerks]
    return [*named, SelectChoice("0", _l("还没有人，留给下一位录入员"))]


class HandoverForm(BaseForm):
    """Who takes over from a clerk."""

    receiver = RadioField(_l("谁接手"), [CHOSEN])

    def __init__(self, *args: Any, clerks: Clerks, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.receiver.choices = _or_nobody(clerks)

    @property
    def receiver_id(self) -> int | None:
        """The account that was chosen; None for nobody yet."""
        return int(self.receiver.data) or None


class ClosingForm(BaseForm):
    """Who takes over in each unit, when a clerk's account is closed; made for one account by `closing_form`."""

    #: Keys of the grants that are asked about.
    grants: ClassVar[tuple[int, ...]] = ()

    def question(self, grant_id: int) -> RadioField:
        """The question about one grant."""
        return self[_question(grant_id)]

    @property
    def receivers(self) -> dict[int, int | None]:
        """Grant → the account that was chosen; None for nobody yet."""
        return {one: int(self.question(one).data) or None for one in self.grants}


def closing_form(account: object, posts: Iterable[tuple[int, str, Clerks]]) -> ClosingForm:
    """One question for each post: the key of its grant, the name of its unit, who could take over."""
    asked = {
        key: RadioField(_l("谁接手（%(place)s）", place=place), [CHOSEN], choices=_or_nobody(clerks))
        for key, place, clerks in posts
    }
    fields = {_question(key): field for key, field in asked.items()}
    made: type[ClosingForm] = type("ClosingFormOfOne", (ClosingForm,), {**fields, "grants": tuple(asked)})
    return made(obj=account)


def _question(grant_id: int) -> str:
    return f"receiver{grant_id}"
