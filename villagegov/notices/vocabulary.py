"""Words of numbered public documents."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class NoticeKind(Term):
    """What a notice announces."""

    ELECTION_RESULT = "election_result", _l("选举结果公告")


class NoticeTag(Term):
    """What can be done with a notice."""

    POSTED = "notice:version:posted", _l("张贴了公告")
    CORRECTED = "notice:version:corrected", _l("更正了公告")


class NoticeReason(Reason):
    """Why a notice is not posted."""

    UNCHANGED = "unchanged", _l("更正后的内容与现在的公告相同，没有什么可以更正。")
    NO_REASON = "no_reason", _l("请写明更正的理由，村民会看到它。")
