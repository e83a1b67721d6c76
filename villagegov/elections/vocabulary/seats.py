"""Words of the number of seats: proposed, approved, filed (E-05)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class SeatTag(Term):
    """What can be done with the number of seats."""

    APPROVED = "seats:plan:approved", _l("批准了职数")
    RETURNED = "seats:plan:returned", _l("退回了职数")
    FILED = "seats:plan:filed", _l("将职数报县（市、区）备案")


class SeatDetail(Term):
    """What is noted of such an act."""

    PROPOSED_BY = "proposed_by", _l("提出的依据")
    APPROVED_ON = "approved_on", _l("批准日期")
    APPROVED_AS = "approved_as", _l("批准文号")


class SeatReason(Reason):
    """Why an act on the number of seats is refused."""

    NO_DECISION = (
        "seats_no_decision",
        _l("请选择提出职数的会议决定。没有的，请先登记村（居）民会议或者代表会议，结束记录。"),
    )
    NO_PAPER = "seats_no_paper", _l("请选择会议决定，或者填写提出职数的文件。")
    APPROVED_ALREADY = "seats_approved", _l("职数已于 %(day)s 批准，不能再改。要改的，请乡镇（街道）先退回。")
    NOT_PROPOSED = "seats_not_proposed", _l("村（社区）还没有提出职数，请等它提出后再办。")
    NOT_APPROVED = "seats_not_approved", _l("职数还没有批准，不能备案。请先批准。")
    FILED_ALREADY = "seats_filed", _l("职数已于 %(day)s 备案，不用再办。")
    FUTURE = "seats_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "seats_too_early", _l("不能早于 %(day)s，请改正日期。")
