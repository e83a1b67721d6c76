"""Words of complaints about an election's procedure or result (E-94)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class DisputeMatter(Term):
    """What is complained of."""

    PROCEDURE = "procedure", _l("选举程序")
    RESULT = "result", _l("选举结果")
    MISCONDUCT = "misconduct", _l("贿选、威胁、伪造选票等违法行为")


class DisputeAnswer(Term):
    """What the authority found."""

    UPHELD = "upheld", _l("成立，予以纠正")
    PARTLY = "partly", _l("部分成立")
    UNFOUNDED = "unfounded", _l("不成立")


class DisputeTag(Term):
    """What can be done with a complaint."""

    ENTERED = "dispute:entry:entered", _l("登记了对选举的投诉")
    ANSWERED = "dispute:entry:answered", _l("答复了对选举的投诉")


class DisputeDetail(Term):
    """What is noted of such an act; never who complained."""

    MATTER = "dispute_matter", _l("投诉事项")
    RECEIVED_ON = "received_on", _l("收到日期")
    ANSWER = "dispute_answer", _l("处理结论")
    ANSWERED_ON = "answered_on", _l("答复日期")


class DisputeReason(Reason):
    """Why an act on a complaint is refused, and what to do."""

    PRACTICE = "dispute_practice", _l("这是演练，没有投诉可以登记。")
    FUTURE = "dispute_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "dispute_too_early", _l("答复不能早于收到投诉的 %(day)s，请改正日期。")
    ANSWERED_ALREADY = "dispute_answered", _l("已于 %(day)s 答复，不用再办。")
    OPEN = "dispute_open", _l("还有 %(count)s 件对选举的投诉没有答复，请乡镇（街道）或者县（市、区）先答复，再归档。")
