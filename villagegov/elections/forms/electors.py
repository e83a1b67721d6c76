"""Who votes for the others."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.web.fields import plain_text
from villagegov.web.forms import BaseForm


class ElectorsForm(BaseForm):
    """Their numbers on the roll."""

    drafts = True

    numbers = TextAreaField(
        _l("选民名单上的编号"),
        [InputRequired(_l("请填写编号。")), Length(max=60_000), plain_text],
        description=_l("例如：3、8、15-40。保存以后以这份为准，原来的全部替换。"),
    )
