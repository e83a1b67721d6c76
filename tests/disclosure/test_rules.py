"""Months, sums, review, lines and masks of the monthly accounts: tables one below, on, one above."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.disclosure import entry
from villagegov.disclosure.rules.canonical import digest_of, marked, public_names, without_names
from villagegov.disclosure.rules.cells import day_in
from villagegov.disclosure.rules.due import days_late, deadline_of, keep_days
from villagegov.disclosure.rules.lines import TITLES, doubled_vouchers, in_order, kind_of_name, read_line
from villagegov.disclosure.rules.months import is_over, month_after, month_before, months_between
from villagegov.disclosure.rules.review import gap_in, review_outcome
from villagegov.disclosure.rules.states import Facts, is_done, lines_open, missing_before, next_step, state_of
from villagegov.disclosure.rules.sums import balances, sums_of
from villagegov.disclosure.vocabulary import Gap, LineReason, Outcome, PayeeKind, Step
from villagegov.money import MoneyReason, MoneyRefused, fen_of, typed_yuan, yuan
from villagegov.privacy import find_personal_numbers

OCTOBER = date(2026, 10, 1)
FACTS = st.builds(Facts, submitted=st.booleans(), returned=st.booleans(), reviewed=st.booleans(), settled=st.booleans())
FEN = st.integers(min_value=0, max_value=10**12)


@pytest.mark.parametrize(
    ("entitled", "passes", "returns", "outcome"),
    [
        (3, 1, 0, Outcome.PENDING),
        (3, 2, 0, Outcome.PASSED),
        (3, 2, 1, Outcome.PASSED),
        (3, 1, 1, Outcome.PENDING),
        (3, 0, 1, Outcome.PENDING),
        (3, 0, 2, Outcome.RETURNED),
        (2, 1, 0, Outcome.PENDING),
        (2, 2, 0, Outcome.PASSED),
        (2, 0, 1, Outcome.RETURNED),
        (4, 2, 0, Outcome.PENDING),
        (4, 3, 0, Outcome.PASSED),
        (4, 2, 2, Outcome.RETURNED),
        (5, 2, 2, Outcome.PENDING),
        (5, 2, 3, Outcome.RETURNED),
        (5, 3, 2, Outcome.PASSED),
    ],
)
def test_more_than_half_of_those_entitled_pass_it_s22(
    entitled: int, passes: int, returns: int, outcome: Outcome
) -> None:
    assert review_outcome(entitled=entitled, passes=passes, returns=returns) is outcome


@given(st.integers(2, 9), st.lists(st.booleans(), max_size=9))
def test_once_certain_the_outcome_stays_whatever_the_others_say(entitled: int, words: list[bool]) -> None:
    said = words[:entitled]
    outcomes = [
        review_outcome(entitled=entitled, passes=said[:at].count(True), returns=said[:at].count(False))
        for at in range(len(said) + 1)
    ]
    certain = [one for one in outcomes if one is not Outcome.PENDING]

    assert len(set(certain)) <= 1
    assert outcomes[len(outcomes) - len(certain) :] == certain


@pytest.mark.parametrize(
    ("sitting", "able", "gap"),
    [(2, 2, Gap.TOO_FEW), (3, 1, Gap.NONE_ABLE), (3, 2, None), (3, 3, None), (5, 1, Gap.NONE_ABLE)],
)
def test_fewer_than_three_members_cannot_review_s03(sitting: int, able: int, gap: Gap | None) -> None:
    assert gap_in(sitting=sitting, able=able) is gap


@given(FACTS, st.sampled_from(Step))
def test_exactly_one_step_is_next_and_the_others_are_done_or_wait_d07(facts: Facts, step: Step) -> None:
    state = state_of(facts)

    assert (step is next_step(state)) + is_done(step, state) + (missing_before(step, state) is not None) == 1
    assert lines_open(state) == (not facts.submitted)


@pytest.mark.parametrize(("day", "late"), [(14, 0), (15, 0), (16, 1), (21, 6)])
def test_a_month_is_late_after_the_fifteenth_d04(day: int, late: int) -> None:
    assert days_late(OCTOBER, date(2026, 11, day)) == late
    assert deadline_of(OCTOBER, Step.REVIEW).last == date(2026, 11, 10)


@pytest.mark.parametrize(("in_force", "days"), [(15, 15), (None, 10)])
def test_a_posting_stays_as_long_as_the_law_in_force_says_d05(in_force: int | None, days: int) -> None:
    assert keep_days(in_force) == days


@pytest.mark.parametrize(("today", "over"), [(date(2026, 10, 31), False), (date(2026, 11, 1), True)])
def test_a_month_is_over_when_its_last_day_is(today: date, over: bool) -> None:
    assert is_over(OCTOBER, today) is over


def test_months_follow_each_other_over_the_end_of_a_year() -> None:
    assert months_between(date(2025, 11, 1), date(2026, 2, 1)) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert month_before(month_after(OCTOBER)) == OCTOBER


@given(st.integers(-(10**12), 10**12), st.lists(st.tuples(FEN, st.booleans()), max_size=40))
def test_opening_plus_income_minus_expense_is_closing_f51(opening: int, moves: list[tuple[int, bool]]) -> None:
    lines = [
        entry(month=OCTOBER, income_fen=fen if income else 0, expense_fen=0 if income else fen) for fen, income in moves
    ]
    sums, after = sums_of(opening, lines), balances(opening, lines)

    assert sums.opening + sums.income - sums.expense == sums.closing
    assert (after[-1] if after else opening) == sums.closing
    assert sums_of(sums.closing, []).closing == sums.closing


@given(st.integers(-(10**12) + 1, 10**12 - 1))
def test_what_is_shown_and_typed_of_an_amount_reads_as_the_same(fen: int) -> None:
    assert fen_of(yuan(fen), negative=True) == fen
    assert fen_of(typed_yuan(fen), negative=True) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("0", 0),
        ("1,234.50", 123450),
        ("１，２３４．５", 123450),
        ("0.01", 1),
        (" 12 ", 1200),
        ("9999999999.99", 10**12 - 1),
    ],
)
def test_amounts_are_read_as_people_write_them_n1(typed: str, fen: int) -> None:
    assert fen_of(typed) == fen


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", MoneyReason.BLANK),
        ("-1", MoneyReason.NEGATIVE),
        ("1.005", MoneyReason.DECIMALS),
        ("1.", MoneyReason.NO_AMOUNT),
        (".5", MoneyReason.NO_AMOUNT),
        ("1,23", MoneyReason.NO_AMOUNT),
        ("NaN", MoneyReason.NO_AMOUNT),
        ("1e3", MoneyReason.NO_AMOUNT),
        ("1_000", MoneyReason.NO_AMOUNT),
        ("+5", MoneyReason.NO_AMOUNT),
        ("١٢", MoneyReason.NO_AMOUNT),
        ("100元", MoneyReason.NO_AMOUNT),
        ("10000000000", MoneyReason.TOO_LONG),
    ],
)
def test_everything_else_is_no_amount_n1(typed: str, reason: MoneyReason) -> None:
    with pytest.raises(MoneyRefused) as refused:
        fen_of(typed)

    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-05", date(2026, 10, 5)),
        ("2026/10/5", date(2026, 10, 5)),
        ("2026.10.05", date(2026, 10, 5)),
        ("2026年10月5日", date(2026, 10, 5)),
        ("10-5", date(2026, 10, 5)),
        ("10月5号", date(2026, 10, 5)),
        ("5", date(2026, 10, 5)),
        ("20261005", date(2026, 10, 5)),
        ("32", None),
        ("2026-13-01", None),
        ("五日", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_the_ways_spreadsheets_write_it(text: str, day: date | None) -> None:
    assert day_in(text, OCTOBER) == day


@pytest.mark.parametrize(
    ("day", "sound"), [("2026-09-30", False), ("2026-10-01", True), ("2026-10-31", True), ("2026-11-01", False)]
)
def test_a_line_lies_within_its_month_f51(day: str, sound: bool) -> None:
    found, faults = read_line(
        dict(zip(TITLES, [day, "", "打印", "办公费", "", "1", "", "", "", ""], strict=True)), month=OCTOBER
    )

    assert (found is not None) is sound
    assert [fault.reason for fault in faults] == ([] if sound else [LineReason.NOT_IN_MONTH])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("东溪镇财政所", PayeeKind.ORGANISATION),
        ("兴隆建材店", PayeeKind.ORGANISATION),
        ("石桥村第一村民小组", PayeeKind.ORGANISATION),
        ("张三", PayeeKind.PERSON),
        ("欧阳小明", PayeeKind.PERSON),
    ],
)
def test_whoever_is_not_plainly_an_organisation_is_masked_8_2(name: str, kind: PayeeKind) -> None:
    assert kind_of_name(name) is kind


def test_persons_who_look_alike_under_the_mask_get_a_number_8_2() -> None:
    person = PayeeKind.PERSON
    shown = public_names(
        [("张三", person), ("张四", person), ("张三", person), ("李四", person), ("兴隆店", PayeeKind.ORGANISATION)]
    )

    assert shown == {"张三": "张*（1）", "张四": "张*（2）", "李四": "李*", "兴隆店": "兴隆店"}
    assert without_names("付张三丰和张三", {"张三", "张三丰"}) == "付张**和张*"


@pytest.mark.parametrize(
    ("cell", "fen"),
    [("1234.5600000000001", 123456), ("0.30000000000000004", 30), ("0.2999999999999998", 30), ("1.005", None)],
)
def test_a_sum_that_a_spreadsheet_computed_is_read_as_it_shows_it(cell: str, fen: int | None) -> None:
    cells = ["5", "", "打印", "办公费", "", cell, "", "", "", ""]

    found, _faults = read_line(dict(zip(TITLES, cells, strict=True)), month=OCTOBER)

    assert (found.expense_fen if found else None) == fen


def test_lines_stand_by_day_and_by_the_number_in_the_voucher() -> None:
    days = [(3, "记-10"), (3, "记-2"), (1, "记-11")]
    lines = [entry(month=OCTOBER, booked_on=OCTOBER + timedelta(days=day), voucher=voucher) for day, voucher in days]

    assert [line.voucher for line in in_order(lines)] == ["记-11", "记-2", "记-10"]
    assert doubled_vouchers(["1", "", "2", "1", ""]) == ["1"]


@given(st.binary(min_size=32, max_size=32))
def test_the_mark_of_an_attachment_is_never_taken_for_a_personal_number(digest: bytes) -> None:
    assert find_personal_numbers(marked(digest.hex())) == []
    assert digest_of(marked(digest.hex())) == digest.hex()
