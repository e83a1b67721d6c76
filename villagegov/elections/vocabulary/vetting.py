"""Words of the joint vetting of candidates (资格联审) and of the four bars."""

from villagegov.law.vocabulary import CommitteeKind
from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Department(Term):
    """Who checks (E-46): the law on organised crime names three, with others."""

    CIVIL = "civil", _l("民政")
    SUPERVISORY = "supervisory", _l("纪检监察")
    POLICE = "police", _l("公安")
    OTHER = "other", _l("其他部门")


#: The departments without which a vetting is not finished.
NEEDED = (Department.CIVIL, Department.SUPERVISORY, Department.POLICE)


class VettingResult(Term):
    """What a department said; the only part that others may see."""

    PASS = "pass", _l("通过")
    FAIL = "fail", _l("不通过")


class Bar(Term):
    """The four who may not stand since 2026 (E-45)."""

    EXPELLED = "expelled", _l("被开除党籍")
    PUNISHED = "punished", _l("受过刑事处罚")
    CLAN = "clan", _l("利用宗族势力或者黑恶势力从事违法犯罪活动")
    CULT = "cult", _l("组织、参加非法宗教活动或者邪教组织")

    def named(self, committee: CommitteeKind) -> LazyString:
        """Its words for this kind of committee; clans are named for villages only."""
        return self.label if committee is CommitteeKind.VILLAGE or self is not Bar.CLAN else GANG


GANG = _l("利用黑恶势力从事违法犯罪活动")


class VettingTag(Term):
    """What is done in a vetting."""

    ENTERED = "vetting:result:entered", _l("登记了资格审查结果")
    CHANGED = "vetting:result:changed", _l("改正了资格审查结果")


class VettingDetail(Term):
    """What is noted of it; the reason and the bar are not."""

    DEPARTMENT = "department", _l("审查部门")
    OTHER_NAME = "other_name", _l("部门名称")
    RESULT = "result", _l("审查结果")
    DECIDED_ON = "decided_on", _l("审查日期")
    HANDLER = "handler", _l("经办人")


class VettingReason(Reason):
    """Why a result is not taken, or keeps somebody or the whole list back."""

    NOT_LISTED = "vetting_not_listed", _l("初步候选人名单公布之后，才登记名单上的人的审查结果。")
    CLOSED = "vetting_closed", _l("正式候选人名单已经公布，审查结果不能再改。")
    IN_FUTURE = "vetting_in_future", _l("日期不能晚于今天。")
    NEEDS_NAME = "vetting_needs_name", _l("请填写部门名称。")
    NO_NAME_HERE = "vetting_no_name_here", _l("只有“其他部门”才填部门名称，请清空这一格。")
    TWICE = "vetting_twice", _l("这个部门的结果已经登记过，请打开那一条改正。")
    BAR_FAILS = "vetting_bar_fails", _l("有法律规定的情形，结果只能是“不通过”。")
    NEEDS_REASON = "vetting_needs_reason", _l("不通过的，请写明理由，或者选法律规定的情形。")
    FAILED = "vetting_failed", _l("%(name)s资格审查没有通过，不能列为候选人。")
    STANDS = "vetting_stands", _l("%(name)s已列为候选人，请先从候选人中删除。")
    NOT_INITIAL = "vetting_not_initial", _l("%(name)s不在已公布的初步候选人名单的“%(post)s”里，不能列为候选人。")
    REOPENED = "vetting_reopened", _l("提名已重新开放，请先再次公布初步候选人名单。")
    UNFINISHED = "vetting_unfinished", _l("%(names)s 的资格审查还没有完成，请先登记各部门的结果，再公布名单。")
