"""Words of an election's calendar."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Milestone(Term):
    """The days of an election that the law or a rule gives a limit to (rulebook 1.9), in their order."""

    ROLL_POSTED = "roll_posted", _l("公布选民名单")
    OBJECTIONS_END = "objections_end", _l("对名单的申诉截止")
    ROLL_FROZEN = "roll_frozen", _l("选民名单定稿")
    INITIAL_POSTED = "initial_posted", _l("公布初步候选人名单")
    CANDIDATES_POSTED = "candidates_posted", _l("公布正式候选人名单")
    POLL_POSTED = "poll_posted", _l("公布投票时间、地点和方式")
    PROXIES_POSTED = "proxies_posted", _l("公布委托投票名单")
    MOBILE_POSTED = "mobile_posted", _l("公布流动票箱投票人员名单")
    SCRIBES_POSTED = "scribes_posted", _l("公布代写人员名单")
    POLLING = "polling", _l("选举日")
    RESULT_POSTED = "result_posted", _l("公布选举结果")
    RERUN = "rerun", _l("需要另行选举的，举行")
    HANDED_OVER = "handed_over", _l("完成工作移交")
    CERTIFIED = "certified", _l("颁发当选证书")


class CalendarReason(Reason):
    """Why a plan or another polling day is impossible, with the sum."""

    TOO_SOON = (
        "calendar_too_soon",
        _l(
            "名单最早今天公布，到这一天不足 %(days)s 日（%(article)s）。选举日最早是 %(sum)s。"
            "名单已经在村里公布、现在补录的，请勾选下面一项。"
        ),
    )
    DAY_BEFORE_ROLL = (
        "calendar_day_before_roll",
        _l("名单已于 %(posted)s 公布，选举日最早是 %(sum)s（%(article)s）。请另选日期。"),
    )
    DAY_BEFORE_CANDIDATES = (
        "calendar_day_before_candidates",
        _l("正式候选人名单已于 %(posted)s 公布，选举日最早是 %(sum)s（%(article)s）。请另选日期。"),
    )
    POLL_BEGUN = "calendar_poll_begun", _l("投票已经开始，选举日不能再改。")
    SAME_DAY = "calendar_same_day", _l("选举日没有变，没有什么可以改。")
    NEEDS_REASON = "calendar_needs_reason", _l("名单已经公布，改选举日请写明理由。")
    PLANNED_LATE = "calendar_planned_late", _l("最迟是 %(sum)s（%(article)s）。请改早。")
    PLANNED_EARLY = "calendar_planned_early", _l("最早是 %(sum)s（%(article)s）。请改晚。")


#: What a page says of a plan that can no longer be kept.
MISSED = _l("已经过了最迟日，选举日要推迟。")
