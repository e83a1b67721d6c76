"""Words of the checks of a count, and of settling what two readers read differently."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class CheckCode(Term):
    """What is unusual; nothing of it makes a poll void. Places filled at reading: %(subject)s and figures."""

    BLANK = "W1", _l("%(subject)s：弃权票 %(number)s 张，多于收回 %(collected)s 张的 %(percent)s%%。")
    INVALID = "W2", _l("%(subject)s：无效票 %(number)s 张，多于收回 %(collected)s 张的 %(percent)s%%。")
    TURNOUT = "W3", _l("收回 %(collected)s 张，登记 %(registered)s 人：参选率超过 99.5%%。")
    ALIKE = "W4", _l("两个投票站每个人的得票完全相同：%(subject)s。")


class CheckReason(Reason):
    """Why a decision or a settlement waits."""

    REMARK = "check_remark", _l("请说明第 %(place)s 处核对的情况。")
    NOT_DIFFERING = "settle_not_differing", _l("两人的录入没有不同，不需要第三人裁定。")
    READER = "settle_reader", _l("录入过这张计票单的人不能裁定。请由第三个人对照纸质计票单裁定。")


class CheckTag(Term):
    """What can be done with a sheet beyond reading it."""

    SETTLED = "count:sheet:settled", _l("第三人裁定了计票单")
    PHOTO_KEPT = "count:photo:kept", _l("附上了计票单的照片")
    PHOTO_REMOVED = "count:photo:removed", _l("取下了计票单的照片")
