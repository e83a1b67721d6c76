"""The forms of rulebook 7.1 as data, filled and left blank: what a paper says, and what it never says."""

from datetime import date

import pytest

from villagegov.elections.rules.printed import (
    GAP,
    NO_DAY,
    Named,
    Rows,
    blank,
    fields_of,
    fill,
    filling,
    listed_in,
    marks,
    named,
    namesakes,
    numerals,
    paper_of,
    words_of,
)
from villagegov.elections.vocabulary.printed import PaperCode, Reach
from villagegov.elections.vocabulary.printed_forms import FORMS
from villagegov.privacy import find_personal_numbers

NAME = Named("第1号", "%(committee)s公告")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 21), "二〇二六年三月二十一日"),
        (date(2026, 10, 10), "二〇二六年十月十日"),
        (date(2030, 12, 30), "二〇三〇年十二月三十日"),
        (date(2021, 1, 1), "二〇二一年一月一日"),
        (date(2026, 11, 19), "二〇二六年十一月十九日"),
    ],
)
def test_a_seal_is_dated_in_chinese_numerals(day: date, words: str) -> None:
    assert numerals(day) == words


def test_every_form_of_rulebook_7_1_has_its_columns() -> None:
    assert list(FORMS) == list(PaperCode)
    assert len(FORMS) == 34
    assert all(one.text or one.boxes or one.grids for one in FORMS.values())


def test_no_public_paper_has_a_column_marked_secret() -> None:
    kept = [
        (form.code, column.label)
        for form in FORMS.values()
        if form.reach is not Reach.WORK
        for column in (*form.boxes, *(one for grid in form.grids for one in grid.columns))
        if column.secret
    ]

    assert kept == []


def test_the_secret_columns_of_rulebook_7_1_are_marked() -> None:
    secret = {
        (form.code.value, column.label)
        for form in FORMS.values()
        for column in (*form.boxes, *(one for grid in form.grids for one in grid.columns))
        if column.secret
    }

    assert {
        ("F-05", "身份证号"), ("F-05", "电话"), ("F-05", "出生日期"), ("F-05", "签名"), ("F-08", "申诉人"),
        ("F-13", "身份证号"), ("F-31", "提出人"),
    } <= secret  # fmt: skip


@pytest.mark.parametrize("code", PaperCode)
def test_a_blank_names_nobody_and_leaves_gaps_and_rows(code: PaperCode) -> None:
    paper = blank(FORMS[code], named(FORMS[code], {}), signer="")

    assert paper.is_blank
    assert paper.dated == NO_DAY
    assert all(one.value == "" for one in paper.boxes)
    assert "%(" not in paper.text + paper.title + paper.after
    assert paper.listed >= 6 * len(FORMS[code].grids)


def test_a_ballot_has_no_number_and_nothing_that_tells_one_from_another_p14() -> None:
    form = FORMS[PaperCode.F22]
    labels = [one.label for grid in form.grids for one in grid.columns]

    assert labels == ["候选人", "赞成", "反对", "弃权"]
    assert (form.number, form.boxes, form.hands) == ("", (), ())


def test_only_namesakes_are_told_apart() -> None:
    assert namesakes(["王芳", "李强", "王芳"]) == {"王芳"}


@pytest.mark.parametrize(("votes", "words"), [(0, ""), (4, "＋4"), (5, "正"), (12, "正正＋2")])
def test_votes_are_marked_by_fives(votes: int, words: str) -> None:
    assert marks(votes) == words


def test_a_posted_paper_is_read_back_word_for_word() -> None:
    form = FORMS[PaperCode.F14]
    row = ["1", "王\t芳", "女", "1980", "", "", "务农\n五年"]
    given = filling(tables=[Rows([row], "主任（应选 1 名）"), Rows([], "委员（应选 3 名）")], dated=date(2026, 3, 1))
    paper = fill(form, NAME, {"committee": "石桥村村民委员会", "day": "2026年3月21日"}, given, signer="选举委员会")

    fields = fields_of(paper)
    read = paper_of(fields)

    assert (read.title, read.number, read.dated) == ("石桥村村民委员会公告", "第1号", "二〇二六年三月一日")
    assert read.tables[0].rows == (("1", "王 芳", "女", "1980", "", "", "务农 五年"),)
    assert [one.title for one in read.tables] == ["主任（应选 1 名）", "委员（应选 3 名）"]
    assert read.tables[0].columns == form.grids[0].columns
    assert fields_of(read) == fields
    assert listed_in(fields) == 1


def test_figures_side_by_side_are_no_personal_number_but_a_number_in_a_cell_is_found_p11() -> None:
    form = FORMS[PaperCode.F17]
    beside = [["1", "3800138", "000"], ["票箱", "13800138000", "一组"]]
    papers = [fill(form, NAME, {}, filling(tables=[Rows([row])]), signer="") for row in beside]

    found = [[find_personal_numbers(value) for value in words_of(fields_of(one)).values()] for one in papers]

    assert [any(one) for one in found] == [False, True]


def test_what_nobody_knows_is_a_gap() -> None:
    paper = fill(FORMS[PaperCode.F01], NAME, {"committee": "石桥村村民委员会"}, filling(), signer="")

    assert GAP in paper.text
