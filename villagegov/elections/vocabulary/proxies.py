"""Words of voting by proxy (委托投票)."""

from villagegov.people.vocabulary import Kin
from villagegov.refusal import Reason
from villagegov.vocabulary import LazyString, Term, _l


class Relation(Term):
    """What the proxy is to the voter he votes for: one of the eight of A-08, or another voter."""

    SPOUSE = "spouse", Kin.SPOUSE.label
    PARENT = "parent", Kin.PARENT.label
    CHILD = "child", Kin.CHILD.label
    SIBLING = "sibling", Kin.SIBLING.label
    PATERNAL_GRANDPARENT = "paternal_grandparent", Kin.PATERNAL_GRANDPARENT.label
    MATERNAL_GRANDPARENT = "maternal_grandparent", Kin.MATERNAL_GRANDPARENT.label
    SONS_CHILD = "sons_child", Kin.SONS_CHILD.label
    DAUGHTERS_CHILD = "daughters_child", Kin.DAUGHTERS_CHILD.label
    OTHER = "other", _l("其他选民")

    @property
    def is_kin(self) -> bool:
        """Whether it is near kin."""
        return self is not Relation.OTHER


class ProxyTag(Term):
    """What is done with proxies."""

    ENTERED = "proxy:entry:entered", _l("登记了委托投票")
    REVOKED = "proxy:entry:revoked", _l("撤销了委托投票")
    POSTED = "proxy:list:posted", _l("公布了委托投票名单")


class ProxyDetail(Term):
    """What is noted of it."""

    PRINCIPAL = "principal", _l("委托人")
    HOLDER = "holder", _l("受委托人")
    WRITTEN_ON = "written_on", _l("书面委托日期")


class ProxyReason(Reason):
    """Why a proxy is refused, and what to do."""

    NONE_WITH_REPS = "proxy_none_with_reps", _l("居民代表选举不能委托投票（%(article)s）。")
    PRINCIPAL_NOT_ON_ROLL = "proxy_principal_not_on_roll", _l("选民名单上没有这个编号，请核对委托人的编号。")
    HOLDER_NOT_ON_ROLL = "proxy_holder_not_on_roll", _l("受委托人要是本次选举的选民（%(article)s）。请核对编号。")
    SAME = "proxy_same", _l("委托人和受委托人是同一个人，请核对编号。")
    TWICE = "proxy_twice", _l("%(name)s已经委托了%(holder)s。要换人，请先撤销。")
    HOLDER_IS_AWAY = "proxy_holder_is_away", _l("%(name)s自己已委托别人投票，不能再替别人投票（不得再委托）。")
    PRINCIPAL_HOLDS = "proxy_principal_holds", _l("%(name)s受别人委托，不能再委托他人。请先撤销那些委托。")
    ON_MOBILE_LIST = (
        "proxy_on_mobile_list",
        _l(
            "%(name)s已列入流动票箱的投票人员名单，由票箱上门投票；委托了别人的不能自己再投票（%(article)s）。"
            "请先把他移出那份名单，再登记委托。"
        ),
    )
    CANDIDATE = "proxy_candidate", _l("%(name)s是候选人，不能接受委托（%(article)s）。")
    OVER_CAP = "proxy_over_cap", _l("%(name)s已接受 %(count)s 人委托，每人最多 %(cap)s 人（%(article)s）。")
    NOT_KIN = "proxy_not_kin", _l("按 %(profile)s，只能委托近亲属（%(article)s）。请选择两人的关系。")
    LIST_POSTED = "proxy_list_posted", _l("委托投票名单已于 %(day)s 公布，不能再增加；没有公布的委托无效。")
    LATE = "proxy_late", _l("委托投票名单应当在选举日的 %(days)s 日前公布，最迟 %(sum)s（%(article)s）。")
    NONE_TO_POST = "proxy_none_to_post", _l("还没有登记委托，没有名单可以公布。")
    NOW_CANDIDATES = "proxy_now_candidates", _l("%(names)s现在是候选人，不能接受委托。请先撤销，再公布。")
    WRITTEN_LATER = "proxy_written_later", _l("书面委托的日期不能晚于今天，也不能晚于选举日。")
    REVOKED_ALREADY = "proxy_revoked_already", _l("这项委托已经撤销。")
    REASON_NEEDED = "proxy_reason_needed", _l("名单已经公布，请写明撤销的理由。")
    MORE_THAN_POSTED = (
        "proxy_more_than_posted",
        _l("各站委托领票合计 %(proxy)s 张，公布的有效委托只有 %(posted)s 项，请核对。"),
    )


#: What a page says of a proxy whose holder became a candidate.
LAPSED: LazyString = _l("受委托人成为候选人，委托失效")
