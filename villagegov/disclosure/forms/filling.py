"""A spreadsheet into a draft, pasted or as a file: the same for accounts and for every table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired

from villagegov.disclosure.forms.lines import COLUMNS
from villagegov.disclosure.rules.cells import Finding, Reading
from villagegov.disclosure.rules.clock import Period
from villagegov.disclosure.rules.lines import EXPENSE, LONGEST, REMARK, SUMMARY, TITLES, read_lines
from villagegov.disclosure.rules.tables import Table, TableColumn, read_rows
from villagegov.disclosure.vocabulary import LineReason
from villagegov.disclosure.vocabulary.tables import ColumnKind
from villagegov.refusal import Refusal, refuse_all, refuse_if
from villagegov.web.forms import BaseForm
from villagegov.web.sheets import Column, SheetRefused, read_sheet
from villagegov.web.sheets.titles import best_line

#: Faults a pasted table shows at once.
SHOWN = 20
ADDING, REPLACING = "adding", "replacing"


@dataclass(frozen=True)
class Filling:
    """What a draft takes from a spreadsheet, and how its rows are judged."""

    #: How its template is called.
    name: str
    columns: Sequence[Column]
    #: The fewest columns a pasted row without titles may have.
    least: int
    read: Callable[[Iterable[tuple[int, Sequence[str]]]], Reading[Any]]
    #: What the second sheet of the template says.
    notes: Sequence[str]

    @property
    def titles(self) -> list[str]:
        """In their order."""
        return [column.title for column in self.columns]


def lines_filling(month: date) -> Filling:
    """The accounts of a month."""
    return Filling(
        _("收支明细"),
        COLUMNS,
        TITLES.index(EXPENSE) + 1,
        lambda rows: read_lines(rows, month=month),
        list(_notes_of_lines(month)),
    )


def table_filling(table: Table, period: Period) -> Filling:
    """A table for a period."""
    columns = [_column(one, at, table) for at, one in enumerate(table.columns)]
    least = max(at for at, one in enumerate(table.columns, 1) if one.required)
    return Filling(
        str(table.item.label),
        columns,
        least,
        lambda rows: read_rows(rows, table=table, period=period),
        list(_notes_of_table(table)),
    )


def _column(one: TableColumn, at: int, table: Table) -> Column:
    computed = table.balance is not None and one.title == table.balance.result
    filled = one.required and not computed
    return Column(f"cell_{at}", one.title, one.aliases, required=one.required, filled=filled)


def _notes_of_lines(month: date) -> Iterable[str]:
    return [
        _("一行一笔，收入和支出只填一个。日期要在 %(year)s 年 %(month)s 月内。", year=month.year, month=month.month),
        _("“单位或个人”填“单位”或者“个人”；个人的姓名公布时会隐去，只留姓。"),
        _("不要写身份证号、银行卡号、手机号。"),
        _("摘要最多 %(most)s 个字，备注最多 %(more)s 个字。", most=LONGEST[SUMMARY], more=LONGEST[REMARK]),
    ]


def _notes_of_table(table: Table) -> Iterable[str]:
    for one in table.columns:
        said = "、".join(one.choices) if one.kind is ColumnKind.CHOICE else str(one.kind.label)
        yield f"{one.title}：{said}" + ("" if one.required else _("（选填）"))
    if table.balance is not None:
        yield table.balance.formula
    yield _("不要写身份证号、银行卡号、手机号。")


def mode_field() -> RadioField:
    """What becomes of the rows that stand there."""
    choices = [SelectChoice(ADDING, _l("加在已有的后面")), SelectChoice(REPLACING, _l("换掉已有的全部明细"))]
    return RadioField(_l("已有的明细"), choices=choices, default=ADDING)


class PasteForm(BaseForm):
    """Rows copied from a spreadsheet."""

    drafts = True

    text = TextAreaField(
        _l("从表格里复制的行"),
        [DataRequired(LineReason.PASTE_EMPTY.label)],
        description=_l("在 WPS 或 Excel 里选中这些行，复制，再粘贴到这里。有没有标题行都可以。"),
    )
    mode = mode_field()

    def reading(self, filling: Filling) -> Reading[Any]:
        """The rows, judged; every fault of every line in one refusal at the field."""
        found = read_pasted(self.text.data or "", filling)
        faults = [
            Refusal(LineReason.PASTE_LINE, "text", line=fault.line, sentence=fault.sentence)
            for fault in found.faults[:SHOWN]
        ]
        more = len(found.faults) - SHOWN
        refuse_all([*faults, *([Refusal(LineReason.PASTE_MORE, "text", count=more)] if more > 0 else [])])
        refuse_if(not found.entries, LineReason.PASTE_EMPTY, "text")
        return found


def read_pasted(text: str, filling: Filling) -> Reading[Any]:
    """What a spreadsheet puts on the clipboard; without titles the columns stand in our order."""
    columns, titles = filling.columns, filling.titles
    rows = [line.split("\t") for line in text.splitlines()[:30]]
    titled = bool(rows) and best_line(rows, columns)[1] >= sum(column.required for column in columns)
    heading = "" if titled else "\t".join(titles) + "\n"
    widest = max((len(row) for row in rows), default=0)
    if not titled and widest < len(titles):
        heading = "\t".join(titles[:widest]) + "\n" if widest >= filling.least else heading
    try:
        sheet = read_sheet((heading + text).encode("utf-8-sig", "replace"), "", columns)
    except SheetRefused as refused:
        refused.field = "text"
        raise
    shift = 0 if titled else 1
    found = filling.read((row.line - shift, row.values) for row in sheet.rows)
    named = {(fault.line, fault.title) for fault in found.faults}
    own = [Finding(one.line - shift, one.title, one.reason, one.values) for one in sheet.faults]
    found.faults += [one for one in own if (one.line, one.title) not in named]
    found.faults.sort(key=lambda fault: fault.line)
    return found


class RowsFileForm(BaseForm):
    """A spreadsheet with the rows of a draft."""

    file = FileField(_l("表格文件"), description=_l("xlsx、xls 或 csv。先给您预览，确认后才写入。"))


class ConfirmRowsForm(BaseForm):
    """Confirm what the preview showed: the very file (`sha256`) (U9)."""

    sha256 = HiddenField()
    mode = mode_field()
