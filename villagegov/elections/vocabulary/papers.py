"""Words of the papers that a registration rests on (登记手续): what the law asks of each ground (E-25 to E-32)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Paper(Term):
    """One thing that must be there before the roll is posted."""

    DECLARATION = "declaration", _l("本人表示参加选举")
    APPLICATION = "application", _l("本人申请")
    MONTHS = "months", _l("居住或者工作满规定期限")
    APPROVAL = "approval", _l("会议同意或者选举委员会确认")
    PROOF = "proof", _l("户籍地未登记的证明")


class PaperTag(Term):
    """What is done with them."""

    ENTERED = "roll:papers:entered", _l("登记了选民的登记手续")
    DECLARED = "roll:papers:declared", _l("一次登记了多人表示参加选举")


class PaperDetail(Term):
    """What is noted of them."""

    DECLARED_ON = "declared_on", _l("表示参加的日期")
    APPLIED_ON = "applied_on", _l("申请日期")
    LIVED = "months_lived", _l("居住满（月）")
    WORKED = "months_worked", _l("工作满（月）")
    APPROVED_ON = "approved_on", _l("同意或者确认的日期")
    APPROVED_AS = "approved_as", _l("同意或者确认的文件")
    PROOF = "proof", _l("未登记的证明")
    GROUP = "group", _l("小组")
    PEOPLE = "people", _l("人数")


class PaperReason(Reason):
    """Why papers, or the roll without them, are refused."""

    MISSING = "papers_missing", _l("名单上有 %(count)s 人的登记手续不全，请先在“手续不全的人”里补齐，再办这一步。")
    TOO_SHORT = "papers_too_short", _l("要满 %(least)s 个月（%(article)s），现在是 %(months)s 个月，不能登记。")
    FUTURE = "papers_future", _l("日期不能晚于今天。")
    AFTER_POLLING = "papers_after_polling", _l("日期要在选举日 %(day)s 以前。")
    NOT_PASSED = "papers_not_passed", _l("这项会议决定没有通过，或者会议记录没有关闭，请另选。")
    HALF_APPROVED = "papers_half_approved", _l("请同时填写日期和文件名称。")
    NOBODY = "papers_nobody", _l("没有人缺“本人表示参加选举”，不用再登记。")
    POLLING = "papers_polling", _l("投票已经开始，登记手续不能再改。")
    DAY_WORD = "papers_day_word", _l("日期请写成 2026-03-21 的样子，也可以留空。")
    MONTHS_WORD = "papers_months_word", _l("月数请填整数，例如 12，也可以留空。")
    LONG = "papers_long", _l("最多 100 个字，不能有看不见的字符和一长串数字，请重新填写。")
    MEANWHILE = "papers_meanwhile", _l("刚才有人登记了这个人的手续，请返回查看。")
