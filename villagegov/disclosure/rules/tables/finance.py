"""Tables of financial affairs (7.3: F-52 to F-55, F-57; the others after what the law orders to be posted)."""

from villagegov.disclosure.rules.tables.columns import Balance, Table
from villagegov.disclosure.rules.tables.kinds import (
    AMOUNT,
    DIRECTION,
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

#: D-32 (second-hand, not Guangdong): invoice, official letter, approval slip, list of guests.
RECEPTION_PAPERS = 4
PAPERS = "单据份数"

FINANCE: tuple[Table, ...] = (
    Table(
        item=Item.BUDGET,
        side="收支",
        columns=(
            DIRECTION,
            text(title="项目"),
            money(title="上年数", required=False, summed=True),
            money(title="本年预算", aliases=("预算",), summed=True),
            REMARK,
        ),
        ahead=True,
    ),
    Table(
        item=Item.DEBTS,
        form="F-52",
        side="债权或者债务",
        columns=(
            choice("债权或者债务", "债权", "债务"),
            party(title="对方单位或者个人", aliases=("对方", "单位或者个人")),
            text(title="事由"),
            money(title="期初余额", aliases=("期初",), summed=True),
            money(title="增加", aliases=("本期增加",), required=False, summed=True),
            money(title="减少", aliases=("本期减少",), required=False, summed=True),
            money(title="期末余额", aliases=("期末",), required=False, summed=True),
            day(title="起始日期", required=False),
        ),
        balance=Balance(("期初余额", "增加"), ("减少",), "期末余额"),
        key=("债权或者债务", "对方单位或者个人", "事由"),
        carries=("期初余额", "期末余额"),
        nothing=_l("没有债权债务"),
    ),
    Table(
        item=Item.ASSETS,
        columns=(
            text(title="资产名称"),
            choice("类别", "固定资产", "货币资金", "对外投资", "其他"),
            text(title="数量", required=False, most=20),
            money(title="账面价值", summed=True),
            text(title="使用情况", required=False),
        ),
    ),
    Table(
        item=Item.RESOURCES,
        columns=(
            text(title="资源名称"),
            choice("类别", "耕地", "林地", "水面", "建设用地", "其他"),
            text(title="面积（亩）", most=20, aliases=("面积",)),
            text(title="使用情况"),
            party(title="使用单位或者个人", required=False),
        ),
    ),
    Table(
        item=Item.LEASES,
        form="F-53",
        columns=(
            text(title="资产资源名称"),
            text(title="面积", required=False, most=20),
            party(title="承租人", aliases=("承包人", "承租方")),
            choice("方式", "招标", "竞价", "协商"),
            text(title="期限", most=40),
            text(title="价格", most=40),
            money(title="应收", summed=True),
            money(title="已收", summed=True),
            money(title="欠收", required=False, summed=True),
            text(title="合同编号", most=30, aliases=("合同号",)),
        ),
        balance=Balance(("应收",), ("已收",), "欠收"),
        key=("合同编号",),
        nothing=_l("没有发包、租赁的资产资源"),
    ),
    Table(
        item=Item.LAND_COMPENSATION,
        columns=(
            text(title="项目"),
            party(title="领取单位或者个人", aliases=("领取人",)),
            group(title="小组"),
            text(title="面积（亩）", most=20, aliases=("面积",)),
            text(title="标准", most=40),
            AMOUNT,
        ),
    ),
    Table(
        item=Item.WORKS,
        form="F-54",
        columns=(
            text(title="工程项目"),
            text(title="立项依据", most=100),
            money(title="预算", summed=True),
            text(title="招标情况", most=100),
            party(title="承包单位", aliases=("施工单位",)),
            money(title="合同金额", summed=True),
            text(title="变更", required=False, most=200),
            money(title="结算金额", required=False, summed=True),
            money(title="已付", summed=True),
            text(title="验收情况", required=False, most=100),
            person(title="监督人", required=False),
        ),
        nothing=_l("没有工程项目"),
    ),
    Table(
        item=Item.GRANTS,
        form="F-55",
        side="收支",
        columns=(
            text(title="资金名称", aliases=("项目",)),
            DIRECTION,
            party(title="拨款或者领取的单位、个人", aliases=("单位或者个人",)),
            text(title="标准或者用途", aliases=("用途", "标准"), most=100),
            AMOUNT,
            day(title="日期"),
            REMARK,
        ),
        nothing=_l("本期没有拨款和专项资金收支"),
    ),
    Table(item=Item.PAY, form="F-55", columns=PAY),
    Table(
        item=Item.RECEPTION,
        form="F-57",
        columns=(
            day(title="日期", in_period=True),
            text(title="来访单位"),
            text(title="公务内容", most=100),
            number(title="来宾人数", summed=True),
            number(title="陪同人数", summed=True),
            text(title="地点"),
            money(title="用餐标准（元/人）", aliases=("用餐标准", "标准")),
            money(title="金额", aliases=("总金额",), summed=True),
            person(title="付款人"),
            person(title="批准人"),
            text(title="凭证号", most=30),
            number(title=PAPERS, aliases=("单据",), public=False),
        ),
        nothing=_l("本月零接待"),
    ),
    # It names the supervisors themselves, so that nobody could review it if they all stood back.
    Table(item=Item.SUPERVISION_FUNDS, form="F-55", columns=PAY, avoids=False),
    Table(
        item=Item.DISTRIBUTION,
        form="F-55",
        columns=(
            household(title="户号"),
            number(title="人数或者份额", aliases=("人数", "份额"), summed=True),
            STANDARD,
            AMOUNT,
            day(title="发放日期", aliases=("日期",), required=False),
        ),
    ),
    Table(
        item=Item.LEVIES,
        side="筹资、筹劳或者使用",
        columns=(
            text(title="项目"),
            choice("筹资、筹劳或者使用", "筹资", "筹劳", "使用"),
            text(title="标准", required=False),
            number(title="工日", required=False, summed=True),
            money(title="金额", required=False, summed=True),
            REMARK,
        ),
    ),
    Table(
        item=Item.FINAL_ACCOUNTS,
        side="收支",
        columns=(
            DIRECTION,
            text(title="项目"),
            money(title="预算", summed=True),
            money(title="决算", summed=True),
            REMARK,
        ),
    ),
)
