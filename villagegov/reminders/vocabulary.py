"""Words of reminders from the level above (催办)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Topic(Term):
    """Where the matter is dealt with."""

    ELECTIONS = "elections", _l("选举")
    BODIES = "bodies", _l("机构和成员")
    POSTINGS = "postings", _l("公开事项")


class State(Term):
    """How far a reminder is; computed from its facts."""

    OPEN = "open", _l("等待答复")
    LATE = "late", _l("超期未答复")
    ANSWERED = "answered", _l("已答复")
    WITHDRAWN = "withdrawn", _l("已撤回")


class ReminderTag(Term):
    """What can be done with a reminder."""

    SENT = "reminder:entry:sent", _l("发出了催办")
    ANSWERED = "reminder:entry:answered", _l("答复了催办")
    WITHDRAWN = "reminder:entry:withdrawn", _l("撤回了催办")


class ReminderDetail(Term):
    """What is noted of such an act."""

    MATTER = "matter", _l("催办事项")
    DUE = "due", _l("最迟哪一天")
    ANSWER = "answer", _l("答复")


class ReminderReason(Reason):
    """Why an act on a reminder is refused."""

    NO_UNIT = "no_unit", _l("您的辖区里没有找到“%(words)s”。请核对名称，或者填 12 位代码。")
    SEVERAL_UNITS = "several_units", _l("“%(words)s”不止一个：%(units)s。请填其中一个的 12 位代码。")
    OUT_OF_AREA = "reminder_out_of_area", _l("只能催办自己辖区内的村（社区），请另选。")
    DAY_PAST = "due_day_past", _l("这一天已经过去，请填今天或以后的日期。")
    TOO_FAR = "due_day_too_far", _l("最迟的日期不能超过一年，请填近一些的日期。")
    ANSWERED = "reminder_answered", _l("已于 %(day)s 答复，不能再改。有新的情况，请与对方联系。")
    WITHDRAWN = "reminder_withdrawn", _l("这份催办已于 %(day)s 撤回，不用再办。")
    NOT_AUTHOR = "not_author", _l("只有发出的人可以撤回。请与 %(name)s 联系。")
