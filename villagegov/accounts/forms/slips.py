"""A list of persons sent in, its confirmation, and the choice of who gets a new slip."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from villagegov.accounts.rules.slips import ID_NUMBER, NAME, PLACE, ROLE, UNTIL
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column

#: In the order of `rules.slips.TITLES`.
COLUMNS = (
    Column("name", NAME, filled=True),
    Column("id_number", ID_NUMBER, ("身份证号码", "身份证", "公民身份号码"), text_only=True, filled=True),
    Column("role", ROLE, ("职务",), filled=True),
    Column("code", PLACE, ("代码", "村代码", "区划代码"), filled=True),
    Column("until", UNTIL, ("到哪一天为止", "到期日期"), required=False),
)


class SlipsForm(BaseForm):
    """A list, pasted or as a file."""

    lines = TextAreaField(
        _l("粘贴名单"),
        [Length(max=300_000)],
        description=_l("一人一行：姓名、身份证号、岗位、地方代码、截止日期（可以不写），用逗号、空格或者制表符隔开。"),
    )
    file = FileField(_l("或者选择表格文件"), description=_l("Excel 或 CSV，标题同上；一次最多 2,000 人。"))


class ConfirmSlipsForm(BaseForm):
    """Confirms the list that was previewed."""

    sha256 = HiddenField()


class ReprintForm(BaseForm):
    """Whose slips are printed anew."""

    chosen = SelectMultipleField(_l("给谁重新打印"), coerce=int)

    def __init__(self, *args: Any, accounts: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen.choices = [SelectChoice(key, words) for key, words in accounts]
