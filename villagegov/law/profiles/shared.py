"""What the laws leave to the provinces, and what we had to settle ourselves: the same in all five profiles."""

from villagegov.law.profiles.provision import Provision, Value, law
from villagegov.law.vocabulary import (
    Carry,
    Field,
    KinBackfill,
    KinTie,
    Law,
    OvercountBasis,
    PreselectBody,
    Scope,
    Status,
    WomenMode,
)
from villagegov.vocabulary import LazyString, _l

ANALOG, DESIGN, UNVERIFIED = Status.ANALOG, Status.DESIGN, Status.UNVERIFIED
FIX, PROV, ROUND = Scope.FIX, Scope.PROV, Scope.ROUND

_NOT_READ = _l("广东现行条文未读到，参照外省规定，正式选举前请核对。")


def hainan(
    field: Field, value: Value, article: int, rule: str, scope: Scope = PROV, note: LazyString = _NOT_READ
) -> Provision:
    """A default taken from Hainan's current text, which other provinces agree with."""
    return Provision(field, value, law(Law.HAINAN, article), ANALOG, scope, rule, note)


def design(field: Field, value: Value, rule: str, note: LazyString, scope: Scope = FIX) -> Provision:
    """A value that no law gives."""
    return Provision(field, value, (), DESIGN, scope, rule, note)


_BY_MINISTRY = _l("民政部《村民委员会选举规程》第一章：不少于三人，一般为单数，成员之间不应当有近亲属关系。")

_ONE_YEAR = _l("各省规定不同：海南三个月，浙江六个月，四川一般不超过一年。广东现行条文未读到，正式选举前请核对。")

COMMITTEE = (
    Provision(Field.MAX_SHIFT_MONTHS, 12, law(Law.SICHUAN_VILLAGE, 6), ANALOG, PROV, "E-02", _ONE_YEAR),
    hainan(Field.SHIFT_WARN_MONTHS, 3, 5, "E-02", note=_ONE_YEAR),
    Provision(Field.COMMITTEE_MIN, 3, (), Status.VERIFIED, PROV, "E-15", _BY_MINISTRY),
    hainan(Field.COMMITTEE_MAX, 9, 11, "E-15"),
    hainan(Field.MAX_ABSENT, 3, 13, "E-20"),
)

CANDIDATES = (
    hainan(Field.MARGIN_CHAIR, 1, 20, "E-48"),
    hainan(Field.MARGIN_VICE, 1, 20, "E-48"),
    hainan(Field.MARGIN_MEMBER_MIN, 1, 20, "E-48", ROUND),
    hainan(Field.MARGIN_MEMBER_MAX, 3, 20, "E-48", ROUND),
    hainan(Field.MIN_WOMEN_CANDIDATES, 1, 20, "E-50"),
    hainan(Field.PRESELECT_BODY, PreselectBody.VOTERS, 18, "E-51", ROUND),
    hainan(Field.CANDIDATE_POST_DAYS, 5, 22, "E-52"),
    hainan(Field.WITHDRAW_DAYS, 3, 22, "E-53"),
)

POLLING = (
    Provision(Field.POLL_POST_DAYS, 5, law(Law.SICHUAN_VILLAGE, 27), ANALOG, PROV, "E-68", _NOT_READ),
    hainan(Field.PROXY_POST_DAYS, 3, 27, "E-60"),
    hainan(Field.SCRIBE_MAX, 3, 27, "E-63"),
    hainan(Field.SCRIBE_POST_DAYS, 3, 27, "E-63"),
    hainan(Field.MOBILE_STAFF_MIN, 3, 25, "E-64"),
    hainan(Field.MOBILE_SCRUTINEERS_MIN, 2, 25, "E-64"),
    hainan(Field.MOBILE_LIST_DAYS, 3, 25, "E-64"),
    hainan(Field.STAFF_KIN_BAR, True, 25, "E-66"),
    Provision(Field.REPOST_AFTER_DAYS, 30, law(Law.SICHUAN_VILLAGE, 19), ANALOG, PROV, "E-41", _NOT_READ),
    hainan(Field.SECOND_APPEAL, False, 17, "E-38"),
    hainan(Field.APPEAL_DAYS, 3, 17, "E-38"),
    design(Field.FREEZE_DAYS, 8, "E-39", _l("申诉期五日加处理期三日；此后改动一律用补充公告。")),
)

COUNTING = (
    hainan(Field.OVERCOUNT_BASIS, OvercountBasis.ISSUED, 29, "E-72"),
    design(Field.LEDGER, True, "E-70", _l("算术上必然：弃权票、无效票都是收回的票。")),
    hainan(Field.MARKS, True, 30, "E-75", FIX),
    hainan(Field.MOST_VOTES, True, 32, "E-78", FIX),
    hainan(
        Field.TIE, True, 32, "E-79", note=_l("再次投票以得票多的当选，不要求过半数或者三分之一；再次相等的，再投票。")
    ),
    hainan(Field.WOMEN_MODE, WomenMode.RESERVE, 32, "E-80", ROUND),
    hainan(Field.KIN_ORDER, True, 33, "E-81"),
    Provision(Field.KIN_TIE, KinTie.REVOTE, law(Law.SICHUAN_VILLAGE, 35), ANALOG, PROV, "E-81", _NOT_READ),
    design(Field.KIN_BACKFILL, KinBackfill.RERUN, "E-81", _l("空缺另行选举，不由下一名递补。"), PROV),
    hainan(Field.CARRY, Carry.NONE, 31, "E-82", ROUND, _l("广东是否允许未能查明，默认不累加。")),
    Provision(Field.RERUN_DAYS, 10, law(Law.SICHUAN_VILLAGE, 37), ANALOG, PROV, "E-88", _l("各省为七日至三十日不等。")),
    Provision(Field.CHAIR_VACANCY_OK, True, law(Law.SICHUAN_VILLAGE, 38), ANALOG, PROV, "E-89", _NOT_READ),
)

AFTERWARDS = (
    hainan(Field.RESULT_POST_DAYS, 1, 35, "E-92"),
    hainan(Field.WRITEIN_VET_DAYS, 7, 35, "E-83"),
    design(Field.FILING_DAYS, 10, "E-93", _l("法律没有定天数，按发证和移交的十日。"), PROV),
    Provision(Field.CERT_DAYS, 10, law(Law.HAINAN, 35), UNVERIFIED, PROV, "E-93", _l("十日之数未能核对。")),
    Provision(Field.DISPUTE_DAYS, 30, law(Law.SICHUAN_VILLAGE, 51), ANALOG, PROV, "E-94", _NOT_READ),
    hainan(Field.RESIGN_MEETING_DAYS, 30, 43, "E-98"),
    Provision(Field.END_NOTICE_DAYS, 5, law(Law.SICHUAN_VILLAGE, 46), ANALOG, PROV, "E-99", _NOT_READ),
    hainan(Field.RECALL_CALL_DAYS, 30, 42, "E-104"),
    Provision(Field.RECALL_REPEAT_MONTHS, 6, law(Law.SICHUAN_VILLAGE, 42), ANALOG, PROV, "E-104", _NOT_READ),
    hainan(Field.BYELECTION_MONTHS, 3, 44, "E-105"),
    design(Field.ARCHIVE_DAYS, 30, "E-107", _l("法律没有定天数，移交后一个月内归档。"), PROV),
    Provision(
        Field.BALLOT_KEEP_YEARS,
        3,
        (),
        UNVERIFIED,
        PROV,
        "E-108",
        _l("民政部《村民委员会选举规程》，未核对原文；并且要保管到下一届选举完成。"),
    ),
    design(Field.TURNOUT_REVIEW, 995, "T-10", _l("只提示复核，不影响效力。"), PROV),
)

REGISTERING = (
    Provision(Field.NONREG_PROOF, True, law(Law.SICHUAN_VILLAGE, 16), ANALOG, PROV, "E-32", _NOT_READ),
    Provision(Field.DROP_UNREACHABLE, False, law(Law.SICHUAN_VILLAGE, 18), ANALOG, PROV, "E-33", _NOT_READ),
    hainan(Field.DROP_UNFIT, False, 16, "E-34"),
)

SHARED = REGISTERING + COMMITTEE + CANDIDATES + POLLING + COUNTING + AFTERWARDS
