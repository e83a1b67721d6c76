"""Words of candidates meeting voters (候选人与选民见面), and of voting without candidates (海选)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class MeetingVotersTag(Term):
    """What is recorded."""

    HELD = "candidate:meeting:held", _l("登记了候选人与选民见面")
    REMOVED = "candidate:meeting:removed", _l("删除了候选人与选民见面的登记")
    OPEN_BALLOT = "election:open_ballot:chosen", _l("确定了不设候选人，直接投票")
    CANDIDATES_AGAIN = "election:open_ballot:undone", _l("撤销了不设候选人，改为提名")


class MeetingVotersDetail(Term):
    """What is noted of it."""

    MET_ON = "met_on", _l("见面日期")
    MET_AT = "met_at", _l("见面地点")
    MET_VOTERS = "met_voters", _l("到场选民")
    DECIDED_BY = "open_ballot_by", _l("依据")


class MeetingVotersReason(Reason):
    """Why it is refused, and what to do."""

    NO_LIST = "meeting_no_list", _l("正式候选人名单公布之后，才登记候选人与选民见面。")
    BEFORE_LIST = "meeting_before_list", _l("正式候选人名单 %(day)s 才公布，见面不能更早。请改正日期。")
    ON_POLLING_DAY = "meeting_on_polling_day", _l("选举日（%(day)s）不能再宣传竞选，见面要在这一天以前。请改正日期。")
    IN_FUTURE = "meeting_in_future", _l("见面之后再登记，日期不能晚于今天。")
    NOT_ALLOWED = "open_not_allowed", _l("按 %(profile)s，要先提名候选人，不能直接投票（%(article)s）。")
    HAS_CANDIDATES = "open_has_candidates", _l("已经有提名或者候选人，不能改为不设候选人。请先撤回提名、删除候选人。")
    NOBODY_LISTED = "open_nobody_listed", _l("本次选举不设候选人，由选民在选票上写名字，不能提名或者登记候选人。")
    NOT_YET = "open_not_yet", _l("投票开始以后，才登记选票上写的人。")
    POLLING = "open_polling", _l("投票已经开始，不能再改。")
    NOT_OPEN = "open_not_open", _l("本次选举本来就要提名候选人。")
