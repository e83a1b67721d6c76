"""Words of the township's desk: how far the units of an area are in a round, and the summary upward (F-33)."""

from villagegov.vocabulary import Term, _l


class Bucket(Term):
    """How far a unit is in a round, in the coarse steps an official looks at; computed in the database."""

    NONE = "none", _l("还没有新建选举")
    PREPARING = "preparing", _l("筹备")
    READY = "ready", _l("候选人已公布")
    COUNTING = "counting", _l("已投票，计票中")
    FURTHER = "further", _l("还要再选")
    DECIDED = "decided", _l("已选出，结果没有公布")
    POSTED = "posted", _l("结果已公布")
    SENT = "sent", _l("已报送，等受理")
    FILED = "filed", _l("已备案")
    CERTIFIED = "certified", _l("已发当选证书")
    HANDED_OVER = "handed_over", _l("已移交")
    ARCHIVED = "archived", _l("已归档")

    @property
    def is_done(self) -> bool:
        """Whether a new committee stands on a posted result."""
        return list(Bucket).index(self) >= list(Bucket).index(Bucket.POSTED)


class Figure(Term):
    """The columns of the summary upward (F-33), in their order; who has no figure here is filled in by hand."""

    UNITS = "units", _l("应换届（个）")
    BEGUN = "begun", _l("已开始（个）")
    DONE = "done", _l("已完成（个）")
    ONE_GO = "one_go", _l("其中一次选举成功（个）")
    RERUN = "rerun", _l("其中另行选举（个）")
    REDONE = "redone", _l("其中重新选举（个）")
    SEATS = "seats", _l("应选职数（名）")
    ELECTED = "elected", _l("当选（人）")
    WOMEN = "women", _l("其中妇女（人）")
    PARTY = "party", _l("其中中共党员（人）")
    HIGHER_EDUCATION = "higher_education", _l("其中大专以上（人）")
    CHAIR_IS_SECRETARY = "chair_is_secretary", _l("一肩挑（人）")
    CROSS_POSTS = "cross_posts", _l("交叉任职（人）")
    REGISTERED = "registered", _l("登记选民（人）")
    COLLECTED = "collected", _l("收回选票（张）")
    PROXIES = "proxies", _l("委托投票（人）")
    MOBILE = "mobile", _l("流动票箱登记（人）")
    DISPUTES = "disputes", _l("投诉（件）")
    OPEN_DISPUTES = "open_disputes", _l("其中没有答复（件）")
