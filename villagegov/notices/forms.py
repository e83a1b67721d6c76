"""What is typed or sent to check a notice."""

from flask_babel import lazy_gettext as _l
from wtforms import FileField, Form, StringField

from villagegov.web.forms import BaseForm, OwnWords


class AskForm(Form):  # type: ignore[misc] # wtforms ships no types
    """A code; asked by GET, without cookie, so that the address can be passed on."""

    class Meta:
        def get_translations(self, _form: object) -> OwnWords:
            """Say WTForms' own few messages in our words."""
            return OwnWords()

    q = StringField(
        _l("核对码或内容指纹"),
        description=_l("印在纸质公告下方。字母不分大小写，空格可以不输；也可以粘贴二维码里的网址"),
    )


class ReceiptForm(BaseForm):
    """A receipt that was downloaded before."""

    file = FileField(_l("回执文件"), description=_l("在公告页面“下载回执”得到的文件，名称以 .json 结尾"))
