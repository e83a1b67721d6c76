"""What is read over the loudspeakers: a minute or so, numbers in words, nobody's name."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villagegov.disclosure.rules.canonical import PublicLine, PublicPosting, PublicReview, fields_of, public_posting
from villagegov.disclosure.rules.comparing import changes
from villagegov.disclosure.rules.spoken import (
    FIGURES,
    LONGEST_SECONDS,
    Around,
    amount_in_words,
    card_of,
    number_in_words,
    script_of,
    seconds_of,
    title_in_words,
)
from villagegov.disclosure.vocabulary import PostingField as F
from villagegov.money import yuan


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "零"),
        (10, "十"),
        (11, "十一"),
        (110, "一百一十"),
        (101, "一百零一"),
        (1010, "一千零一十"),
        (12_050, "一万二千零五十"),
        (10_001, "一万零一"),
        (100_000, "十万"),
        (10_001_000, "一千万一千"),
        (100_010_000, "一亿零一万"),
    ],
)
def test_a_number_is_said_as_one_says_it(number: int, words: str) -> None:
    assert number_in_words(number) == words


@given(st.integers(0, 10**11))
def test_no_two_numbers_sound_alike_and_none_has_a_figure(number: int) -> None:
    said = number_in_words(number)

    assert said != number_in_words(number + 1)
    assert not any(letter.isascii() for letter in said)
    assert set(said) <= set(FIGURES) | set("十百千万亿")


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元"),
        (5, "五分"),
        (10, "一角"),
        (105, "一元零五分"),
        (123_450, "一千二百三十四元五角"),
        (-100, "负一元"),
    ],
)
def test_an_amount_is_said_down_to_the_fen(fen: int, words: str) -> None:
    assert amount_in_words(fen) == words


def test_a_year_is_said_figure_by_figure_and_a_month_as_a_number() -> None:
    assert title_in_words("石桥村2026年10月收支，路灯24盏") == "石桥村二零二六年十月收支，路灯二十四盏"


def month(first: str, until: str, income: int, expense: int, classes: int) -> PublicPosting:
    """A posted month whose expense is spread over some classes."""
    part = expense // classes
    sums = {F.OPENING: 10**7, F.INCOME: income, F.EXPENSE: expense, F.CLOSING: 10**7 + income - expense}
    lines = [
        PublicLine(first, "", "付款", f"第{at}类费用", "", yuan(part), "", "个人", "", "") for at in range(classes)
    ]
    head = {F.TITLE: "石桥村2026年10月财务收支明细", F.ITEM: "FW-02", F.PERIOD_FROM: first, F.PERIOD_UNTIL: until}
    reviews = [PublicReview("梁伟明", "退回修改", "张*没有签名。", until)]
    said = {**head, **{one: yuan(fen) for one, fen in sums.items()}, F.CONTACT: "0750-8830000"}
    return public_posting(fields_of(said, reviews=reviews, files=[], lines=lines if part else []))


@given(st.integers(0, 10**11), st.integers(0, 10**11), st.integers(1, 9))
def test_a_month_is_read_out_in_at_most_ninety_seconds(income: int, expense: int, classes: int) -> None:
    now, before = (month(*days, income, expense, classes) for days in (OCTOBER, SEPTEMBER))

    script = script_of(now, Around("村民", date(2026, 11, 23), changes(now, before)))

    assert seconds_of(script) <= LONGEST_SECONDS
    assert not any(letter.isdigit() and letter.isascii() for letter in "".join(script))
    assert script[0] == "各位村民请注意，现在广播石桥村二零二六年十月财务收支明细。"
    assert any(one.startswith("本月支出") for one in script)


OCTOBER, SEPTEMBER = ("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30")


def test_an_ordinary_month_takes_about_a_minute_and_says_what_changed_and_who_was_against() -> None:
    now, before = month(*OCTOBER, 68_600_00, 37_767_96, 5), month(*SEPTEMBER, 60_000_00, 36_567_96, 5)
    around = Around("村民", date(2026, 11, 23), changes(now, before))

    script, card = script_of(now, around), card_of(now, around, address="", fingerprint="30A5 F831 6A3C F5EB")

    assert 50 <= seconds_of(script) <= LONGEST_SECONDS
    assert "支出比上月多一千二百元。" in script
    assert any("一名监督委员会成员有不同意见" in one for one in script)
    assert "电话零七五零八八三零零零零。" in "".join(script)
    assert "张" not in "".join(script) + card
    assert card.splitlines()[1] == "收入 68,600.00 元，支出 37,767.96 元，结余 130,832.04 元"
    assert "支出比上月多 1,200.00 元（+3.3%）" in card


def test_a_table_is_read_by_its_sums_and_a_text_as_far_as_the_time_goes() -> None:
    columns, sums = json.dumps([["金额", "money"]]), json.dumps([["金额", "2,425.00"]])
    head = {F.TITLE: "石桥村2026年第三季度救助名单", F.ITEM: "CW-10", F.COLUMNS: columns, F.SUMS: sums, F.COUNT: "3"}
    table = public_posting(fields_of(head, reviews=[], files=[]))
    long = {F.TITLE: "石桥村路灯安装", F.ITEM: "CW-16", F.TEXT: "安装路灯24盏。" * 100}
    around = Around("居民", date(2026, 11, 23), ())

    spoken = script_of(table, around)
    text = script_of(public_posting(fields_of(long, reviews=[], files=[])), around)

    assert spoken[1:3] == ["一共三项。", "金额合计二千四百二十五元。"]
    assert seconds_of(text) <= LONGEST_SECONDS
    assert text[1] == "安装路灯二十四盏。"
