"""Words of residents' questions and their answers."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class QuestionState(Term):
    """How far a question has come; computed from its facts, never stored (D-10)."""

    ASKED = "ASKED", _l("等待答复")
    ANSWERED = "ANSWERED", _l("已答复")
    SATISFIED = "SATISFIED", _l("已答复，提问人满意")
    UNSATISFIED = "UNSATISFIED", _l("已答复，提问人不满意")
    ESCALATED = "ESCALATED", _l("已向乡镇（街道）反映")


class Narrowed(Term):
    """What a list of questions is narrowed to."""

    WAITING = "waiting", _l("没有答复")
    LATE = "late", _l("超过期限没有答复")
    ANSWERED = "answered", _l("已答复")
    UNSATISFIED = "unsatisfied", _l("提问人不满意")
    HELD = "held", _l("不公开")


class Way(Term):
    """How a question came in."""

    WEB = "web", _l("网上提问")
    VISIT = "visit", _l("来访")
    CALL = "call", _l("打电话")


class HoldGround(Term):
    """Why the words of a question are not shown to everybody."""

    ABUSIVE = "abusive", _l("有辱骂、攻击人的话")
    NAMES_PERSON = "names_person", _l("写到了私人的姓名或者隐私")


class QuestionTag(Term):
    """What can be done with a question."""

    ASKED = "question:entry:asked", _l("提出了询问")
    ENTERED = "question:entry:entered", _l("代为登记了询问")
    ANSWERED = "question:answer:given", _l("答复了询问")
    RATED = "question:answer:rated", _l("说明对答复是否满意")
    HELD = "question:public:held", _l("决定不公开询问的内容")
    RELEASED = "question:public:released", _l("恢复公开询问的内容")
    PHONE_SEEN = "question:asker:phone_seen", _l("看了提问人的电话")


class QuestionDetail(Term):
    """What an entry about a question tells."""

    NUMBER = "question_number", _l("询问编号")
    WAY = "question_way", _l("提出方式")
    ASKED_ON = "question_asked_on", _l("提出日期")
    SATISFIED = "question_satisfied", _l("满意")
    GROUND = "hold_ground", _l("不公开的原因")


class QuestionReason(Reason):
    """Why something cannot be done with a question, and what to do instead."""

    PHONE = "question_phone", _l("请填写电话号码，例如 13800138000 或者 0751-1234567。")
    FUTURE = "question_future", _l("提出日期不能晚于今天（%(today)s），请改正。")
    UNIT_FULL = "question_unit_full", _l("本村（社区）今天收到的提问已经很多，请明天再提，或者打办公电话。")
    ANSWERED = "question_answered", _l("这个问题已于 %(day)s 答复，不能再改。")
    NOT_ANSWERED = "question_not_answered", _l("还没有答复，不能评价。")
    RATED = "question_rated", _l("您已经评价过这个答复。")
    HELD = "question_held", _l("这个问题的内容已经不公开了。")
    NOT_HELD = "question_not_held", _l("这个问题的内容本来就公开。")
    NO_PHONE = "question_no_phone", _l("提问人没有留电话（用自己的账号提问，或者来访时没有留）。")
    CODE_SHORT = "receipt_code_short", _l("查询码有 12 个字母和数字，请照回执填写。")
    CODE_UNKNOWN = "receipt_code_unknown", _l("没有这个查询码，请照回执再填一次。")


ANSWER_ARTICLE = _l("村民委员会组织法（2025）第35条：接受查询；10 日参照《四川省村务公开条例》第16条，广东条文未读到")
#: What happens when a question is not answered in time (D-10, D-12).
OTHERWISE = _l("超过期限，问题会显示“未答复”，提问人可以向乡镇（街道）反映。")
