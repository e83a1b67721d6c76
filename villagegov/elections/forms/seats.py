"""The number of seats: what it rests on, its approval, its filing."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.forms.setup import SeatsForm
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class ProposalForm(SeatsForm):
    """How many sit in each post, and which meeting proposes it."""

    decision = SelectField(_l("提出职数的会议决定"), coerce=int)
    paper = StringField(
        _l("没有会议记录的，提出职数的文件"),
        [Length(max=100), plain_text],
        description=_l("只用于选举日当天或者以后才录入的选举。"),
    )

    def __init__(self, *args: Any, decisions: Mapping[int, str], planned: bool, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decision.choices = [
            SelectChoice(0, _l("请选择")),
            *(SelectChoice(key, label) for key, label in decisions.items()),
        ]
        for name in ([] if planned else ["decision"]) + ([] if planned and late else ["paper"]):
            del self[name]

    def picked(self) -> int:
        """The decision chosen; 0 for none."""
        return int(self.decision.data or 0) if "decision" in self else 0

    def told(self) -> str:
        """The paper named."""
        return str(self.paper.data or "").strip() if "paper" in self else ""


class ApprovalForm(BaseForm):
    """When and under which number the township approved."""

    approved_on = DayField(_l("批准日期"))
    document = StringField(_l("批准文号"), [InputRequired(_l("请填写批准文号。")), Length(max=60), plain_text])


class FilingForm(BaseForm):
    """When and under which number it was filed with the county."""

    filed_on = DayField(_l("备案日期"))
    document = StringField(_l("备案文号"), [Length(max=60), plain_text], description=_l("没有文号的不填。"))


class GiveBackForm(BaseForm):
    """Why it is given back."""

    reason = TextAreaField(_l("退回的理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])
