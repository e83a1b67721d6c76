"""Asking, fetching the answer, answering, holding back."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from villagegov.disclosure.rules.questions import clean_phone
from villagegov.disclosure.vocabulary.questions import HoldGround, Way
from villagegov.people.rules.names import clean_name
from villagegov.web.fields import DayField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm

YES, NO = "yes", "no"
NAME, PHONE = _l("您的姓名"), _l("您的电话")
HIDDEN = _l("村（居）委会看不到，网上不公布。")


class AskForm(BaseForm):
    """The question, and who asks unless he is signed in as a resident of the place."""

    text = TextAreaField(
        _l("您要问什么"),
        [DataRequired(_l("请写明您要问什么。")), Length(max=500), plain_text],
        description=_l("不要写别人的姓名、电话、证件号码。问题会和答复一起公开。"),
        render_kw={"rows": 5},
    )
    name = StringField(NAME, [cleaned(clean_name)], description=HIDDEN, render_kw={"autocomplete": "name"})
    phone = StringField(
        PHONE,
        [cleaned(clean_phone)],
        description=_l("村（居）委会看不到，网上不公布。"),
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.name, self.phone


class DeskForm(BaseForm):
    """A question of somebody who came or called, as the desk writes it down."""

    drafts = True
    never_kept = frozenset({"name", "phone"})

    text = TextAreaField(
        _l("问什么"),
        [DataRequired(_l("请写明问什么。")), Length(max=500), plain_text],
        description=_l("照本人的话写，不写姓名、电话、证件号码。问题会和答复一起公开。"),
        render_kw={"rows": 5},
    )
    way = RadioField(_l("怎样提出的"), choices=choices_of((Way.VISIT, Way.CALL)), default=Way.VISIT.value)
    asked_on = DayField(_l("提出日期"), description=_l("答复的期限从这一天算起。"))
    name = StringField(_l("提问人姓名"), [cleaned(clean_name)], description=_l("登记以后您也看不到。"))
    phone = StringField(
        _l("提问人电话"),
        [Optional(), cleaned(clean_phone)],
        description=_l("没有留的不填。登记以后您也看不到。"),
        render_kw={"inputmode": "tel", "autocomplete": "off"},
    )


class CodeForm(BaseForm):
    """The code on the receipt."""

    code = StringField(
        _l("查询码"),
        [DataRequired(_l("请填写回执上的查询码。")), Length(max=60)],
        description=_l("12 个字母和数字，大小写、空格都不要紧。"),
        render_kw={"autocomplete": "off", "autocapitalize": "characters"},
    )


class RateForm(BaseForm):
    """Whether the answer is enough."""

    satisfied = RadioField(
        _l("您对答复满意吗？"),
        choices=[SelectChoice(YES, _l("满意")), SelectChoice(NO, _l("不满意"))],
        validators=[DataRequired(_l("请选择满意或者不满意。"))],
    )


class AnswerForm(BaseForm):
    """The committee's answer."""

    drafts = True

    answer = TextAreaField(
        _l("答复"),
        [DataRequired(_l("请写明答复。")), Length(max=1000), plain_text],
        description=_l("大家都看得到，写明事实和依据，不要写私人的姓名、电话、证件号码。答复以后不能改。"),
        render_kw={"rows": 6},
    )


class HoldForm(BaseForm):
    """Why the words are not shown."""

    ground = SelectField(_l("为什么不公开"), choices=choices_of(HoldGround))
    reason = TextAreaField(
        _l("理由"),
        [DataRequired(_l("请写明理由。")), Length(max=300), plain_text],
        description=_l("提问人看得到这一段。不公开的只是问题的内容，照样要按期答复。"),
    )
