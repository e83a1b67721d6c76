"""Words of the catalogues an area adopts, and of what opens an item that is posted at once."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class AskedBy(Term):
    """Who asked for a matter that the catalogue does not name (D-09)."""

    VILLAGERS = "villagers", _l("村（居）民")
    REPRESENTATIVES = "representatives", _l("村（居）民代表")


class CatalogueTag(Term):
    """What can be done with catalogues and occasions."""

    BEGUN = "catalogue:draft:begun", _l("开始编制公开目录")
    ENTRY_CHANGED = "catalogue:entry:changed", _l("改了公开目录的一项")
    DISCARDED = "catalogue:draft:discarded", _l("放弃了没有施行的公开目录")
    ADOPTED = "catalogue:version:adopted", _l("施行了公开目录")
    NOTED = "occasion:event:noted", _l("登记了一件应当及时公开的事")
    WITHDRAWN = "occasion:event:withdrawn", _l("撤销了一件应当及时公开的事的登记")
    ASKED_FOR = "occasion:petition:recorded", _l("登记了村（居）民要求公开的事项")


class CatalogueDetail(Term):
    """What an entry about a catalogue or an occasion tells."""

    ITEM = "catalogue_item", _l("公开事项")
    CADENCE = "cadence", _l("多久公布一次")
    ASKED = "asked", _l("列入目录")
    POSTED_HERE = "posted_here", _l("由本村（社区）在这里公布")
    ATTACH = "attach", _l("要附的材料")
    IN_FORCE_FROM = "in_force_from", _l("施行日期")
    OCCASION = "occasion", _l("事情")
    HAPPENED_ON = "happened_on", _l("发生日期")
    CAME_FROM = "came_from", _l("来源")
    ASKED_BY = "asked_by", _l("由谁要求")
    ASKERS = "askers", _l("要求公开的人数")
    ASKED_BASE = "asked_base", _l("总人数")
    ASKED_ON = "asked_on", _l("提出日期")


class CatalogueReason(Reason):
    """Why a catalogue or an occasion is refused, and what to do instead."""

    LEVEL = "catalogue_level", _l("公开目录由省、地级市或者县（市、区）公布，乡镇（街道）以下不能另定。")
    EARLY = "catalogue_early", _l("施行日期不能早于今天（%(today)s），否则会改变以前的期限。请改正。")
    TAKEN = "catalogue_taken", _l("这个范围自同一天起已有一份公开目录。请另选施行日期。")
    ADOPTED = "catalogue_adopted", _l("这份公开目录已经施行，不能再改。要改，请另编一份新的。")
    STATUTE = "catalogue_statute", _l("这一项是法律、法规规定的（%(source)s），不能去掉。")
    LOOSER = "catalogue_looser", _l("这一项至少要“%(cadence)s”公布一次（%(source)s），只能更勤，不能更少。")
    OTHERS = "catalogue_own", _l("这一项本来就由本村（社区）自己公布，不能改成不在这里公布。")
    FUTURE = "occasion_future", _l("发生日期不能晚于今天（%(today)s）。")
    NOT_AT_ONCE = "occasion_not_at_once", _l("“%(item)s”按期公布，不用逐件登记。请选择应当及时公布的事项。")
    WITHDRAWN = "occasion_withdrawn", _l("这一件已经撤销了。")
    OPENED_BY_PETITION = "occasion_of_petition", _l("这一件是村（居）民要求公开的，不能撤销。")
    MORE_THAN_ALL = "petition_more_than_all", _l("要求公开的有 %(askers)s 人，比总人数 %(base)s 人还多，请核对。")
    TOO_FEW = (
        "petition_too_few",
        _l("人数不够：%(sum)s。至少要有 %(least)s 人要求，才必须公开。不够的，可以请委员会自愿公开。"),
    )
