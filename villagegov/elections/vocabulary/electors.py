"""Words of those who vote for others: household representatives, residents' representatives."""

from villagegov.law.vocabulary import Method
from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l

#: Who casts the ballots, by the way of electing.
ELECTORS: dict[Method, LazyString] = {
    Method.VOTERS: _l("登记参加选举"),
    Method.HOUSEHOLDS: _l("户代表"),
    Method.REPS: _l("居民代表"),
}


class ElectorReason(Reason):
    """Why a list of those who vote is refused."""

    ALL_VOTE = "elector_all_vote", _l("本次选举由全体选民投票，不用另列户代表或者居民代表。")
    NUMBERS = (
        "elector_numbers",
        _l("请填写选民名单上的编号，用逗号隔开，连续的写成 3-8。看不懂的是：%(word)s。"),
    )
    UNKNOWN = "elector_unknown", _l("选民名单上没有这些编号：%(numbers)s。请核对。")
    NONE = "elector_none", _l("本次选举由%(who)s投票，请先登记%(who)s的名单，再公布选民名单。")
    POSTED = "elector_posted", _l("名单已经公布，不能再改；不再是选民的人从选民名单划掉时，也从这份名单划掉。")


class ElectorTag(Term):
    """What can be done with the list."""

    SET = "electors:list:set", _l("登记了户代表或者居民代表的名单")


class ElectorDetail(Term):
    """What is noted, by name."""

    ELECTORS = "electors", _l("投票的代表（人）")
