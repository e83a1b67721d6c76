"""Lines of the accounts: one by one, and their columns in a file."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice

from villagegov.disclosure.models import PostingLine
from villagegov.disclosure.rules import lines as rules
from villagegov.disclosure.rules.lines import FIELDS, Entry, read_line
from villagegov.disclosure.vocabulary import PayeeKind
from villagegov.money import typed_yuan
from villagegov.web.fields import choices_of
from villagegov.web.forms import BaseForm, Difference
from villagegov.web.sheets import Column

#: In the order of `rules.lines.TITLES`.
COLUMNS = (
    Column("booked_on", rules.DAY, ("记账日期", "发生日期", "时间"), filled=True),
    Column("voucher", rules.VOUCHER, ("凭证", "凭证编号", "凭证字号"), required=False),
    Column("summary", rules.SUMMARY, ("事项", "内容", "用途"), filled=True),
    Column("category", rules.CATEGORY, ("科目", "项目", "收支类别"), filled=True),
    Column("income", rules.INCOME, ("收入金额", "收入（元）", "收入(元)")),
    Column("expense", rules.EXPENSE, ("支出金额", "支出（元）", "支出(元)")),
    Column("payee", rules.PAYEE, ("收款人", "付款人", "对方", "对方单位", "收款单位"), required=False),
    Column("payee_kind", rules.PAYEE_KIND, ("收付款方类别", "对方类别"), required=False),
    Column("handler", rules.HANDLER, ("经办人",), required=False),
    Column("remark", rules.REMARK, ("说明",), required=False),
)


class LineForm(BaseForm):
    """One entry of the accounts."""

    booked_on = StringField(_l("日期"), description=_l("这个月里的一天，例如 15 或者 2026-09-15。"))
    voucher = StringField(_l("凭证号"), description=_l("例如 记-12；没有可以不填。"))
    summary = StringField(_l("摘要"), description=_l("用来做什么。不要写身份证号、银行卡号、手机号。"))
    category = StringField(_l("类别"), description=_l("例如：转移性收入、办公费、误工费、工程款。"))
    income = StringField(_l("收入（元）"), render_kw={"inputmode": "decimal"}, description=_l("收入和支出只填一个。"))
    expense = StringField(_l("支出（元）"), render_kw={"inputmode": "decimal"})
    payee = StringField(_l("收付款方"), description=_l("钱付给谁、从谁那里收。个人的姓名公布时会隐去。"))
    payee_kind = SelectField(_l("单位或个人"))
    handler = StringField(_l("经手人"))
    remark = StringField(_l("备注"))

    def __init__(self, *args: Any, month: date, line: PostingLine | None = None, **kwargs: Any) -> None:
        super().__init__(*args, data=_typed(line) if line is not None else None, **kwargs)
        kinds = (PayeeKind.ORGANISATION, PayeeKind.PERSON)
        self.payee_kind.choices = [SelectChoice("", _l("按名称判断")), *choices_of(kinds)]
        self.month, self.line = month, line
        self.entry: Entry | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Judge the line as a line of a file is judged; each sentence at its field."""
        sound = bool(super().validate(extra_validators))
        cells = {title: str(self[name].data or "") for name, title in FIELDS.items()}
        self.entry, faults = read_line(cells, month=self.month)
        names = {title: name for name, title in FIELDS.items()}
        for fault in faults:
            self._say(names[fault.title], fault.sentence)
        return sound and self.entry is not None

    def changed_meanwhile(self) -> list[Difference]:
        """After a stale save: the line as it stands now beside what was typed."""
        stored = _typed(self.line) if self.stale is not None and self.line is not None else {}
        return [Difference(title, stored[name], str(self[name].data or "")) for name, title in FIELDS.items() if stored]


def _typed(line: PostingLine) -> dict[str, str]:
    """A stored line as one would type it."""
    return {
        "booked_on": line.booked_on.isoformat(),
        "voucher": line.voucher,
        "summary": line.summary,
        "category": line.category,
        "income": typed_yuan(line.income_fen) if line.income_fen else "",
        "expense": typed_yuan(line.expense_fen) if line.expense_fen else "",
        "payee": line.payee,
        "payee_kind": "" if line.payee_kind is PayeeKind.NONE else line.payee_kind.value,
        "handler": line.handler,
        "remark": line.remark,
    }
