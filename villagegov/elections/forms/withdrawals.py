"""A candidate's written withdrawal from a posted list, and why a list is recalled."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length

from villagegov.elections.forms.final_list import StandDownForm, no_personal_numbers
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class WithdrawForm(StandDownForm):
    """The paper, the day the changed list was posted, and who won where the next are equal."""

    posted_on = DayField(_l("新名单的公布日期"), description=_l("改过的名单在村务公开栏张贴的那一天。"))
    chosen = RadioField(_l("票数相同，再次投票后由谁递补"))

    def __init__(self, *args: Any, equal: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen.choices = [SelectChoice(str(key), name) for key, name in equal.items()]
        if not equal:
            del self.chosen

    @property
    def chosen_key(self) -> int | None:
        """The nominee who was chosen, if anybody had to be."""
        return int(self.chosen.data) if self.chosen is not None else None


class RecallForm(BaseForm):
    """Why the list is taken down; residents read it."""

    reason = TextAreaField(
        _l("收回的理由"),
        [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_personal_numbers],
        description=_l("村（居）民看得到。例如：主任候选人一人书面放弃，没有人可以递补，需要重新提名。"),
    )
