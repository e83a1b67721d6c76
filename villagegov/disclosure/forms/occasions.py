"""Events that are posted at once, and matters residents asked for."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.disclosure.rules.catalogue import Entry
from villagegov.disclosure.vocabulary.adopted import AskedBy
from villagegov.web.fields import DayField, FigureField, choices_of, plain_text
from villagegov.web.forms import BaseForm

TITLE = _l("大家都看得到，不要写个人的姓名、证件号码、电话。")


class OccasionForm(BaseForm):
    """What happened, when, under which item it is posted."""

    item = SelectField(_l("公开事项"))
    title = StringField(
        _l("是什么事"), [DataRequired(_l("请写明是什么事。")), Length(max=60), plain_text], description=TITLE
    )
    happened_on = DayField(
        _l("哪天发生的"), description=_l("公布的期限从这一天算起。登记的日期由系统记下，两个日期都会显示。")
    )
    came_from = StringField(
        _l("从哪里知道的"),
        [DataRequired(_l("请写明从哪里知道的，例如：2026年11月20日村民代表会议记录。")), Length(max=100), plain_text],
        description=_l("会议、文件或者通知的名称和日期。"),
    )

    def __init__(self, *args: Any, entries: Iterable[Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item.choices = [SelectChoice(one.item.value, one.label) for one in entries]


class PetitionForm(BaseForm):
    """Who asked for what; no names (P-13)."""

    title = StringField(
        _l("要求公开什么"), [DataRequired(_l("请写明要求公开什么。")), Length(max=60), plain_text], description=TITLE
    )
    asked_by = RadioField(_l("由谁要求"), choices=choices_of(AskedBy), default=AskedBy.VILLAGERS.value)
    askers = FigureField(_l("多少人要求"), description=_l("只填人数，不登记姓名。"))
    base = FigureField(_l("村（居）民或者代表一共多少人"))
    base_source = StringField(
        _l("总人数从哪里来"),
        [DataRequired(_l("请写明总人数从哪里来，例如：2026年10月户籍统计。")), Length(max=100), plain_text],
    )
    happened_on = DayField(_l("哪天提出的"))
    came_from = StringField(
        _l("凭什么登记"),
        [DataRequired(_l("请写明凭什么登记，例如：2026年11月20日收到的联名书。")), Length(max=100), plain_text],
        description=_l("联名书或者会议记录的名称和日期，原件留在村（居）委会。"),
    )


class WithdrawForm(BaseForm):
    """Why an event counts no more."""

    reason = TextAreaField(_l("撤销的理由"), [InputRequired(_l("请写明撤销的理由。")), Length(max=300), plain_text])
