"""Words of objections to the roll (申诉), E-36 to E-38."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Claim(Term):
    """What whoever objects wants done to the roll."""

    ADD = "add", _l("漏登，要求补上")
    STRIKE = "strike", _l("不该登记，要求划掉")
    CORRECT = "correct", _l("登记有误，要求更正")


class Ruling(Term):
    """What was decided."""

    UPHELD = "upheld", _l("成立，改名单")
    REJECTED = "rejected", _l("不成立，名单不改")


class ObjectionStep(Term):
    """The one next step of an objection; none of them is taken by silence."""

    DECIDE = "decide", _l("作出决定")
    POST = "post", _l("公布处理结果")
    DECIDE_APPEAL = "decide_appeal", _l("登记乡镇的决定")


#: What is due on the start page, by step.
DUE = {
    ObjectionStep.DECIDE: _l("对名单的申诉：作出决定并公布"),
    ObjectionStep.POST: _l("对名单的申诉：公布处理结果"),
    ObjectionStep.DECIDE_APPEAL: _l("对名单的再次申诉：等乡镇决定"),
}
OTHERWISE = _l("没有办结，名单不能定稿；不处理不等于同意或者驳回。")


class ObjectionTag(Term):
    """What is done with an objection."""

    RECEIVED = "objection:entry:received", _l("登记了对名单的申诉")
    DECIDED = "objection:entry:decided", _l("对申诉作出了决定")
    POSTED = "objection:entry:posted", _l("公布了申诉的处理结果")
    APPEALED = "objection:appeal:received", _l("登记了再次申诉")
    APPEAL_DECIDED = "objection:appeal:decided", _l("登记了乡镇对再次申诉的决定")


class ObjectionDetail(Term):
    """What is noted of it; never who objected (P-13)."""

    CLAIM = "claim", _l("要求")
    FILED = "filed_on", _l("提出日期")
    RULING = "ruling", _l("决定")
    DECIDED = "decided_on", _l("决定日期")


class ObjectionReason(Reason):
    """Why an objection is refused, or an act upon it."""

    NOT_POSTED = "objection_not_posted", _l("名单还没有公布，不用申诉：直接在名单上改。")
    LATE = (
        "objection_late",
        _l("申诉应当自名单公布之日起 %(days)s 日内提出（%(article)s）：%(sum)s。已经截止，不能受理。"),
    )
    EARLY = "objection_early", _l("申诉不能早于名单公布的 %(day)s，请改正日期。")
    FUTURE = "objection_future", _l("日期不能晚于今天，请改正。")
    BEFORE = "objection_before", _l("日期不能早于 %(day)s，请改正。")
    NUMBER_NEEDED = "objection_number_needed", _l("请填写名单上的编号。在“选民名单”里可以按姓名查到。")
    NAME_NEEDED = "objection_name_needed", _l("请填写漏登的人的姓名。")
    NO_SUCH_NUMBER = "objection_no_such_number", _l("名单上没有 %(number)s 号，请核对。")
    NOT_NOW = "objection_not_now", _l("这件申诉现在不到这一步。请回到申诉的页面，看下一步是什么。")
    APPEAL_OFF = "objection_appeal_off", _l("本省没有规定再次申诉，不能登记。")
    APPEAL_LATE = (
        "objection_appeal_late",
        _l("再次申诉应当自处理结果公布之日起 %(days)s 日内提出（%(article)s）：%(sum)s。已经截止，不能受理。"),
    )
    STILL_OPEN = (
        "objections_open",
        _l("还有 %(count)s 件申诉没有办结（第 %(numbers)s 号），名单不能定稿。请先处理并公布。"),
    )
