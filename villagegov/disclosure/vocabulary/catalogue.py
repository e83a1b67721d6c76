"""The items of the catalogue (三务公开目录, rulebook 5.2): what is posted, how often, by whom, and how it is masked."""

from villagegov.vocabulary import LazyString, Term, _l


class Affairs(Term):
    """The three kinds of affairs (三务)."""

    PARTY = "DW", _l("党务公开")
    VILLAGE = "CW", _l("村务公开")
    FINANCE = "FW", _l("财务公开")


class Item(Term):
    """What the catalogue orders to be posted, by its code (rulebook 5.2)."""

    PARTY_ORGANISATION = "DW-01", _l("党组织设置、成员分工、联系方式")
    PARTY_PLAN = "DW-02", _l("党组织年度工作计划和完成情况")
    PARTY_ADMISSION = "DW-03", _l("党员发展公示")
    PARTY_DUES = "DW-04", _l("党费收缴使用")
    PARTY_APPRAISAL = "DW-05", _l("民主评议党员、评先评优结果")
    PARTY_DISCIPLINE = "DW-06", _l("党员干部违纪处理、廉政情况")
    PARTY_NON_HUKOU = "DW-07", _l("非户籍党员担任“两委”情况")
    PLAN = "CW-01", _l("经济社会发展规划、年度工作计划及执行")
    DECISIONS = "CW-02", _l("村（居）民会议、代表会议决定事项及实施")
    CONSULTATION = "CW-03", _l("协商确定事项及落实")
    ASSISTANCE = "CW-04", _l("协助政府开展工作情况")
    CHARTER = "CW-05", _l("自治章程、村规民约（居民公约）")
    ELECTED = "CW-06", _l("村（居）委会、监督委员会成员、小组长、代表选举情况")
    ELECTION_NOTICES = "CW-07", _l("选举公告")
    APPRAISAL = "CW-08", _l("民主评议结果")
    TERM_AUDIT = "CW-09", _l("任期和离任经济责任审计结果")
    AID_LIST = "CW-10", _l("最低生活保障、特困、临时救助、残疾人补贴名单")
    RELIEF = "CW-11", _l("救灾救济、捐赠款物接收和发放")
    WELFARE = "CW-12", _l("优抚、养老、医疗参保情况")
    HOMESTEADS = "CW-13", _l("宅基地申请、批准、使用")
    SUPPORT = "CW-14", _l("重点帮扶人员和帮扶方案")
    PUBLIC_WORKS_PLAN = "CW-15", _l("公益事业、筹资筹劳方案和实施")
    BUILDING = "CW-16", _l("规划、建设重要事项")
    LOST_EARNINGS = "CW-17", _l("享受误工补贴人员和标准")
    WATER_POWER = "CW-18", _l("水电费收缴")
    POPULATION = "CW-19", _l("人口、户籍变更汇总")
    SUPERVISION_REPORT = "CW-20", _l("监督工作报告")
    COMPLAINTS = "CW-21", _l("村（居）民投诉办理结果")
    ASKED_FOR = "CW-22", _l("村（居）民要求公开的其他事项")
    BUDGET = "FW-01", _l("年度财务计划、预算")
    MONTHLY_ACCOUNTS = "FW-02", _l("月度收支明细")
    DEBTS = "FW-03", _l("债权债务")
    ASSETS = "FW-04", _l("集体资产")
    RESOURCES = "FW-05", _l("集体资源")
    LEASES = "FW-06", _l("资产资源发包、租赁、出让")
    LAND_COMPENSATION = "FW-07", _l("征地补偿标准、面积、收入、分配")
    WORKS = "FW-08", _l("工程项目立项、招投标、预决算、变更、验收")
    GRANTS = "FW-09", _l("上级拨款、专项资金收支")
    PAY = "FW-10", _l("干部报酬、补贴、公务活动开支")
    RECEPTION = "FW-11", _l("公务接待费")
    SUPERVISION_FUNDS = "FW-12", _l("监督委员会补助经费")
    DISTRIBUTION = "FW-13", _l("收益分配方案和结果")
    LEVIES = "FW-14", _l("一事一议筹资筹劳及使用")
    FINAL_ACCOUNTS = "FW-15", _l("年终财务决算、审计结果")

    @property
    def affairs(self) -> Affairs:
        """Which of the three kinds it belongs to."""
        return Affairs(self.value[:2])


class Cadence(Term):
    """How often an item is posted (D-02, D-03)."""

    MONTHLY = "monthly", _l("每月")
    QUARTERLY = "quarterly", _l("每季度")
    HALF_YEARLY = "half_yearly", _l("每半年")
    YEARLY = "yearly", _l("每年")
    AT_ONCE = "at_once", _l("及时")
    STANDING = "standing", _l("长期")


class Publisher(Term):
    """Who has to post an item (D-17)."""

    PARTY = "party", _l("党组织")
    COMMITTEE = "committee", _l("村（居）民委员会")
    COLLECTIVE = "collective", _l("农村集体经济组织")
    SUPERVISORS = "supervisors", _l("监督委员会")
    ELECTION_COMMITTEE = "election_committee", _l("选举委员会")
    TOWNSHIP = "township", _l("乡镇人民政府、街道办事处")


class MaskClass(Term):
    """How persons stand in an item (rulebook 5.2, 8.2)."""

    NONE = "none", _l("没有个人信息")
    ROLE = "role", _l("任职人员姓名全部公开")
    NAME = "name", _l("个人隐去名字")
    NAME_GROUP = "name_group", _l("个人隐去名字，标明小组")
    AID = "aid", _l("救助对象只留姓，标明小组和金额")
    HOUSEHOLD = "household", _l("只写户号")
    TOTALS = "totals", _l("只有合计")
    ANONYMOUS = "anonymous", _l("不出现姓名")
    PARTY_DECIDES = "party_decides", _l("由党组织决定")


class Shape(Term):
    """What an item is written as."""

    ACCOUNTS = "accounts", _l("逐笔收支")
    TABLE = "table", _l("表格")
    TEXT = "text", _l("文字")


#: Where the catalogue of a kind of committee says 村务, that of the other says 居务.
AFFAIRS_OF_RESIDENTS: dict[Affairs, LazyString] = {Affairs.VILLAGE: _l("居务公开")}
#: D-20: what a village's item is in a community.
NAMES_OF_RESIDENTS: dict[Item, LazyString] = {
    Item.PUBLIC_WORKS_PLAN: _l("公益活动、社区服务项目的实施和筹资收支"),
    Item.BUILDING: _l("居民委员会所有和使用的设施的管理使用"),
    Item.GRANTS: _l("政府拨付和社会捐赠的资金、物资收支"),
}

AT_ONCE_ARTICLE = _l("重大事项及时公开：事情发生后 5 日内（据《广东省村务公开条例》（2014）的新闻报道）")
STANDING_ARTICLE = _l("长期公开的事项：在这里开始公开后 15 日内（系统约定，不是法律）")
