"""Correcting a place, and sending a list in."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from villagegov.divisions.vocabulary import Kind
from villagegov.web.fields import plain_text
from villagegov.web.forms import BaseForm


class CorrectionForm(BaseForm):
    """An official's override of name or kind."""

    name = StringField(_l("名称"), [InputRequired(_l("请填写名称。")), Length(max=60), plain_text])
    kind = SelectField(_l("类别"))
    reason = TextAreaField(
        _l("更正的理由"),
        [InputRequired(_l("请写明更正的理由。")), Length(max=500), plain_text],
        description=_l("例如：2024年村改居，批文〔2024〕12号。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind.value, kind.label) for kind in Kind]


class UploadForm(BaseForm):
    """A spreadsheet."""

    file = FileField(_l("文件"), [FileRequired(_l("请选择文件。"))], description=_l("xlsx、xls 或 csv，最大 40 MB。"))


class ConfirmUploadForm(BaseForm):
    """Confirm what the preview showed; the hash names the very file that was previewed (U9)."""

    sha256 = HiddenField()
