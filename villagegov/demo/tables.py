"""What one village posted beside its accounts: its debts, a month without guests, a new street light line."""

from datetime import date

import villagegov.clock as clock
from villagegov.accounts.models import Account
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts, items
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.divisions.models import Division

#: In the order of the columns of F-52.
DEBTS = (
    ("债权", "示例惠民超市", "文化楼一楼铺面租金", "17200.00", "8600.00", "8600.00", "17200.00", "2026-01-01"),
    ("债务", "示例县通达建筑公司", "排水沟修补工程尾款", "42000.00", "0.00", "12000.00", "30000.00", "2025-11-20"),
    ("债务", "曾庆生", "垫付的水渠材料款", "3180.50", "0.00", "1180.50", "2000.00", "2026-03-08"),
)
TITLE = "村口至学校路灯安装"
TEXT = """安装路灯 24 盏，由村口到东溪小学，今年内完工。

费用由上级转移支付列支，不向村民筹资。有意见的，请在公布期内向村委会或者监督委员会提出。"""


def drafts_of(unit: Division, month: date, by: Account) -> list[Posting]:
    """A table with rows, one that says there was nothing, and the text of an event of today."""
    debts = items.draft_period(unit=unit, item=Item.DEBTS, day=month, actor=by)
    items.keep_rows(posting=debts, rows=DEBTS, replacing=True, actor=by)
    guests = items.draft_period(unit=unit, item=Item.RECEPTION, day=month, actor=by)
    drafts.describe(posting=guests, remark="", without_entries=True, actor=by)
    lights = items.draft_event(unit=unit, item=Item.BUILDING, happened_on=clock.today(), title=TITLE, actor=by)
    items.write_text(posting=lights, text=TEXT, actor=by)
    return [debts, guests, lights]


def no_drafts(_unit: Division, _month: date, _by: Account) -> list[Posting]:
    """Only the accounts."""
    return []
