"""The audit of outgoing members."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from villagegov.elections.forms.committee import no_number
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class OutgoingAuditForm(BaseForm):
    """When it was posted and what it is called; or why there is none."""

    posted_on = DayField(_l("公布日期"), optional=True, description=_l("在村务公开栏张贴的那一天。"))
    document = StringField(
        _l("审计报告的名称或者文号"), [Length(max=100), plain_text], description=_l("例如：东镇审〔2026〕5号。")
    )
    none_because = TextAreaField(
        _l("没有应当审计的离任成员的，写明理由"),
        [Length(max=300), plain_text, no_number],
        description=_l("例如：新设的村（社区），没有离任成员。公布了审计的不填。"),
    )
