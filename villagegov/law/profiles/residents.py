"""The two residents' profiles of rulebook 0.5: before 2026 and from 2026."""

from villagegov.law.profiles.provision import Provision, law
from villagegov.law.profiles.shared import SHARED
from villagegov.law.vocabulary import (
    CategoryThree,
    Field,
    KinBar,
    KinSet,
    Law,
    LeavesCommittee,
    Nominators,
    ProxyHolder,
    Scope,
    Status,
)
from villagegov.vocabulary import _l

FIX, PROV, PROFILE = Scope.FIX, Scope.PROV, Scope.PROFILE
VERIFIED, ANALOG, UNVERIFIED = Status.VERIFIED, Status.ANALOG, Status.UNVERIFIED
OLD, NEW, VILLAGE = Law.RESIDENTS_2018, Law.RESIDENTS_2025, Law.VILLAGE_2018

_SILENT = _l("当时法律未规定，由省、市规定。")
_AS_VILLAGES = _l("当时居委会法未规定，参照村委会选举。")
_READING = _l("居民会议过半数出席、出席人过半数通过；用于选举是我们的理解。")
_FIVE_SEATED = Provision(Field.MIN_SEATED, 5, law(Law.SICHUAN_RESIDENTS, 36), ANALOG, PROV, "E-89")


def analog_village(field: Field, value: int | bool, article: int, rule: str) -> Provision:
    """A rule of the village law of the time, used where the residents' law of 1990 was silent."""
    return Provision(field, value, law(VILLAGE, article), ANALOG, PROV, rule, _AS_VILLAGES)


UNTIL_2025 = (
    Provision(Field.TERM_YEARS, 5, law(OLD, 8), VERIFIED, PROFILE, "E-01", _l("2018年12月29日以前为三年。")),
    Provision(Field.TERM_YEARS_BEFORE, 3, law(OLD, 8), VERIFIED, PROFILE, "E-01"),
    Provision(Field.SEATS_MIN, 5, law(OLD, 7), rule="E-04"),
    Provision(Field.SEATS_MAX, 9, law(OLD, 7), rule="E-04"),
    Provision(
        Field.WOMAN_REQUIRED, True, law(Law.WOMEN, 14), VERIFIED, PROFILE, "E-07",
        _l("居委会法当时未规定，依照妇女权益保障法。"),
    ),
    Provision(Field.MIN_WOMEN, 1, law(Law.WOMEN, 14), VERIFIED, PROV, "E-07"),
    Provision(Field.MINORITY_REQUIRED, True, law(OLD, 7), VERIFIED, PROFILE, "E-08"),
    Provision(Field.KIN_BAR, KinBar.NONE, (), VERIFIED, PROFILE, "E-09"),
    Provision(Field.KIN_SET, KinSet.EIGHT, law(Law.CIVIL_CODE, 1045), VERIFIED, PROFILE, "A-08"),
    Provision(Field.NOMINATORS, Nominators.NOT_STATED, (), VERIFIED, PROFILE, "E-43"),
    Provision(Field.JOINT_MIN, 1, (), UNVERIFIED, PROV, "E-43", _SILENT),
    Provision(Field.CANDIDATE_BARS, False, (), VERIFIED, PROFILE, "E-45"),
    Provision(Field.COMMITTEE_VICE, False, (), VERIFIED, PROFILE, "E-14", _SILENT),
    Provision(Field.LEAVES_COMMITTEE, LeavesCommittee.NOT_STATED, (), VERIFIED, PROFILE, "E-16"),
    Provision(Field.PROXY_HOLDER, ProxyHolder.NOT_STATED, (), VERIFIED, PROFILE, "E-56"),
    Provision(Field.PROXY_CAP, 3, (), ANALOG, PROV, "E-57", _SILENT),
    Provision(Field.CANDIDATE_MAY_HOLD, True, (), UNVERIFIED, PROV, "E-58", _SILENT),
    Provision(Field.PROXIES_WITH_REPS, False, law(NEW, 19), ANALOG, PROV, "E-59", _SILENT),
    Provision(Field.CATEGORY_THREE, CategoryThree.BY_CITY, law(OLD, 8), VERIFIED, PROV, "E-29"),
    Provision(Field.CATEGORY_THREE_MONTHS, 6, (), Status.SECOND_HAND, PROV, "E-29", _l("深圳宝安2008年的做法。")),
    Provision(Field.PERMANENT_MONTHS, 0, (), VERIFIED, FIX, "E-28", _l("2026年起才分常住居民一类。")),
    Provision(Field.POSTING_KEEP_DAYS, None, (), VERIFIED, PROFILE, "D-05"),
    Provision(Field.OPEN_BALLOT, True, (), UNVERIFIED, PROV, "E-55", _SILENT),
    analog_village(Field.ROLL_POST_DAYS, 20, 14, "E-35"),
    analog_village(Field.OBJECTION_DAYS, 5, 14, "E-36"),
    analog_village(Field.DECISION_DAYS, 3, 14, "E-37"),
    analog_village(Field.SECRET_PLACES, True, 15, "E-67"),
    Provision(Field.TURNOUT, True, law(OLD, 9), UNVERIFIED, PROFILE, "E-74", _READING),
    Provision(Field.REPS_TWO_THIRDS, False, law(OLD, 9), UNVERIFIED, PROFILE, "E-74", _READING),
    Provision(Field.MAJORITY, True, law(OLD, 9), UNVERIFIED, PROFILE, "E-77", _READING),
    analog_village(Field.RERUN, True, 15, "E-85"),
    analog_village(Field.RERUN_FLOOR_PARTS, 3, 15, "E-87"),
    analog_village(Field.RERUN_NEEDS_TURNOUT, True, 15, "E-88"),
    analog_village(Field.HANDOVER_DAYS, 10, 20, "E-95"),
    analog_village(Field.AUDIT_BEFORE_DAYS, 0, 35, "E-11"),
    analog_village(Field.RECALL_PARTS, 5, 16, "E-101"),
    analog_village(Field.RECALL_REPS_PARTS, 3, 16, "E-101"),
    analog_village(Field.RECALL_VOTE, True, 16, "E-103"),
    _FIVE_SEATED,
    *SHARED,
)  # fmt: skip

SINCE_2026 = (
    Provision(Field.TERM_YEARS, 5, law(NEW, 14), VERIFIED, PROFILE, "E-01"),
    Provision(Field.SEATS_MIN, 5, law(NEW, 8), rule="E-04"),
    Provision(Field.SEATS_MAX, 9, law(NEW, 8), rule="E-04"),
    Provision(Field.WOMAN_REQUIRED, True, law(NEW, 8), VERIFIED, PROFILE, "E-07"),
    Provision(Field.MIN_WOMEN, 1, law(NEW, 8) + law(Law.WOMEN, 14), VERIFIED, PROV, "E-07"),
    Provision(Field.MINORITY_REQUIRED, False, law(NEW, 8), VERIFIED, PROFILE, "E-08", _l("2026年起法律不再规定。")),
    Provision(Field.KIN_BAR, KinBar.NATIONAL, law(NEW, 8), VERIFIED, PROFILE, "E-09"),
    Provision(Field.KIN_SET, KinSet.EIGHT, law(Law.CIVIL_CODE, 1045), VERIFIED, PROFILE, "A-08"),
    Provision(Field.NOMINATORS, Nominators.PARTY_OR_TEN_VOTERS, law(NEW, 18), VERIFIED, PROFILE, "E-43"),
    Provision(Field.JOINT_MIN, 10, law(NEW, 18), rule="E-43"),
    Provision(Field.CANDIDATE_BARS, True, law(NEW, 18), VERIFIED, PROFILE, "E-45"),
    Provision(Field.COMMITTEE_VICE, True, law(NEW, 15), VERIFIED, PROFILE, "E-14"),
    Provision(Field.LEAVES_COMMITTEE, LeavesCommittee.NOMINEE_OR_KIN, law(NEW, 15), VERIFIED, PROFILE, "E-16"),
    Provision(Field.PROXY_HOLDER, ProxyHolder.ANY_VOTER, law(NEW, 19), VERIFIED, PROFILE, "E-56"),
    Provision(Field.PROXY_CAP, 3, law(NEW, 19), rule="E-57"),
    Provision(Field.CANDIDATE_MAY_HOLD, False, law(NEW, 19), rule="E-58"),
    Provision(Field.PROXIES_WITH_REPS, False, law(NEW, 19), rule="E-59"),
    Provision(Field.CATEGORY_THREE, CategoryThree.PERMANENT_OR_WORKER, law(NEW, 16), VERIFIED, PROFILE, "E-28"),
    Provision(Field.CATEGORY_THREE_MONTHS, 6, law(NEW, 16), rule="E-28", note=_l("只用于社区工作者；常住无年限。")),
    Provision(Field.PERMANENT_MONTHS, 0, law(NEW, 16), VERIFIED, PROV, "E-28", _l("法律没有规定年限。")),
    Provision(Field.POSTING_KEEP_DAYS, 15, law(NEW, 34), VERIFIED, PROFILE, "D-05"),
    Provision(Field.OPEN_BALLOT, False, law(NEW, 18), UNVERIFIED, PROV, "E-55"),
    Provision(Field.ROLL_POST_DAYS, 20, law(NEW, 17), rule="E-35"),
    Provision(Field.OBJECTION_DAYS, 5, law(NEW, 17), rule="E-36"),
    Provision(Field.DECISION_DAYS, 3, law(NEW, 17), rule="E-37"),
    Provision(Field.SECRET_PLACES, True, law(NEW, 19), rule="E-67"),
    Provision(Field.TURNOUT, True, law(NEW, 19), rule="E-74"),
    Provision(Field.REPS_TWO_THIRDS, True, law(NEW, 19), rule="E-74"),
    Provision(Field.MAJORITY, True, law(NEW, 19), rule="E-77", note=_l("分母是收回的全部选票，包括无效票和弃权票。")),
    Provision(Field.RERUN, True, law(NEW, 19), rule="E-85"),
    Provision(Field.RERUN_FLOOR_PARTS, 3, law(NEW, 19), rule="E-87", note=_l("恰好三分之一即可。")),
    Provision(Field.RERUN_NEEDS_TURNOUT, True, law(NEW, 19), UNVERIFIED, PROV, "E-88"),
    Provision(Field.HANDOVER_DAYS, 10, law(NEW, 25), rule="E-95"),
    Provision(Field.RECALL_PARTS, 10, law(NEW, 20), rule="E-102", note=_l("选民或者户代表的十分之一以上。")),
    Provision(Field.RECALL_REPS_PARTS, 3, law(NEW, 20), rule="E-102"),
    Provision(Field.RECALL_VOTE, True, law(NEW, 20), rule="E-103"),
    Provision(Field.AUDIT_BEFORE_DAYS, 0, law(NEW, 38), VERIFIED, PROV, "E-11", _l("只审计离任的主任；当天公布即可。")),
    _FIVE_SEATED,
    *SHARED,
)
