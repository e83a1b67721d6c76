"""Complaining to the township, and what is done there."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from villagegov.disclosure.forms.questions import HIDDEN, NAME, PHONE
from villagegov.disclosure.rules.questions import clean_phone
from villagegov.disclosure.vocabulary.complaints import DIRECT, Finding
from villagegov.people.rules.names import clean_name
from villagegov.web.fields import DayField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm

ONLY_ABOVE = _l("只有乡镇（街道）以上的工作人员看得到，不公布。")


class ComplainForm(BaseForm):
    """What is wrong, and who says so unless he is signed in as a resident of the place."""

    ground = RadioField(_l("反映什么"), choices=choices_of(DIRECT), validators=[DataRequired(_l("请选择反映什么。"))])
    text = TextAreaField(
        _l("具体情况"),
        [DataRequired(_l("请写明具体情况。")), Length(max=1000), plain_text],
        description=ONLY_ABOVE,
        render_kw={"rows": 5},
    )
    name = StringField(NAME, [cleaned(clean_name)], description=HIDDEN, render_kw={"autocomplete": "name"})
    phone = StringField(
        PHONE, [cleaned(clean_phone)], description=HIDDEN, render_kw={"autocomplete": "tel", "inputmode": "tel"}
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.name, self.phone


class EscalateForm(BaseForm):
    """Why the answer is not enough; a late one needs no words."""

    text = TextAreaField(_l("要补充的情况"), [Length(max=1000), plain_text], description=ONLY_ABOVE)


class DecideForm(BaseForm):
    """What the township found and orders."""

    finding = SelectField(_l("处理结论"), choices=choices_of(Finding))
    words = TextAreaField(
        _l("查明的情况和处理意见"),
        [DataRequired(_l("请写明查明的情况和处理意见。")), Length(max=1000), plain_text],
        description=_l("反映人和村（居）委会都看得到，不要写反映人是谁。"),
    )
    order_due_on = DayField(_l("哪天以前完成"), optional=True, description=_l("责令公布（答复）的才填。"))


class ReportForm(BaseForm):
    """What the committee did."""

    words = TextAreaField(
        _l("落实情况"),
        [DataRequired(_l("请写明做了什么、哪天做的。")), Length(max=1000), plain_text],
        description=_l("反映人和乡镇（街道）看得到。"),
    )
