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
    MOVED = "division:entry:moved", _l("调整了隶属关系")


class DivisionDetail(Term):
    """What is noted of such an act."""

    PLACE_NAME = "place_name", _l("名称")
    KIND = "kind", _l("类别")
    PARENT = "parent", _l("上级区划")
    ADDED = "added", _l("新增")
    RENAMED = "renamed", _l("改名")
    VANISHED = "vanished", _l("不在最新名单")
    RETURNED = "returned", _l("重新列入")
    SHA256 = "sha256", _l("文件指纹")


class DivisionReason(Reason):
    """Why a change to the tree is refused."""

    NO_PARENT = "no_parent", _l("找不到代码 %(code)s 的上级区划。请补上它的上级，再导入。")
    BAD_CODE = "bad_code", _l("“%(code)s”不是区划代码。代码应为 2、4、6、9 或 12 位数字。")
    TWICE = "twice", _l("代码 %(code)s 在文件里出现了两次。请只留下一行。")
    BAD_NAME = "bad_name", _l("名称里有看不见的字符，或超过 60 个字。请重新填写。")
    FAULTY_LIST = "faulty_list", _l("名单里有 %(count)s 行要改，没有写入任何数据。请改好后重新上传。")
    NO_REASON = "no_reason", _l("请写明更正的理由。")
    SAME = "same_as_before", _l("名称和类别都没有变，没有什么可以更正。")
    AREA_ONLY = "area_only", _l("乡镇（街道）以上只能是“行政区划”；村（社区）不能是“行政区划”。请重新选择类别。")
    WRONG_LEVEL_ABOVE = "wrong_level_above", _l("“%(name)s”不能做它的上级。请选择高一级的区划。")


class Oddity(Term):
    """What in the list looks like a slip; an official decides."""

    NUMBER_OF_NO_COMMITTEE = (
        "number_of_no_committee",
        _l("代码末三位是 400–599，一般不设村（居）民委员会，名称却像村（居）民委员会。请核实类别。"),
    )
    VILLAGE_NUMBER = "village_number", _l("代码末三位是 200–399，一般是村民委员会，名称却像居民委员会。请核实类别。")
    DOUBLED_ENDING = "doubled_ending", _l("名称以“委会会”结尾，可能多写了一个“会”。请核实名称。")
