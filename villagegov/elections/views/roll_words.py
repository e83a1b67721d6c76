"""What is said to whoever fills the file in."""

from flask_babel import gettext as _

from villagegov.elections.vocabulary import Category
from villagegov.law.vocabulary import CommitteeKind


def template_notes(committee: CommitteeKind) -> list[str]:
    """The lines of the second sheet of the template, and of the page that takes the file."""
    categories = [
        _("类别 %(number)s：%(ground)s。", number=number, ground=category.ground(committee))
        for number, category in enumerate(Category, 1)
    ]
    return [
        _("每人一行。标题行不要改；列的先后可以变，多出来的列不会读取。"),
        _("必填：姓名、身份证号。选填：小组、性别、类别，以及登记手续的各列。"),
        _("身份证号一列要用文本格式，否则 Excel 只保留 15 位；模板里已经设好。"),
        _("出生日期和性别从身份证号得出；填了性别的，会与身份证号核对。"),
        _("到选举日未满 18 周岁的人不会导入，预览时会逐行列出。"),
        _("类别留空按 1 登记。法律要求登记手续的人，可以在文件里填，也可以导入以后逐人补；补齐以前名单不能公布。"),
        _("名单是从上一次结转来的，新增的人要填增加原因：满18、迁入、婚入、恢复、其他；新满 18 周岁的可以不填。"),
        *categories,
    ]
