"""The three village profiles of rulebook 0.5: before 2018-12-29, until 2025, from 2026."""

from villagegov.law.profiles.provision import Provision, law
from villagegov.law.profiles.shared import SHARED
from villagegov.law.vocabulary import CategoryThree as Three
from villagegov.law.vocabulary import (
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
from villagegov.vocabulary import LazyString, _l

FIX, PROV, PROFILE = Scope.FIX, Scope.PROV, Scope.PROFILE
VERIFIED, ANALOG, UNVERIFIED, DESIGN = Status.VERIFIED, Status.ANALOG, Status.UNVERIFIED, Status.DESIGN
OLD, NEW = Law.VILLAGE_2018, Law.VILLAGE_2025
BY_GUANGDONG = law(Law.GUANGDONG_2020, 2) + law(Law.GUANGDONG_2010, 2)


def composition(text: Law, article: int) -> tuple[Provision, ...]:
    """Seats and the woman member, worded alike in every version (E-03, E-07)."""
    here = law(text, article)
    women = here + law(Law.GUANGDONG_2020, 2) + law(Law.WOMEN, 14)
    return (
        Provision(Field.SEATS_MIN, 3, here, rule="E-03"),
        Provision(Field.SEATS_MAX, 7, here, rule="E-03"),
        Provision(Field.WOMAN_REQUIRED, True, here, rule="E-07"),
        Provision(Field.MIN_WOMEN, 1, women, VERIFIED, PROV, "E-07"),
        Provision(Field.MIN_SEATED, 3, law(Law.SICHUAN_VILLAGE, 38), ANALOG, PROV, "E-89"),
    )


def audited(text: Law, article: int) -> Provision:
    """The audit of outgoing members is posted before the next election (E-11)."""
    note = _l("当天公布即可；海南为选举日五日前。")
    return Provision(Field.AUDIT_BEFORE_DAYS, 0, law(text, article), VERIFIED, PROV, "E-11", note)


def recalled(text: Law, article: int) -> tuple[Provision, ...]:
    """Who may ask for a recall, and what passes it, worded alike in every version (E-101, E-103)."""
    here = law(text, article)
    return (
        Provision(Field.RECALL_PARTS, 5, here, rule="E-101"),
        Provision(Field.RECALL_REPS_PARTS, 3, here, rule="E-101"),
        Provision(Field.RECALL_VOTE, True, here, rule="E-103"),
    )


def casting(text: Law, election: int, roll: int, handover: int) -> tuple[Provision, ...]:
    """Roll, double majority, rerun and handover, worded alike in every version."""
    here = law(text, election)
    villages = _l("村民委员会由村民直接选举，不适用。")
    return (
        Provision(Field.ROLL_POST_DAYS, 20, law(text, roll), rule="E-35"),
        Provision(Field.OBJECTION_DAYS, 5, law(text, roll), rule="E-36"),
        Provision(Field.DECISION_DAYS, 3, law(text, roll), rule="E-37"),
        Provision(Field.SECRET_PLACES, True, here, rule="E-67"),
        Provision(Field.TURNOUT, True, here, rule="E-73"),
        Provision(Field.REPS_TWO_THIRDS, True, law(Law.RESIDENTS_2025, 19), rule="E-74", note=villages),
        Provision(Field.PROXIES_WITH_REPS, False, law(Law.RESIDENTS_2025, 19), rule="E-59", note=villages),
        Provision(Field.PERMANENT_MONTHS, 0, (), DESIGN, FIX, "E-28", _l("只有居民委员会有这一类。")),
        Provision(Field.MAJORITY, True, here, rule="E-77", note=_l("分母是收回的全部选票，包括无效票和弃权票。")),
        Provision(Field.RERUN, True, here, rule="E-85"),
        Provision(Field.RERUN_FLOOR_PARTS, 3, here, rule="E-87", note=_l("恰好三分之一即可。")),
        Provision(Field.RERUN_NEEDS_TURNOUT, True, here, UNVERIFIED, PROV, "E-88"),
        Provision(Field.HANDOVER_DAYS, 10, law(text, handover), rule="E-95"),
    )


def earlier(term: int, term_note: LazyString | None) -> tuple[Provision, ...]:
    """What the law said before 2026; only the term changed in 2018 (S11)."""
    silent = _l("当时法律未规定，由省规定。")
    return (
        Provision(Field.TERM_YEARS, term, law(OLD, 11), VERIFIED, PROFILE, "E-01", term_note),
        Provision(Field.MINORITY_REQUIRED, True, law(OLD, 6), VERIFIED, PROFILE, "E-08"),
        Provision(Field.KIN_BAR, KinBar.PROVINCE, BY_GUANGDONG, Status.OPENING, PROFILE, "E-09"),
        Provision(Field.NOMINATORS, Nominators.VILLAGERS, law(OLD, 15), VERIFIED, PROFILE, "E-43"),
        Provision(Field.JOINT_MIN, 1, law(OLD, 15), VERIFIED, PROFILE, "E-43"),
        Provision(Field.CANDIDATE_BARS, False, law(OLD, 15), VERIFIED, PROFILE, "E-45"),
        Provision(Field.COMMITTEE_VICE, False, law(OLD, 12), VERIFIED, PROFILE, "E-14"),
        Provision(Field.LEAVES_COMMITTEE, LeavesCommittee.NOMINEE, law(OLD, 12), VERIFIED, PROFILE, "E-16"),
        Provision(Field.PROXY_HOLDER, ProxyHolder.NEAR_KIN, law(OLD, 15), VERIFIED, PROFILE, "E-56"),
        Provision(Field.PROXY_CAP, 3, (), ANALOG, PROV, "E-57", silent),
        Provision(Field.CANDIDATE_MAY_HOLD, True, (), UNVERIFIED, PROV, "E-58", silent),
        Provision(Field.CATEGORY_THREE, Three.LIVED, law(OLD, 13), VERIFIED, PROFILE, "E-27"),
        Provision(Field.CATEGORY_THREE_MONTHS, 12, law(OLD, 13), rule="E-27"),
        Provision(Field.POSTING_KEEP_DAYS, None, (), VERIFIED, PROFILE, "D-05"),
        Provision(Field.OPEN_BALLOT, True, law(OLD, 15), UNVERIFIED, PROV, "E-55"),
        audited(OLD, 35),
        *composition(OLD, 6),
        *casting(OLD, 15, 14, 20),
        *recalled(OLD, 16),
        *SHARED,
    )


SINCE_2026 = (
    Provision(Field.TERM_YEARS, 5, law(NEW, 14), VERIFIED, PROFILE, "E-01"),
    Provision(Field.MINORITY_REQUIRED, False, law(NEW, 8), VERIFIED, PROFILE, "E-08", _l("2026年起法律不再规定。")),
    Provision(Field.KIN_BAR, KinBar.NATIONAL, law(NEW, 8), VERIFIED, PROFILE, "E-09"),
    Provision(Field.KIN_SET, KinSet.EIGHT, law(Law.CIVIL_CODE, 1045), VERIFIED, PROFILE, "A-08"),
    Provision(Field.NOMINATORS, Nominators.PARTY_OR_VILLAGERS, law(NEW, 18), VERIFIED, PROFILE, "E-43"),
    Provision(Field.JOINT_MIN, 1, law(NEW, 18), VERIFIED, PROFILE, "E-43"),
    Provision(Field.CANDIDATE_BARS, True, law(NEW, 18), VERIFIED, PROFILE, "E-45"),
    Provision(Field.COMMITTEE_VICE, True, law(NEW, 15), VERIFIED, PROFILE, "E-14"),
    Provision(Field.LEAVES_COMMITTEE, LeavesCommittee.NOMINEE_OR_KIN, law(NEW, 15), VERIFIED, PROFILE, "E-16"),
    Provision(Field.PROXY_HOLDER, ProxyHolder.ANY_VILLAGER, law(NEW, 18), VERIFIED, PROFILE, "E-56"),
    Provision(Field.PROXY_CAP, 3, law(NEW, 18), rule="E-57"),
    Provision(Field.CANDIDATE_MAY_HOLD, False, law(NEW, 18), rule="E-58"),
    Provision(Field.CATEGORY_THREE, Three.LIVED_OR_WORKED, law(NEW, 16), VERIFIED, PROFILE, "E-27"),
    Provision(Field.CATEGORY_THREE_MONTHS, 12, law(NEW, 16), rule="E-27"),
    Provision(Field.POSTING_KEEP_DAYS, 15, law(NEW, 35), VERIFIED, PROFILE, "D-05"),
    Provision(Field.OPEN_BALLOT, False, law(NEW, 18), UNVERIFIED, PROV, "E-55"),
    audited(NEW, 40),
    *composition(NEW, 8),
    *casting(NEW, 18, 17, 24),
    *recalled(NEW, 19),
    *SHARED,
)

UNTIL_2018 = (
    Provision(Field.KIN_SET, KinSet.THREE, law(Law.GUANGDONG_2010, 2), Status.OPENING, PROV, "E-09"),
    *earlier(3, _l("2018年修正只改任期，其他条文相同。")),
)

UNTIL_2025 = (
    Provision(
        Field.KIN_SET, KinSet.EIGHT, BY_GUANGDONG, Status.OPENING, PROV, "E-09",
        _l("选举日在2020年11月1日以前的，只指夫妻、父母子女、兄弟姐妹。"),
    ),
    *earlier(5, None),
)  # fmt: skip
