"""Filing a result, and its certificates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length

from villagegov.elections.forms.committee import no_number
from villagegov.elections.rules.elected import ElectedFigures
from villagegov.web.fields import DayField, FigureField, plain_text
from villagegov.web.forms import BaseForm

#: Whether the chair is the Party secretary too, as it is sent.
SECRETARY = {"yes": True, "no": False}


class SendFilingForm(BaseForm):
    """When the result was sent to the township."""

    sent_on = DayField(_l("报送日期"))
    document = StringField(_l("报送文号"), [Length(max=60), plain_text], description=_l("没有文号的不填。"))
    party_members = FigureField(_l("当选人中的中共党员（人）"), optional=True)
    higher_education = FigureField(_l("当选人中大专以上文化程度（人）"), optional=True)
    cross_posts = FigureField(
        _l("与党组织交叉任职（人）"), optional=True, description=_l("同时是村（社区）党组织委员的。")
    )
    chair_is_secretary = SelectField(
        _l("主任兼任党组织书记（一肩挑）"),
        choices=[SelectChoice("", _l("没有统计")), SelectChoice("yes", _l("是")), SelectChoice("no", _l("否"))],
        description=_l("只用于上报的汇总表。书记也要经过选举才能当主任（《村民委员会组织法》第八条）。"),
    )

    def __init__(self, *, sent_on: date, before: ElectedFigures) -> None:
        """A result that is sent anew shows what was counted the first time; nobody types it twice."""
        secretary = next((typed for typed, yes in SECRETARY.items() if yes is before.chair_is_secretary), "")
        super().__init__(data={**vars(before), "sent_on": sent_on, "chair_is_secretary": secretary})

    @property
    def elected(self) -> ElectedFigures:
        """What was counted of the elected."""
        counted = {name: self[name].number for name in ("party_members", "higher_education", "cross_posts")}
        return ElectedFigures(**counted, chair_is_secretary=SECRETARY.get(self.chair_is_secretary.data))


class AcceptFilingForm(BaseForm):
    """When and under which number the township has it on file."""

    accepted_on = DayField(_l("备案日期"))
    document = StringField(
        _l("备案文号或者编号"), [InputRequired(_l("请填写备案文号或者编号。")), Length(max=60), plain_text]
    )


class ReturnFilingForm(BaseForm):
    """Why it is returned."""

    reason = TextAreaField(_l("退回的理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])


class CertificatesForm(BaseForm):
    """Who issues the certificates, and when."""

    issuer = SelectField(_l("编号的县（市、区）或者乡镇（街道）"), coerce=int)
    issuer_name = StringField(
        _l("发证机关全称"),
        [InputRequired(_l("请填写发证机关的全称。")), Length(max=60), plain_text],
        description=_l("印在证书上，例如：东山镇人民政府、云溪县民政局。"),
    )
    issued_on = DayField(_l("发证日期"))

    def __init__(self, *args: Any, issuers: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.issuer.choices = [SelectChoice(key, name) for key, name in issuers]


class VoidCertificateForm(BaseForm):
    """Why a certificate is made void."""

    reason = TextAreaField(_l("作废的理由"), [DataRequired(_l("请写明理由。")), Length(max=300), plain_text, no_number])
