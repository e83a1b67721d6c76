"""Drafts that are a table or text: which period or event, one row, the words of a text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from villagegov.disclosure.rules.clock import Period
from villagegov.disclosure.rules.tables import Table, TableColumn, read_row
from villagegov.disclosure.rules.tables import typed as typed_row
from villagegov.disclosure.vocabulary.tables import ColumnKind, ItemReason
from villagegov.web.fields import DayField, plain_text
from villagegov.web.forms import BaseForm, Difference

#: P-11 and readability: a text longer than this belongs into an attachment.
LONGEST_TEXT = 5000


class PeriodForm(BaseForm):
    """Which period to begin."""

    period = SelectField(_l("哪一期"))

    def __init__(self, *args: Any, periods: Iterable[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.period.choices = [SelectChoice(one.first.isoformat(), one.words) for one in periods]

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.period.data)


class EventForm(BaseForm):
    """Which event has to be posted at once."""

    title = StringField(
        _l("是什么事"),
        [DataRequired(ItemReason.NO_TITLE.label), Length(max=60), plain_text],
        description=_l("会写进公示的标题，例如：环村路硬化工程。不要写个人的姓名、证件号码、电话。"),
    )
    happened_on = DayField(_l("哪天发生的"))


class TextForm(BaseForm):
    """The body of an item that is text."""

    drafts = True

    text = TextAreaField(
        _l("正文"),
        [DataRequired(ItemReason.NO_TEXT.label), Length(max=LONGEST_TEXT), plain_text],
        description=_l("最多 5000 个字，分段照写的显示。不要写身份证号、银行卡号、手机号、家庭住址。"),
    )


class RowForm(BaseForm):
    """One row of a table; a field for each of its columns is added by `row_form`."""

    table: Table
    period: Period
    cells: list[str] | None = None
    stored: Sequence[str] = ()

    def validate(self, extra_validators: Any = None) -> bool:
        """Judge the row as a row of a file is judged; each sentence at its field."""
        sound = bool(super().validate(extra_validators))
        names = {title: f"cell_{at}" for at, title in enumerate(self.table.titles)}
        typed = {title: str(self[name].data or "") for title, name in names.items()}
        self.cells, faults = read_row(typed, table=self.table, period=self.period)
        for fault in faults:
            self._say(names[fault.title], fault.sentence)
        return sound and self.cells is not None

    def changed_meanwhile(self) -> list[Difference]:
        """After a stale save: the row as it stands now beside what was typed."""
        stored = typed_row(list(self.stored), self.table) if self.stale is not None and self.stored else {}
        titles = enumerate(self.table.titles)
        return [Difference(title, stored[title], str(self[f"cell_{at}"].data or "")) for at, title in titles if stored]


def row_form(table: Table, period: Period, *, cells: Sequence[str] = (), version: int) -> RowForm:
    """The form of one row, filled with `cells` when one is changed."""
    fields = {f"cell_{at}": _field(one, table) for at, one in enumerate(table.columns)}
    made: RowForm = type("RowForm", (RowForm,), {**fields, "table": table, "period": period, "stored": cells})(
        data={f"cell_{at}": cell for at, cell in enumerate(cells)} or None, version=version
    )
    return made


def _field(one: TableColumn, table: Table) -> StringField | SelectField:
    if one.kind is ColumnKind.CHOICE:
        choices = [SelectChoice("", _l("请选择")), *(SelectChoice(word, word) for word in one.choices)]
        return SelectField(one.title, choices=choices, validate_choice=False)
    computed = table.balance is not None and one.title == table.balance.result
    said = _l("不填的，自动算出：%(formula)s", formula=table.balance.formula) if computed and table.balance else None
    keys = {ColumnKind.MONEY: "decimal", ColumnKind.NUMBER: "numeric"}
    given = {"inputmode": keys[one.kind]} if one.kind in keys else {}
    hint = "" if one.kind is ColumnKind.TEXT else one.kind.label
    rules = [] if one.required else [Optional()]
    return StringField(one.title, rules, description=said or hint, render_kw=given)
