"""Kinds of columns that many tables share; their titles are those of the forms, always Chinese."""

from functools import partial

from villagegov.disclosure.rules.tables.columns import TableColumn
from villagegov.disclosure.vocabulary.tables import ColumnKind

text = partial(TableColumn, kind=ColumnKind.TEXT)
day = partial(TableColumn, kind=ColumnKind.DAY)
number = partial(TableColumn, kind=ColumnKind.NUMBER)
person = partial(TableColumn, kind=ColumnKind.PERSON, most=20)
party = partial(TableColumn, kind=ColumnKind.PARTY)
group = partial(TableColumn, kind=ColumnKind.GROUP, most=20)
household = partial(TableColumn, kind=ColumnKind.HOUSEHOLD, most=12)


def money(*, title: str, aliases: tuple[str, ...] = (), required: bool = True, summed: bool = False) -> TableColumn:
    """A column of amounts in yuan; a spreadsheet may say so in its title."""
    names = tuple(f"{name}（元）" for name in (title, *aliases))
    return TableColumn(title=title, kind=ColumnKind.MONEY, aliases=(*aliases, *names), required=required, summed=summed)


def choice(title: str, *choices: str) -> TableColumn:
    """A column in which one of a few words stands."""
    return TableColumn(title=title, kind=ColumnKind.CHOICE, choices=choices)


REMARK = text(title="备注", required=False, most=200)
AMOUNT = money(title="金额", summed=True)
STANDARD = text(title="标准", required=False)
PAID_ON = day(title="发放日期", aliases=("日期",))
DIRECTION = choice("收支", "收入", "支出")

#: F-55, as far as persons in office get something.
PAY = (
    text(title="项目"),
    person(title="姓名"),
    text(title="职务", required=False, most=20),
    STANDARD,
    AMOUNT,
    day(title="发放日期", aliases=("日期",), required=False),
    REMARK,
)
