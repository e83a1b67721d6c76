"""Words of voter cards (选民证): printed from the roll, reissued, and asked about by their holder (E-42, F-10)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class CardTag(Term):
    """What is done with cards."""

    PRINTED = "roll:cards:printed", _l("打印了选民证")
    REISSUED = "roll:card:reissued", _l("补发了选民证")


class CardDetail(Term):
    """What is noted of it."""

    FIRST = "first_number", _l("从编号")
    LAST = "last_number", _l("到编号")
    CARDS = "cards", _l("张数")
    ISSUE = "issue", _l("第几次发证")


class CardReason(Reason):
    """Why there is no card, or no answer."""

    NO_SUCH_NUMBER = "card_no_such_number", _l("名单上没有这个编号，请核对。")
    NOBODY = "card_nobody", _l("这一批里没有人，请另选一批。")
