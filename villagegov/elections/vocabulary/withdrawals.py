"""Words of withdrawing from a posted list (书面放弃), of whoever steps in (递补), and of the list's versions."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class WithdrawalTag(Term):
    """What is done with a posted list."""

    WITHDRAWN = "candidate:entry:withdrawn", _l("登记了候选人书面放弃")
    RECALLED = "candidate:list:recalled", _l("收回了已公布的正式候选人名单")


class WithdrawalDetail(Term):
    """What is noted of it."""

    FOLLOWED = "followed_by", _l("递补")


class WithdrawalReason(Reason):
    """Why a posted list is not changed, and what to do."""

    NOT_POSTED = "withdraw_not_posted", _l("正式候选人名单还没有公布，请在名单形成以前登记放弃，或者直接删除。")
    POLLING = "withdraw_polling", _l("投票已经开始，候选人名单不能再改。")
    WRITTEN_IN = "withdraw_written_in", _l("%(name)s不在公布的名单上，不需要办理放弃。")
    LATE = "withdraw_late", _l("书面放弃应当在名单公布后 %(days)s 日内提出，最迟 %(sum)s（%(article)s）。")
    BEFORE_POSTING = "withdraw_before_posting", _l("名单 %(day)s 才公布，放弃的日期不能更早。请改正日期。")
    POSTED_EARLY = "withdraw_posted_early", _l("新名单的公布日期不能早于 %(day)s，请改正。")
    TOO_LATE_TO_POST = "withdraw_too_late_to_post", _l("新名单要在选举日 %(day)s 以前公布，请改正日期。")
    TOO_SHORT = (
        "withdraw_too_short",
        _l(
            "%(name)s退出后，%(post)s候选人只剩 %(count)s 名，不多于应选的 %(seats)s 名，没有人可以递补。"
            "请先收回已公布的名单，重新开放提名、补足候选人，再公布。"
        ),
    )
    NO_WOMAN = (
        "withdraw_no_woman",
        _l("%(name)s退出后名单上没有足够的妇女，没有人可以递补。请先收回已公布的名单，重新开放提名，再公布。"),
    )
    CHOOSE = "withdraw_choose", _l("%(names)s票数相同。请再次投票，然后选由谁递补。")


#: What the list says of itself, printed as it is.
STEPPED_BACK = "%(name)s书面放弃%(post)s候选人资格。"
STEPPED_IN = "按预选得票，由%(names)s递补。"
POSTED_ANEW = "名单收回后补足候选人，重新公布。"
RECALLED = "名单收回：%(reason)s"
NOBODY_IN = "没有递补，候选人仍多于应选名额。"
