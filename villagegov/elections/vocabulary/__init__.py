"""Words of the elections room: posts, gates, steps of a decision, stages, and the reasons to say no."""

from villagegov.law.vocabulary import CommitteeKind
from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Post(Term):
    """The offices of a committee, from the highest down (E-06)."""

    CHAIR = "chair", _l("主任")
    VICE = "vice", _l("副主任")
    MEMBER = "member", _l("委员")

    @property
    def rank(self) -> int:
        """0 for the highest office."""
        return list(Post).index(self)


class Category(Term):
    """On what ground a person is on the roll (E-25 to E-28)."""

    RESIDENT = "resident", _l("户籍在本地并且在本地居住")
    ABSENT = "absent", _l("户籍在本地，不在本地居住，本人表示参加选举")
    ADMITTED = "admitted", _l("户籍不在本地，依法登记参加选举")

    def ground(self, committee: CommitteeKind) -> LazyString:
        """What it means for this kind of committee; the three grounds of residents are others (E-28)."""
        return self.label if committee is CommitteeKind.VILLAGE else RESIDENTS_GROUNDS[self]


RESIDENTS_GROUNDS = {
    Category.RESIDENT: _l("户籍在本社区，本人表示参加选举"),
    Category.ABSENT: _l("户籍不在本社区的常住居民，本人表示参加选举"),
    Category.ADMITTED: _l("社区工作者，本人申请，经居民选举委员会确认"),
}


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
    REPS_MEET = (
        "reps_meet",
        _l("%(collected)s × 3 ＝ %(triple)s，不小于 %(registered)s × 2 ＝ %(double)s：代表达到三分之二，补选有效。"),
    )
    REPS_MEET_MISSED = (
        "reps_meet_missed",
        _l("%(collected)s × 3 ＝ %(triple)s，小于 %(registered)s × 2 ＝ %(double)s：代表不到三分之二，补选无效。"),
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


class FloorSentence(Term):
    """One person's votes against the floor, as a sum that can be checked by hand."""

    OVER_HALF = "over_half", _l("%(votes)s × %(factor)s ＝ %(product)s，大于 %(collected)s：过半数")
    NOT_OVER_HALF = "not_over_half", _l("%(votes)s × %(factor)s ＝ %(product)s，不大于 %(collected)s：没有过半数")
    A_THIRD = "a_third", _l("%(votes)s × %(factor)s ＝ %(product)s，不小于 %(collected)s：达到三分之一")
    UNDER_A_THIRD = "under_a_third", _l("%(votes)s × %(factor)s ＝ %(product)s，小于 %(collected)s：不到三分之一")
    NO_FLOOR = "no_floor", _l("得票多的当选，不要求过半数或者三分之一")


class Task(Term):
    """The steps a clerk takes through an election, in their order."""

    COMMITTEE = "committee", _l("组成选举委员会")
    SEATS = "seats", _l("确定职数")
    ROLL = "roll", _l("导入选民名单")
    ROLL_POST = "roll_post", _l("公布选民名单")
    ROLL_FREEZE = "roll_freeze", _l("选民名单定稿")
    CANDIDATES = "candidates", _l("登记候选人")
    CANDIDATES_POST = "candidates_post", _l("公布正式候选人名单")
    STATIONS = "stations", _l("设置投票站和流动票箱")
    AUDIT = "audit", _l("公布离任审计")
    SECRET_PLACES = "secret_places", _l("核对秘密写票处")
    POLLING = "polling", _l("投票日：上报领票数")
    COUNT = "count", _l("录入计票单（两人各录一次）")
    DECIDE = "decide", _l("按法律判定结果")
    NOTICE = "notice", _l("张贴选举结果公告")
    AGAIN = "again", _l("办理再次投票、另行选举或者重新选举")


#: What happens when a step is not done in time.
OTHERWISE: dict[Task, LazyString] = {
    Task.COMMITTEE: _l("没有人主持选举，后面的步骤都不能办。"),
    Task.SEATS: _l("职数定不下来，名单和候选人都排不上，选举日要推迟。"),
    Task.ROLL: _l("名单不能按时公布，选举日要推迟。"),
    Task.ROLL_POST: _l("名单公布不满法定天数，选举日要推迟。"),
    Task.ROLL_FREEZE: _l("名单没有定稿，候选人名单不能公布。"),
    Task.CANDIDATES: _l("候选人不多于应选人数，选举无效。"),
    Task.CANDIDATES_POST: _l("候选人名单公布晚了，选举日要推迟。"),
    Task.STATIONS: _l("投票地点没有按时公布，选民可以提出异议。"),
    Task.AUDIT: _l("没有公布离任审计，不能投票。"),
    Task.SECRET_PLACES: _l("没有秘密写票处，不能投票。"),
    Task.POLLING: _l("上级看不到进度，不能及时帮助达到参选率目标。"),
    Task.COUNT: _l("没有当日公开计票，选举无效。"),
    Task.DECIDE: _l("没有当场公布结果，选举可能无效。"),
    Task.NOTICE: _l("村民看不到结果，可以向上级反映。"),
    Task.AGAIN: _l("应选的人没有选足，委员会不能产生。"),
}


class ElectionTag(Term):
    """What can be done in an election."""

    ROUND_SET_UP = "round:entry:created", _l("设置了换届")
    ROUND_CHANGED = "round:entry:changed", _l("修改了换届设置")
    STARTED = "election:entry:created", _l("新建了选举")
    MOVED = "election:day:changed", _l("改了选举日")
    PLANNED = "election:plan:changed", _l("计划了各步的日期")
    ROLL_REOPENED = "roll:list:reopened", _l("推迟较久，名单重新打开核对")
    SEATS_SET = "election:seats:set", _l("确定了职数")
    ROLL_IMPORTED = "roll:list:imported", _l("导入了选民名单")
    ROLL_POSTED = "roll:list:posted", _l("公布了选民名单")
    ROLL_FROZEN = "roll:list:frozen", _l("将选民名单定了稿")
    ROLL_EXPORTED = "roll:list:exported", _l("导出了选民名单")
    ROLL_ENTRY_REMOVED = "roll:entry:removed", _l("从选民名单移出了一人")
    CANDIDATE_ADDED = "candidate:entry:added", _l("登记了候选人")
    CANDIDATE_REMOVED = "candidate:entry:removed", _l("删除了候选人")
    CANDIDATES_POSTED = "candidate:list:posted", _l("公布了正式候选人名单")
    STATION_ADDED = "station:entry:added", _l("新增了投票站")
    STATION_CHANGED = "station:entry:changed", _l("修改了投票站")
    STATION_REMOVED = "station:entry:removed", _l("删除了投票站")
    POLL_OPENED = "poll:voting:opened", _l("开始了投票")
    POLL_CLOSED = "poll:voting:closed", _l("结束了投票")
    COUNT_ENTERED = "count:entry:entered", _l("录入了计票单")
    COUNT_CHANGED = "count:entry:changed", _l("改正了自己录入的计票单")
    COUNT_AGREED = "count:sheet:agreed", _l("两人录入一致")
    DECIDED = "outcome:verdict:decided", _l("按法律判定了结果")
    RESULT_POSTED = "outcome:notice:posted", _l("张贴了选举结果公告")
    RESULT_CORRECTED = "outcome:notice:corrected", _l("更正了选举结果公告")


class ElectionDetail(Term):
    """What the audit entries of elections note, by name."""

    GOAL = "goal", _l("参选率目标")
    OPENS = "opens_on", _l("最早的选举日")
    CLOSES = "closes_on", _l("最晚的选举日")
    ROUND = "round", _l("换届")
    POLLING_DAY = "polling_day", _l("选举日")
    PROFILE = "profile", _l("适用法律")
    METHOD = "method", _l("选举方式")
    CHAIR = "chair", _l("主任（名）")
    VICE = "vice", _l("副主任（名）")
    MEMBER = "member", _l("委员（名）")
    REGISTERED = "registered", _l("登记人数")
    ADDED = "added", _l("新增人数")
    SKIPPED = "skipped", _l("跳过行数")
    NUMBER = "number", _l("编号")
    POSTED_ON = "posted_on", _l("公布日期")
    FINGERPRINT = "fingerprint", _l("指纹")
    POST = "post", _l("职务")
    ORIGIN = "origin", _l("来源")
    CANDIDATES = "candidates", _l("候选人")
    PLACE = "place", _l("地点")
    LISTED = "listed_voters", _l("登记在册的投票人数")
    STATION = "station", _l("投票站")
    PRINTED = "printed", _l("印制选票")
    OWN = "own", _l("本人领票")
    PROXY = "proxy", _l("委托领票")
    DESTROYED = "destroyed", _l("剩余销毁")
    SPECIMENS = "specimens", _l("样票")
    COLLECTED = "collected", _l("收回选票")
    CHAIR_VALID = "chair_valid", _l("主任有效票")
    CHAIR_INVALID = "chair_invalid", _l("主任无效票")
    CHAIR_BLANK = "chair_blank", _l("主任弃权票")
    VICE_VALID = "vice_valid", _l("副主任有效票")
    VICE_INVALID = "vice_invalid", _l("副主任无效票")
    VICE_BLANK = "vice_blank", _l("副主任弃权票")
    MEMBER_VALID = "member_valid", _l("委员有效票")
    MEMBER_INVALID = "member_invalid", _l("委员无效票")
    MEMBER_BLANK = "member_blank", _l("委员弃权票")
    GATE = "gate", _l("是否有效")
    STATUS = "status", _l("进度")
    ELECTED = "elected", _l("当选")
    YEAR = "year", _l("年份")
    VERSION = "version", _l("版本")


class ResultField(Term):
    """What a result notice says (F-25, F-27), in its order; votes follow post by post."""

    TITLE = "title", _l("标题")
    UNIT = "unit", _l("村（社区）")
    CODE = "code", _l("区划代码")
    ROUND = "round", _l("换届")
    POLLING_DAY = "polling_day", _l("选举日")
    METHOD = "method", _l("选举方式")
    LAW = "law", _l("依据")
    REGISTERED = "registered", _l("登记参加选举（人）")
    ISSUED = "issued", _l("发出选票（张）")
    COLLECTED = "collected", _l("收回选票（张）")
    TURNOUT = "turnout", _l("参选率")
    GOAL = "goal", _l("参选率目标")
    VERDICT = "verdict", _l("选举是否有效")
    ELECTED = "elected", _l("当选")
    FURTHER = "further", _l("尚未选出")
    LOG = "log", _l("判定经过")
    REMARK = "remark", _l("说明")
    CONTACT = "contact", _l("有异议向谁提出")
    SIGNER = "signer", _l("署名")


class ElectionReason(Reason):
    """Why an act in an election is refused, and what to do."""

    ROLL_LATE = (
        "roll_late",
        _l("名单应当在选举日的 %(days)s 日前公布，最迟 %(last)s。请推迟选举日，或者改正公布日期。"),
    )
    ROLL_FROZEN_EARLY = "roll_frozen_early", _l("名单公布后要留足申诉和处理的时间，最早 %(first)s 定稿。")
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
    MARGIN_OUT_OF_RULE = (
        "margin_out_of_rule",
        _l("委员候选人可以比应选人数多 %(least)s 至 %(most)s 名，请改正。"),
    )
    HAS_VOTES = "has_votes", _l("计票单上已有%(name)s的得票，不能删除。请先把那一栏改为 0。")
    ONE_CHAIR = "one_chair", _l("主任只设一名，委员至少一名。请调整职数。")
    STEP_MISSING = "step_missing", _l("请先完成“%(step)s”。")
    ROUND_NAME_TAKEN = "round_name_taken", _l("这里已有同名的换届，请换一个名称。")
    ROUND_WINDOW = "round_window", _l("最后一天不能早于第一天，请改正日期。")
    ROUND_HAS_ELECTIONS = "round_has_elections", _l("已有选举的选举日是 %(day)s，日期范围要包含它。")
    NOT_A_COMMITTEE = "not_a_committee", _l("这里不设村（居）民委员会，不能新建选举。")
    ONLY_VOTERS = "only_voters", _l("户代表选举和居民代表选举只适用于居民委员会，请选择“全体选民选举”。")
    OUTSIDE_ROUND = (
        "outside_round",
        _l(
            "选举日要在本届换届的 %(opens)s 至 %(closes)s 之间。"
            "要提前或者延期换届的，先按范围内的日期新建，再在“改选举日”页面申请。"
        ),
    )
    NOT_THIS_ROUND = "not_this_round", _l("这一届换届不包括您的村（社区），请另选。")
    ELECTION_EXISTS = "election_exists", _l("本届换届已经有一次选举，请打开已有的那一次。")
    ROLL_EMPTY = "roll_empty", _l("名单里还没有人，请先导入名单。")
    ROLL_CLOSED = "roll_closed", _l("名单已经公布或定稿，不能再导入。")
    POSTED_IN_FUTURE = "posted_in_future", _l("公布日期不能晚于今天。")
    POSTED_BEFORE_ROLL = "posted_before_roll", _l("正式候选人名单不能早于选民名单（%(day)s）公布，请改正日期。")
    NOT_ON_ROLL = "not_on_roll", _l("选民名单上没有这个人，请核对编号。")
    STANDS_ALREADY = "stands_already", _l("%(name)s已经是%(post)s候选人，一人只能参选一个职务。")
    LIST_CLOSED = "list_closed", _l("正式候选人名单已经公布，不能再改。")
    NO_SUCH_POST = "no_such_post", _l("本次选举没有“%(post)s”这个职务。")
    TOO_YOUNG = "too_young", _l("%(name)s到选举日未满 18 周岁，不能列入名单。")
    STATION_NAME_TAKEN = "station_name_taken", _l("已有同名的投票站，请换一个名称。")
    ONE_CENTRE = "one_centre", _l("中心会场只设一个。")
    STATIONS_FIXED = "stations_fixed", _l("投票已经开始，投票站不能再改。")
    NOT_POLLING_DAY = "not_polling_day", _l("选举日是 %(day)s，还不能办这一步。")
    STATION_NOT_OPEN = "station_not_open", _l("这次投票没有开放这个投票站。")
    POLL_CLOSED = "poll_closed", _l("投票已经结束，不能再上报。")
    LOWER_FIGURE = "lower_figure", _l("比上次上报的 %(before)s 少。领票数只增不减；确要改正，请写明理由。")
    OVER_REGISTERED = "over_registered", _l("各站合计领票 %(voted)s 张，多于登记的 %(registered)s 人，请核对。")
    OVER_LISTED = "over_listed", _l("流动票箱登记 %(listed)s 人，领票不能多于这个数，请核对。")
    IN_THE_FUTURE = "in_the_future", _l("时间不能晚于现在。")
    SAME_PERSON = "same_person", _l("录入人与复核人不能是同一人。请由另一位工作人员录入。")
    OWN_ELECTION = "own_election", _l("候选人不能录入、核对、判定或张贴自己参选的选举，请由别人办理。")
    READ_TWICE = "read_twice", _l("已有两人录入过这张计票单，请由他们两人核对改正。")
    NOT_AGREED = "not_agreed", _l("还有 %(count)s 张计票单没有两人录入一致，不能判定。")
    SHEET_AGREED = "sheet_agreed", _l("这张计票单两人录入已经一致，不能再改。")
    LEDGER_UNBALANCED = (
        "ledger_unbalanced",
        _l("印制 %(printed)s 张，发出、销毁、样票合计 %(sum)s 张，相差 %(difference)s 张，请核对。"),
    )
    POST_UNBALANCED = (
        "post_unbalanced",
        _l("%(post)s：有效、无效、弃权合计 %(sum)s 张，收回 %(collected)s 张，相差 %(difference)s 张，请核对。"),
    )
    POST_OVER = "post_over", _l("%(post)s：得票合计 %(sum)s，最多只能是 %(limit)s（有效票 × 应选名额），请核对。")
    VOTES_OVER = "votes_over", _l("得票 %(votes)s，多于有效票 %(valid)s 张，请核对。")
    DATA_ERROR = "data_error", _l("计票单的数字有矛盾，不能判定。请先改正：%(sentence)s")
    DECIDED_ALREADY = "decided_already", _l("结果已经判定。要改，只能用更正公告。")
    POSTED_ALREADY = "posted_already", _l("结果公告已经张贴。要改，请用更正公告。")
    NOTHING_TO_POST = "nothing_to_post", _l("结果还没有判定，不能张贴。")


class RollReason(Reason):
    """Why a line of a roll's file is faulty or left out, and why an act on the roll is refused."""

    SEX_WORD = "roll_sex_word", _l("性别请填“男”或“女”，也可以留空。")
    CATEGORY_WORD = "roll_category_word", _l("类别请填 1、2 或 3；留空按 1 登记。")
    GROUP_WORD = "roll_group_word", _l("小组名称最多 30 个字，不能有看不见的字符，请重新填写。")
    DIGITS = "roll_digits", _l("这一格里有一长串数字，请检查是否填错了格。")
    TWICE = "roll_twice", _l("与第 %(other)s 行是同一个身份证号，请核对后只留下一行。")
    UNDER_AGE = "roll_under_age", _l("到选举日未满 18 周岁。")
    ON_ROLL = "roll_on_roll", _l("已在本名单上，编号 %(number)s（%(name)s）。")
    ELSEWHERE = "roll_elsewhere", _l("该居民已在其他村登记，一人只能在一个地方登记。请与本人核实。")
    FAULTY = "roll_faulty", _l("文件里有 %(count)s 处要改，没有写入任何数据。请改好后重新上传。")
    NOTHING_NEW = "roll_nothing_new", _l("没有可以导入的人，名单没有改动。")
    CHANGED = "roll_changed", _l("预览之后情况有变化，没有写入任何数据。请看下面更新后的预览，再确认一次。")
    TAKEN = "roll_taken", _l("刚才有人在其他村登记了，没有写入任何数据。请看下面更新后的预览，再确认一次。")
    DAY_MOVED = "roll_day_moved", _l("上传之后选举日改了，没有写入任何数据。请重新上传文件。")
    SOME_UNDER_AGE = (
        "roll_some_under_age",
        _l("名单上有 %(count)s 人到选举日未满 18 周岁（编号 %(numbers)s），请先移出，再公布。"),
    )
    ALREADY_POSTED = "roll_already_posted", _l("名单已于 %(day)s 公布，不用再办。")
    ALREADY_FROZEN = "roll_already_frozen", _l("名单已经定稿，不能再改。")
