"""What happened to a notice on the board."""

from flask_babel import lazy_gettext as _l
from wtforms import FileField, StringField
from wtforms.validators import DataRequired, Length

from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm


class PutUpForm(BaseForm):
    """A photograph, where, since when."""

    photo = FileField(
        _l("公开栏照片"),
        description=_l("用手机拍下贴好的公告，看得清标题。照片会公开，不要拍到身份证件和人脸。"),
    )
    place = StringField(
        _l("张贴地点"),
        [DataRequired(_l("请填写张贴的地点，例如“村委会门口公开栏”。")), Length(max=60), plain_text],
    )
    put_up_on = DayField(_l("张贴日期"))


class TakeDownForm(BaseForm):
    """The day it was taken off the board."""

    taken_down_on = DayField(_l("取下日期"))
