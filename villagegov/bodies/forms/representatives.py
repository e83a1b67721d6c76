"""A list of representatives: its file, and the paper it stands on."""

from datetime import date

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from villagegov.bodies.forms.offices import PAPER, no_number
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class RepresentativesFileForm(BaseForm):
    """A spreadsheet with the representatives."""

    file = FileField(_l("名单文件"), description=_l("xlsx、xls 或 csv，最多 500 行。先给您预览，确认后才写入。"))


class RepresentativesForm(BaseForm):
    """What the whole list stands on; the file that was seen."""

    from_on = DayField(_l("从哪一天起任职"))
    until_on = DayField(_l("任期到哪一天"), optional=True)
    document = StringField(
        _l("依据文件"),
        [DataRequired(_l("请填写依据文件的名称或者文号。")), Length(max=100), plain_text, no_number],
        description=PAPER,
    )
    photo = FileField(_l("依据文件的照片或者扫描件"))
    sha256 = HiddenField()

    @property
    def since(self) -> date:
        """The first day."""
        return self.from_on.value
