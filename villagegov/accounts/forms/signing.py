"""The way in, one's own password, and the codes of the second factor."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from villagegov.web.fields import plain_text
from villagegov.web.forms import BaseForm


class SignInForm(BaseForm):
    """The way in."""

    sign_in_name = StringField(_l("登录名"), [InputRequired(_l("请填写登录名。")), Length(max=64), plain_text])
    password = PasswordField(_l("密码"), [InputRequired(_l("请填写密码。")), Length(max=200)])


class PasswordForm(BaseForm):
    """One's own new password."""

    old = PasswordField(_l("原密码"), [InputRequired(_l("请填写原密码。")), Length(max=200)])
    new = PasswordField(
        _l("新密码"),
        [InputRequired(_l("请填写新密码。")), Length(max=200)],
        description=_l("至少 12 个字符，可以是一句话。"),
    )
    again = PasswordField(_l("再输一次新密码"), [InputRequired(_l("请再输一次新密码。")), Length(max=200)])


class CodeForm(BaseForm):
    """A code from the phone, or one from paper."""

    code = StringField(
        _l("动态码或备用码"),
        [InputRequired(_l("请填写动态码，或者一个备用码。")), Length(max=40), plain_text],
        description=_l("手机上现在的 6 位数字；手机不在身边，就填一个没用过的备用码。"),
    )


class SecondFactorForm(BaseForm):
    """The first code of a new secret; the secret itself travels sealed."""

    sealed = HiddenField()
    code = StringField(
        _l("手机上显示的 6 位数字"), [InputRequired(_l("请填写手机上显示的 6 位数字。")), Length(max=20), plain_text]
    )
