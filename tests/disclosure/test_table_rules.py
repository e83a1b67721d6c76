"""Rows of a table as they are typed, their sums, what one period leaves to the next, and their masks (7.3, 8.2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.items import AID, DEBTS
from villagegov.disclosure.rules.audiences import seen_by
from villagegov.disclosure.rules.canonical import PublicPosting, fields_of, packed, public_posting
from villagegov.disclosure.rules.catalogue import BY_OTHER_ROOMS, CUSTOMS
from villagegov.disclosure.rules.clock import Period, begun_periods, period_of
from villagegov.disclosure.rules.comparing import changes
from villagegov.disclosure.rules.tables import (
    TABLES,
    carried,
    carry_faults,
    missing_papers,
    persons_in,
    read_row,
    read_rows,
    sums_of_rows,
)
from villagegov.disclosure.rules.tables.masking import hidden_in, posted_rows
from villagegov.disclosure.vocabulary import LineReason, PostingField
from villagegov.disclosure.vocabulary.catalogue import Cadence, Item, MaskClass, Shape
from villagegov.disclosure.vocabulary.tables import CellReason, ColumnKind, ItemReason
from villagegov.money import MoneyReason
from villagegov.privacy import Audience
from villagegov.refusal import Reason

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
DEBT, AID_LIST, RECEPTION = TABLES[Item.DEBTS], TABLES[Item.AID_LIST], TABLES[Item.RECEPTION]
GUESTS = {
    "日期": "5",
    "来访单位": "示例镇政府",
    "公务内容": "检查防火",
    "来宾人数": "3",
    "陪同人数": "1",
    "地点": "村委会饭堂",
    "用餐标准（元/人）": "30",
    "金额": "120",
    "付款人": "李秀兰",
    "批准人": "陈国强",
    "凭证号": "记-9",
    "单据份数": "4",
}


def test_every_item_that_is_a_table_has_its_columns_and_no_other() -> None:
    wanted = {item for item, custom in CUSTOMS.items() if custom.shape is Shape.TABLE}

    assert set(TABLES) == wanted
    assert not BY_OTHER_ROOMS & wanted
    for table in TABLES.values():
        titles = set(table.titles)
        balance = (*table.balance.plus, *table.balance.minus, table.balance.result) if table.balance else ()
        assert len(titles) == len(table.columns)
        assert titles >= {*table.key, *(table.carries or ()), *balance, *([table.side] if table.side else [])}
        assert any(one.required for one in table.columns)


@pytest.mark.parametrize("mask", [MaskClass.AID, MaskClass.NAME_GROUP])
def test_who_is_helped_or_gets_land_is_told_apart_by_the_group_not_the_address_8_2(mask: MaskClass) -> None:
    tables = [TABLES[item] for item, custom in CUSTOMS.items() if custom.mask is mask and item in TABLES]
    grouped = {ColumnKind.GROUP, ColumnKind.PERSON}

    assert all({one.kind for one in table.columns} & grouped or table.item is Item.RELIEF for table in tables)
    assert not [one.title for table in tables for one in table.columns if "住址" in one.title or "电话" in one.title]


@pytest.mark.parametrize(
    ("item", "changed", "reason"),
    [
        (Item.DEBTS, {"期末余额": "7200.01"}, CellReason.UNEQUAL),
        (Item.DEBTS, {"期末余额": "7199.99"}, CellReason.UNEQUAL),
        (Item.DEBTS, {"减少": "17200.01"}, CellReason.BELOW),
        (Item.DEBTS, {"债权或者债务": "应收"}, CellReason.CHOICE),
        (Item.DEBTS, {"对方单位或者个人": ""}, CellReason.BLANK),
        (Item.DEBTS, {"事由": "铺" * 61}, LineReason.LONG),
        (Item.DEBTS, {"期初余额": "1e3"}, LineReason.AMOUNT),
        (Item.DEBTS, {"起始日期": "去年"}, CellReason.NO_DAY),
        (Item.RECEPTION, {"日期": "2026-09-30"}, CellReason.NOT_IN_PERIOD),
        (Item.RECEPTION, {"日期": "2026-11-01"}, CellReason.NOT_IN_PERIOD),
        (Item.RECEPTION, {"来宾人数": "-3"}, CellReason.NO_NUMBER),
        (Item.RECEPTION, {"来宾人数": "3.5"}, CellReason.NO_NUMBER),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_what_to_write(item: Item, changed: dict[str, str], reason: Reason) -> None:
    typed = {**(DEBTS[0] if item is Item.DEBTS else GUESTS), **changed}

    row, faults = read_row(typed, table=TABLES[item], period=OCTOBER)

    assert row is None
    assert [one.reason for one in faults] == [reason]
    assert "%(" not in faults[0].sentence


@pytest.mark.parametrize("closing", ["7200", "7,200.00", "￥7200", ""])
def test_opening_and_increase_less_decrease_is_closing_f52(closing: str) -> None:
    row, faults = read_row({**DEBTS[0], "期末余额": closing}, table=DEBT, period=OCTOBER)

    assert not faults
    assert row is not None
    assert row[3:7] == ["8600.00", "8600.00", "10000.00", "7200.00"]


@pytest.mark.parametrize("typed", ["3组12号", "A-07", "第 2 组 5 户"])
def test_a_household_is_a_number_f55(typed: str) -> None:
    water = {"户号": typed, "水费或者电费": "水费", "应收": "30", "实收": "30"}

    assert read_row(water, table=TABLES[Item.WATER_POWER], period=OCTOBER)[0]
    named, faults = read_row({**water, "户号": "张三"}, table=TABLES[Item.WATER_POWER], period=OCTOBER)
    assert named is None
    assert faults[0].reason is CellReason.HOUSEHOLD


def test_two_rows_about_the_same_debt_are_one_too_many() -> None:
    values = [DEBTS[0].get(title, "") for title in DEBT.titles]

    reading = read_rows([(2, values), (3, values)], table=DEBT, period=OCTOBER)

    assert [(one.line, one.reason) for one in reading.faults] == [(3, CellReason.DOUBLED)]


@given(st.lists(st.tuples(*[st.integers(0, 10**9)] * 3), min_size=1, max_size=6))
def test_what_is_carried_over_opens_the_next_period_without_fault_f52(amounts: list[tuple[int, int, int]]) -> None:
    rows = [
        [
            "债权",
            f"第{at}公司",
            "货款",
            *(f"{fen // 100}.{fen % 100:02}" for fen in (opening, more, less % (opening + more + 1))),
            "",
            "",
        ]
        for at, (opening, more, less) in enumerate(amounts)
    ]
    first = read_rows(list(enumerate(rows, 2)), table=DEBT, period=OCTOBER).entries

    second = carried(first, DEBT)

    assert len(first) == len(rows)
    assert carry_faults(first, second, DEBT) == []
    assert sums_of_rows(first, DEBT)[3:] == sums_of_rows(second, DEBT)[3:] or len(second) < len(first)


def test_claims_and_debts_are_summed_each_for_itself() -> None:
    rows = read_rows(
        [(at, [one.get(title, "") for title in DEBT.titles]) for at, one in enumerate(DEBTS, 2)],
        table=DEBT,
        period=OCTOBER,
    ).entries

    closing = {title: fen for title, fen, _money in sums_of_rows(rows, DEBT) if "期末" in title}

    assert closing == {"债权：期末余额": 7200_00, "债务：期末余额": 3000_00}


@pytest.mark.parametrize(("papers", "faults"), [("3", 1), ("4", 0), ("5", 0), ("0", 1)])
def test_all_four_papers_must_lie_there_d32(papers: str, faults: int) -> None:
    row, _none = read_row({**GUESTS, "单据份数": papers}, table=RECEPTION, period=OCTOBER)

    assert row is not None
    assert [one.reason for one in missing_papers([row], RECEPTION)] == [ItemReason.PAPERS] * faults
    assert len(posted_rows([row], RECEPTION, set())[0]) == len(RECEPTION.columns) - 1


@pytest.mark.parametrize(
    ("typed", "posted", "is_person"),
    [
        ("示例惠民超市", "示例惠民超市", False),
        ("张三", "张*", True),
        ("王记食店（个人）", "王***", True),
        ("全体村民（单位）", "全体村民", False),
    ],
)
def test_whoever_is_not_plainly_an_organisation_is_masked_8_2(typed: str, posted: str, is_person: bool) -> None:
    row, _faults = read_row({**DEBTS[0], "对方单位或者个人": typed}, table=DEBT, period=OCTOBER)
    assert row is not None
    persons = persons_in([row], DEBT)

    hidden = hidden_in(persons, mask=MaskClass.NAME, in_office=set())

    assert bool(persons) is is_person
    assert posted_rows([row], DEBT, hidden)[0][1] == posted


def test_holders_of_an_office_are_named_where_the_item_is_about_them_pub_role() -> None:
    row, _faults = read_row(GUESTS, table=RECEPTION, period=OCTOBER)
    assert row is not None
    hidden = hidden_in(persons_in([row], RECEPTION), mask=MaskClass.NONE, in_office={"陈国强"})

    posted = posted_rows([row], RECEPTION, hidden)[0]

    assert posted[8:10] == ["李**", "陈国强"]


def test_a_list_of_aid_has_nothing_but_sums_on_the_open_web_p12() -> None:
    rows = [read_row(one, table=AID_LIST, period=OCTOBER)[0] or [] for one in AID]
    public = posted_rows(rows, AID_LIST, persons_in(rows, AID_LIST))
    head = {
        PostingField.ITEM: Item.AID_LIST.value,
        PostingField.COLUMNS: packed([(one.title, one.kind.value) for one in AID_LIST.columns]),
        PostingField.SUMS: packed([("金额", "2,425.00")]),
        PostingField.REMARK: "张*（上围，1）的临时救助只有一次。",
    }
    posted = public_posting(fields_of(head, reviews=[], files=[], rows=public))

    board, open_web = (seen_by(posted, audience) for audience in (Audience.BOARD, Audience.OPEN))

    assert [row[0] for row in board.rows] == ["欧阳**", "张*（上围，1）", "张*（下围，2）"]
    assert [open_web.rows, open_web.closed, open_web.sums] == [[], True, board.sums]
    assert "张" not in open_web[PostingField.REMARK]


def test_an_amount_of_a_table_is_typed_as_any_other_n1() -> None:
    faults = [read_row({**DEBTS[0], "期初余额": typed}, table=DEBT, period=OCTOBER)[1] for typed in ("-1", "一百")]

    assert [str(MoneyReason.NEGATIVE.label) in found[0].sentence for found in faults] == [True, False]


def posted_sums(first: str, until: str, expense: str) -> PublicPosting:
    """Accounts of a month as far as they are compared."""
    period = {PostingField.PERIOD_FROM: first, PostingField.PERIOD_UNTIL: until}
    sums = {PostingField.INCOME: "0.00", PostingField.EXPENSE: expense, PostingField.CLOSING: "0.00"}
    return public_posting(fields_of({PostingField.ITEM: "FW-02", **period, **sums}, reviews=[], files=[]))


@pytest.mark.parametrize(
    ("now", "before", "first", "words"),
    [
        ("10,956.00", "9,756.00", "2026-09-01", "支出比上月多 1,200.00 元（+12.3%）"),
        ("999.50", "1,000.00", "2026-09-01", "支出比上月少 0.50 元（−0.1%）"),
        ("1,000.49", "1,000.00", "2026-09-01", "支出比上月多 0.49 元（+0.0%）"),
        ("5.00", "5.00", "2026-09-01", "支出和上月一样，5.00 元"),
        ("5.00", "0.00", "2026-09-01", "支出比上月多 5.00 元"),
        ("0.00", "5.00", "2026-09-01", "支出比上月少 5.00 元（−100.0%）"),
        ("6.00", "5.00", "2026-08-01", "支出比2026年8月多 1.00 元（+20.0%）"),
    ],
)
def test_what_changed_is_said_in_plain_words_with_its_share(now: str, before: str, first: str, words: str) -> None:
    until = "2026-09-30" if first == "2026-09-01" else "2026-08-31"

    found = changes(posted_sums("2026-10-01", "2026-10-31", now), posted_sums(first, until, before))

    assert [str(one.words) for one in found] == [words]


def test_periods_to_choose_from_begin_with_the_one_that_runs() -> None:
    found = begun_periods(Cadence.QUARTERLY, date(2026, 11, 5))

    assert found[0] == period_of(Cadence.QUARTERLY, date(2026, 11, 5))
    assert [one.first.month for one in found[:4]] == [10, 7, 4, 1]
    assert begun_periods(Cadence.STANDING, date(2026, 11, 5)) == [Period(date(2026, 11, 5), None)]
