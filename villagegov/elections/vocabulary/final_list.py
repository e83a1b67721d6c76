"""Words of the way from vetted nominees to the final list: choice of one post, pre-vote (预选), order."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class FinalStep(Term):
    """The one thing to do next on the way to the final list."""

    INITIAL = "initial", _l("公布初步候选人名单")
    VETTING = "vetting", _l("登记资格审查结果")
    CHOICE = "choice", _l("登记本人书面选定的职务")
    NOMINATE = "nominate", _l("重新开放提名，补足人数")
    PRE_VOTE = "pre_vote", _l("登记预选结果")
    AGAIN = "again", _l("票数相同的再投一次，登记结果")
    MAKE = "make", _l("形成正式候选人名单")
    POST = "post", _l("公布正式候选人名单")
    POSTED = "posted", _l("名单已经公布")


class Ordered(Term):
    """By what the names of one post are ordered (E-52)."""

    VOTES = "votes", _l("按预选得票排列")
    STROKES = "strokes", _l("按姓氏笔画排列")


class FinalListTag(Term):
    """What is done on the way to the final list."""

    STOOD_DOWN = "nominee:post:given_up", _l("登记了本人书面放弃参选")
    TAKEN_BACK = "nominee:post:taken_back", _l("撤销了放弃参选的登记")
    PRE_VOTED = "prevote:count:entered", _l("登记了预选结果")
    PRE_VOTE_REMOVED = "prevote:count:removed", _l("删除了预选结果")
    MADE = "candidate:list:made", _l("形成了正式候选人名单")
    UNMADE = "candidate:list:unmade", _l("撤销了未公布的正式候选人名单")
    REORDERED = "candidate:list:reordered", _l("改正了候选人的排列次序")


class FinalListDetail(Term):
    """What is noted of it."""

    WRITTEN_ON = "given_up_on", _l("书面放弃的日期")
    PAPER = "given_up_paper", _l("书面材料")
    BODY = "pre_vote_body", _l("参加预选的人")
    PRE_VOTED_ON = "pre_voted_on", _l("预选日期")
    COUNTS = "pre_vote_counts", _l("预选得票")
    STROKES = "strokes_told", _l("人工填写的笔画数")
    ORDER = "order", _l("排列次序")


class FinalListReason(Reason):
    """Why a step to the final list is refused, and what to do."""

    NOT_YET = "final_not_yet", _l("现在先要：%(step)s。")
    POSTED = "final_posted", _l("正式候选人名单已经公布，不能再改。")
    MADE = "final_made", _l("正式候选人名单已经形成。要改，请先撤销名单。")
    NOT_MADE = "final_not_made", _l("还没有形成名单，没有什么可以撤销或者改次序。")
    ONE_POST = "final_one_post", _l("%(name)s只被提名一个职务，不需要选定。")
    IN_FUTURE = "final_in_future", _l("日期不能晚于今天。")
    BEFORE_LIST = "final_before_list", _l("初步候选人名单 %(day)s 才公布，不能更早。请改正日期。")
    STANDS_DOWN = "final_stands_down", _l("%(name)s已书面放弃参选%(post)s，不能列为候选人。")
    AFTER_POLLING = "final_after_polling", _l("预选要在选举日 %(day)s 以前，请改正日期。")
    BEFORE_FIRST = "final_before_first", _l("上一次预选是 %(day)s，不能更早。请改正日期。")
    OVER_ENTITLED = "final_over_entitled", _l("实到 %(present)s 人，多于应到 %(entitled)s 人，请核对。")
    NO_QUORUM = (
        "final_no_quorum",
        _l("应到 %(entitled)s 人，实到 %(present)s 人，不够%(body)s，预选无效。请重新召集后再登记。"),
    )
    OVER_PRESENT = "final_over_present", _l("得票 %(votes)s，多于实到 %(present)s 人，请核对。")
    OVER_SUM = (
        "final_over_sum",
        _l("%(post)s得票合计 %(sum)s，最多只能是 %(limit)s（实到 %(present)s 人，每人最多选 %(places)s 名），请核对。"),
    )
    NOT_LAST = "final_not_last", _l("只能删除最后一次预选，请从后往前删。")
    STROKES = "final_strokes", _l("请填写 1 至 64 的整数：“%(letter)s”有几画。")
    ORDER_WORD = "final_order_word", _l("次序要从 1 到 %(count)s，每个号只用一次，请改正。")
    SAME_ORDER = "final_same_order", _l("次序没有变，没有什么可以改。")
