"""Words of the elections room: posts, gates, steps of a decision, stages, and the reasons to say no."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Post(Term):
    """The offices of a committee, from the highest down (E-06)."""

    CHAIR = "chair", _l("主任")
    VICE = "vice", _l("副主任")
    MEMBER = "member", _l("委员")

    @property
    def rank(self) -> int:
        """0 for the highest office."""
        return list(Post).index(self)


class Sex(Term):
    """As on the roll."""

    FEMALE = "female", _l("女")
    MALE = "male", _l("男")


class Category(Term):
    """On what ground a person is on the roll (E-25 to E-28)."""

    RESIDENT = "resident", _l("户籍在本地并且在本地居住")
    ABSENT = "absent", _l("户籍在本地，不在本地居住，本人表示参加选举")
    ADMITTED = "admitted", _l("户籍不在本地，依法登记参加选举")


class Gate(Term):
    """What is tested before anybody can be elected, in this order (rulebook 1.6, 1.7)."""

    DATA_ERROR_ISSUED_GT_REGISTERED = (
        "DATA_ERROR_ISSUED_GT_REGISTERED",
        _l("数据有误：发出的选票多于登记参加选举的人数，请核对。"),
    )
    VOID_OVERCOUNT = "VOID_OVERCOUNT", _l("选举无效：收回的选票多于发出的选票，应当重新选举。")
    DATA_ERROR_LEDGER = "DATA_ERROR_LEDGER", _l("数据有误：选票账目不平，请核对。")
    DATA_ERROR_VOTES = "DATA_ERROR_VOTES", _l("数据有误：得票数超出可能，请核对。")
    VOID_TURNOUT = "VOID_TURNOUT", _l("选举无效：参加投票的人数没有达到法定数，应当重新选举。")
    VALID = "VALID", _l("选举有效。")

    @property
    def is_data_error(self) -> bool:
        """A clerk's mistake to be put right, not an outcome of the law (E-71)."""
        return self.value.startswith("DATA_ERROR")

    @property
    def is_void(self) -> bool:
        """The whole poll is void and must be held anew (E-90)."""
        return self.value.startswith("VOID")


class PollKind(Term):
    """Three different castings of votes, three different words (rulebook 1.0)."""

    FIRST = "first", _l("首次投票")
    RERUN = "rerun", _l("另行选举")
    REVOTE = "revote", _l("再次投票")


class Stage(Term):
    """The stages of one election of one unit (rulebook 1.0)."""

    DRAFT = "DRAFT", _l("筹备")
    COMMITTEE_FORMED = "COMMITTEE_FORMED", _l("选举委员会已产生")
    ROLL_OPEN = "ROLL_OPEN", _l("选民登记")
    ROLL_POSTED = "ROLL_POSTED", _l("名单已公布")
    ROLL_FROZEN = "ROLL_FROZEN", _l("名单已定稿")
    NOMINATING = "NOMINATING", _l("提名候选人")
    VETTING = "VETTING", _l("资格审查")
    CANDIDATES_POSTED = "CANDIDATES_POSTED", _l("候选人名单已公布")
    POLL_READY = "POLL_READY", _l("投票准备就绪")
    POLLED = "POLLED", _l("已投票，计票中")
    VOID = "VOID", _l("选举无效")
    REDO = "REDO", _l("重新选举")
    REVOTE_PENDING = "REVOTE_PENDING", _l("待再次投票")
    RERUN_PENDING = "RERUN_PENDING", _l("待另行选举")
    DECIDED = "DECIDED", _l("已选出")
    RESULT_POSTED = "RESULT_POSTED", _l("结果已公布")
    FILED = "FILED", _l("已备案")
    CERTIFIED = "CERTIFIED", _l("已发当选证书")
    HANDED_OVER = "HANDED_OVER", _l("已移交")
    ARCHIVED = "ARCHIVED", _l("已归档")
    POSTPONED = "POSTPONED", _l("延期")
    CANCELLED_BY_AUTHORITY = "CANCELLED_BY_AUTHORITY", _l("经批准取消")
    DISPUTED = "DISPUTED", _l("有争议，处理中")


class Origin(Term):
    """How a person came to be voted for (E-83)."""

    LISTED = "listed", _l("正式候选人")
    WRITE_IN = "write_in", _l("另选他人")


class StationKind(Term):
    """Where ballots are cast (E-64)."""

    CENTRAL = "central", _l("中心会场")
    STATION = "station", _l("投票站")
    MOBILE = "mobile", _l("流动票箱")


class Step(Term):
    """One line of a decision log. Places filled at reading: %(post)s, %(person)s, %(persons)s and figures."""

    ISSUED_WITHIN = "issued_within", _l("登记参加选举 %(registered)s 人，发出选票 %(issued)s 张。")
    ISSUED_OVER = "issued_over", _l("发出选票 %(issued)s 张，多于登记参加选举的 %(registered)s 人：数据有误。")
    COLLECTED_WITHIN = "collected_within", _l("收回选票 %(collected)s 张，不多于 %(limit)s；%(missing)s 张未收回。")
    COLLECTED_OVER = "collected_over", _l("收回选票 %(collected)s 张，多于 %(limit)s：选举无效。")
    LEDGER_BALANCED = "ledger_balanced", _l("选票账目相符：有效、无效、弃权之和等于收回的 %(collected)s 张。")
    LEDGER_STATION = (
        "ledger_station",
        _l(
            "“%(station)s”账目不平：印制 %(printed)s，发出 %(issued)s，销毁 %(destroyed)s，"
            "样票 %(specimens)s，收回 %(collected)s。"
        ),
    )
    LEDGER_TOTALS = (
        "ledger_totals",
        _l("各票箱发出 %(issued)s、收回 %(collected)s，与合计 %(all_issued)s、%(all_collected)s 不符。"),
    )
    LEDGER_POST = (
        "ledger_post",
        _l("%(post)s：有效 %(valid)s、无效 %(invalid)s、弃权 %(blank)s 之和不等于收回的 %(collected)s 张。"),
    )
    VOTES_POSSIBLE = "votes_possible", _l("各项得票数没有超出有效票和应选名额。")
    VOTES_SUM = (
        "votes_sum",
        _l("%(post)s：得票合计 %(sum)s，多于有效票 %(valid)s 张乘以应选 %(seats)s 名（%(limit)s）。"),
    )
    VOTES_PERSON = "votes_person", _l("%(post)s：%(person)s 得票 %(votes)s，多于有效票 %(valid)s 张。")
    VOTES_TWO_OVER_HALF = (
        "votes_two_over_half",
        _l("%(post)s只选一名，%(persons)s 的得票都超过 %(collected)s 的半数，不可能。"),
    )
    VOTES_ACROSS = "votes_across", _l("%(person)s 各职位得票合计 %(votes)s，多于收回的 %(collected)s 张。")
    TURNOUT_HALF = "turnout_half", _l("%(collected)s × 2 ＝ %(double)s，大于 %(registered)s：过半数，选举有效。")
    TURNOUT_HALF_MISSED = (
        "turnout_half_missed",
        _l("%(collected)s × 2 ＝ %(double)s，不大于 %(registered)s：未过半数，选举无效。"),
    )
    TURNOUT_TWO_THIRDS = (
        "turnout_two_thirds",
        _l("%(collected)s × 3 ＝ %(triple)s，大于 %(registered)s × 2 ＝ %(double)s：超过三分之二，选举有效。"),
    )
    TURNOUT_TWO_THIRDS_MISSED = (
        "turnout_two_thirds_missed",
        _l("%(collected)s × 3 ＝ %(triple)s，不大于 %(registered)s × 2 ＝ %(double)s：未超过三分之二，选举无效。"),
    )
    TURNOUT_NOT_ASKED = "turnout_not_asked", _l("%(kind)s不另计参加投票的人数是否过半数。")
    SEATS_TO_FILL = "seats_to_fill", _l("%(post)s应选 %(seats)s 名，收回选票 %(collected)s 张。")
    HOLDS_OTHER = "holds_other", _l("%(persons)s 已当选其他职务或者正待再次投票，不再计入%(post)s。")
    CARRIED = (
        "carried",
        _l("%(post)s：%(person)s 高职位未当选，得票 %(higher)s 加入本职位得票 %(lower)s，按 %(votes)s 票计。"),
    )
    WON_MAJORITY = "won_majority", _l("%(post)s：%(person)s 得票 %(votes)s，过 %(collected)s 的半数，当选。")
    WON_THIRD = "won_third", _l("%(post)s：%(person)s 得票 %(votes)s，不少于 %(collected)s 的三分之一，当选。")
    WON_MOST = "won_most", _l("%(post)s：%(person)s 得票 %(votes)s，得票多，当选。")
    OVER_BUT_FULL = "over_but_full", _l("%(post)s：%(person)s 得票 %(votes)s，达到当选票数，但名额已满，未当选。")
    TIED = "tied", _l("%(post)s：%(persons)s 得票相等，再次投票选出 %(seats)s 名。")
    WOMAN_ALREADY = "woman_already", _l("当选人中已有妇女，委员按得票多少确定。")
    WOMAN_FIRST = (
        "woman_first",
        _l("%(post)s：尚无妇女当选，先确定过半数的妇女中得票最多的 %(person)s（%(votes)s 票）。"),
    )
    WOMEN_TIED = "women_tied", _l("%(post)s：过半数的妇女 %(persons)s 得票相等，先在她们之间再次投票选出 1 名。")
    WOMAN_RESERVED = "woman_reserved", _l("%(post)s：没有妇女过半数，保留 1 个名额在妇女中另行选举。")
    KIN_HIGHER = "kin_higher", _l("%(person)s 与 %(other)s 是近亲属，%(other)s 职务高，留任；%(person)s 不当选。")
    KIN_MORE = (
        "kin_more",
        _l("%(person)s（%(votes)s 票）与 %(other)s（%(other_votes)s 票）是近亲属，职务相同，得票多的 %(other)s 留任。"),
    )
    KIN_SEATED = "kin_seated", _l("%(person)s 与先当选的 %(other)s 是近亲属，职务相同，%(other)s 留任。")
    KIN_TIED = "kin_tied", _l("%(post)s：%(persons)s 是近亲属，职务和得票都相同，再次投票选出 1 名。")
    WOMAN_LEFT = "woman_left", _l("近亲属回避后没有妇女成员，%(post)s保留 1 个名额在妇女中另行选举。")
    WOMEN_STEP_AGAIN = "women_step_again", _l("近亲属回避后没有妇女成员，%(post)s按妇女名额重新确定。")
    SHORT = "short", _l("%(post)s缺 %(seats)s 名，另行选举。")
    RERUN_LIST = "rerun_list", _l("%(post)s另行选举的候选人：%(persons)s。")
    RERUN_WOMEN = "rerun_women", _l("%(post)s妇女名额另行选举的候选人：%(persons)s。")
    CUT_TIED = "cut_tied", _l("%(post)s：末位得票相等，一并列为候选人，共 %(count)s 名。")
    NOMINATE_AGAIN = (
        "nominate_again",
        _l("%(post)s：得票的妇女只有 %(count)s 名，不足 %(needed)s 名，妇女名额重新提名。"),
    )
    VACANCY_ALLOWED = "vacancy_allowed", _l("在任 %(seated)s 名，不少于 %(needed)s 名，缺额可以暂缺。")


class ElectionReason(Reason):
    """Why an act in an election is refused, and what to do."""

    ROLL_LATE = (
        "roll_late",
        _l("名单应当在选举日的 %(days)s 日前公布，最迟 %(last)s。请推迟选举日，或者改正公布日期。"),
    )
    ROLL_FROZEN_EARLY = "roll_frozen_early", _l("名单公布后要留足申诉和处理的时间，最早 %(first)s 定稿。")
    OBJECTION_LATE = "objection_late", _l("申诉应当自名单公布之日起 %(days)s 日内提出，已于 %(last)s 截止。")
    CANDIDATES_LATE = "candidates_late", _l("候选人名单应当在选举日的 %(days)s 日前公布，最迟 %(last)s。")
    RESULT_LATE = "result_late", _l("选举结果应当在投票后 %(days)s 日内公布，最迟 %(last)s。")
    TOO_FEW_CANDIDATES = (
        "too_few_candidates",
        _l("%(post)s应选 %(seats)s 名，候选人至少 %(needed)s 名，现有 %(count)s 名。请增加候选人。"),
    )
    TOO_MANY_CANDIDATES = (
        "too_many_candidates",
        _l("%(post)s应选 %(seats)s 名，候选人最多 %(limit)s 名，现有 %(count)s 名。请先预选。"),
    )
    NO_WOMAN_CANDIDATE = "no_woman_candidate", _l("候选人中至少要有 %(needed)s 名妇女，请增加妇女候选人。")
    SEATS_OUT_OF_LAW = (
        "seats_out_of_law",
        _l("成员共 %(seats)s 名，法律规定 %(lowest)s 至 %(highest)s 名。请调整职数。"),
    )
    ONE_CHAIR = "one_chair", _l("主任只设一名，委员至少一名。请调整职数。")
