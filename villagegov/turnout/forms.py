"""One figure of one station."""

from datetime import date, datetime, time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, Length, StopValidation

import villagegov.clock as clock
from villagegov.web.fields import FigureField, plain_text
from villagegov.web.forms import BaseForm


class FigureForm(BaseForm):
    """Ballots issued so far."""

    own = FigureField(_l("本人领票（张）"), description=_l("从开始投票到现在一共发出多少张，不是这一小时的。"))
    proxy = FigureField(_l("委托领票（张）"), description=_l("替别人领的票，一共多少张；没有填 0。"))
    taken = StringField(_l("截至几点"), [InputRequired(_l("请填写时间，例如 10:30。"))])
    reason = StringField(
        _l("改正的理由"),
        [Length(max=200), plain_text],
        description=_l("只在比上次少时填写，例如：上次把 2 号站的数填到了这里。"),
    )

    def validate_taken(self, field: StringField) -> None:
        """Say what a time looks like."""
        if _time_of(field.data) is None:
            raise StopValidation(_("请填写时间，例如 10:30。"))

    def taken_at(self, polling_day: date) -> datetime:
        """The moment on polling day in China, also when it is entered the day after."""
        return datetime.combine(polling_day, _time_of(self.taken.data) or time(), clock.CHINA)


def _time_of(text: str | None) -> time | None:
    parts = (text or "").strip().replace("：", ":").split(":")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts):
        return None
    hour, minute = int(parts[0]), int(parts[1])
    return time(hour, minute) if hour < 24 and minute < 60 else None
