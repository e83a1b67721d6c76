"""Words of what is prepared before polling day: staff, mobile boxes, writing help, secret places, what is posted."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class StaffRole(Term):
    """What somebody does on polling day (F-16)."""

    CHIEF = "chief", _l("总监票人")
    SCRUTINEER = "scrutineer", _l("监票人")
    TELLER = "teller", _l("计票人")
    CALLER = "caller", _l("唱票人")
    ISSUER = "issuer", _l("发票人")
    WRITER = "writer", _l("代写人")

    @property
    def watches(self) -> bool:
        """Whether he counts as a scrutineer."""
        return self in (StaffRole.CHIEF, StaffRole.SCRUTINEER)


class MobileGround(Term):
    """Why somebody votes at a mobile box (E-64); never published."""

    OLD = "old", _l("年老体弱")
    SICK = "sick", _l("患病")
    DISABLED = "disabled", _l("残疾")
    REMOTE = "remote", _l("居住偏远、交通不便")


class Posted(Term):
    """What is posted before polling day (E-60 to E-68, F-15 to F-20)."""

    PLACES = "places", _l("投票时间、地点和方式")
    STAFF = "staff", _l("选举工作人员名单")
    MOBILE = "mobile", _l("流动票箱投票人员名单和路线")
    SCRIBES = "scribes", _l("代写人员名单")


#: What is due, in the words of the start page.
DUE: dict[Posted, LazyString] = {
    Posted.PLACES: _l("公布投票时间、地点和方式"),
    Posted.STAFF: _l("公布选举工作人员名单"),
    Posted.MOBILE: _l("公布流动票箱投票人员名单和路线"),
    Posted.SCRIBES: _l("公布代写人员名单"),
}
OTHERWISE: dict[Posted, LazyString] = {
    Posted.PLACES: _l("选民不知道何时何地投票，可以提出异议。"),
    Posted.STAFF: _l("工作人员没有公布，选民可以提出异议。"),
    Posted.MOBILE: _l("名单没有公布，流动票箱不能用。"),
    Posted.SCRIBES: _l("代写没有公布，选民可以提出异议。"),
}


class PreparationTag(Term):
    """What is done in preparing polling day."""

    STAFF_ADDED = "staff:entry:added", _l("登记了选举工作人员")
    STAFF_REMOVED = "staff:entry:removed", _l("撤下了选举工作人员")
    MOBILE_ADDED = "mobile:list:added", _l("将选民列入流动票箱名单")
    MOBILE_REMOVED = "mobile:list:removed", _l("从流动票箱名单移出选民")
    SCRIBE_ADDED = "scribe:entry:added", _l("登记了代写")
    SCRIBE_REMOVED = "scribe:entry:removed", _l("撤销了代写")
    SECRET_CHECKED = "station:secret:checked", _l("核对了秘密写票处")
    POSTED = "polling:notice:posted", _l("公布了投票准备")


class PreparationDetail(Term):
    """What is noted of it; why somebody votes at a mobile box is not."""

    ROLE = "staff_role", _l("工作")
    POSTED_WHAT = "posted_what", _l("公布的内容")
    WRITER = "writer", _l("代写人")
    HOURS = "hours", _l("投票时间")
    ROUTE = "route", _l("路线")


class PreparationReason(Reason):
    """Why it is refused, and what to do."""

    POLLING = "prepare_polling", _l("投票已经开始，不能再改。")
    CANDIDATE = "staff_candidate", _l("%(name)s是候选人，不能担任选举工作人员（%(article)s）。请另选人。")
    KIN = "staff_kin", _l("%(name)s是候选人%(other)s的%(relation)s，不能担任选举工作人员（%(article)s）。请另选人。")
    TWICE = "staff_twice", _l("%(name)s已经登记为%(role)s，一人只做一项工作。请先撤下。")
    OUTSIDER = "staff_outsider", _l("%(name)s在选民名单上，编号 %(number)s。请按编号登记，系统才能核对近亲属。")
    NO_CANDIDATES = "staff_no_candidates", _l("正式候选人名单公布之后才能核对近亲属，请先公布名单。")
    NOT_MOBILE = "mobile_not_mobile", _l("“%(name)s”不是流动票箱，没有投票人员名单。")
    NUMBERS = "mobile_numbers", _l("选民名单上没有编号 %(numbers)s，请核对。")
    ON_LIST = "mobile_on_list", _l("%(names)s 已在流动票箱的名单上，每人只能列入一个票箱。")
    HAS_PROXY = (
        "mobile_has_proxy",
        _l(
            "%(names)s 已委托别人投票，不能自己再投票（%(article)s），也就不列入流动票箱。"
            "要上门投票的，请先撤销委托；不要的，请删去编号。"
        ),
    )
    NOTHING = "mobile_nothing", _l("请至少填一个编号。")
    LIST_POSTED = "mobile_list_posted", _l("名单已于 %(day)s 公布，不能再改。")
    HAS_LIST = "mobile_has_list", _l("这个流动票箱的名单上有 %(count)s 人，请先移出，再改类型或者删除。")
    SELF = "scribe_self", _l("代写人和请求代写的是同一个人，请核对编号。")
    WRITES_FOR = "scribe_writes_for", _l("%(name)s已有人代写（%(writer)s）。要换人，请先撤销。")
    OVER_MAX = "scribe_over_max", _l("%(name)s已替 %(count)s 人代写，每人最多 %(limit)s 人（%(article)s）。请另选人。")
    WRITER_STANDS = "scribe_stands", _l("%(name)s是候选人，不能代写。请另选人。")
    LATE = (
        "posted_late",
        _l("应当在选举日的 %(days)s 日前公布，最迟 %(sum)s（%(article)s）。请推迟选举日，或者改正日期。"),
    )
    IN_FUTURE = "posted_future", _l("公布日期不能晚于今天。")
    NONE_TO_POST = "posted_none", _l("还没有登记，没有名单可以公布。请先登记。")
    NO_STATIONS = "posted_no_stations", _l("还没有投票站，请先设置。")
    NO_HOURS = "posted_no_hours", _l("%(names)s 还没有填投票时间，请先在投票站里填写。")
    NO_ROUTE = "posted_no_route", _l("%(names)s 还没有填路线，请先在投票站里填写。")
    FEW_STAFF = (
        "posted_few_staff",
        _l(
            "“%(name)s”要有至少 %(staff)s 名工作人员，其中监票人 %(watch)s 名（%(article)s）；"
            "现有 %(count)s 名、%(found)s 名。"
        ),
    )
    CONFLICTS = "posted_conflicts", _l("%(names)s 是候选人或者候选人的近亲属，请先撤下，再公布。")
    NO_SECRET_MOBILE = "secret_mobile", _l("流动票箱不设秘密写票处，不用核对。")
    UNPOSTED_MOBILE = "mobile_unposted", _l("流动票箱的投票人员名单还没有公布（%(article)s），不能开始投票。请先公布。")
    NO_LIST = "mobile_no_list", _l("“%(name)s”还没有投票人员名单，不能开始投票。请先列名单，或者删除这个票箱。")
