"""Candidates meeting voters, and the decision to vote without candidates."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.elections.forms.final_list import no_personal_numbers
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm


class VoterMeetingForm(BaseForm):
    """When and where they met, who came, what was asked."""

    drafts = True

    held_on = DayField(_l("见面日期"), description=_l("在名单公布以后、选举日以前。"))
    place = StringField(_l("地点"), [InputRequired(_l("请填写地点。")), Length(max=80), plain_text])
    voters = FigureField(_l("到场选民（人）"))
    came = SelectMultipleField(_l("到场的候选人"), [DataRequired(_l("请勾选到场的候选人。"))])
    notes = TextAreaField(
        _l("提问和回答"),
        [Length(max=2000), plain_text, no_personal_numbers],
        description=_l("选填。写要点，不写提问人的姓名。"),
    )

    def __init__(self, *args: Any, candidates: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.came.choices = [SelectChoice(str(key), name) for key, name in candidates.items()]


class OpenBallotForm(BaseForm):
    """What it was decided by."""

    decided_by = StringField(
        _l("依据"),
        [DataRequired(_l("请填写依据。")), Length(max=200), plain_text, no_personal_numbers],
        description=_l("例如：村民代表会议 2021 年 1 月 5 日决定，乡镇批复〔2021〕3 号。"),
    )
