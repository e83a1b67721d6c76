"""Words of the law room: committees, methods, sources and how far we read them, and the fields of a profile."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class CommitteeKind(Term):
    """Which of the two laws a committee lives under."""

    VILLAGE = "village", _l("村民委员会")
    RESIDENTS = "residents", _l("居民委员会")


class Method(Term):
    """Who casts the ballots; its denominator follows (E-74)."""

    VOTERS = "voters", _l("全体选民选举")
    HOUSEHOLDS = "households", _l("户代表选举")
    REPS = "reps", _l("居民代表选举")


class Status(Term):
    """How far a source was read (rulebook 0.1)."""

    VERIFIED = "verified", _l("已核对原文")
    OPENING = "opening", _l("已核对原文，仅前几条")
    SECOND_HAND = "second_hand", _l("据新闻或官方摘要")
    ANALOG = "analog", _l("参照外省现行规定，非广东条文")
    UNVERIFIED = "unverified", _l("一般了解，未核对")
    DESIGN = "design", _l("系统约定，不是法律")
    ENTERED = "entered", _l("由省或者本届换届录入")


class Scope(Term):
    """Who may change a value (rulebook 0.2)."""

    FIX = "fix", _l("全国统一，不可更改")
    PROFILE = "profile", _l("随选举日所适用的法律而定")
    PROV = "prov", _l("由省规定")
    ROUND = "round", _l("由本届换届规定")
    UNIT = "unit", _l("由本村（社区）规定")


class Law(Term):
    """A text that an article is cited from."""

    VILLAGE_2025 = "village-2025", _l("《中华人民共和国村民委员会组织法》（2025年修正）")
    VILLAGE_2018 = "village-2018", _l("《中华人民共和国村民委员会组织法》（2018年修正）")
    RESIDENTS_2025 = "residents-2025", _l("《中华人民共和国城市居民委员会组织法》（2025年修订）")
    RESIDENTS_2018 = "residents-2018", _l("《中华人民共和国城市居民委员会组织法》（2018年修正）")
    CIVIL_CODE = "civil-code", _l("《中华人民共和国民法典》")
    WOMEN = "women-2022", _l("《中华人民共和国妇女权益保障法》（2022年修订）")
    GUANGDONG_2020 = "guangdong-2020", _l("《广东省村民委员会选举办法》（2020年修订）")
    GUANGDONG_2010 = "guangdong-2010", _l("《广东省村民委员会选举办法》（2010年修订）")
    HAINAN = "hainan-2025", _l("《海南省村民委员会选举办法》（2025年修正，参照）")
    SICHUAN_VILLAGE = "sichuan-village-2025", _l("《四川省村民委员会选举条例》（2025年，参照）")
    SICHUAN_RESIDENTS = "sichuan-residents-2025", _l("《四川省城市居民委员会选举条例》（2025年，参照）")


class KinBar(Term):
    """Whether members may be near kin of one another (E-09)."""

    NATIONAL = "national", _l("法律规定近亲属回避")
    PROVINCE = "province", _l("由省规定近亲属回避")
    NONE = "none", _l("法律未规定近亲属回避")


class KinSet(Term):
    """Which relations count as near kin (E-09, A-08)."""

    THREE = "three", _l("夫妻、父母子女、兄弟姐妹")
    EIGHT = "eight", _l("配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女")


class Nominators(Term):
    """Who may name a candidate (E-43)."""

    VILLAGERS = "villagers", _l("登记参加选举的村民")
    PARTY_OR_VILLAGERS = "party_or_villagers", _l("村党组织或者登记参加选举的村民")
    PARTY_OR_TEN_VOTERS = "party_or_ten_voters", _l("社区党组织或者十名以上选民联合")
    NOT_STATED = "not_stated", _l("法律未规定")


class LeavesCommittee(Term):
    """Who leaves the election committee when somebody is nominated (E-16)."""

    NOMINEE = "nominee", _l("被提名的成员")
    NOMINEE_OR_KIN = "nominee_or_kin", _l("被提名的成员，以及近亲属被提名的成员")
    NOT_STATED = "not_stated", _l("法律未规定")


class ProxyHolder(Term):
    """Who may vote for an absent voter (E-56)."""

    NEAR_KIN = "near_kin", _l("本村有选举权的近亲属")
    ANY_VILLAGER = "any_villager", _l("本村有选举权的近亲属或者其他村民")
    ANY_VOTER = "any_voter", _l("本社区其他选民")
    NOT_STATED = "not_stated", _l("法律未规定")


class CategoryThree(Term):
    """Who without hukou here may vote (E-27, E-28, E-29)."""

    LIVED = "lived", _l("居住满规定期限，本人申请，村民会议或者村民代表会议同意")
    LIVED_OR_WORKED = "lived_or_worked", _l("居住或者从事村务工作满规定期限，本人申请，村民会议或者村民代表会议同意")
    PERMANENT_OR_WORKER = "permanent_or_worker", _l("常住居民，或者工作满规定期限的社区工作者")
    BY_CITY = "by_city", _l("法律未规定，由各市规定")


class OvercountBasis(Term):
    """What the collected ballots are held against (E-72)."""

    ISSUED = "issued", _l("发出的选票数")
    PARTICIPANTS = "participants", _l("参加投票的人数")


class WomenMode(Term):
    """How the women's seat is secured (E-80)."""

    RESERVE = "reserve", _l("在委员名额中保留")
    DEDICATED = "dedicated_post", _l("专职专选")


class KinTie(Term):
    """What is done when kin in the same office have the same votes (E-81)."""

    REVOTE = "revote", _l("再次投票")


class KinBackfill(Term):
    """How the seat of the one who leaves is filled (E-81)."""

    RERUN = "rerun", _l("另行选举")


class Carry(Term):
    """Whether votes for a higher office count for a lower one (E-82)."""

    NONE = "none", _l("不累加")
    DOWN = "down", _l("高职位未当选的得票加入低职位")


class PreselectBody(Term):
    """Who votes in a pre-vote (E-51)."""

    VOTERS = "voters", _l("全体选民过半数")
    REPS = "reps", _l("村（居）民代表三分之二以上")


class Chapter(Term):
    """The parts in which a profile is read."""

    COMMITTEE = "committee", _l("委员会的组成和任期")
    ROLL = "roll", _l("选举委员会和选民名单")
    CANDIDATES = "candidates", _l("候选人")
    VOTING = "voting", _l("投票和委托")
    DECIDING = "deciding", _l("计票和当选")
    AFTER = "after", _l("另行选举和选举之后")


class Field(Term):
    """The fields of a profile: the rows of rulebook 0.5 and the parameters of the rules."""

    TERM_YEARS = "term_years", _l("任期（年）")
    TERM_YEARS_BEFORE = "term_years_before", _l("2018年12月29日以前的任期（年）")
    MAX_SHIFT_MONTHS = "max_shift_months", _l("提前或者延期换届不超过（月）")
    SHIFT_WARN_MONTHS = "shift_warn_months", _l("提前或者延期换届超过此数须提示（月）")
    SEATS_MIN = "seats_min", _l("成员最少人数")
    SEATS_MAX = "seats_max", _l("成员最多人数")
    WOMAN_REQUIRED = "woman_required", _l("应当有妇女成员")
    MIN_WOMEN = "min_women", _l("妇女成员最少人数")
    MINORITY_REQUIRED = "minority_required", _l("多民族居住地区应当有人数较少的民族的成员")
    KIN_BAR = "kin_bar", _l("成员近亲属回避")
    KIN_SET = "kin_set", _l("近亲属的范围")
    NOMINATORS = "nominators", _l("候选人的提名")
    JOINT_MIN = "joint_min", _l("联合提名最少人数")
    CANDIDATE_BARS = "candidate_bars", _l("法律规定不得作为候选人的四种情形")
    COMMITTEE_VICE = "committee_vice", _l("选举委员会设副主任")
    COMMITTEE_MIN = "committee_min", _l("选举委员会最少人数")
    COMMITTEE_MAX = "committee_max", _l("选举委员会最多人数")
    MAX_ABSENT = "max_absent", _l("选举委员会成员无正当理由缺席满此次数，职务自行终止")
    LEAVES_COMMITTEE = "leaves_committee", _l("应当退出选举委员会的人")
    PROXY_HOLDER = "proxy_holder", _l("可以受委托投票的人")
    PROXY_CAP = "proxy_cap", _l("每人接受委托最多人数")
    CANDIDATE_MAY_HOLD = "candidate_may_hold_proxies", _l("候选人可以接受委托")
    PROXIES_WITH_REPS = "proxies_with_reps", _l("居民代表选举可以委托投票")
    CATEGORY_THREE = "category_three", _l("户籍不在本地的人参加选举")
    CATEGORY_THREE_MONTHS = "category_three_months", _l("户籍不在本地的人居住或者工作满（月）")
    PERMANENT_MONTHS = "permanent_months", _l("常住居民须居住满（月），0 为不要求")
    NONREG_PROOF = "nonreg_proof", _l("户籍不在本地的人须有户籍地未登记的证明")
    DROP_UNREACHABLE = "drop_unreachable", _l("经多次联系仍联系不上的人可以不列入名单")
    DROP_UNFIT = "drop_unfit", _l("经医学证明不能行使选举权的人可以不列入名单")
    POSTING_KEEP_DAYS = "posting_keep_days", _l("公布期限不少于（日）")
    ROLL_POST_DAYS = "roll_post_days", _l("名单在选举日前公布（日）")
    OBJECTION_DAYS = "objection_days", _l("对名单提出申诉的期限（日）")
    DECISION_DAYS = "decision_days", _l("对申诉作出决定的期限（日）")
    SECOND_APPEAL = "second_appeal", _l("对处理决定不服，可以向乡镇再次申诉")
    APPEAL_DAYS = "appeal_days", _l("再次申诉的提出期限，以及乡镇作出决定的期限（日）")
    FREEZE_DAYS = "freeze_days", _l("名单最早定稿：公布后（日）")
    REPOST_AFTER_DAYS = "repost_after_days", _l("选举日推迟超过此数须重新核对公布名单（日）")
    OPEN_BALLOT = "open_ballot", _l("可以不确定候选人直接投票")
    MARGIN_CHAIR = "margin_chair", _l("主任候选人的差额")
    MARGIN_VICE = "margin_vice", _l("副主任候选人的差额")
    MARGIN_MEMBER_MIN = "margin_member_min", _l("委员候选人的最小差额")
    MARGIN_MEMBER_MAX = "margin_member_max", _l("委员候选人的最大差额")
    MIN_WOMEN_CANDIDATES = "min_women_candidates", _l("妇女候选人最少人数")
    PRESELECT_BODY = "preselect_body", _l("初步候选人过多时，参加预选的人")
    CANDIDATE_POST_DAYS = "candidate_post_days", _l("候选人名单在选举日前公布（日）")
    WITHDRAW_DAYS = "withdraw_days", _l("候选人书面放弃的期限（日）")
    AUDIT_BEFORE_DAYS = "audit_before_days", _l("离任审计在选举日前公布（日）")
    POLL_POST_DAYS = "poll_post_days", _l("投票时间、地点、方式在选举日前公布（日）")
    PROXY_POST_DAYS = "proxy_post_days", _l("委托投票名单在选举日前公布（日）")
    SCRIBE_MAX = "scribe_max", _l("每人最多替几名选民代写")
    SCRIBE_POST_DAYS = "scribe_post_days", _l("代写名单在选举日前公布（日）")
    MOBILE_STAFF_MIN = "mobile_staff_min", _l("每个流动票箱的工作人员最少人数")
    MOBILE_SCRUTINEERS_MIN = "mobile_scrutineers_min", _l("其中监票人最少人数")
    MOBILE_LIST_DAYS = "mobile_list_days", _l("流动票箱投票人员名单在选举日前公布（日）")
    STAFF_KIN_BAR = "staff_kin_bar", _l("候选人及其近亲属不得担任选举工作人员")
    SECRET_PLACES = "secret_places", _l("设立秘密写票处")
    TURNOUT = "turnout", _l("过半数投票，选举有效")
    REPS_TWO_THIRDS = "reps_two_thirds", _l("居民代表选举须超过三分之二投票")
    OVERCOUNT_BASIS = "overcount_basis", _l("收回选票数不得多于")
    LEDGER = "ledger", _l("有效、无效、弃权之和等于收回数")
    MARKS = "marks", _l("每一选票所选人数不得多于应选名额")
    MAJORITY = "majority", _l("获得参加投票的人过半数的选票，始得当选")
    MOST_VOTES = "most_votes", _l("过半数的人多于应选名额的，得票多的当选")
    TIE = "tie", _l("得票相等不能确定的，再次投票")
    WOMEN_MODE = "women_mode", _l("妇女名额的落实办法")
    KIN_ORDER = "kin_order", _l("有近亲属关系的当选人，职务高者、得票多者留任")
    KIN_TIE = "kin_tie", _l("近亲属职位相同、得票相同的")
    KIN_BACKFILL = "kin_backfill", _l("近亲属回避后的空缺")
    CARRY = "carry", _l("高职位得票加入低职位")
    RERUN = "rerun", _l("当选人数不足的，另行选举")
    RERUN_FLOOR_PARTS = "rerun_floor_parts", _l("另行选举得票不少于选票总数的几分之一")
    RERUN_DAYS = "rerun_days", _l("另行选举的期限（日）")
    RERUN_NEEDS_TURNOUT = "rerun_needs_turnout", _l("另行选举也须过半数投票")
    MIN_SEATED = "min_seated", _l("可以暂缺的最少在任人数")
    CHAIR_VACANCY_OK = "chair_vacancy_ok", _l("主任可以暂缺")
    RESULT_POST_DAYS = "result_post_days", _l("选举结果公布期限（日）")
    WRITEIN_VET_DAYS = "writein_vet_days", _l("另选他人当选的，资格联审的期限（日）")
    FILING_DAYS = "filing_days", _l("选举结果报乡镇（街道）备案的期限（日）")
    CERT_DAYS = "cert_days", _l("颁发当选证书的期限（日）")
    HANDOVER_DAYS = "handover_days", _l("工作移交期限（日）")
    DISPUTE_DAYS = "dispute_days", _l("答复对选举的投诉的期限（日）")
    RESIGN_MEETING_DAYS = "resign_meeting_days", _l("会议表决辞职的期限（日）")
    END_NOTICE_DAYS = "end_notice_days", _l("公布职务终止的期限（日）")
    RECALL_PARTS = "recall_parts", _l("有选举权的人（户代表）中几分之一以上可以要求罢免")
    RECALL_REPS_PARTS = "recall_reps_parts", _l("代表中几分之一以上可以要求罢免")
    RECALL_VOTE = "recall_vote", _l("罢免须登记的人过半数投票，投票的人过半数同意")
    RECALL_CALL_DAYS = "recall_call_days", _l("召集罢免表决的期限（日）")
    RECALL_REPEAT_MONTHS = "recall_repeat_months", _l("罢免没有通过，同一事由再次提出须间隔（月）")
    BYELECTION_MONTHS = "byelection_months", _l("补选的期限（月）")
    ARCHIVE_DAYS = "archive_days", _l("选举档案归档的期限（日）")
    BALLOT_KEEP_YEARS = "ballot_keep_years", _l("封存的选票至少保管（年）")
    TURNOUT_REVIEW = "turnout_review_per_mille", _l("参选率超过此数（千分）须复核")


class LawTag(Term):
    """What can be done to a province's own values."""

    VALUE_SET = "law:value:set", _l("录入了本省的规定")
    VALUE_TAKEN_BACK = "law:value:removed", _l("撤销了本省的规定")


class LawDetail(Term):
    """What is noted of such an act."""

    COMMITTEE = "committee", _l("适用于")
    FIELD = "field", _l("项目")
    VALUE = "value", _l("规定")
    FROM_ON = "from_on", _l("选举日自")
    DOCUMENT = "document", _l("文件")
    APPLIED = "applied", _l("随之改变的选举（次）")


class LawReason(Reason):
    """Why a province's own value is refused."""

    ONLY_PROVINCES = "only_provinces", _l("只有省级可以录入本省的规定。")
    NOT_OPEN = "law_not_open", _l("按 %(profile)s，这一项不由省规定，不能更改。请另选一项，或者改“选举日自”。")
    OUT_OF_BOUNDS = "law_out_of_bounds", _l("这一项可以填写：%(bounds)s。请改正。")
    MARGINS = "law_margins", _l("委员候选人的最小差额不能大于最大差额。请先改另一项。")
    TAKEN = "law_value_taken", _l("这一项自同一天起已有规定。请先撤销，或者另选日期。")


class AskedReason(Reason):
    """Why a question to the decision service cannot be read, and what to send instead."""

    WRONG_TYPE = "wrong_type", _l("请用 Content-Type: application/json 提交。")
    TOO_LARGE = "too_large", _l("内容不能超过 %(limit)s 字节，请缩短后再提交。")
    NOT_JSON = "not_json", _l("内容不是完整的 UTF-8 编码的 JSON，请检查后再提交。")
    NOT_OBJECT = "not_object", _l("请提交一个 JSON 对象，各字段见 /api/v1/openapi.json。")
    MISSING = "missing", _l("缺少字段“%(name)s”，请补上。")
    UNKNOWN = "unknown", _l("没有“%(name)s”这个字段，请核对写法，或者删去。")
    TWICE = "twice", _l("“%(name)s”写了不止一次，请只留一个。")
    NOT_WHOLE = "not_whole", _l("“%(name)s”应当是 0 到 %(most)s 的整数，不加引号，不写小数和指数。")
    NOT_CHOICE = "not_choice", _l("“%(name)s”应当是其中之一：%(choices)s。")
    NOT_BOOLEAN = "not_boolean", _l("“%(name)s”应当是 true 或者 false。")
    NOT_VOTES = "not_votes", _l("“%(name)s”应当是一个对象，姓名对应得票数，最多 %(most)s 人。")
    NOT_NAMES = "not_names", _l("“%(name)s”应当是姓名的列表，最多 %(most)s 人。")
    NOT_NAME = "not_name", _l("“%(name)s”里的姓名应当有 1 到 %(most)s 个字，不含看不见的字符。")
