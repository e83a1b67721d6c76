"""Asking for a polling day outside the round, and answering."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.vocabulary.shifts import ShiftReason
from villagegov.refusal import Reason
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class ShiftForm(BaseForm):
    """The day asked for, why, the application, and the meeting that agreed."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {"uq_election_shifts_open": ("", ShiftReason.OPEN)}

    wanted_on = DayField(_l("申请的选举日"), description=_l("批准以后，选举日可以改到这一天为止。"))
    because = TextAreaField(
        _l("提前或者延期的理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number]
    )
    applied_on = DayField(_l("村（居）民委员会的申请日期"))
    document = StringField(_l("申请的文号"), [Length(max=60), plain_text], description=_l("没有文号的不填。"))
    decision = SelectField(_l("讨论同意的会议决定"), coerce=int)
    paper = StringField(
        _l("没有会议记录的，讨论同意的文件"),
        [Length(max=100), plain_text],
        description=_l("只用于选举日当天或者以后才录入的选举。"),
    )

    def __init__(self, *args: Any, decisions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [SelectChoice(key, label) for key, label in decisions.items()]
        self.decision.choices = [SelectChoice(0, _l("请选择")), *chosen]


class ApproveShiftForm(BaseForm):
    """When and by which document a level agreed."""

    approved_on = DayField(_l("批准日期"))
    document = StringField(_l("批准文号"), [InputRequired(_l("请填写批准文号。")), Length(max=60), plain_text])


class ReturnShiftForm(BaseForm):
    """Why it is given back."""

    reason = TextAreaField(_l("退回的理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])
