"""Words of numbered public documents."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class NoticeKind(Term):
    """What a notice announces."""

    ELECTION_RESULT = "election_result", _l("选举结果公告")
    POSTING = "posting", _l("村（居）务公开")
    ELECTION_PAPER = "election_paper", _l("选举公告")
    CONSULTATION = "consultation", _l("协商公告")

    def named(self, unit_kind: str) -> LazyString:
        """Village law art. 35, residents' law art. 34: what it is called in a unit of this kind."""
        return _KINDS.get(self, {}).get(unit_kind, self.label)


_KINDS: dict[NoticeKind, dict[str, LazyString]] = {
    NoticeKind.POSTING: {"village": _l("村务公开"), "residents": _l("居务公开")},
}


class BoardState(Term):
    """Whether a notice hangs on the board; computed (D-05, D-06)."""

    MISSING = "missing", _l("还没有上墙照片")
    UP = "up", _l("正在公开栏张贴")
    DONE = "done", _l("已在公开栏张贴期满")
    EARLY = "early", _l("提前取下，应当重新张贴")


class NoticeTag(Term):
    """What can be done with a notice."""

    POSTED = "notice:version:posted", _l("张贴了公告")
    CORRECTED = "notice:version:corrected", _l("更正了公告")
    PUT_UP = "notice:board:put_up", _l("登记了上墙照片")
    TAKEN_DOWN = "notice:board:taken_down", _l("登记了从公开栏取下")


class NoticeDetail(Term):
    """What is noted of such an act."""

    BOARD_PLACE = "board_place", _l("张贴地点")
    PUT_UP_ON = "put_up_on", _l("张贴日期")
    TAKEN_DOWN_ON = "taken_down_on", _l("取下日期")
    HANGS_THROUGH = "hangs_through", _l("至少张贴到")
    PHOTO = "photo", _l("照片")


class NoticeReason(Reason):
    """Why a notice is not posted."""

    UNCHANGED = "unchanged", _l("更正后的内容与现在的公告相同，没有什么可以更正。")
    NO_REASON = "no_reason", _l("请写明更正的理由，村民会看到它。")
    NO_PLACE = "board_no_place", _l("请填写张贴的地点，例如“村委会门口公开栏”。")
    NOT_PICTURE = "board_not_picture", _l("“%(name)s”不是照片，请拍一张公开栏的照片（JPG、PNG 或者 WebP）。")
    UP_BEFORE_POSTED = "up_before_posted", _l("张贴日期不能早于公布日期 %(day)s，请改正。")
    UP_IN_FUTURE = "up_in_future", _l("这一天还没有到，请填实际张贴的日期。")
    DOWN_BEFORE_UP = "down_before_up", _l("取下日期不能早于张贴日期 %(day)s，请改正。")
    DOWN_IN_FUTURE = "down_in_future", _l("这一天还没有到，请填实际取下的日期。")
    DOWN_ALREADY = "down_already", _l("已经登记在 %(day)s 取下，不能再改。重新张贴的，请登记新的照片。")


BOARD_ARTICLE = _l(
    "村民委员会组织法（2025）第35条、城市居民委员会组织法（2025）第34条：设固定的公开栏；几天内补照片由本系统规定"
)
REPOST_ARTICLE = _l(
    "公布不少于十五日：村民委员会组织法（2025）第35条、城市居民委员会组织法（2025）第34条；"
    "提前取下的重新公布，参照《山东省村务公开条例》第13条"
)
#: What happens if not.
OTHERWISE = {
    BoardState.MISSING: _l("村（居）民会在网页上看到：还没有上墙照片。"),
    BoardState.EARLY: _l("张贴没有满期，村（居）民会在网页上看到：应当重新张贴。"),
}
