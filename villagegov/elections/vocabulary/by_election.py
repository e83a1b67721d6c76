"""Words of a by-election (补选, E-105)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Trigger(Term):
    """Why seats have to be filled before the next round."""

    FEW = "few", _l("在任成员 %(have)s 人，少于 %(needed)s 人")
    NO_CHAIR = "no_chair", _l("主任空缺")
    NO_WOMAN = "no_woman", _l("没有妇女成员")


class ByElectionTag(Term):
    """What can be done about it."""

    STARTED = "by_election:entry:created", _l("新建了补选")


class ByElectionReason(Reason):
    """Why a by-election is refused, and what to do."""

    NOBODY_SITS = "by_election_nobody_sits", _l("没有在任的成员，不能补选；请办理换届选举或者重新选举。")
    NO_VACANCY = "by_election_no_vacancy", _l("没有空缺的职位，不用补选。")
    OPEN_ALREADY = "by_election_open", _l("已有一次补选还没有公布结果，请打开已有的那一次。")
    NO_SEATS = "by_election_no_seats", _l("请填写要补选的名额。")
    OVER_VACANCY = "by_election_over_vacancy", _l("%(post)s空缺 %(vacant)s 名，不能多于这个数。")
    METHOD = "by_election_method", _l("村民委员会的补选由村民会议（全体选民）或者村民代表会议投票，请另选。")
    TERM_OVER = "by_election_term_over", _l("本届任期到 %(day)s，选举日要在任期以内。")


#: What happens when seats stay empty.
OTHERWISE: LazyString = _l("空缺不补，委员会不健全；缺额多的不能依法作出决定。")
