"""Words of an election held earlier or later than its round (E-02)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Approver(Term):
    """Who has to agree, in this order (E-02)."""

    MEETING = "meeting", _l("村（居）民会议或者代表会议讨论同意")
    TOWNSHIP = "township", _l("乡镇（街道）同意")
    COUNTY = "county", _l("县（市、区）批准")


class Side(Term):
    """On which side of its round's window a polling day lies (E-02)."""

    EARLY = "early", _l("提前")
    LATE = "late", _l("延期")


class ShiftTag(Term):
    """What can be done with such a request."""

    APPLIED = "shift:request:applied", _l("申请提前或者延期换届")
    APPROVED = "shift:request:approved", _l("同意提前或者延期换届")
    RETURNED = "shift:request:returned", _l("退回了提前或者延期换届的申请")


class ShiftDetail(Term):
    """What is noted of such an act."""

    WANTED_ON = "wanted_on", _l("申请的选举日")
    APPLIED_ON = "applied_on", _l("申请日期")
    APPROVER = "approver", _l("哪一级")
    AGREED_BY = "agreed_by", _l("讨论同意的依据")


class ShiftReason(Reason):
    """Why a request or an approval is refused, and what to do."""

    NOT_HERE = "shift_not_here", _l("演练和补选有自己的选举日，不用申请提前或者延期换届。")
    INSIDE = (
        "shift_inside",
        _l("%(day)s 在本届换届的选举日范围内（%(opens)s 至 %(closes)s），不用申请，请直接改选举日。"),
    )
    TOO_FAR = (
        "shift_too_far",
        _l("提前或者延期不能超过 %(months)s 个月，最早 %(earliest)s，最迟 %(latest)s（%(article)s）。请另选日期。"),
    )
    OPEN = "shift_open", _l("已经申请了一次，还没有批准。要改的，请乡镇（街道）或者县（市、区）先退回。")
    NO_MEETING = (
        "shift_no_meeting",
        _l("请选择讨论同意的会议决定。没有的，请先登记村（居）民会议或者代表会议，结束记录。"),
    )
    NO_PAPER = "shift_no_paper", _l("请选择会议决定，或者填写讨论同意的文件。")
    MEETING_FIRST = (
        "shift_meeting_first",
        _l("先由委员会申请，再由会议讨论：会议是 %(day)s 开的，申请日期不能晚于这一天。"),
    )
    ENDED = "shift_ended", _l("这次申请已经办完或者退回，不用再办。")
    OTHER_LEVEL = "shift_other_level", _l("现在等“%(step)s”，由%(place)s的工作人员登记，请交给他们。")
    FUTURE = "shift_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "shift_too_early", _l("不能早于前一步的 %(day)s，请改正日期。")


#: What an official is told of a request that waits for his level.
APPROVING = _l("批准提前或者延期换届")
#: And what happens without it.
UNAPPROVED = _l("三级都同意以前，选举日不能改到本届换届的范围以外。")
