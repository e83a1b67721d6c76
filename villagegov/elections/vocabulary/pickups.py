"""Words of the pick-up register (领票登记): who drew how many ballots, and nothing of the vote (P-14)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class PickupTag(Term):
    """What is done with it."""

    SWITCHED_ON = "pickup:register:on", _l("启用了领票登记")
    SWITCHED_OFF = "pickup:register:off", _l("停用了领票登记")
    DRAWN = "pickup:entry:drawn", _l("登记了领票")
    UNDONE = "pickup:entry:undone", _l("撤销了误登的领票")


class PickupDetail(Term):
    """What is noted of it."""

    BALLOTS = "ballots", _l("领票张数")


class PickupReason(Reason):
    """Why no ballots are given out, and what to do."""

    BEGUN = "pickup_begun", _l("投票已经开始，不能再改用或者停用领票登记。")
    OFF = "pickup_off", _l("本次选举没有启用领票登记，请上报领票数。")
    ON = "pickup_on", _l("本次选举用领票登记，领票数由登记合计，不用上报。请在领票登记里登记。")
    NOT_OPEN = "pickup_not_open", _l("投票还没有开始，或者已经结束，不能登记领票。")
    TWICE = "pickup_twice", _l("%(name)s已于 %(time)s 在%(station)s领票，不能再领。")
    AT_ONCE = "pickup_at_once", _l("刚才别处已给这个人登记领票，请重新查找。")
    HAS_PROXY = (
        "pickup_has_proxy",
        _l("%(name)s已委托%(holder)s投票，不能再领票（%(article)s）。"),
    )
    UNDONE = "pickup_undone", _l("这一次领票已经撤销，不用再办。")
    PROXY_DRAWN = "pickup_proxy_drawn", _l("%(name)s已经替他领了票，委托不能再撤销。误登的，请先撤销那一次领票。")
    DIFFERS = "pickup_differs", _l("与领票登记不符：登记合计 %(drawn)s 张。请核对。")


class Draw(Term):
    """Whether a voter may draw ballots now."""

    MAY = "may", _l("可以领票")
    DREW = "drew", _l("已领票")
    AWAY = "away", _l("已委托别人")
