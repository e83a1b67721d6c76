"""Words of bodies: offices and on what ground they are held, meetings and what they decide."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Body(Term):
    """Who holds an office together, and whose meetings are recorded (E-97, S-01, E-14)."""

    COMMITTEE = "committee", _l("村（居）民委员会")
    SUPERVISION = "supervision", _l("村务监督委员会")
    ELECTION = "election", _l("村（居）民选举委员会")
    REPRESENTATIVES = "representatives", _l("村（居）民代表会议")
    GROUP = "group", _l("村（居）民小组")
    STAFF = "staff", _l("村（社区）工作人员")

    def named(self, kind: str) -> LazyString:
        """Village law art. 37, residents' law art. 36: its full name in a unit of this kind."""
        return _BODIES.get(self, {}).get(kind, self.label)


_VILLAGE, _RESIDENTS = "village", "residents"
_BODIES: dict[Body, dict[str, LazyString]] = {
    Body.COMMITTEE: {_VILLAGE: _l("村民委员会"), _RESIDENTS: _l("居民委员会")},
    Body.SUPERVISION: {_VILLAGE: _l("村务监督委员会"), _RESIDENTS: _l("居务监督委员会")},
    Body.ELECTION: {_VILLAGE: _l("村民选举委员会"), _RESIDENTS: _l("居民选举委员会")},
    Body.REPRESENTATIVES: {_VILLAGE: _l("村民代表会议"), _RESIDENTS: _l("居民代表会议")},
    Body.GROUP: {_VILLAGE: _l("村民小组"), _RESIDENTS: _l("居民小组")},
}


class Office(Term):
    """Every post anyone holds."""

    CHAIR = "chair", _l("主任")
    VICE = "vice", _l("副主任")
    MEMBER = "member", _l("委员")
    SUPERVISION_HEAD = "supervision_head", _l("监督委员会主任")
    SUPERVISION_MEMBER = "supervision_member", _l("监督委员会委员")
    ELECTION_HEAD = "election_head", _l("选举委员会主任")
    ELECTION_VICE = "election_vice", _l("选举委员会副主任")
    ELECTION_MEMBER = "election_member", _l("选举委员会委员")
    REPRESENTATIVE = "representative", _l("村（居）民代表")
    GROUP_LEADER = "group_leader", _l("村（居）民小组组长")
    VILLAGE_CLERK = "village_clerk", _l("文书")
    BOOKKEEPER = "bookkeeper", _l("会计（报账员）")
    CASHIER = "cashier", _l("出纳")

    @property
    def body(self) -> Body:
        """The body it belongs to."""
        return _BODY_OF[self]

    @property
    def stays_on(self) -> bool:
        """Whether its holder goes on after the term is over until others take over; staff leave with their contract."""
        return self.body is not Body.STAFF


_BODY_OF = {
    Office.CHAIR: Body.COMMITTEE,
    Office.VICE: Body.COMMITTEE,
    Office.MEMBER: Body.COMMITTEE,
    Office.SUPERVISION_HEAD: Body.SUPERVISION,
    Office.SUPERVISION_MEMBER: Body.SUPERVISION,
    Office.ELECTION_HEAD: Body.ELECTION,
    Office.ELECTION_VICE: Body.ELECTION,
    Office.ELECTION_MEMBER: Body.ELECTION,
    Office.REPRESENTATIVE: Body.REPRESENTATIVES,
    Office.GROUP_LEADER: Body.GROUP,
    Office.VILLAGE_CLERK: Body.STAFF,
    Office.BOOKKEEPER: Body.STAFF,
    Office.CASHIER: Body.STAFF,
}


class Basis(Term):
    """On what ground an office is held; there is no other way into a post."""

    ELECTION = "election", _l("选举产生")
    BY_ELECTION = "by_election", _l("补选产生")
    CHOSEN = "chosen", _l("会议推选产生")
    ACTING = "acting", _l("依法代理")
    HIRED = "hired", _l("聘用")
    TAKEN_OVER = "taken_over", _l("由纸质材料接续")


class EndReason(Term):
    """Why an office ended."""

    EXPIRED = "expired", _l("任期届满")
    RESIGNED = "resigned", _l("辞职")
    RECALLED = "recalled", _l("被罢免")
    CEASED = "ceased", _l("职务依法终止")
    REPLACED = "replaced", _l("调整、免职")
    NOMINATED = "nominated", _l("本人或者近亲属被提名为候选人")
    DIED = "died", _l("去世")
    ENTERED_WRONGLY = "entered_wrongly", _l("登记有误，作废")


class Severity(Term):
    """How heavily a conflict or an unmet number weighs."""

    BARS = "bars", _l("不符合")
    WARNS = "warns", _l("请注意")


class ConflictReason(Term):
    """Why an office does not go together with another; %(name)s, %(office)s, %(relation)s are the other's."""

    HELD_ALREADY = "held_already", _l("本人已经担任%(office)s。改任的，请先结束原来的职务。")
    SEAT_TAKEN = "seat_taken", _l("%(office)s现在由%(name)s担任，只能有一人。请先结束他（她）的职务。")
    BOTH_BODIES = "both_bodies", _l("本人担任%(office)s：村（居）民委员会成员不得担任监督委员会成员。")
    KIN_OF_SUPERVISED = (
        "kin_of_supervised",
        _l("近亲属回避：%(name)s（%(office)s）是本人的%(relation)s，不能一人在村（居）委会、一人在监督委员会。"),
    )
    KIN_IN_COMMITTEE = (
        "kin_in_committee",
        _l("近亲属回避：%(name)s（%(office)s）是本人的%(relation)s，不能同时担任村（居）委会成员。"),
    )
    KIN_IN_ELECTION = (
        "kin_in_election",
        _l("%(name)s（%(office)s）是本人的%(relation)s；选举委员会成员之间一般不应当是近亲属。"),
    )
    STAFF_SUPERVISES = "staff_supervises", _l("本人担任%(office)s：文书、会计、出纳不担任监督委员会成员。")
    BOTH_PURSES = "both_purses", _l("本人担任%(office)s：会计和出纳不能由同一人担任。")


class SizeReason(Term):
    """What a body must have; %(have)s is what it has, %(needed)s what the law asks."""

    COMMITTEE = "committee", _l("成员 %(have)s 人，应当 %(needed)s 人")
    WOMEN = "women", _l("女成员 %(have)s 人，至少 %(needed)s 人")
    SUPERVISION = "supervision", _l("成员 %(have)s 人，应当 %(needed)s 人")
    SUPERVISION_ODD = "supervision_odd", _l("成员 %(have)s 人，最好是单数（%(needed)s 人）")
    SUPERVISION_HEAD = "supervision_head", _l("主任 %(have)s 人，应当 %(needed)s 人")
    KNOWS_ACCOUNTS = "knows_accounts", _l("有财会、管理知识的 %(have)s 人，至少 %(needed)s 人")
    ELECTION = "election", _l("成员 %(have)s 人，应当 %(needed)s 人")
    ELECTION_ODD = "election_odd", _l("成员 %(have)s 人，最好是单数（%(needed)s 人）")
    FOUR_FIFTHS = "four_fifths", _l("代表 %(have)s 人，应当占会议组成人员的五分之四以上（%(needed)s 人）")
    WOMEN_THIRD = "women_third", _l("妇女代表 %(have)s 人，应当占会议组成人员的三分之一以上（%(needed)s 人）")
    HOUSEHOLDS = "households", _l("%(have)s 位代表所代表的户数没有填或者不在 %(needed)s 户之间")


class MeetingKind(Term):
    """Which meeting was held; its quorum follows (E-97)."""

    ASSEMBLY = "assembly", _l("村（居）民会议")
    REPRESENTATIVES = "representatives", _l("村（居）民代表会议")
    GROUP = "group", _l("村（居）民小组会议")
    COMMITTEE = "committee", _l("村（居）民委员会会议")
    SUPERVISION = "supervision", _l("村务监督委员会会议")
    ELECTION = "election", _l("选举委员会会议")
    JOINT = "joint", _l("党组织和村（居）民委员会联席会议")

    def named(self, kind: str) -> LazyString:
        """Village law art. 26, residents' law art. 27: its full name in a unit of this kind."""
        return _MEETINGS.get(self, {}).get(kind, self.label)


_MEETINGS: dict[MeetingKind, dict[str, LazyString]] = {
    MeetingKind.ASSEMBLY: {_VILLAGE: _l("村民会议"), _RESIDENTS: _l("居民会议")},
    MeetingKind.REPRESENTATIVES: _BODIES[Body.REPRESENTATIVES],
    MeetingKind.GROUP: {_VILLAGE: _l("村民小组会议"), _RESIDENTS: _l("居民小组会议")},
    MeetingKind.COMMITTEE: {_VILLAGE: _l("村民委员会会议"), _RESIDENTS: _l("居民委员会会议")},
    MeetingKind.SUPERVISION: {_VILLAGE: _l("村务监督委员会会议"), _RESIDENTS: _l("居务监督委员会会议")},
    MeetingKind.ELECTION: {_VILLAGE: _l("村民选举委员会会议"), _RESIDENTS: _l("居民选举委员会会议")},
    MeetingKind.JOINT: {
        _VILLAGE: _l("党组织和村民委员会联席会议"),
        _RESIDENTS: _l("党组织和居民委员会联席会议"),
    },
}


class Share(Term):
    """How many of those entitled must come (E-97)."""

    HALF = "half", _l("过半数")
    TWO_THIRDS = "two_thirds", _l("三分之二")


class Verdict(Term):
    """What became of a matter put to the vote; computed."""

    OPEN = "open", _l("还没有登记票数")
    PASSED = "passed", _l("通过")
    NOT_PASSED = "not_passed", _l("没有通过")
    NOT_QUORATE = "not_quorate", _l("到会人数不够，不算数")
    NOT_STUDIED = "not_studied", _l("没有先经党组织研究，不算数")


class SetUp(Term):
    """The steps of taking a unit over from paper, in this order."""

    GROUPS = "groups", _l("村（居）民小组和户数")
    STANDING = "standing", _l("总人数、户数、办公电话和地点")
    COMMITTEE = "committee", _l("现任村（居）民委员会")
    SUPERVISION = "supervision", _l("监督委员会")
    STAFF = "staff", _l("文书、会计、出纳")
    REPRESENTATIVES = "representatives", _l("村（居）民代表")
    RULES = "rules", _l("章程、村规民约和制度")
    BALANCE = "balance", _l("期初余额")
    CONFIRM = "confirm", _l("第二人确认")
    CLOSE = "close", _l("完成接手")

    def named(self, kind: str) -> LazyString:
        """The step in a unit of this kind."""
        return _STEPS.get(self, {}).get(kind, self.label)


_STEPS: dict[SetUp, dict[str, LazyString]] = {
    SetUp.GROUPS: {_VILLAGE: _l("村民小组和户数"), _RESIDENTS: _l("居民小组和户数")},
    SetUp.COMMITTEE: {_VILLAGE: _l("现任村民委员会"), _RESIDENTS: _l("现任居民委员会")},
    SetUp.SUPERVISION: _BODIES[Body.SUPERVISION],
    SetUp.REPRESENTATIVES: {_VILLAGE: _l("村民代表"), _RESIDENTS: _l("居民代表")},
    SetUp.RULES: {_VILLAGE: _l("章程、村规民约和制度"), _RESIDENTS: _l("章程、居民公约和制度")},
}


class BodyTag(Term):
    """What can be done to a unit and its bodies."""

    PROPOSED = "body:term:proposed", _l("登记了任职，等第二人确认")
    CONFIRMED = "body:term:confirmed", _l("确认了任职")
    SEATED = "body:term:seated", _l("按选举结果登记了任职")
    ENDED = "body:term:ended", _l("结束了任职")
    WITHDRAWN = "body:term:withdrawn", _l("撤回了没有确认的任职")
    IMPORTED = "body:term:imported", _l("导入了村（居）民代表，等第二人确认")
    GROUP_KEPT = "body:group:kept", _l("登记了小组")
    GROUP_CLOSED = "body:group:closed", _l("撤销了小组")
    STANDING_KEPT = "body:standing:kept", _l("登记了人口、户数和办公电话")
    RULE_ADOPTED = "body:rule:adopted", _l("登记了制度")
    RULE_REPEALED = "body:rule:repealed", _l("登记了制度失效")
    TAKEN_OVER = "body:unit:taken_over", _l("完成了接手")


class BodyDetail(Term):
    """What is noted of such an act."""

    OFFICE = "office", _l("职务")
    BASIS = "basis", _l("产生方式")
    FROM = "from_on", _l("任职日期")
    UNTIL = "until_on", _l("任期到")
    DOCUMENT = "document", _l("依据文件")
    ENDED_ON = "ended_on", _l("离任日期")
    END_REASON = "end_reason", _l("离任原因")
    GROUP_NAME = "group_name", _l("小组")
    ADULTS = "adults", _l("十八周岁以上人数")
    HOUSEHOLDS = "households", _l("户数")
    PHONE = "office_phone", _l("办公电话")
    PLACE = "office_place", _l("办公地点")
    TITLE = "rule_title", _l("名称")
    ADOPTED_ON = "adopted_on", _l("通过日期")
    CLOSED_ON = "closed_on", _l("失效日期")
    COUNT = "people", _l("人数")


class BodyReason(Reason):
    """Why an act on a body is refused."""

    CONFLICT = "body_conflict", _l("%(sentence)s依据：%(ground)s。")
    BASIS = "body_basis", _l("“%(office)s”不能按“%(basis)s”登记，请另选产生方式。")
    BY_RESULT = "body_by_result", _l("选举产生的成员，在张贴选举结果时自动登记，不用在这里填写。")
    NOT_ANY_MORE = "body_not_any_more", _l("本村（社区）已经接手并且在这里选举过，不能再按纸质材料接续。")
    STANDING_JUST_ENTERED = (
        "body_standing_just_entered",
        _l("别人刚刚填写了概况，没有保存您的。请再按一次，比较两个人填的内容。"),
    )
    DOCUMENT = "body_document", _l("请填写依据文件的名称或者文号。")
    TWO_PAPERS = (
        "body_two_papers",
        _l("选了已有的文件，又填了另一份。用另一份的，请在这里改选“另一份文件”；否则请清空下面填的。"),
    )
    PHOTO = "body_photo", _l("请上传依据文件的照片或者扫描件。")
    NO_DECISION = "body_no_decision", _l("请选择推选的会议决定，或者填写依据文件并上传照片。")
    ONLY_BY_DECISION = (
        "body_only_by_decision",
        _l("接手以后，%(office)s要由会议推选产生：请先登记推选的会议，结束记录，再在这里选择它的决定。"),
    )
    WRONG_MEETING = "body_wrong_meeting", _l("%(office)s不由%(kind)s推选，请选择别的会议决定。")
    NOT_SITTING = "body_not_sitting", _l("代理主任的，应当是在任的副主任或者委员。")
    END_REASON = "body_end_reason", _l("%(office)s不能因“%(why)s”结束任职，请另选原因。")
    HEED = "body_heed", _l("请先看：%(sentence)s依据：%(ground)s。仍要登记的，请勾选下面一项再登记。")
    DECISION = "body_decision", _l("这项会议决定还不能作依据：会议没有结束记录，或者没有通过。")
    NO_GROUP = "body_no_group", _l("请选择小组。")
    FUTURE = "body_future", _l("日期还没有到，请填今天或以前的日期。")
    UNTIL_BEFORE = "body_until_before", _l("任期结束的日期不能早于任职日期。")
    LAPSED = "body_lapsed", _l("这份聘用（代理）到 %(day)s 已经结束。请填现在的期限；没有写明期限的不填。")
    SAME_PERSON = "body_same_person", _l("录入人与确认人不能是同一人，请由另一人确认。")
    YOURSELF = "body_yourself", _l("不能确认自己的任职，请由另一人确认。")
    CONFIRMED_ALREADY = "body_confirmed", _l("这项任职已经确认，不用再办。")
    ENDED_ALREADY = "body_ended", _l("这项任职已经结束，不用再办。")
    BEFORE_FROM = "body_before_from", _l("离任日期不能早于任职日期 %(day)s。")
    NOT_CONFIRMED = "body_not_confirmed", _l("这项任职还没有确认，不用结束；登记有误的，请撤回。")
    WHY = "body_why", _l("请写明为什么撤回。")
    NOTE_NEEDED = "body_note", _l("请写明离任的依据，例如会议决定、辞职报告的日期。")
    FROM_ABOVE = "body_from_above", _l("监督委员会成员的离任由乡镇（街道）办理，本村（社区）不能自己办理。")
    NOTHING_CHOSEN = "body_nothing_chosen", _l("请至少勾选一人。")
    GROUP_NAME = "body_group_name", _l("本村（社区）已有这个小组，请换一个名称。")
    GROUP_CLOSED = "body_group_closed", _l("这个小组已经撤销，不能再改。")
    RULE_REPEALED = "body_rule_repealed", _l("这项制度已经登记失效，不用再办。")
    TAKEN_OVER_ALREADY = "body_taken_over", _l("接手已经完成，不用再办。")
    SET_UP_OPEN = "body_set_up_open", _l("还不能完成接手：请先办好“%(steps)s”。")
    CHANGED = "body_import_changed", _l("预览以后名单有变动，请再看一遍预览再确认。")
    FAULTY = "body_import_faulty", _l("文件里有 %(count)s 处要改，没有写入任何数据。请改好后重新上传。")
    NO_SUCH_GROUP = "body_import_group", _l("没有“%(name)s”这个小组。请先登记小组，或者改正名称。")
    NO_GROUP_NAME = "body_import_no_group", _l("没有填小组。请填写登记过的小组名称。")
    TWICE = "body_import_twice", _l("与第 %(other)s 行是同一个人，请只留一行。")
    HOUSEHOLDS = "body_import_households", _l("户数要填大于 0 的整数。")
    REPRESENTATIVE_ALREADY = "body_import_already", _l("%(name)s 已经登记为代表，不再导入。")
    OTHER_NAME = "body_import_name", _l("这个身份证号登记的是另一个姓名，请对照身份证核对。")


class MeetingTag(Term):
    """What can be done with a meeting."""

    HELD = "meeting:entry:held", _l("登记了会议")
    CHANGED = "meeting:entry:changed", _l("改正了会议记录")
    ATTENDANCE = "meeting:attendance:noted", _l("登记了到会情况")
    VOTE = "meeting:vote:noted", _l("登记了表决")
    VOTE_CHANGED = "meeting:vote:changed", _l("改正了表决")
    VOTE_REMOVED = "meeting:vote:removed", _l("删去了表决")
    ATTACHED = "meeting:file:attached", _l("给会议附上了文件")
    DETACHED = "meeting:file:detached", _l("从会议上取下了文件")
    CLOSED = "meeting:entry:closed", _l("结束了会议记录，以后不能再改")
    VOIDED = "meeting:entry:voided", _l("作废了会议记录")


class MeetingDetail(Term):
    """What is noted of such an act."""

    MEETING = "meeting", _l("会议种类")
    SUBJECT = "subject", _l("议题")
    HELD_ON = "held_on", _l("开会日期")
    PLACE = "meeting_place", _l("地点")
    PRESIDED_BY = "presided_by", _l("主持人")
    GROUP = "meeting_group", _l("小组")
    ENTITLED = "entitled", _l("应到")
    PRESENT = "present", _l("实到")
    PARTY_STUDY_ON = "party_study_on", _l("党组织研究日期")
    MINUTES = "minutes", _l("会议记录")
    ABSENT = "absent", _l("缺席")
    EXCUSED = "excused", _l("请假")
    SAT_IN = "sat_in", _l("列席")
    MATTER = "matter_voted", _l("表决事项")
    IMPORTANT = "important", _l("重要事项")
    FOR = "votes_for", _l("赞成")
    AGAINST = "votes_against", _l("反对")
    ABSTAINED = "abstained", _l("弃权")
    QUORATE = "quorate", _l("到会人数达到法定数")


class MeetingReason(Reason):
    """Why an act on a meeting is refused."""

    CLOSED = "meeting_closed", _l("这次会议已于 %(day)s 结束记录，不能再改。登记有误的，请作废后重新登记。")
    NOT_YOURS = "meeting_not_yours", _l("%(kind)s由别的岗位登记，您不能登记。")
    IN_FUTURE = "meeting_in_future", _l("会议还没有开，请填今天或以前的日期。")
    NO_MEMBERS = "meeting_no_members", _l("%(day)s 还没有登记这个机构的成员。请先在“机构和成员”里登记，再登记会议。")
    NO_GROUP = "meeting_no_group", _l("请选择是哪一个小组。")
    NO_ENTITLED = "meeting_no_entitled", _l("应到人数不能是 0，请填写。")
    TOO_FEW = "meeting_too_few", _l("应到人数不能少于在任的村（居）民委员会成员 %(count)s 人，请核对。")
    ENTITLED_REASON = "meeting_entitled_reason", _l("登记的基数是 %(known)s，您填的不同，请写明理由。")
    TOO_MANY = "meeting_too_many", _l("实到 %(present)s 多于应到 %(entitled)s，请核对。")
    NOT_A_MEMBER = "meeting_not_a_member", _l("名单已经变动，请重新勾选到会的人。")
    BOTH = "meeting_both", _l("%(names)s 既勾了到会又勾了请假，请只留一个。")
    NO_EXCUSE = "meeting_no_excuse", _l("勾了请假的，请写明原因；没有正当理由的，不要勾请假。")
    BELOW_VOTES = "meeting_below_votes", _l("“%(matter)s”登记了 %(votes)s 票，多于实到 %(present)s。请先改正票数。")
    NOT_COUNTED = "meeting_not_counted", _l("还没有登记到会情况。请先登记到会，再登记票数。")
    VOTES_OVER = "meeting_votes_over", _l("赞成、反对、弃权一共 %(votes)s 票，多于有表决权的实到 %(present)s。请核对。")
    VOTES_PARTLY = "meeting_votes_partly", _l("赞成、反对、弃权三个数都要填；没有的填 0。")
    STUDY_AFTER = "meeting_study_after", _l("党组织研究应当在开会以前，请填 %(day)s 以前的日期；没有研究的，空着不填。")
    OPEN_VOTES = "meeting_open_votes", _l("“%(matters)s”还没有登记票数。请先登记票数，或者删去这一项。")
    NO_ATTENDANCE = "meeting_no_attendance", _l("还没有登记到会情况，请先登记。")
    STILL_OPEN = "meeting_still_open", _l("这次会议还没有结束记录，可以直接改正，不用作废。")
    VOIDED = "meeting_voided", _l("这次会议的记录已经作废，不用再办。")
    RESTED_ON = "meeting_rested_on", _l("不能作废：%(things)s以这次会议的决定为依据。请先处理它们。")
