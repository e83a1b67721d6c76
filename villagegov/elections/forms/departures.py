"""Resignation, end by itself, suspension, acting chair."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.vocabulary.departures import CeaseGround
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm

WORDS = [Length(max=300), plain_text, no_number]


class PaperForm(BaseForm):
    """The day, the paper it stands on, and its picture."""

    on = DayField(_l("日期"))
    document = StringField(
        _l("依据文件"), [DataRequired(_l("请填写依据文件的名称或者文号。")), Length(max=100), plain_text, no_number]
    )
    photo = FileField(_l("文件的照片或者扫描件"))
    note = TextAreaField(_l("说明"), WORDS, description=_l("不要写身份证号和健康情况。"))


class ResignationForm(PaperForm):
    """A written resignation."""

    on = DayField(_l("提出书面辞职的日期"))


class CeaseForm(PaperForm):
    """The office ends by itself."""

    ground = SelectField(_l("终止的情形"), choices=choices_of(CeaseGround))
    on = DayField(_l("终止日期"), description=_l("判决生效、第二次评议结果公布等的那一天。"))
    first_rated_on = DayField(
        _l("第一次评议不称职的日期"), optional=True, description=_l("只有连续两次评议不称职的才填。")
    )


class SuspensionForm(PaperForm):
    """Somebody is held in custody."""

    on = DayField(_l("中止职务的日期"))


class VoteOnResignationForm(BaseForm):
    """At which meeting it was voted on."""

    decision = SelectField(_l("表决辞职的会议决定"), coerce=int)

    def __init__(self, *args: Any, decisions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = (SelectChoice(key, label) for key, label in decisions.items())
        self.decision.choices = [SelectChoice(0, _l("请选择")), *choices]


class DayAndNoteForm(BaseForm):
    """When, and why."""

    on = DayField(_l("日期"))
    note = TextAreaField(_l("说明"), [DataRequired(_l("请写明依据。")), *WORDS])


class PostedOnForm(BaseForm):
    """When the notice was posted."""

    on = DayField(_l("张贴日期"))


class ActingForm(BaseForm):
    """Who acts for the chair, from when, until when, on which paper."""

    term_id = SelectField(_l("由谁代理"), coerce=int)
    reason = TextAreaField(_l("不按顺序的理由"), WORDS, description=_l("按顺序代理的不填。"))
    from_on = DayField(_l("从哪一天起代理"))
    until_on = DayField(_l("代理到哪一天"), optional=True, description=_l("补选出主任为止的，不填。"))
    document = StringField(
        _l("依据文件"), [DataRequired(_l("请填写依据文件的名称或者文号。")), Length(max=60), plain_text, no_number]
    )
    photo = FileField(_l("文件的照片或者扫描件"))

    def __init__(self, *args: Any, people: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.term_id.choices = [SelectChoice(key, label) for key, label in people.items()]
