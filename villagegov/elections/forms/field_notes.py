"""An observation or an incident, and the answer to one."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.vocabulary import Task
from villagegov.elections.vocabulary.field_notes import NoteKind
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class FieldNoteForm(BaseForm):
    """What was seen, by whom, at which step, when."""

    drafts = True

    kind = SelectField(_l("种类"), choices=choices_of(NoteKind))
    who = StringField(
        _l("观察人或者报告人"), [InputRequired(_l("请填写姓名。")), Length(max=40), plain_text, no_number]
    )
    organisation = StringField(_l("单位"), [Length(max=60), plain_text], description=_l("例如：东溪镇人民政府。"))
    step = SelectField(_l("环节"), choices=choices_of(Task))
    noted_on = DayField(_l("日期"))
    hour = StringField(_l("时间"), [Length(max=20), plain_text], description=_l("选填，例如：上午9时30分。"))
    found = TextAreaField(
        _l("情况"), [InputRequired(_l("请写明看到了什么。")), Length(max=2_000), plain_text, no_number]
    )


class AnswerForm(BaseForm):
    """What the township says."""

    drafts = True

    answer = TextAreaField(
        _l("答复"), [InputRequired(_l("请写明怎样处理。")), Length(max=2_000), plain_text, no_number]
    )
