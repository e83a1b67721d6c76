"""Words of a roll carried over (结转): four plus, four minus, and those left off by law (E-33, E-34, E-40)."""

from villagegov.refusal import Reason
from villagegov.vocabulary import Term, _l


class Ground(Term):
    """Why a name enters or leaves a roll."""

    NEWLY_18 = "newly_18", _l("新满 18 周岁")
    MOVED_IN = "moved_in", _l("迁入")
    MARRIED_IN = "married_in", _l("婚入、收养")
    RESTORED = "restored", _l("恢复政治权利")
    OTHER_IN = "other_in", _l("其他增加")
    MOVED_OUT = "moved_out", _l("迁出")
    MARRIED_OUT = "married_out", _l("婚出")
    DIED = "died", _l("死亡")
    DEPRIVED = "deprived", _l("被剥夺政治权利")
    UNREACHABLE = "unreachable", _l("多次联系不上")
    UNFIT = "unfit", _l("符合条件，不列入")
    OTHER_OUT = "other_out", _l("其他减少")

    @property
    def is_plus(self) -> bool:
        """Whether the roll grows by it."""
        return self in PLUS

    @property
    def told(self) -> str:
        """As it stands in the record, whose language is Chinese."""
        return "符合条件，不列入" if self is Ground.UNFIT else str(self.label)

    @property
    def needs_decision(self) -> bool:
        """Whether it stands on evidence and a decision of the election committee (E-33, E-34)."""
        return self in (Ground.UNREACHABLE, Ground.UNFIT)


PLUS = (Ground.NEWLY_18, Ground.MOVED_IN, Ground.MARRIED_IN, Ground.RESTORED, Ground.OTHER_IN)
MINUS = tuple(one for one in Ground if one not in PLUS)


class MovementTag(Term):
    """What is done with them."""

    CARRIED = "roll:list:carried", _l("从上一次的名单结转")


class MovementDetail(Term):
    """What is noted of it."""

    FROM = "from_election", _l("结转自")
    CARRIED = "carried", _l("结转人数")
    LEFT = "left_elsewhere", _l("已在别处登记、没有结转的人数")
    GROUND = "ground", _l("增减原因")


class MovementReason(Reason):
    """Why a roll is not carried over, or a name does not leave it."""

    NOT_EMPTY = "carry_not_empty", _l("名单里已有人，不能再结转。")
    NO_SOURCE = "carry_no_source", _l("本村（社区）以前没有定稿的名单，请用导入。")
    GROUND_WORD = "movement_ground_word", _l("增加原因请填：满18、迁入、婚入、恢复、其他。")
    GROUND_MISSING = (
        "movement_ground_missing",
        _l("名单是结转来的，请填写这个人的增加原因：满18、迁入、婚入、恢复、其他。"),
    )
    UNBALANCED = (
        "movement_unbalanced",
        _l("名单的加减合计应有 %(sum)s 人，实有 %(count)s 人，不能公布。请联系系统管理员。"),
    )
    NOT_ALLOWED = "movement_not_allowed", _l("按 %(profile)s，不能用这个理由不列入名单。")
    FROZEN = "movement_frozen", _l("名单已经定稿，不能再用这个理由划掉。")
    EVIDENCE = "movement_evidence", _l("请写明依据：联系的时间和方式，或者证明的名称。")
    DECISION = "movement_decision", _l("请写明选举委员会哪一次会议决定的。")
