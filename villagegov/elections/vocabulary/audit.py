"""Words of the audit of outgoing members (E-11)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class OutgoingTag(Term):
    """What can be done with it."""

    POSTED = "outgoing:audit:posted", _l("登记了离任审计的公布")


class OutgoingDetail(Term):
    """What is noted of it."""

    DOCUMENT = "audit_document", _l("审计报告")
    NONE_BECAUSE = "none_because", _l("没有离任审计的理由")


class OutgoingReason(Reason):
    """Why it is refused, or why the poll waits for it."""

    MISSING = "outgoing_missing", _l("离任经济责任审计还没有公布，不能投票（%(article)s）。请先办理“%(step)s”。")
    LATE = "outgoing_late", _l("离任审计应当在投票以前公布，最迟 %(last)s（%(article)s）。请改正日期，或者推迟选举日。")
    FUTURE = "outgoing_future", _l("日期还没有到，请填今天或以前的日期。")
    BOTH = "outgoing_both", _l("填了公布日期的，不要再填没有审计的理由。")
    NEITHER = "outgoing_neither", _l("请填写公布日期；没有应当审计的离任成员的，请写明理由。")
    NO_DOCUMENT = "outgoing_no_document", _l("请填写审计报告的名称或者文号。")
    FIXED = "outgoing_fixed", _l("投票已经开始，离任审计的登记不能再改。")
