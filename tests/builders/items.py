"""Postings that are tables or text, at any step of their line, made by the operations themselves."""

from collections.abc import Mapping, Sequence
from datetime import date

from tests.builders.disclosure import Hands, joint_decision, last_month, say
from villagegov.disclosure.models import Posting
from villagegov.disclosure.operations import drafts, items, publish, review
from villagegov.disclosure.queries.items import span_of
from villagegov.disclosure.rules.tables import TABLES, read_row
from villagegov.disclosure.vocabulary import ReviewVerdict
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.transaction import transaction

DEBTS: tuple[Mapping[str, str], ...] = (
    {
        "债权或者债务": "债权",
        "对方单位或者个人": "示例惠民超市",
        "事由": "铺面租金",
        "期初余额": "8600",
        "增加": "8600",
        "减少": "10000",
    },
    {
        "债权或者债务": "债务",
        "对方单位或者个人": "张三",
        "事由": "垫付的工程材料款",
        "期初余额": "3200.50",
        "减少": "200.50",
    },
)
AID: tuple[Mapping[str, str], ...] = (
    {
        "姓名": "欧阳小明",
        "小组": "上围",
        "救助类别": "最低生活保障",
        "人数": "2",
        "金额": "1,460",
        "期间": "第三季度",
    },
    {"姓名": "张三", "小组": "上围", "救助类别": "临时救助", "人数": "1", "金额": "800", "期间": "9月"},
    {"姓名": "张伟", "小组": "下围", "救助类别": "残疾人补贴", "人数": "1", "金额": "165", "期间": "9月"},
)


def rows_for(posting: Posting, rows: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """Rows as they are stored, from what is typed under each title."""
    found = []
    for typed in rows:
        row, faults = read_row(typed, table=TABLES[posting.item], period=span_of(posting).period)
        assert row is not None, [fault.sentence for fault in faults]
        found.append(row)
    return found


def drafted_table(
    *, who: Hands, item: Item = Item.DEBTS, rows: Sequence[Mapping[str, str]] = DEBTS, day: date | None = None
) -> Posting:
    """A table of the last month or of the period of `day`; without rows, that there was nothing."""
    with transaction():
        made = items.draft_period(unit=who.unit, item=item, day=day or last_month(), actor=who.clerk)
        if rows:
            items.keep_rows(posting=made, rows=rows_for(made, rows), replacing=True, actor=who.clerk)
        else:
            drafts.describe(posting=made, remark="", without_entries=True, actor=who.clerk)
        made.complaint_phone = "0750-8830000" if TABLES[item].complaints else ""
    return made


def drafted_text(*, who: Hands, item: Item = Item.ASSISTANCE, day: date | None = None) -> Posting:
    """A text of the quarter of `day`, of last month without one."""
    with transaction():
        made = items.draft_period(unit=who.unit, item=item, day=day or last_month(), actor=who.clerk)
        items.write_text(posting=made, text="协助人口普查 12 户。\n\n协助发放农具补贴。", actor=who.clerk)
    return made


def put_up(*, who: Hands, draft: Posting, against: str = "") -> Posting:
    """The draft goes through its whole line to the board; `against` is what one supervisor of three has to say."""
    with transaction(draft):
        review.hand_to_supervisors(posting=draft, actor=who.clerk)
    if against:
        say(posting=draft, by=who.supervisors[2], verdict=ReviewVerdict.RETURNED, note=against)
    for supervisor in who.supervisors[:2]:
        say(posting=draft, by=supervisor)
    decision = joint_decision(who=who)
    with transaction(draft):
        publish.settle_jointly(posting=draft, decision=decision, actor=who.clerk)
    with transaction(draft):
        publish.post(posting=draft, actor=who.chair)
    return draft
