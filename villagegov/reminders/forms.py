"""A reminder, and its answer."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from villagegov.reminders.vocabulary import Topic
from villagegov.web.fields import DayField, choices_of, plain_text
from villagegov.web.forms import BaseForm


class ReminderForm(BaseForm):
    """What a unit is to do, and by when it answers."""

    drafts = True

    place = StringField(
        _l("村（社区）的名称或代码"),
        [DataRequired(_l("请填写村（社区）的名称或 12 位代码。")), Length(max=50), plain_text],
        description=_l("只能是您辖区内的。例如：石桥村民委员会。"),
    )
    matter = StringField(
        _l("催办什么"),
        [DataRequired(_l("请用一句话写明催办什么。")), Length(max=60), plain_text],
        description=_l("一句话，会显示在对方的工作台上。例如：九月的收支还没有公布。"),
    )
    text = TextAreaField(
        _l("具体要求"),
        [DataRequired(_l("请写明要对方做什么。")), Length(max=1000), plain_text],
        description=_l("不要写身份证号、银行卡号和健康情况。"),
    )
    topic = SelectField(_l("与哪一项工作有关"))
    due_on = DayField(_l("最迟哪一天答复"))

    def __init__(self, *args: Any, topics: list[Topic], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.topic.choices = [("", _l("不指明")), *choices_of(topics)]


class AnswerForm(BaseForm):
    """The answer in words."""

    drafts = True

    answer = TextAreaField(
        _l("答复"),
        [DataRequired(_l("请写明办得怎样；还没有办完，请写明什么时候办完。")), Length(max=1000), plain_text],
        description=_l("办好了什么，在哪里可以看到；没有办好的，写明原因和日期。答复后不能再改。"),
    )
