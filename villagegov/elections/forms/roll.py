"""The file of a roll, its confirmation, and the search for a person."""

from typing import ClassVar

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from villagegov.elections.rules.movements import GROUND
from villagegov.elections.rules.papers import APPLIED, APPROVED, APPROVED_AS, DECLARED, LIVED, PROOF, WORKED
from villagegov.elections.rules.roll import CATEGORY, GROUP, ID_NUMBER, NAME, SEX
from villagegov.elections.vocabulary import RollReason
from villagegov.people.rules import clean_name
from villagegov.refusal import Reason
from villagegov.web.fields import cleaned
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column

#: In the order of `rules.roll.TITLES`, then of `rules.papers.PAPER_TITLES`, then why somebody is new.
#: Only what the roll needs is asked for (P-03).
COLUMNS = (
    Column("group", GROUP, ("村民小组", "居民小组", "组别", "组"), required=False),
    Column("name", NAME, ("选民姓名", "村民姓名", "居民姓名"), filled=True),
    Column("sex", SEX, required=False),
    Column("id_number", ID_NUMBER, ("身份证号码", "身份证", "公民身份号码", "证件号码"), text_only=True, filled=True),
    Column("category", CATEGORY, ("登记类别", "选民类别"), required=False),
    Column("declared_on", DECLARED, ("声明日期", "表示参加选举日期"), required=False),
    Column("applied_on", APPLIED, ("书面申请日期",), required=False),
    Column("months_lived", LIVED, ("居住月数",), required=False),
    Column("months_worked", WORKED, ("工作月数", "从事村务工作月数"), required=False),
    Column("approved_on", APPROVED, ("会议同意日期", "确认日期"), required=False),
    Column("approved_as", APPROVED_AS, ("会议同意文件", "确认文件"), required=False),
    Column("proof", PROOF, ("未重复登记证明", "户籍地未登记证明"), required=False),
    Column("ground", GROUND, ("增减原因",), required=False),
)
EXPORTED = (Column("number", "编号"), Column("group", GROUP), Column("name", NAME), Column("sex", SEX))


class RollFileForm(BaseForm):
    """A spreadsheet with the persons of a roll."""

    file = FileField(
        _l("名单文件"),
        description=_l("xlsx、xls 或 csv，最大 30 MB、200,000 行。先给您预览，确认后才写入。"),
    )


class ConfirmRollForm(BaseForm):
    """Confirm what the preview showed: the very file (`sha256`), and the very lines of it (`mark`) (U9)."""

    constraints: ClassVar[dict[str, tuple[str, Reason]]] = {
        "uq_roll_entries_round_id_person_key": ("", RollReason.TAKEN)
    }

    sha256 = HiddenField()
    mark = HiddenField()


class FindForm(BaseForm):
    """Whom one looks for. Sent by POST, so that no name or number stands in an address (P3)."""

    words = StringField(
        _l("姓名、编号或身份证号"),
        [DataRequired(_l("请填写姓名、编号或完整的身份证号。")), Length(max=50), cleaned(clean_name)],
        description=_l("姓名可以只填一部分；身份证号要填完整的 18 位，不会显示出来。"),
    )
