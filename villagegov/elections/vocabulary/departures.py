"""Words of an office that ends before its term, or rests (E-98 to E-100), and of acting for a chair (E-106)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class DepartureKind(Term):
    """How somebody leaves, or stands aside."""

    RESIGNATION = "resignation", _l("辞职")
    CEASED = "ceased", _l("职务自行终止")
    SUSPENSION = "suspension", _l("中止职务")


class CeaseGround(Term):
    """Why an office ends by itself (E-99)."""

    INCAPACITY = "incapacity", _l("丧失行为能力")
    SENTENCED = "sentenced", _l("被判处刑罚")
    TWICE_UNFIT = "twice_unfit", _l("连续两次民主评议不称职")


class DepartureOutcome(Term):
    """What became of it."""

    PASSED = "passed", _l("会议通过，已离任")
    NOT_PASSED = "not_passed", _l("会议没有通过，继续任职")
    WITHDRAWN = "withdrawn", _l("本人撤回，继续任职")
    ENDED = "ended", _l("已离任")
    LIFTED = "lifted", _l("恢复职务")

    @property
    def leaves(self) -> bool:
        """Whether the office ended."""
        return self in (DepartureOutcome.PASSED, DepartureOutcome.ENDED)


class DepartureTag(Term):
    """What can be done about it."""

    RESIGN_FILED = "departure:resignation:filed", _l("登记了书面辞职")
    RESIGN_SETTLED = "departure:resignation:settled", _l("登记了会议对辞职的表决")
    RESIGN_WITHDRAWN = "departure:resignation:withdrawn", _l("登记了撤回辞职")
    CEASED = "departure:office:ceased", _l("登记了职务自行终止")
    SUSPENDED = "departure:office:suspended", _l("登记了中止职务")
    LIFTED = "departure:office:lifted", _l("登记了恢复职务")
    POSTED = "departure:notice:posted", _l("登记了离任公告的张贴")


class DepartureDetail(Term):
    """What is noted of such an act."""

    DEPARTURE = "departure", _l("离任方式")
    HANDED_IN = "handed_in_on", _l("发生（提出）日期")
    GROUND = "cease_ground", _l("终止的情形")
    OUTCOME = "departure_outcome", _l("处理结果")
    LEAVES_ON = "leaves_on", _l("自哪一天起")
    VOTED_AT = "voted_at", _l("表决的会议")


class DepartureReason(Reason):
    """Why such an act is refused, and what to do."""

    NOT_OF_COMMITTEE = "departure_not_of_committee", _l("这里只办理在任的村（居）民委员会成员。")
    OPEN_ALREADY = "departure_open", _l("%(name)s已有一件还没有办完（%(kind)s），请先办完那一件。")
    FIRST_APPRAISAL = "departure_first_appraisal", _l("请填写第一次评议不称职的日期。")
    TOO_CLOSE = (
        "departure_too_close",
        _l("两次评议相隔不满 %(months)s 个月（第一次 %(first)s），不算连续两次，职务不终止。"),
    )
    CLOSED = "departure_closed", _l("这一件已经办完，不用再办。")
    NOT_RESIGNATION = "departure_not_resignation", _l("只有辞职由会议表决。")
    NOT_SUSPENDED = "departure_not_suspended", _l("没有中止职务，不用恢复。")
    FUTURE = "departure_future", _l("日期还没有到，请填今天或以前的日期。")
    BEFORE_FROM = "departure_before_from", _l("不能早于任职日期 %(day)s，请改正日期。")
    BEFORE_FILED = "departure_before_filed", _l("不能早于 %(day)s，请改正日期。")
    NO_DECISION = (
        "departure_no_decision",
        _l("请选择表决辞职的村（居）民会议或者代表会议。没有的，请先登记会议和票数，结束记录。"),
    )
    WRONG_MEETING = (
        "departure_wrong_meeting",
        _l("辞职由村（居）民会议或者代表会议表决（%(article)s），请选择别的会议决定。"),
    )
    EARLY_MEETING = "departure_early_meeting", _l("会议在提出辞职（%(day)s）以前召开，请选择以后的会议决定。")
    NOT_QUORATE = "departure_not_quorate", _l("那次会议到会人数不够，表决不算数，请选择别的会议决定。")
    NOT_OVER = "departure_not_over", _l("职务没有结束或者中止，没有公告要张贴。")
    POSTED_ALREADY = "departure_posted", _l("公告已于 %(day)s 张贴，不用再登记。")
    CHAIR_SITS = "acting_chair_sits", _l("主任%(name)s在任，不用代理。主任辞职、终止、被罢免或者中止职务的，请先登记。")
    ACTS_ALREADY = "acting_already", _l("%(name)s已经代理主任，或者已登记、等第二人确认。")
    NOBODY = "acting_nobody", _l("没有在任的副主任或者委员，请尽快补选。")
    OUT_OF_ORDER = "acting_out_of_order", _l("按顺序应由%(name)s代理。由别人代理的，请写明理由。")
