"""Words of what the machine checks by itself, of what it warns of, and of who looked at lists of persons."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Outcome(Term):
    """How a job of the machine ended."""

    SOUND = "sound", _l("正常")
    BROKEN = "broken", _l("有问题")


class Look(Term):
    """How somebody looked at a list of persons."""

    PAGE = "page", _l("看了名单的一页")
    SEARCH = "search", _l("在名单里查找")
    PERSON = "person", _l("看了一个人的登记")
    EXPORT = "export", _l("下载了整份名单")


class AlertTag(Term):
    """What the auditor is warned of, beside what other rooms warn of (O6)."""

    CHAIN = "alert:chain", _l("提醒：操作记录被改动过，或者不完整")
    CLOCK = "alert:clock", _l("提醒：服务器时间异常，比最新的操作记录还早")
    READING = "alert:reading", _l("提醒：一个账号一小时内看名单太多，已放慢")


class AlertDetail(Term):
    """What a warning tells."""

    FOUND = "found", _l("发现")
    READS = "reads", _l("一小时内看的次数")
    PERSONS = "persons", _l("一小时内看到的人次")


class AuditReason(Reason):
    """Why somebody must wait."""

    READ_MUCH = "read_much", _l("您一小时内看的名单太多，请过一分钟再看。这次查看已经告诉审计员。")
