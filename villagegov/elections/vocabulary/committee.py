"""Words of the election committee: how it is chosen, who leaves it, who follows."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class LeaveGround(Term):
    """Why a member has to leave (E-16, E-20); %(name)s is the member, %(other)s the one nominated."""

    OWN = "own", _l("%(name)s被提名为候选人")
    KIN = "kin", _l("%(name)s的%(relation)s%(other)s被提名为候选人")
    ABSENT = "absent", _l("%(name)s已经 %(times)s 次无正当理由不参加选举委员会会议")


class CommitteeTag(Term):
    """What can be done with an election committee."""

    VOTE_ENTERED = "committee:vote:entered", _l("登记了选举委员会的推选得票")
    VOTE_REMOVED = "committee:vote:removed", _l("删去了选举委员会的推选得票")
    FORMED = "committee:list:posted", _l("公布了选举委员会名单，报乡镇（街道）备案")
    ON_PAPER = "committee:list:on_paper", _l("按纸质材料补录了选举委员会")
    LEFT = "committee:member:left", _l("选举委员会成员退出")
    FOLLOWED = "committee:member:followed", _l("按推选得票递补了选举委员会成员")
    PASSED_OVER = "committee:member:passed_over", _l("登记了不递补的理由")
    CLOSED = "committee:list:closed", _l("选举委员会结束")


class CommitteeDetail(Term):
    """What is noted of such an act."""

    VOTES = "committee_votes", _l("推选得票")
    CHOSEN_BY = "chosen_by", _l("由谁推选")
    FILED_ON = "filed_on", _l("备案日期")
    FILED_AS = "filed_as", _l("备案文号")
    PAPER = "paper", _l("纸质材料")
    MEMBERS = "members", _l("成员")
    REPLACES = "replaces", _l("接替")


class CommitteeReason(Reason):
    """Why an act on an election committee is refused."""

    NOT_KEPT = "committee_not_kept", _l("这次选举开始时系统还不记录选举委员会，这一步不用补办。")
    WRONG_MEETING = "committee_wrong_meeting", _l("选举委员会不由%(kind)s推选，请选择别的会议决定。")
    NO_DECISION = "committee_no_decision", _l("请选择推选的会议决定。没有的，请先登记会议和表决，结束记录。")
    VOTES_OVER = "committee_votes_over", _l("得票 %(votes)s，多于这次会议实到的 %(present)s，请核对。")
    ENTERED = "committee_entered", _l("%(name)s在这次推选里已经登记过，请先删去再登记。")
    OTHER_OFFICE = "committee_other_office", _l("%(name)s已经登记为%(office)s，请选同一个职务。")
    STANDS = "committee_stands", _l("%(sentence)s，不能进选举委员会。依据：%(ground)s。")
    SEATED = "committee_seated", _l("%(name)s的任职已经确认，不能删去。登记有误的，请到“机构和成员”结束任职。")
    FORMED_ALREADY = "committee_formed", _l("选举委员会已于 %(day)s 公布，不用再办。")
    NO_GAP = "committee_no_gap", _l("选举委员会没有空缺，不用再推选。")
    NOT_VICE = "committee_not_vice", _l("适用的法律没有规定选举委员会设副主任，请选别的职务。")
    TOO_FEW = "committee_too_few", _l("选举委员会至少 %(needed)s 人，第二人确认过的现有 %(have)s 人。")
    NO_HEAD = "committee_no_head", _l("还没有登记选举委员会主任。")
    WAITING = "committee_waiting", _l("%(names)s的任职还没有第二人确认，请先确认。")
    ORDER = "committee_order", _l("没有选上的%(name)s得票 %(votes)s，多于选上的%(other)s（%(fewer)s）。请核对得票。")
    HEED = "committee_heed", _l("请先看：%(sentence)s依据：%(ground)s。仍要公布的，请勾选下面一项。")
    FUTURE = "committee_future", _l("日期还没有到，请填今天或以前的日期。")
    BEFORE_CHOICE = "committee_before_choice", _l("不能早于推选的日期 %(day)s，请改正。")
    NOT_RECORDED_LATE = (
        "committee_not_late",
        _l("选举日 %(day)s 还没有到，不能按纸质材料补录。请登记推选的会议和得票。"),
    )
    NOT_NEXT = "committee_not_next", _l("还没有轮到%(name)s递补，请按推选得票的顺序办理。")
    TIED = "committee_tied", _l("%(names)s得票相等，分不出先后，请重新推选，或者登记其中一人不递补的理由。")
    NO_RESULT = "committee_no_result", _l("选举结果还没有张贴，选举委员会不能结束。")
    CLOSED = "committee_closed", _l("选举委员会已于 %(day)s 结束，不能再改。")
    BEFORE_RESULT = "committee_before_result", _l("不能早于结果公告张贴的日期 %(day)s，请改正。")
