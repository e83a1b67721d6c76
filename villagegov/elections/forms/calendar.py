"""Planned days, and another polling day."""

from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import Length

from villagegov.elections.forms.setup import ON_PAPER, DayForm
from villagegov.elections.rules.windows import PLANNED
from villagegov.elections.vocabulary.calendar import Milestone
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class MoveDayForm(DayForm):
    """Another polling day."""

    on_paper = BooleanField(ON_PAPER)
    reason = TextAreaField(
        _l("改选举日的理由"),
        [Length(max=300), plain_text],
        description=_l("名单公布以后才要填；村民看得到。例如：台风，镇政府同意推迟。"),
    )


class PlanForm(BaseForm):
    """The days the clerk plans; each may stay empty."""

    roll_posted = DayField(Milestone.ROLL_POSTED.label, optional=True)
    roll_frozen = DayField(Milestone.ROLL_FROZEN.label, optional=True)
    initial_posted = DayField(Milestone.INITIAL_POSTED.label, optional=True)
    candidates_posted = DayField(Milestone.CANDIDATES_POSTED.label, optional=True)
    poll_posted = DayField(Milestone.POLL_POSTED.label, optional=True)
    proxies_posted = DayField(Milestone.PROXIES_POSTED.label, optional=True)

    def days(self) -> dict[Milestone, date]:
        """Step → day, of those filled in."""
        return {one: self[one.value].data for one in PLANNED if self[one.value].data is not None}
