"""Words of disclosure: what is posted, how it is reviewed, and the reasons to say no."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class PostingState(Term):
    """How far a posting has come; computed from its facts, never stored (D-07)."""

    DRAFT = "DRAFT", _l("起草中")
    SUP_REVIEW = "SUP_REVIEW", _l("监督委员会审核中")
    RETURNED = "RETURNED", _l("已退回修改")
    REVIEWED = "REVIEWED", _l("监督委员会已审核")
    JOINT_OK = "JOINT_OK", _l("联席会议已确认")
    PUBLISHED = "PUBLISHED", _l("已公布")


class Step(Term):
    """What a posting waits for next; exactly one in each state but the last (D-07)."""

    HAND_OVER = "hand_over", _l("核对明细，送监督委员会审核")
    REVIEW = "review", _l("监督委员会审核")
    SETTLE = "settle", _l("登记联席会议的决定")
    POST = "post", _l("主任签发公布")


class ReviewVerdict(Term):
    """What one supervisor says to a draft (S-22)."""

    PASSED = "passed", _l("同意公布")
    PASSED_WITH_NOTE = "passed_with_note", _l("同意公布，附意见")
    RETURNED = "returned", _l("退回修改")


class Outcome(Term):
    """What the supervisors say together (S-22)."""

    PENDING = "pending", _l("还在审核")
    PASSED = "passed", _l("审核通过")
    RETURNED = "returned", _l("退回修改")


class PayeeKind(Term):
    """Who was paid or paid: an organisation is named in full, a person is masked (rulebook 8.2, NAME)."""

    ORGANISATION = "organisation", _l("单位")
    PERSON = "person", _l("个人")
    NONE = "none", _l("无")


class Conflict(Term):
    """Why a supervisor may not review this posting (S-05, A10); shown with its article."""

    HANDLER = "handler", _l("是其中一笔的经手人")
    PAYEE = "payee", _l("是其中一笔的收款人或者交款人")
    NAMED = "named", _l("是表格里写到的人")
    KIN = "kin", _l("是%(office)s%(name)s的近亲属")
    RECORDED = "recorded", _l("自己填写过这份明细")


class Gap(Term):
    """Why the supervision committee cannot review, and who must act (S-02, S-03)."""

    TOO_FEW = (
        "too_few",
        _l("监督委员会现在只有 %(count)s 名成员，不足 3 人。请先由村（居）民会议或者代表会议补选，登记任职后再送审。"),
    )
    NONE_ABLE = (
        "none_able",
        _l(
            "回避以后只有 %(count)s 名监督委员会成员能审核，不到 2 人。"
            "请提请村（居）民会议或者代表会议推选能够审核的成员，登记任职后再送审。"
        ),
    )


class PostingField(Term):
    """The head values of a posting, in the order of the canonical form; statutory words, always Chinese."""

    TITLE = "title", _l("标题")
    ITEM = "item", _l("目录编号")
    UNIT = "unit", _l("单位")
    NUMBER = "number", _l("公开编号")
    PERIOD_FROM = "period_from", _l("起")
    PERIOD_UNTIL = "period_until", _l("止")
    HAPPENED_ON = "happened_on", _l("发生日期")
    TEXT = "text", _l("正文")
    COLUMNS = "columns", _l("各列")
    SUMS = "sums", _l("合计")
    OPENING = "opening", _l("上月结余（分）")
    INCOME = "income", _l("本月收入（分）")
    EXPENSE = "expense", _l("本月支出（分）")
    CLOSING = "closing", _l("本月结余（分）")
    COUNT = "count", _l("笔数")
    REMARK = "remark", _l("说明")
    CONTACT = "contact", _l("联系电话")
    COMPLAINTS = "complaints", _l("投诉电话")
    JOINT = "joint", _l("联席会议")
    SIGNER = "signer", _l("签发")


class PostingTag(Term):
    """What can be done with postings and opening balances."""

    OPENING_ENTERED = "opening:balance:entered", _l("填写了期初余额")
    OPENING_CONFIRMED = "opening:balance:confirmed", _l("复核了期初余额")
    DRAFTED = "posting:draft:begun", _l("开始编制收支明细")
    LINE_ADDED = "posting:line:added", _l("加了一笔")
    LINE_CHANGED = "posting:line:changed", _l("改了一笔")
    LINE_REMOVED = "posting:line:removed", _l("删了一笔")
    LINES_IMPORTED = "posting:lines:imported", _l("导入了明细")
    REMARKED = "posting:draft:remarked", _l("改了说明")
    FILE_ADDED = "posting:file:added", _l("加了附件")
    FILE_REMOVED = "posting:file:removed", _l("去掉了附件")
    HANDED = "posting:review:handed", _l("送交了监督委员会审核")
    TAKEN_BACK = "posting:review:taken_back", _l("撤回了送审")
    REVIEWED = "posting:review:given", _l("作出了审核意见")
    PASSED = "posting:review:passed", _l("监督委员会审核通过")
    RETURNED = "posting:review:returned", _l("监督委员会退回修改")
    SENT_BACK = "posting:review:sent_back", _l("公布以前退回了修改")
    SETTLED = "posting:joint:settled", _l("登记了联席会议的决定")
    POSTED = "posting:notice:posted", _l("公布了收支明细")


class PostingDetail(Term):
    """What an entry about a posting tells."""

    MONTH = "month", _l("月份")
    AMOUNT = "amount", _l("金额（元）")
    LINES = "lines", _l("笔数")
    SUMMARY = "summary", _l("摘要")
    VOUCHER = "voucher", _l("凭证号")
    INCOME = "income", _l("收入（元）")
    EXPENSE = "expense", _l("支出（元）")
    VERDICT = "verdict", _l("审核意见")
    ROUND = "review_round", _l("第几次送审")
    WITHOUT_ENTRIES = "without_entries", _l("本月无收支")
    DECISION = "decision", _l("会议决定")
    TEXT = "text", _l("内容")
    DAY = "day", _l("日期")
    REPLACED = "replaced", _l("换掉原有的明细")


class DisclosureReason(Reason):
    """Why something cannot be done with a posting, and what to do instead."""

    NO_OPENING = "no_opening", _l("请先填写并复核期初余额。")
    OPENING_WAITS = "opening_waits", _l("请先由另一个人复核期初余额。")
    OPENING_CONFIRMED = "opening_confirmed", _l("期初余额已经复核过了。")
    OPENING_IN_USE = "opening_in_use", _l("已经有月份按这个期初余额公布，不能再改。")
    OPENING_MONTH_FIXED = (
        "opening_month_fixed",
        _l("%(month)s 的收支已经开始编制，起始的月份不能再改，只能改金额和材料。"),
    )
    OPENING_JUST_ENTERED = (
        "opening_just_entered",
        _l("别人刚刚填写了期初余额，没有保存您的。请再按一次，比较两个人填的内容。"),
    )
    OPENING_MISSING = "opening_missing", _l("还没有填写期初余额，没有什么可以复核。")
    SAME_PERSON = "same_person", _l("录入人与复核人不能是同一人，请由另一个人复核。")
    MONTH_BEFORE = "month_before", _l("请先公布 %(month)s 的收支，月份不能跳过。")
    MONTH_TAKEN = "month_taken", _l("%(month)s 的收支已经有了，请打开那一份。")
    MONTH_EARLY = "month_early", _l("期初余额从 %(month)s 开始，更早的月份不在这里公布。")
    MONTH_AHEAD = "month_ahead", _l("%(month)s 还没有开始，请选择已经开始的月份。")
    MONTH_RUNNING = "month_running", _l("%(month)s 还没有过完，要到 %(day)s 以后才能送审。")
    FUTURE_MONTH = "future_month", _l("期初余额要从已经开始的月份算起，请重新选择月份。")
    CLOSED = "lines_closed", _l("这份明细已经送审，不能再改。要改，请先撤回，或者等监督委员会退回。")
    POSTED = "already_posted", _l("这份明细已经公布，不能再改。")
    STEP_MISSING = "step_missing", _l("请先完成“%(step)s”。")
    STEP_DONE = "step_done", _l("这一步已经做过了，请打开这份明细看下一步。")
    NOTHING = "nothing_entered", _l("还没有一笔收支。请先填写明细；本月确实没有收支的，请在“说明”里选“本月无收支”。")
    HAS_LINES = "has_lines", _l("已经填写了 %(count)s 笔收支，不能选“本月无收支”。")
    CANNOT_REVIEW = "cannot_review", _l("现在不能审核：%(gap)s")
    PERSONAL = "posting_personal", _l("%(where)s：%(sentence)s")
    TAKEN_UP = "taken_up", _l("监督委员会已经有人审核，不能撤回。请等审核结果。")
    NOT_RECORDER = "not_recorder", _l("只有送审的一方（起草人）能撤回：%(name)s。")
    NOT_SUPERVISOR = (
        "not_supervisor",
        _l("只有本村（社区）监督委员会的在任成员能审核。您的账号没有对应的任职，请先登记任职。"),
    )
    CONFLICTED = "conflicted", _l("您%(why)s，应当回避，不能审核这份明细。依据：%(article)s。")
    REVIEWED_ALREADY = "reviewed_already", _l("您这一次已经审核过（%(verdict)s），每人每次只能审核一次。")
    NOTE_NEEDED = "note_needed", _l("请写明意见；退回的，写明要改什么。")
    NO_DECISION = "no_decision", _l("请选择联席会议的一项决定。没有可选的，请先登记联席会议。")
    DECISION_UNFIT = "decision_unfit", _l("这项决定不能用：要是本单位联席会议有效通过的决定。")
    DECISION_EARLY = (
        "decision_early",
        _l("联席会议在 %(held)s 召开，早于审核通过的 %(day)s。请先审核，再由联席会议确认。"),
    )
    DECISION_OVERTAKEN = (
        "decision_overtaken",
        _l("这项决定是退回修改以前作出的，已经作废。请由联席会议重新确认，登记新的会议。"),
    )
    DECISION_USED = "decision_used", _l("这项决定已经用来确认“%(name)s”，请选择另一项。")
    NO_REASON = "send_back_no_reason", _l("请写明哪里有错、为什么退回。")
    OWN_RECORD = "own_record", _l("您填写过这份明细，不能由您签发。请由另一位主任（或者主持工作的副主任）的账号签发。")
    OWN_REVIEW = "own_review", _l("您审核过这份明细，不能由您签发。审核和公布要由不同的人来做。")
    UNBALANCED = "unbalanced", _l("上月结余 + 收入 − 支出 ≠ 本月结余，没有公布。请联系系统管理员。")
    SAME_FILE = "same_file", _l("“%(name)s”已经在附件里了。")


class LineReason(Reason):
    """Why a line of the accounts is not taken."""

    NOT_IN_MONTH = "line_not_in_month", _l("日期 %(day)s 不在 %(month)s 内，请改正日期。")
    NO_DAY = "line_no_day", _l("请填写日期，例如 2026-09-15。")
    BLANK = "line_blank", _l("请填写%(title)s。")
    LONG = "line_long", _l("%(title)s最多 %(most)s 个字，请缩短。")
    HIDDEN = "line_hidden", _l("%(title)s里有看不见的控制字符，请重新输入这一格。")
    AMOUNT = "line_amount", _l("%(title)s：%(sentence)s")
    BOTH = "line_both", _l("收入和支出只能填一个，请把这一笔分成两笔，或者去掉一个。")
    NEITHER = "line_neither", _l("请填写收入或者支出的金额。")
    KIND = "line_kind", _l("“%(value)s”不能识别，收付款方类别请填“单位”或者“个人”。")
    KIND_MISSING = "line_kind_missing", _l("请选择收付款方是单位还是个人。")
    NUMBER = "line_number", _l("%(title)s里疑似有%(what)s，公布以前必须去掉。")
    TWICE = "line_twice", _l("凭证号“%(voucher)s”与第 %(other)s 行相同，请核对是不是重复了。")
    MANY = "line_many", _l("一个月最多 %(most)s 笔，现在有 %(count)s 笔。")
    FAULTY = "lines_faulty", _l("有 %(count)s 处要改，没有写入任何一笔。请在原来的表格里改好再上传。")
    PASTE_EMPTY = "paste_empty", _l("请把表格里的行粘贴到框里。")
    PASTE_LINE = "paste_line", _l("第 %(line)s 行：%(sentence)s")
    PASTE_MORE = "paste_more", _l("还有 %(count)s 处要改，请先改好上面这些。")


DUE_ARTICLE = _l("定期公开的期限：期末后 15 日内（参照《重庆市实施〈村民委员会组织法〉办法》第30条，广东条文未读到）")
REVIEW_ARTICLE = _l("监督委员会每月公布前审核：月末后 10 日内（系统默认，各地可以另定）")
KIN_ARTICLE = _l("村民委员会组织法（2025）第37条、城市居民委员会组织法（2025）第36条")
OWN_ARTICLE = _l("经手、收款、填写与审核不能是同一人（本系统的规则）")
#: What happens when a step is not done in time (D-12, S-22).
OTHERWISE = {
    Step.HAND_OVER: _l("超过期限，村（居）民会看到这个月没有公布，可以向乡镇（街道）反映。"),
    Step.REVIEW: _l("审核不做完，这个月就不能公布；村（居）民会看到没有公布。"),
    Step.SETTLE: _l("没有联席会议的决定，不能公布；村（居）民会看到没有公布。"),
    Step.POST: _l("没有签发，村（居）民看不到；超过期限会显示“未公布”。"),
}
