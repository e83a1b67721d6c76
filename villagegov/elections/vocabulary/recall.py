"""Words of recall: petition, defence, vote, verdict (E-101 to E-104, F-31)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Petitioners(Term):
    """Whose names stand under a petition; its base follows."""

    VOTERS = "voters", _l("有选举权的村（居）民")
    HOUSEHOLDS = "households", _l("户代表")
    REPS = "reps", _l("村（居）民代表")


class RecallVerdict(Term):
    """What the law makes of the vote, the gates first."""

    DATA_ERROR = "data_error", _l("数据有误，请核对")
    VOID_OVERCOUNT = "void_overcount", _l("收回的票多于发出的票，表决无效")
    VOID_TURNOUT = "void_turnout", _l("参加投票的人没有达到法定数，表决无效")
    PASSED = "passed", _l("罢免通过")
    FAILED = "failed", _l("罢免没有通过")

    @property
    def closes(self) -> bool:
        """Whether the petition is settled by it; a void vote is held again."""
        return self in (RecallVerdict.PASSED, RecallVerdict.FAILED)


class RecallStep(Term):
    """One line of the verdict's log, with its figures."""

    ISSUED_OVER = "issued_over", _l("发出 %(issued)s 张，多于登记的 %(registered)s 人：数据有误。")
    COLLECTED_OVER = "collected_over", _l("收回 %(collected)s 张，多于发出的 %(issued)s 张：表决无效。")
    UNBALANCED = (
        "unbalanced",
        _l("同意 %(yes)s、不同意 %(no)s、弃权 %(blank)s、无效 %(invalid)s，合计不等于收回的 %(collected)s 张。"),
    )
    TURNOUT = "turnout", _l("%(collected)s × %(times)s ＝ %(product)s，大于 %(base)s：参加投票的人达到法定数。")
    TURNOUT_MISSED = (
        "turnout_missed",
        _l("%(collected)s × %(times)s ＝ %(product)s，不大于 %(base)s：参加投票的人没有达到法定数，表决无效。"),
    )
    AGREED = "agreed", _l("同意 %(yes)s × 2 ＝ %(double)s，大于参加投票的 %(collected)s：过半数，罢免通过。")
    NOT_AGREED = (
        "not_agreed",
        _l("同意 %(yes)s × 2 ＝ %(double)s，不大于参加投票的 %(collected)s：没有过半数，罢免没有通过。"),
    )


class RecallTag(Term):
    """What can be done in a recall."""

    PETITIONED = "recall:petition:entered", _l("登记了罢免要求")
    CHECKED = "recall:petition:checked", _l("核对了罢免要求的签名")
    REJECTED = "recall:petition:rejected", _l("罢免要求的人数不够，没有成立")
    DEFENDED = "recall:defence:noted", _l("登记了申辩")
    COUNTED = "recall:vote:entered", _l("录入了罢免表决的票数")
    DECIDED = "recall:vote:decided", _l("按法律判定了罢免表决")
    HANDED_OVER = "recall:handover:noted", _l("登记了被罢免成员的工作移交")


class RecallDetail(Term):
    """What is noted of such an act; never who signed."""

    PETITION_ON = "petition_on", _l("提出日期")
    PETITIONERS = "petitioners", _l("提出人")
    BASE = "petition_base", _l("基数")
    SIGNERS = "signers", _l("签名人数")
    VALID_SIGNERS = "valid_signers", _l("核对后的签名人数")
    DEFENCE_ON = "defence_on", _l("申辩日期")
    VOTE_ON = "vote_on", _l("表决日期")
    VOTED = "recall_collected", _l("收回票")
    YES = "recall_yes", _l("同意")
    VERDICT = "recall_verdict", _l("表决结果")
    HANDED_ON = "recall_handed_on", _l("移交日期")


class RecallReason(Reason):
    """Why an act in a recall is refused, and what to do."""

    NOT_OF_COMMITTEE = "recall_not_of_committee", _l("只有在任的村（居）民委员会成员可以被要求罢免。")
    OPEN_ALREADY = "recall_open", _l("对%(name)s已有一件罢免要求还没有办完，请先办完那一件。")
    FUTURE = "recall_future", _l("日期还没有到，请填今天或以前的日期。")
    TOO_EARLY = "recall_too_early", _l("不能早于 %(day)s，请改正日期。")
    WRONG_PETITIONERS = "recall_wrong_petitioners", _l("村民委员会成员的罢免不由户代表提出，请另选。")
    OVER_BASE = "recall_over_base", _l("签名 %(signers)s 人，多于基数 %(base)s 人，请核对。")
    TOO_SOON = (
        "recall_too_soon",
        _l("上次对%(name)s的罢免于 %(day)s 没有通过，同一事由在 %(until)s 以前不能再提（%(article)s）。"
           "事由不同的，请勾选下面一项。"),
    )  # fmt: skip
    OWN_CASE = "recall_own_case", _l("不能办理对自己的罢免，请由别人办理。")
    SAME_PERSON = "recall_same_person", _l("登记人与核对（复核）人不能是同一人，请由另一人办理。")
    CHECKED_ALREADY = "recall_checked", _l("签名已于 %(day)s 核对，不用再办。")
    NOT_CHECKED = "recall_not_checked", _l("签名还没有核对，请先由另一人核对。")
    CLOSED = "recall_closed", _l("这件罢免要求已经办完，不能再改。")
    NO_DEFENCE = "recall_no_defence", _l("还没有登记申辩。被要求罢免的成员有权申辩；放弃的也要登记。")
    NOT_COUNTED = "recall_not_counted", _l("第一人还没有录入票数，请先录入。")
    DIFFERS = "recall_differs", _l("与第一人录入的不同：%(fields)s。请两人核对纸质计票单，由第一人改正或者您重新填写。")
    DATA_ERROR = "recall_data_error", _l("票数有矛盾，不能判定。%(sentence)s")
    NOT_PASSED = "recall_not_passed", _l("罢免没有通过，没有移交要登记。")
    HANDED_ALREADY = "recall_handed", _l("已于 %(day)s 移交，不用再登记。")


#: The figures of a vote, by field.
FIGURES = {
    "registered": _l("登记参加投票（人）"),
    "issued": _l("发出票（张）"),
    "collected": _l("收回票（张）"),
    "yes": _l("同意罢免（张）"),
    "no": _l("不同意罢免（张）"),
    "blank": _l("弃权（张）"),
    "invalid": _l("无效（张）"),
}
