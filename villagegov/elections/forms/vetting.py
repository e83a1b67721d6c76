"""One department's result of a joint vetting."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, StopValidation

from villagegov.elections.rules.vetting import Said
from villagegov.elections.vocabulary.vetting import Bar, Department, VettingResult
from villagegov.law.vocabulary import CommitteeKind
from villagegov.people.rules import clean_name
from villagegov.privacy import find_personal_numbers
from villagegov.web.fields import DayField, choices_of, cleaned, plain_text
from villagegov.web.forms import BaseForm


class ChangeVettingForm(BaseForm):
    """A result and what is known of it; the bar only where the law of the day has the four."""

    result = RadioField(_l("审查结果"), choices=choices_of(VettingResult))
    bar = SelectField(_l("法律规定不得作为候选人的情形"))
    reason = TextAreaField(
        _l("理由"),
        [Length(max=500), plain_text],
        description=_l("不通过的才填；只有工作人员能看，对外只说通过或者不通过。不要写身份证号。"),
    )
    handler = StringField(_l("经办人"), [InputRequired(_l("请填写经办人。")), Length(max=50), cleaned(clean_name)])
    decided_on = DayField(_l("审查日期"))

    def __init__(self, *args: Any, committee: CommitteeKind, bars: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bar.choices = [
            SelectChoice("", _("没有")),
            *(SelectChoice(one.value, one.named(committee)) for one in Bar),
        ]
        if not bars:
            del self.bar

    def validate_reason(self, field: Field) -> None:
        """A personal number in it would stay (P7)."""
        if find_personal_numbers(str(field.data)):
            raise StopValidation(_("理由里疑似有身份证号、电话或银行卡号，请去掉。"))

    def said(self, department: Department, other_name: str) -> Said:
        """What was typed; call only after the form was found sound."""
        chosen = self.bar.data if self.bar is not None else ""
        return Said(
            department=department,
            other_name=other_name,
            result=VettingResult(self.result.data),
            bar=Bar(chosen) if chosen else None,
            reason=(self.reason.data or "").strip(),
        )


class VettingForm(ChangeVettingForm):
    """A result and the department it came from."""

    department = SelectField(_l("审查部门"), choices=choices_of(Department))
    other_name = StringField(
        _l("部门名称"), [Length(max=40), plain_text], description=_l("只有选了“其他部门”才填，例如：法院。")
    )

    def said_of_it(self) -> Said:
        """What was typed, with the department."""
        return self.said(Department(self.department.data), (self.other_name.data or "").strip())
