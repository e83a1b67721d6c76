"""Words of consultation (rulebook part 6): who starts it, where it is held, who takes part, its steps and states."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Starter(Term):
    """Who may start a consultation (C-04)."""

    BRANCH = "branch", _l("党组织")
    COMMITTEE = "committee", _l("村（居）民委员会")
    SUPERVISION = "supervision", _l("监督委员会")
    VILLAGERS = "villagers", _l("村（居）民联名")
    REPRESENTATIVES = "representatives", _l("村（居）民代表联名")
    GROUP = "group", _l("村（居）民小组")
    OWNERS = "owners", _l("业主组织")


class Venue(Term):
    """Where people talk: the seven of the seed, the hearing of the law, and others (C-01, C-02)."""

    JOINT = "joint", _l("党群联席会议")
    REPRESENTATIVES = "representatives", _l("村民代表大会")
    COUNCIL = "council", _l("议事会")
    BOARD = "board", _l("理事会")
    NOTABLES = "notables", _l("乡贤咨询委员会")
    TALK = "talk", _l("社区恳谈会")
    FORUM = "forum", _l("居民论坛")
    HEARING = "hearing", _l("听证会")
    OTHER = "other", _l("其他形式")


class Tag(Term):
    """What a topic is about: the four of the seed and two more (C-11)."""

    NEIGHBOURS = "neighbours", _l("邻里纠纷")
    PROPERTY = "property", _l("物业矛盾")
    PARKING = "parking", _l("小区停车")
    LIFT = "lift", _l("加装电梯")
    PUBLIC = "public", _l("公共事务和公益事业")
    OTHER = "other", _l("其他")


class Part(Term):
    """In what role somebody takes part (C-05)."""

    RESIDENTS = "residents", _l("村（居）民")
    REPRESENTATIVES = "representatives", _l("村（居）民代表")
    COMMITTEE = "committee", _l("党组织和村（居）民委员会成员")
    SUPERVISORS = "supervisors", _l("监督委员会成员")
    OWNERS = "owners", _l("业主和物业服务企业")
    DEPARTMENTS = "departments", _l("有关部门")
    TOWNSHIP = "township", _l("乡镇（街道）")
    MASS = "mass", _l("群团组织")
    DEPUTIES = "deputies", _l("人大代表、政协委员")
    EXPERTS = "experts", _l("农业、建筑等方面的专家")
    OTHERS = "others", _l("其他")


class Outcome(Term):
    """What a consultation came to (C-06)."""

    AGREED = "agreed", _l("达成一致")
    NOT_AGREED = "not_agreed", _l("没有达成一致")
    TO_MEETING = "to_meeting", _l("提交村（居）民会议或者代表会议决定")


class State(Term):
    """How far a topic has come; computed (C-06)."""

    PROPOSED = "PROPOSED", _l("已提出，等待受理")
    REFUSED = "REFUSED", _l("不受理")
    WITHDRAWN = "WITHDRAWN", _l("已撤回")
    ACCEPTED = "ACCEPTED", _l("已受理，准备通知")
    NOTICED = "NOTICED", _l("已通知，等待开会")
    HELD = "HELD", _l("已开会，等待登记结果")
    AGREED = "AGREED", _l("达成一致，等待公布")
    NOT_AGREED = "NOT_AGREED", _l("没有达成一致，等待公布")
    TO_MEETING = "TO_MEETING", _l("等待会议决定")
    DOING = "DOING", _l("正在落实")
    DONE = "DONE", _l("已落实，等待公布")
    POSTED = "POSTED", _l("已办结并公布")


class Step(Term):
    """The steps in their order (C-06)."""

    PROPOSE = "propose", _l("提出议题")
    ACCEPT = "accept", _l("受理")
    NOTICE = "notice", _l("通知内容和材料")
    HOLD = "hold", _l("登记协商会")
    CONCLUDE = "conclude", _l("登记结果")
    SETTLE = "settle", _l("登记会议的决定")
    POST_RESULT = "post_result", _l("公布结果")
    REPORT = "report", _l("登记落实情况")
    POST_DONE = "post_done", _l("公布落实情况")


class NoticePart(Term):
    """Which of a topic's two notices (C-09)."""

    RESULT = "result", _l("协商结果公告")
    DONE = "done", _l("协商事项落实情况公告")


class SheetPart(Term):
    """The sheets of form F-60."""

    REGISTER = "register", _l("协商事项登记表")
    RECORD = "record", _l("协商会议记录")
    RESULT = "result", _l("协商结果公告")
    DONE = "done", _l("协商事项落实情况公告")


class FileUse(Term):
    """What a file is for."""

    MATERIAL = "material", _l("通知时发的材料，公开")
    RECORD = "record", _l("会议照片、签到表、记录，不公开")


class ConsultationTag(Term):
    """What can be done with a topic."""

    PROPOSED = "consultation:topic:proposed", _l("登记了协商议题")
    ACCEPTED = "consultation:topic:accepted", _l("受理了协商议题")
    REFUSED = "consultation:topic:refused", _l("不受理协商议题")
    NOTICED = "consultation:topic:noticed", _l("登记了协商通知")
    HELD = "consultation:topic:held", _l("登记了协商会")
    CONCLUDED = "consultation:topic:concluded", _l("登记了协商结果")
    SETTLED = "consultation:topic:settled", _l("登记了会议对协商事项的决定")
    CORRECTED = "consultation:topic:corrected", _l("更正了协商的登记")
    RESULT_POSTED = "consultation:topic:result_posted", _l("公布了协商结果")
    DONE_POSTED = "consultation:topic:done_posted", _l("公布了协商事项落实情况")
    NOTICE_CORRECTED = "consultation:topic:notice_corrected", _l("更正了协商公告")
    REPORTED = "consultation:point:reported", _l("登记了协商事项的落实情况")
    WITHDRAWN = "consultation:topic:withdrawn", _l("按提出方的要求撤回了协商议题")
    OPINION = "consultation:topic:opinion", _l("登记了监督意见")
    ATTACHED = "consultation:file:attached", _l("给协商议题附上了文件")
    DETACHED = "consultation:file:detached", _l("从协商议题上取下了文件")


class ConsultationDetail(Term):
    """What is noted of such an act."""

    TITLE = "topic_title", _l("议题")
    ABOUT = "topic_about", _l("说明")
    TAG = "topic_tag", _l("类别")
    VITAL = "topic_vital", _l("涉及切身利益")
    STARTER = "starter", _l("提出方")
    STARTED_BY = "started_by", _l("提出的人或者组织")
    SUPPORTERS = "supporters", _l("联名人数")
    SUPPORTERS_OF = "supporters_of", _l("应当计算的总人数")
    PROPOSED_ON = "proposed_on", _l("提出日期")
    ACCEPTED_ON = "accepted_on", _l("受理日期")
    VENUE = "venue", _l("协商形式")
    VENUE_WORDS = "venue_words", _l("协商形式的名称")
    INVITED = "invited", _l("邀请参加的人")
    PLANNED_ON = "planned_on", _l("拟开会日期")
    REFUSE_REASON = "refuse_reason", _l("不受理的理由")
    NOTICED_ON = "noticed_on", _l("通知日期")
    NOTICE_WORDS = "notice_words", _l("通知内容")
    MEET_ON = "meet_on", _l("协商日期")
    MEET_TIME = "meet_time", _l("协商时间")
    MEET_PLACE = "meet_place", _l("协商地点")
    TAKE_PART = "take_part", _l("怎样参加")
    TALKED_ON = "talked_on", _l("开会日期")
    TALK_PLACE = "talk_place", _l("开会地点")
    CHAIRED_BY = "chaired_by", _l("主持协商的人")
    PARTICIPANTS = "participants", _l("参加人数")
    NAMES = "participant_names", _l("参加人员")
    SAID_FOR = "said_for", _l("赞成的意见")
    SAID_AGAINST = "said_against", _l("反对的意见")
    SAID_OTHER = "said_other", _l("其他意见")
    OUTCOME = "outcome", _l("协商结果")
    CONCLUDED_ON = "concluded_on", _l("形成结果的日期")
    OUTCOME_WORDS = "outcome_words", _l("结果或者没有结果的理由")
    POINTS = "points", _l("商定的事项")
    DECIDED = "decided_matter", _l("会议决定")
    POINT = "point", _l("事项")
    REPORT = "report", _l("落实情况")
    REPORTED_ON = "reported_on", _l("登记落实的日期")
    POINT_DONE = "point_done", _l("已办完")
    SUPERVISED = "opinion", _l("意见")


class ConsultationReason(Reason):
    """Why an act on a topic is refused."""

    STEP_MISSING = "consultation_step_missing", _l("还没有到这一步，请先办“%(step)s”。")
    STEP_DONE = "consultation_step_done", _l("这一步已经办过，后面又办了“%(step)s”，不能再改。")
    NO_STEP = "consultation_no_step", _l("现在的状态是“%(state)s”，不能再办这一步。")
    WHY = "consultation_why", _l("这一步已经登记过。要更正，请写明更正的理由。")
    TOO_FEW = (
        "consultation_too_few",
        _l("联名 %(have)s 人，不到%(share)s：总数 %(base)s 人，至少要 %(needed)s 人。"),
    )
    NO_SUPPORTERS = "consultation_no_supporters", _l("联名提出的，请填写联名人数和总人数。")
    OVER_BASE = "consultation_over_base", _l("联名人数 %(have)s 多于总人数 %(base)s，请核对。")
    NO_STARTER = "consultation_no_starter", _l("请写明是哪个小组、哪个业主组织提出的。")
    IN_FUTURE = "consultation_in_future", _l("这一天还没有到，请填今天或以前的日期。")
    BEFORE = "consultation_before", _l("不能早于“%(what)s”的日期 %(day)s，请核对。")
    TOO_LATE = (
        "consultation_too_late",
        _l("应当提前 %(days)s 天通知：%(sum)s。请改正日期，或者把协商日期往后推。"),
    )
    VITAL = (
        "consultation_vital",
        _l("涉及切身利益的事项应当组织协商（%(article)s），不能不受理。确实不涉及切身利益的，请先更正议题。"),
    )
    NO_REASON = "consultation_no_reason", _l("请写明理由。")
    NO_VENUE = "consultation_no_venue", _l("请选择协商形式。")
    VENUE_WORDS = "consultation_venue_words", _l("选了“其他形式”的，请写明叫什么。")
    NO_INVITED = "consultation_no_invited", _l("请写明邀请哪些人参加。")
    NO_PLAN = "consultation_no_plan", _l("请填写拟开会日期。")
    NOBODY = "consultation_nobody", _l("请至少填写一类参加人员的人数。")
    NO_OPINIONS = "consultation_no_opinions", _l("请至少写下一方面的意见。")
    NO_POINTS = "consultation_no_points", _l("达成一致的，请至少写一项：做什么、谁负责、什么时候以前办好。")
    POINT_PARTLY = "consultation_point_partly", _l("这一项没有写全：做什么、谁负责、什么时候以前办好，都要填。")
    POINT_EARLY = "consultation_point_early", _l("办好的期限不能早于形成结果的日期 %(day)s。")
    POINTS_WITHOUT = "consultation_points_without", _l("没有达成一致或者要提交会议决定的，不填商定的事项。")
    NO_DECISION = "consultation_no_decision", _l("请选择会议的决定。")
    DECISION_UNFIT = (
        "consultation_decision_unfit",
        _l("这项决定不能用：应当是本村（社区）的村（居）民会议或者代表会议的决定，已经计票，记录已经结束。"),
    )
    DECISION_NOT_HELD = "consultation_decision_not_held", _l("这次会议不能作决定：%(quorum)s。请选择另一次会议。")
    DECISION_NOT_STUDIED = (
        "consultation_decision_not_studied",
        _l("这项决定没有先经党组织研究，不算数。请选择另一次会议。"),
    )
    DECISION_EARLY = "consultation_decision_early", _l("会议 %(held)s 召开，早于提交会议的日期 %(day)s，请另选。")
    NOT_PASSED_POINTS = "consultation_not_passed_points", _l("会议没有通过这件事，不填商定的事项。")
    POINT_POSTED = "consultation_point_posted", _l("落实情况已经公布，不能再登记。")
    TOO_FAR = "consultation_too_far", _l("已经形成结果，不能再撤回。")
    WITHDRAWN_ALREADY = "consultation_withdrawn", _l("这个议题已经结束，不能再撤回。")
    NOT_POSTED = "consultation_not_posted", _l("还没有公布，不用更正公告。登记有误的，请更正那一步。")
    FILES_CLOSED = "consultation_files_closed", _l("结果已经公布，文件不能再改。")


class ConsultationWord(Term):
    """Field names of a posted notice; part of its canonical form, never renamed."""

    TITLE = "title", _l("标题")
    TOPIC = "topic", _l("议题")
    ABOUT = "about", _l("说明")
    STARTER = "starter", _l("提出方")
    VENUE = "venue", _l("协商形式")
    HELD = "held", _l("协商时间和地点")
    CHAIRED = "chaired", _l("主持人")
    PARTICIPANTS = "participants", _l("参加人员")
    FOR = "said_for", _l("赞成的意见")
    AGAINST = "said_against", _l("反对的意见")
    OTHER = "said_other", _l("其他意见")
    OUTCOME = "outcome", _l("结果")
    WHY = "outcome_words", _l("结果说明")
    DECISION = "decision", _l("会议决定")
    CAUTION = "caution", _l("请注意")
    POINTS = "points", _l("商定的事项")
    SIGNER = "signer", _l("签发")
    UNIT = "unit", _l("单位")
    DATED = "dated", _l("日期")


#: What a reader waits for, where the step's own name is the clerk's work.
AWAITED: dict[Step, LazyString] = {
    Step.NOTICE: _l("通知协商的内容和材料"),
    Step.HOLD: _l("开协商会"),
    Step.CONCLUDE: _l("形成结果"),
    Step.SETTLE: _l("会议作出决定"),
}
PROPERTY_WARNING: LazyString = _l(
    "加装电梯、小区停车涉及业主共有的权利：协商达成的一致意见，不能代替业主依照《民法典》第278条进行的表决。"
)
#: C-12: the four rights, shown to everybody.
RIGHTS: tuple[tuple[LazyString, LazyString], ...] = (
    (_l("知情权"), _l("开会以前知道协商什么、什么时候、在哪里，能看到材料。")),
    (_l("参与权"), _l("可以报名参加协商，也可以请代表带去意见。")),
    (_l("表达权"), _l("赞成、反对和别的意见都如实记下来。")),
    (_l("监督权"), _l("结果和落实情况要公布；到期没有办的，可以向监督委员会或者乡镇（街道）反映。")),
)
NOTICE_ARTICLE: LazyString = _l(
    "协商以前通知内容和材料，几天以前由本系统规定（参照中办、国办2015年关于城乡社区协商的意见）"
)
MEET_ARTICLE: LazyString = _l("通知上的协商日期")
POST_ARTICLE: LazyString = _l(
    "协商确定事项及落实应当及时公布（村委会组织法2025第35条、居委会组织法2025第34条；五日参照广东）"
)
OWN_ARTICLE: LazyString = _l("由本系统规定")
POINT_ARTICLE: LazyString = _l("商定的期限；应当按时落实（村委会组织法2025第33条、居委会组织法2025第32条）")
#: What happens if not.
OTHERWISE: dict[Step, LazyString] = {
    Step.ACCEPT: _l("提出议题的人等不到答复。"),
    Step.NOTICE: _l("来不及提前通知，协商日期要往后推。"),
    Step.HOLD: _l("村（居）民会在网页上看到：到期没有开会。"),
    Step.CONCLUDE: _l("村（居）民会在网页上看到：还没有结果。"),
    Step.SETTLE: _l("村（居）民会在网页上看到：还没有结果。"),
    Step.POST_RESULT: _l("村（居）民会在网页上看到：结果没有按时公布。"),
    Step.REPORT: _l("村（居）民会在网页上看到：没有按时落实。"),
    Step.POST_DONE: _l("村（居）民会在网页上看到：落实情况没有按时公布。"),
}
