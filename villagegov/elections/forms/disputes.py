"""Complaints about an election, and their answers."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.vocabulary.disputes import DisputeAnswer, DisputeMatter
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class DisputeForm(BaseForm):
    """What is complained of."""

    drafts = True

    matter = SelectField(_l("投诉事项"), choices=choices_of(DisputeMatter))
    complainant = StringField(
        _l("投诉人"),
        [Length(max=60), plain_text, no_number],
        description=_l("只有乡镇（街道）以上的工作人员看得到，不公布。匿名的不填。"),
    )
    claim = TextAreaField(
        _l("投诉内容"), [DataRequired(_l("请写明投诉的内容。")), Length(max=2000), plain_text, no_number]
    )
    received_on = DayField(_l("收到日期"))


class DisputeAnswerForm(BaseForm):
    """What was found."""

    finding = SelectField(_l("处理结论"), choices=choices_of(DisputeAnswer))
    answer = TextAreaField(
        _l("答复"),
        [DataRequired(_l("请写明答复和理由。")), Length(max=2000), plain_text, no_number],
        description=_l("村（社区）看得到这一段，不要写投诉人的姓名。"),
    )
    document = StringField(_l("答复文号"), [Length(max=60), plain_text], description=_l("没有文号的不填。"))
    answered_on = DayField(_l("答复日期"))
