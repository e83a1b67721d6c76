"""Words of the tree of places."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Level(Term):
    """The root and the five levels of the list."""

    COUNTRY = "country", _l("全国")
    PROVINCE = "province", _l("省")
    PREFECTURE = "prefecture", _l("地级市")
    COUNTY = "county", _l("县（市、区）")
    TOWNSHIP = "township", _l("乡镇（街道）")
    UNIT = "unit", _l("村（社区）")


class Kind(Term):
    """What a division is. Only a village or residents' committee holds elections here."""

    VILLAGE = "village", _l("村民委员会")
    RESIDENTS = "residents", _l("居民委员会")
    AREA = "area", _l("行政区划")
    OTHER = "other", _l("不设村（居）民委员会")


class DivisionTag(Term):
    """What can be done to a division."""

    IMPORTED = "division:list:imported", _l("导入了区划名单")
    CORRECTED = "division:entry:corrected", _l("更正了名称或类别")


class DivisionReason(Reason):
    """Why a change to the tree is refused."""

    NO_PARENT = "no_parent", _l("第 %(line)s 行：找不到上级区划。请补上它的上级，再导入。")
    BAD_CODE = "bad_code", _l("第 %(line)s 行：区划代码应为 2、4、6、9 或 12 位数字。")
    TWICE = "twice", _l("第 %(line)s 行：这个代码在文件里出现了两次。")
    NO_REASON = "no_reason", _l("请写明更正的理由。")
    FILE_CHANGED = "file_changed", _l("确认的文件与预览的不是同一份，没有写入任何数据。请重新上传。")
