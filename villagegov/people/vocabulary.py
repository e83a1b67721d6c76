"""Words about persons."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Sex(Term):
    """As the identity card says."""

    MALE = "male", _l("男")
    FEMALE = "female", _l("女")


class Kin(Term):
    """Near kin (A-08, Civil Code art. 1045): what the other is to this person."""

    SPOUSE = "spouse", _l("配偶")
    PARENT = "parent", _l("父母")
    CHILD = "child", _l("子女")
    SIBLING = "sibling", _l("兄弟姐妹")
    PATERNAL_GRANDPARENT = "paternal_grandparent", _l("祖父母")
    MATERNAL_GRANDPARENT = "maternal_grandparent", _l("外祖父母")
    SONS_CHILD = "sons_child", _l("孙子女")
    DAUGHTERS_CHILD = "daughters_child", _l("外孙子女")


class PersonTag(Term):
    """What can be done with a person."""

    ENTERED = "person:entry:entered", _l("登记了人员")
    KIN_DECLARED = "person:kin:declared", _l("登记了近亲属关系")
    KIN_ENDED = "person:kin:ended", _l("撤销了近亲属关系")


class PersonDetail(Term):
    """What is noted of such an act."""

    PERSON_NAME = "person_name", _l("姓名")
    KIN_NAME = "kin_name", _l("近亲属")
    RELATION = "relation", _l("关系")


class PersonReason(Reason):
    """Why an act on a person is refused."""

    OTHER_NAME = "person_other_name", _l("这个身份证号登记的是另一个姓名，请对照身份证核对姓名和号码。")
    NAME_NEEDED = "person_name_needed", _l("系统里还没有这个人，请填写姓名。")
    SAME_PERSON = "person_same", _l("这是同一个人的身份证号，请填近亲属的。")
    DECLARED = "person_declared", _l("和%(name)s的关系已经登记过。登记有误的，请先撤销再登记。")
    KIN_ENDED = "person_kin_ended", _l("这项关系已经撤销，不用再办。")
    REASON_NEEDED = "person_reason_needed", _l("请写明撤销的理由。")
