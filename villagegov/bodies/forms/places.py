"""Groups, the unit's numbers and its adopted rules: the shape of what is typed."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from villagegov.bodies.vocabulary import BodyReason
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm


class GroupForm(BaseForm):
    """One group."""

    name = StringField(_l("名称"), [DataRequired(_l("请填写小组的名称。")), Length(max=30), plain_text])
    adults = FigureField(_l("十八周岁以上人数"), description=_l("小组会议要用这个数算过半、过三分之二。"))
    households = FigureField(_l("户数"))


class DayForm(BaseForm):
    """From which day something no longer holds."""

    on = DayField(_l("从哪一天起"))


class StandingForm(BaseForm):
    """The unit as a whole."""

    constraints: ClassVar = {"uq_standings_unit_id": ("", BodyReason.STANDING_JUST_ENTERED)}

    adults = FigureField(_l("十八周岁以上的村（居）民"), description=_l("村（居）民会议的应到人数以它为准。"))
    households = FigureField(_l("户数"))
    office_phone = StringField(
        _l("办公电话"),
        [DataRequired(_l("请填写办公电话。")), Length(max=30), plain_text],
        description=_l("公开给所有人看，请填办公室的座机，不要填个人手机。"),
    )
    office_place = StringField(_l("办公地点"), [DataRequired(_l("请填写办公地点。")), Length(max=60), plain_text])


class RuleForm(BaseForm):
    """What a meeting adopted, and its text."""

    title = StringField(_l("名称"), [DataRequired(_l("请填写名称。")), Length(max=60), plain_text])
    adopted_on = DayField(_l("哪一天通过"))
    file = FileField(_l("全文"), description=_l("会议通过的文本，最好是 PDF，也可以是照片。"))
