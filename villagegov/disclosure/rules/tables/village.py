"""Tables of party and village affairs (7.3: F-55, F-56; the others after what the law orders to be posted)."""

from villagegov.disclosure.rules.tables.columns import Balance, Table
from villagegov.disclosure.rules.tables.kinds import (
    AMOUNT,
    DIRECTION,
    PAID_ON,
    PAY,
    REMARK,
    STANDARD,
    choice,
    day,
    group,
    household,
    money,
    number,
    party,
    person,
    text,
)
from villagegov.disclosure.vocabulary.catalogue import Item
from villagegov.vocabulary import _l

VILLAGE: tuple[Table, ...] = (
    Table(
        item=Item.PARTY_DUES,
        side="收支",
        columns=(
            DIRECTION,
            text(title="事由"),
            person(title="姓名", required=False),
            AMOUNT,
            day(title="日期"),
            REMARK,
        ),
    ),
    Table(
        item=Item.DECISIONS,
        columns=(
            day(title="会议日期", aliases=("日期",)),
            text(title="会议", most=30),
            text(title="决定事项", most=200),
            number(title="赞成"),
            number(title="反对"),
            number(title="弃权"),
            text(title="落实情况", most=200, aliases=("实施情况",)),
        ),
        nothing=_l("本期没有召开会议，也没有新的实施情况"),
    ),
    Table(
        item=Item.APPRAISAL,
        columns=(
            person(title="姓名"),
            text(title="职务", most=20),
            number(title="参加评议人数"),
            number(title="称职票"),
            number(title="基本称职票", required=False),
            number(title="不称职票"),
            text(title="评议结果", most=20),
        ),
        key=("姓名", "职务"),
    ),
    Table(
        item=Item.AID_LIST,
        form="F-56",
        columns=(
            person(title="姓名"),
            group(title="小组"),
            choice("救助类别", "最低生活保障", "特困人员供养", "临时救助", "残疾人补贴"),
            number(title="人数", summed=True),
            AMOUNT,
            text(title="期间", most=30),
        ),
        complaints=True,
        nothing=_l("本期没有救助对象"),
    ),
    Table(
        item=Item.RELIEF,
        form="F-55",
        side="接收或者发放",
        columns=(
            text(title="项目"),
            choice("接收或者发放", "接收", "发放"),
            party(title="捐赠人或者领取人", aliases=("姓名", "对象")),
            text(title="标准或者物资", required=False, aliases=("标准", "物资")),
            money(title="金额", required=False, summed=True),
            day(title="日期"),
            REMARK,
        ),
    ),
    Table(
        item=Item.WELFARE,
        form="F-55",
        columns=(text(title="项目"), person(title="姓名"), group(title="小组"), STANDARD, AMOUNT, PAID_ON),
    ),
    Table(
        item=Item.HOMESTEADS,
        columns=(
            person(title="申请人"),
            group(title="小组"),
            text(title="面积（平方米）", most=20, aliases=("面积",)),
            day(title="申请日期"),
            choice("办理情况", "已受理", "已批准", "未批准", "已使用"),
            text(title="批准文号", required=False),
            REMARK,
        ),
    ),
    Table(
        item=Item.SUPPORT,
        form="F-56",
        columns=(
            person(title="姓名"),
            group(title="小组"),
            text(title="帮扶类别", most=30),
            number(title="人数", summed=True),
            text(title="帮扶措施", most=200),
            money(title="金额", required=False, summed=True),
            text(title="期间", most=30),
        ),
        complaints=True,
    ),
    Table(item=Item.LOST_EARNINGS, form="F-55", columns=PAY),
    Table(
        item=Item.WATER_POWER,
        side="水费或者电费",
        columns=(
            household(title="户号"),
            choice("水费或者电费", "水费", "电费"),
            text(title="用量", required=False, most=20),
            money(title="应收", summed=True),
            money(title="实收", summed=True),
            money(title="欠收", required=False, summed=True),
        ),
        balance=Balance(("应收",), ("实收",), "欠收"),
        key=("户号", "水费或者电费"),
    ),
    Table(
        item=Item.POPULATION,
        columns=(
            text(title="变更类别", most=30),
            number(title="户数", required=False, summed=True),
            number(title="人数", summed=True),
            REMARK,
        ),
        key=("变更类别",),
    ),
    Table(
        item=Item.COMPLAINTS,
        columns=(
            day(title="收到日期", aliases=("日期",)),
            text(title="事项", most=200),
            text(title="办理情况", most=200),
            choice("结果", "已办结", "正在办理", "不属于受理范围"),
            day(title="答复日期", required=False),
        ),
        nothing=_l("本期没有收到投诉"),
    ),
)
