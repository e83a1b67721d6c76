"""Words of complaints to the township about what a committee posts and answers (D-12)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class ComplaintState(Term):
    """How far a complaint has come; computed from its facts, never stored (D-12)."""

    COMPLAINT = "COMPLAINT", _l("等待受理")
    CHECKING = "CHECKING", _l("正在调查核实")
    ORDERED = "ORDERED", _l("已责令依法公布")
    REPORTED = "REPORTED", _l("村（居）委会已报告落实")
    CLOSED = "CLOSED", _l("已办结")
    DISMISSED = "DISMISSED", _l("反映不成立")


class ComplaintGround(Term):
    """What is complained of."""

    NOT_IN_TIME = "not_in_time", _l("应当公布的没有按时公布")
    UNTRUE = "untrue", _l("公布的内容不真实")
    NO_ANSWER = "no_answer", _l("询问没有按期答复")
    POOR_ANSWER = "poor_answer", _l("对答复不满意")


#: What may be complained of without a question before it.
DIRECT = (ComplaintGround.NOT_IN_TIME, ComplaintGround.UNTRUE)


class Finding(Term):
    """What the township decides after it has checked."""

    ORDERED = "ordered", _l("情况属实，责令依法公布（答复）")
    DISMISSED = "dismissed", _l("经核实，反映的情况不成立")


class ComplaintTag(Term):
    """What can be done with a complaint."""

    LODGED = "complaint:entry:lodged", _l("向乡镇（街道）反映")
    TAKEN_UP = "complaint:check:begun", _l("受理了反映，开始调查核实")
    DECIDED = "complaint:check:decided", _l("对反映作出了处理")
    REPORTED = "complaint:order:reported", _l("报告了落实情况")
    CLOSED = "complaint:order:closed", _l("办结了反映")
    PHONE_SEEN = "complaint:complainant:phone_seen", _l("看了反映人的电话")


class ComplaintDetail(Term):
    """What an entry about a complaint tells."""

    NUMBER = "complaint_number", _l("反映编号")
    GROUND = "complaint_ground", _l("反映事项")
    FINDING = "complaint_finding", _l("处理结论")
    ORDER_DUE = "order_due_on", _l("责令完成日期")
    WORDS = "complaint_words", _l("内容")


class ComplaintReason(Reason):
    """Why something cannot be done with a complaint, and what to do instead."""

    EARLY = "complaint_early", _l("还没有到答复期限（%(day)s），请等到期限以后；已经答复的，先说明不满意，再反映。")
    ESCALATED = "complaint_escalated", _l("这个问题已经向乡镇（街道）反映过了。")
    PRIOR = "complaint_prior", _l("还没有办“%(step)s”，请先办这一步。")
    DONE = "complaint_done", _l("这一步已经办过了。")
    DAY_NEEDED = "complaint_day_needed", _l("责令公布的，请填写哪天以前完成。")
    DAY_PAST = "complaint_day_past", _l("完成日期不能早于今天（%(today)s）。")
    NO_PHONE = "complaint_no_phone", _l("反映人没有留电话。")


TOWNSHIP_ARTICLE = _l(
    "村民委员会组织法（2025）第36条：调查核实，责令依法公布；20 日参照《四川省村务公开条例》第17条，广东条文未读到"
)
ORDER_ARTICLE = _l("村民委员会组织法（2025）第36条：责令依法公布")
CLOSE_ARTICLE = _l("系统约定，不是法律：报告以后 5 日内核对办结")
#: What happens when a step is not taken in time.
OTHERWISE_CHECK = _l("反映一直开着，县（市、区）也看得到，不会自己消失。")
OTHERWISE_ORDER = _l("乡镇（街道）会看到没有落实；反映一直开着。")
