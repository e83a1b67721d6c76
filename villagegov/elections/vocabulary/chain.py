"""Words of what follows a first poll: revote, rerun, void and held anew, a win that does not last."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l

#: Two lines of one post on one ballot.
WOMEN_SEAT = _l("%(post)s（妇女名额）")
GROUP = _l("%(post)s（第 %(number)s 组）")


class RedoFrom(Term):
    """The step a void election is done again from (E-90)."""

    COMMITTEE = "committee", _l("重新产生选举委员会")
    ROLL = "roll", _l("重新公布选民名单")
    CANDIDATES = "candidates", _l("重新产生候选人")
    POLLING = "polling", _l("重新投票")


class VoidCause(Term):
    """Why a whole poll is void (E-90)."""

    COMMITTEE = "committee", _l("选举委员会的产生不合法")
    CANDIDATES = "candidates", _l("候选人的产生不合法")
    TURNOUT = "turnout", _l("参加投票的人数未过半数")
    EQUAL_NUMBERS = "equal_numbers", _l("没有差额选举")
    OVERCOUNT = "overcount", _l("收回的选票多于发出的选票")
    SECRET_COUNT = "secret_count", _l("没有公开唱票、计票")
    NOT_ANNOUNCED = "not_announced", _l("没有当场公布投票结果")
    OTHER = "other", _l("其他违反选举程序的情形")

    @property
    def redo_from(self) -> RedoFrom:
        """Back to the faulty step; whoever calls the new election may go further back."""
        steps = {
            VoidCause.COMMITTEE: RedoFrom.COMMITTEE,
            VoidCause.CANDIDATES: RedoFrom.CANDIDATES,
            VoidCause.EQUAL_NUMBERS: RedoFrom.CANDIDATES,
        }
        return steps.get(self, RedoFrom.POLLING)


class UnseatGround(Term):
    """Why a win does not last (E-91), or never came to be (E-83)."""

    VIOLENCE = "violence", _l("以暴力手段当选")
    THREAT = "threat", _l("以威胁手段当选")
    DECEIT = "deceit", _l("以欺骗手段当选")
    BRIBERY = "bribery", _l("以贿赂手段当选")
    FORGED_BALLOTS = "forged_ballots", _l("伪造选票")
    FALSE_COUNT = "false_count", _l("虚报选举票数")
    FAILED_VETTING = "failed_vetting", _l("另选他人，资格联审未通过")

    @property
    def is_annulment(self) -> bool:
        """Whether the law calls it 当选无效."""
        return self is not UnseatGround.FAILED_VETTING


class ChainReason(Reason):
    """Why a further poll, or a finding about one, is refused."""

    NOTHING_OPEN = "chain_nothing_open", _l("没有待办的再次投票、另行选举或者重新选举。")
    NOT_DECIDED = "chain_not_decided", _l("上一次投票的结果还没有判定。请先判定，并张贴结果公告。")
    NOT_POSTED = "chain_not_posted", _l("上一次投票的结果还没有公布（当场公布，%(article)s）。请先张贴结果公告。")
    DAY_BEFORE_LAST = "chain_day_before_last", _l("投票日不能早于上一次投票（%(day)s）。请改正日期。")
    RERUN_LATE = "chain_rerun_late", _l("另行选举最迟 %(sum)s（%(article)s）。请改正日期。")
    NEEDS_PAPER = "chain_needs_paper", _l("请填写确定重新选举日期的会议或者文件。")
    NO_STATION = "chain_no_station", _l("请至少选一个投票站。")
    NEEDS_NOMINEES = (
        "chain_needs_nominees",
        _l("%(post)s要选 %(seats)s 名，候选人只有 %(count)s 名，要多于应选人数。请增加候选人。"),
    )
    BEGUN = "chain_begun", _l("这次投票已经开始，不能再改。")
    STANDS = "chain_stands", _l("%(name)s已在这次投票的候选人中。")
    SEATED = "chain_seated", _l("%(name)s已经当选，不能再作候选人。")
    UNSEATED = "chain_unseated", _l("%(name)s的当选已被宣布无效，不能参加这次投票。")
    ONLY_WOMEN = "chain_only_women", _l("这个名额只在妇女中选，%(name)s不能作候选人。")
    NOT_IN_RERUN = "chain_not_in_rerun", _l("只有另行选举可以增加候选人；再次投票只在得票相等的人之间进行。")
    VOID_ALREADY = "chain_void_already", _l("这次投票已经无效，不用再宣布。")
    NOT_SEATED = "chain_not_seated", _l("%(name)s现在没有当选，不用宣布。")
    LATER_POLL = "chain_later_poll", _l("这次投票之后又投过票。请对最近一次投票办理。")


class ChainTag(Term):
    """What can be done after a first poll."""

    REVOTE_CALLED = "poll:revote:called", _l("决定再次投票")
    RERUN_CALLED = "poll:rerun:called", _l("决定另行选举")
    REDO_CALLED = "poll:redo:called", _l("决定重新选举")
    CALLED_OFF = "poll:entry:called_off", _l("撤销了还没有开始的投票")
    NOMINATED = "poll:candidate:added", _l("增加了另行选举的候选人")
    DECLARED_VOID = "poll:outcome:voided", _l("宣布选举无效")
    UNSEATED = "outcome:winner:unseated", _l("宣布当选无效或者不予确认")
    VETTED = "outcome:winner:vetted", _l("登记了另选他人的资格联审结论")


class ChainDetail(Term):
    """What the entries of these acts note, by name."""

    HELD_ON = "held_on", _l("投票日")
    REDO_FROM = "redo_from", _l("从哪一步重办")
    CAUSE = "void_cause", _l("原因")
    GROUND = "unseat_ground", _l("情形")
    FINDING = "finding", _l("查明的情况")
    DECIDED_ON = "decided_on", _l("决定日期")
    PASSED = "passed", _l("是否通过")
