"""What importing a list would do: compared line by line with what is known."""

import pytest

from villagegov.divisions.rules import kind_of, level_of, may_lie_in, oddities, plan_list, shown_path, spread
from villagegov.divisions.vocabulary import DivisionReason, Kind, Level, Oddity

VILLAGE = "440103001201"
KNOWN = {
    "44": ("广东省", True),
    "4401": ("广州市", True),
    "440103": ("荔湾区", True),
    "440103001": ("沙面街道", True),
    VILLAGE: ("石桥村委会", True),
    "45": ("广西", True),
}
SAME = [(line, code, name) for line, (code, (name, _listed)) in enumerate(KNOWN.items(), 2) if code != "45"]


def test_the_same_list_again_changes_nothing() -> None:
    plan = plan_list(SAME, KNOWN)

    assert plan.changes_nothing
    assert plan.unchanged == 5


def test_a_place_the_list_no_longer_names_has_vanished() -> None:
    plan = plan_list(SAME[:-1], KNOWN)

    assert plan.vanished == [(VILLAGE, "石桥村委会")]


def test_places_of_a_province_that_the_list_does_not_hold_stay() -> None:
    plan = plan_list(SAME, KNOWN)

    assert ("45", "广西") not in plan.vanished


def test_a_new_name_is_a_renaming_and_not_a_new_place() -> None:
    plan = plan_list([*SAME[:-1], (6, VILLAGE, "石桥社区居委会")], KNOWN)

    assert plan.renamed == [(VILLAGE, "石桥村委会", "石桥社区居委会")]
    assert not plan.added


def test_a_place_named_again_returns() -> None:
    known = {**KNOWN, VILLAGE: ("石桥村委会", False)}

    plan = plan_list(SAME, known)

    assert plan.returned == [(VILLAGE, "石桥村委会")]


def test_the_order_of_lines_does_not_matter() -> None:
    plan = plan_list(list(reversed(SAME)), {})

    assert not plan.faults
    assert len(plan.added) == 5


@pytest.mark.parametrize(
    ("code", "name", "reason"),
    [
        ("44010", "五位", DivisionReason.BAD_CODE),
        ("44０１", "全角", DivisionReason.BAD_CODE),
        ("44a1", "字母", DivisionReason.BAD_CODE),
        ("", "空", DivisionReason.BAD_CODE),
        (VILLAGE, "石桥村委会", DivisionReason.TWICE),
        ("440103999201", "没有乡镇", DivisionReason.NO_PARENT),
        ("4601", "没有省", DivisionReason.NO_PARENT),
        ("440103001202", "藏\u202e字", DivisionReason.BAD_NAME),
        ("440103001202", "长" * 61, DivisionReason.BAD_NAME),
    ],
)
def test_each_faulty_line_says_why(code: str, name: str, reason: DivisionReason) -> None:
    plan = plan_list([*SAME, (9, code, name)], KNOWN)

    assert [(fault.line, fault.reason) for fault in plan.faults] == [(9, reason)]


def test_a_township_may_hang_in_a_city_without_counties() -> None:
    plan = plan_list([(2, "44", "广东省"), (3, "4419", "东莞市"), (4, "441900003", "东城街道")], {})

    assert not plan.faults


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("001", Kind.RESIDENTS),
        ("199", Kind.RESIDENTS),
        ("200", Kind.VILLAGE),
        ("399", Kind.VILLAGE),
        ("400", Kind.OTHER),
        ("598", Kind.OTHER),
        ("000", Kind.OTHER),
    ],
)
def test_the_last_three_digits_of_a_unit_tell_its_kind(digits: str, kind: Kind) -> None:
    assert kind_of("440103001" + digits) is kind


def test_a_code_of_another_length_has_no_level() -> None:
    assert [level_of("4" * length) for length in (1, 3, 8, 13)] == [None] * 4
    assert level_of(VILLAGE) is Level.UNIT


@pytest.mark.parametrize(
    ("code", "name", "kind", "found"),
    [
        ("441581450501", "铜锣湖村委会", Kind.OTHER, [Oddity.NUMBER_OF_NO_COMMITTEE]),
        ("441581450501", "铜锣湖村委会", Kind.VILLAGE, []),
        ("440705451598", "银湖湾管委会虚拟生活区", Kind.OTHER, []),
        ("440103021001", "南漖社区居委会会", Kind.RESIDENTS, [Oddity.DOUBLED_ENDING]),
        ("440281106220", "梅花村村居民委员会", Kind.VILLAGE, [Oddity.VILLAGE_NUMBER]),
        ("440281106220", "梅花村村居民委员会", Kind.RESIDENTS, []),
        ("440103001101", "翠洲社区居民委员会", Kind.RESIDENTS, []),
    ],
)
def test_slips_of_the_list_are_pointed_out(code: str, name: str, kind: Kind, found: list[Oddity]) -> None:
    assert oddities(code=code, name=name, kind=kind) == found


def test_a_level_named_like_its_parent_is_shown_once() -> None:
    assert shown_path(["广东省", "东莞市", "东莞市", "虎门镇"]) == "广东省东莞市虎门镇"


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        ("示例市甲县东溪镇石桥", "示例市 甲县 东溪镇 石桥"),
        ("沙面街道翠洲", "沙面街道 翠洲"),
        ("东溪镇 石桥", "东溪镇 石桥"),
        ("石桥", "石桥"),
        ("东溪镇", "东溪镇"),
    ],
)
def test_an_address_in_one_piece_is_taken_apart(typed: str, apart: str) -> None:
    assert spread(typed) == apart


def test_a_unit_lies_in_a_township_only() -> None:
    fitting = [level for level in Level if may_lie_in(Level.UNIT, level)]

    assert fitting == [Level.TOWNSHIP]
