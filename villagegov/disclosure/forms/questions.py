"""Asking, fetching the answer, answering, holding back."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.disclosure.rules.questions import clean_phone
from villagegov.disclosure.vocabulary.questions import HoldGround
from villagegov.people.rules.names import clean_name
from villagegov.web.fields import choices_of, cleaned, plain_text
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
