"""The election committee: votes of the choice, its posting, who leaves and who follows."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, StopValidation

import villagegov.clock as clock
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.people.rules import clean_name, sound_id
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import DayField, FigureField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm


def no_number(_form: object, field: Field) -> None:
    """The reason stays in the record; a personal number in it would stay there too (P7)."""
    if find_personal_numbers(str(field.data or "")):
        raise StopValidation(_("理由里疑似有身份证号、电话或银行卡号，请去掉。"))


def _name(text: str) -> str:
    """Who is known already need not be named."""
    return clean_name(text) if text.strip() else ""


class VoteForm(BaseForm):
    """One person, the votes, and as what he or she was chosen."""

    decision = SelectField(_l("推选的会议决定"), coerce=int)
    id_number = StringField(
        _l("身份证号"),
        [InputRequired(_l("请填写身份证号。")), cleaned(lambda text: sound_id(text, clock.today()))],
        description=_l("用来认出同一个人；加密保存，以后不再显示。性别和出生日期从号码得出。"),
    )
    name = StringField(
        _l("姓名"),
        [cleaned(_name)],
        description=_l("系统里已经登记过的人可以不填。"),
        render_kw={"autocomplete": "off"},
    )
    votes = FigureField(_l("得票（票）"))
    office = SelectField(_l("推选结果"), description=_l("没有选上的人也要登记：以后有空缺，按得票多少依次递补。"))
    heeded = BooleanField(_l("已经看过上面的提醒，仍要登记"))

    def __init__(self, *args: Any, decisions: Mapping[int, str], offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [SelectChoice(key, label) for key, label in decisions.items()]
        self.office.choices = [*choices_of(offices), SelectChoice("", _l("没有选上"))]

    @property
    def chosen_as(self) -> Office | None:
        """The office chosen; None for who was not."""
        return Office(self.office.data) if self.office.data else None


class FormedForm(BaseForm):
    """When the list of members was posted, and when it was filed under which number (E-21)."""

    posted_on = DayField(_l("公布日期"), description=_l("在村务公开栏张贴名单的那一天。"))
    filed_on = DayField(_l("报乡镇（街道）备案的日期"))
    document = StringField(_l("备案文号"), [Length(max=60), plain_text], description=_l("没有文号的不填。"))
    heeded = BooleanField(_l("已经看过上面的提醒，仍要公布"))


class PaperForm(BaseForm):
    """The paper that names the committee of an election recorded when its day has come."""

    chosen_by = SelectField(_l("由谁推选"))
    paper = StringField(
        _l("公告的名称或者文号"),
        [InputRequired(_l("请填写公告的名称或者文号。")), Length(max=100), plain_text],
        description=_l("例如：石桥村村民选举委员会公告（第1号）。"),
    )
    posted_on = DayField(_l("公布日期"), description=_l("在村务公开栏张贴名单的那一天。"))
    filed_on = DayField(_l("报乡镇（街道）备案的日期"))

    def __init__(self, *args: Any, kinds: Mapping[MeetingKind, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen_by.choices = [SelectChoice(kind.value, label) for kind, label in kinds.items()]


class FollowForm(BaseForm):
    """As what the next one enters."""

    office = SelectField(_l("递补为"))
    heeded = BooleanField(_l("已经看过上面的提醒，仍要登记"))

    def __init__(self, *args: Any, offices: Iterable[Office], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.office.choices = choices_of(offices)

    @property
    def chosen_as(self) -> Office:
        """The office chosen."""
        return Office(self.office.data)


class PassOverForm(BaseForm):
    """Why the next one does not follow."""

    reason = TextAreaField(
        _l("不递补的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number],
        description=_l("例如：本人书面表示不愿担任。不要写身份证号和健康情况。"),
    )


class CloseForm(BaseForm):
    """The day on which handover was finished."""

    on = DayField(_l("移交完成的日期"), description=_l("这一天起，选举委员会不再存在，成员职务终止。"))
