"""An objection as it was handed in, its decision, and the days that follow."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, StopValidation

from villagegov.elections.vocabulary.objections import Claim, Ruling
from villagegov.people.rules import clean_name
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import DayField, FigureField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm


def no_personal_number(_form: Form, field: Field) -> None:
    """A validator: what will be posted or stays in the record holds no personal number (P7)."""
    if find_personal_numbers(str(field.data or "")):
        raise StopValidation(_("疑似有身份证号、电话或银行卡号，请去掉。"))


class ObjectionForm(BaseForm):
    """Who objects, about whom, what is wanted and why."""

    petitioner = StringField(
        _l("申诉人"),
        [DataRequired(_l("请填写申诉人的姓名。")), Length(max=50), cleaned(clean_name)],
        description=_l("只有办名单的人看得到，不公布。"),
    )
    claim = RadioField(_l("要求"), choices=choices_of(Claim), validators=[DataRequired(_l("请选择要求什么。"))])
    entry_number = FigureField(
        _l("名单上的编号"), optional=True, description=_l("要求划掉或者更正的，填这个人在名单上的编号。")
    )
    about = StringField(
        _l("漏登的人的姓名"),
        [Optional(), Length(max=50), cleaned(clean_name)],
        description=_l("只有要求补上的，才要填。"),
    )
    statement = TextAreaField(
        _l("申诉的内容"),
        [DataRequired(_l("请写明申诉的内容。")), Length(max=1000), plain_text, no_personal_number],
        description=_l("照申诉人的话写。不要写身份证号和健康情况。"),
    )
    filed_on = DayField(_l("提出的日期"), description=_l("收到申诉的那一天。"))


class RulingForm(BaseForm):
    """A decision with its reason."""

    ruling = RadioField(_l("决定"), choices=choices_of(Ruling), validators=[DataRequired(_l("请选择决定。"))])
    reason = TextAreaField(
        _l("理由"),
        [DataRequired(_l("请写明理由。")), Length(max=1000), plain_text, no_personal_number],
        description=_l("会公布。不要写申诉人的姓名、身份证号和健康情况。"),
    )
    decided_on = DayField(_l("决定的日期"))


class AppealForm(BaseForm):
    """The day a second appeal was handed in."""

    appealed_on = DayField(_l("提出再次申诉的日期"), description=_l("乡镇收到的那一天。"))
