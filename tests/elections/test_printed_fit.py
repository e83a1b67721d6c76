"""Every form on its paper, in the worst case: seven seats, fifteen candidates, six stations, names of up to thirty."""

import io
from collections.abc import Sequence
from datetime import date
from functools import partial

import pytest
from pypdf import PdfReader

from villagegov.elections.rules.printed import Filling, Paper, Rows, blank, fill, filling, named
from villagegov.elections.views.printed_sheet import sheet_of
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.printed import PaperCode
from villagegov.elections.vocabulary.printed_forms import FORMS, Form, Grid

#: Of one to thirty characters; some are in no common font, one has no place to break.
NAMES = (
    "㛃",
    "𠅤",
    "王芳",
    "欧阳𠮷祥",
    "买买提·吐尔逊江·阿卜杜热合曼",
    "阿卜杜热合曼·买买提明·吐尔逊江·库尔班江·艾尔肯·玉素甫",
    "Abdurahmanmuhammadturghunjanim",
)
SEATS = {Post.CHAIR: (1, 2), Post.VICE: (2, 4), Post.MEMBER: (4, 9)}
LONG = "石桥头村与河畔新区社区联合经济合作社所在地第十二自然村"
ABOUT = {
    "committee": f"{LONG}村民委员会",
    "body": f"{LONG}村民选举委员会",
    "round": "2026年全市村（社区）“两委”换届选举",
    "day": "2026年12月31日",
    "township": "东坑镇",
}
#: Pages of the filled form and of the blank, where it is not one each.
PAGES = {
    **dict.fromkeys(("F-03", "F-06", "F-09", "F-12", "F-13", "F-14", "F-15", "F-16", "F-23", "F-29", "F-31"), (2, 1)),
    "F-05": (3, 2),
    "F-25": (2, 2),
    "F-26": (2, 2),
}
MARGIN = 40


def cell(grid: Grid, at: int, row: int) -> str:
    """A name in every column of words, a figure in every column of figures."""
    column = grid.columns[at]
    if column.right:
        return "12345"
    return NAMES[(row + at) % len(NAMES)] if column.width >= 3 else "女"


def rows(grid: Grid, count: int) -> list[Sequence[str]]:
    return [[cell(grid, at, row) for at in range(len(grid.columns))] for row in range(count)]


def worst(form: Form) -> Filling:
    tables = [
        Rows(rows(grid, stands), f"{post.label}（应选 {seats} 名，最多赞成 {seats} 人）", at)
        for at, grid in enumerate(form.grids)
        for post, (seats, stands) in SEATS.items()
        if grid.by_post
    ]
    tables += [Rows(rows(grid, 15), "", at) for at, grid in enumerate(form.grids) if not grid.by_post]
    boxes = {one.label: NAMES[at % len(NAMES)] for at, one in enumerate(form.boxes)}
    return filling(boxes=boxes, tables=tables, dated=date(2026, 12, 31))


def filled(form: Form) -> Paper:
    return fill(form, named(form, {}), ABOUT, worst(form), signer=f"{LONG}村民选举委员会")


def text_and_edges(pdf: bytes) -> tuple[str, int, list[str]]:
    """The text without spaces, the number of pages, and the pieces that begin outside the margins of their page."""
    pages, outside, whole = PdfReader(io.BytesIO(pdf)).pages, list[str](), ""
    for page in pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)

        def look(
            text: str, outer: Sequence[float], at: Sequence[float], *_font: object, right: float, top: float
        ) -> None:
            across = at[4] * outer[0] + at[5] * outer[2] + outer[4]
            up = at[4] * outer[1] + at[5] * outer[3] + outer[5]
            if text.strip() and not (MARGIN <= across <= right and 15 <= up <= top):
                outside.append(f"{text} {across:.0f} {up:.0f}")

        whole += page.extract_text(visitor_text=partial(look, right=wide - MARGIN, top=high - MARGIN))
    return "".join(whole.split()).replace("\u200b", ""), len(pages), outside


@pytest.mark.parametrize("code", PaperCode)
def test_nothing_is_cut_every_name_is_whole_and_the_pages_are_as_many_as_expected(code: PaperCode) -> None:
    form, full = FORMS[code], filled(FORMS[code])

    text, pages, outside = text_and_edges(sheet_of([full]))

    words = [*(cell for one in full.tables for row in one.rows for cell in row), *(one.value for one in full.boxes)]
    assert [one for one in words if "".join(one.split()) not in text] == []
    assert outside == []
    blank_pages = len(PdfReader(io.BytesIO(sheet_of([blank(form, named(form, {}), signer="＿＿")]))).pages)
    assert (pages, blank_pages) == PAGES.get(code.value, (1, 1))


def test_on_a3_it_is_the_same_sheet_larger() -> None:
    paper = filled(FORMS[PaperCode.F14])
    small, large = (PdfReader(io.BytesIO(sheet_of([paper], size))).pages for size in ("a4", "a3"))

    assert len(small) == len(large)
    assert float(large[0].mediabox.width) == pytest.approx(float(small[0].mediabox.height), abs=1)


def test_a_long_roll_stays_quick_and_keeps_its_heading_on_every_page() -> None:
    form = FORMS[PaperCode.F06]
    voters = [["一组", str(at), f"选民{at}", "女", ""] for at in range(1, 1_001)]
    paper = fill(form, named(form, {}), ABOUT, filling(tables=[Rows(voters)]), signer="")

    pages = PdfReader(io.BytesIO(sheet_of([paper]))).pages

    assert len(pages) <= 14
    assert all("同名的出生年" in page.extract_text() for page in pages[:-1])
    assert "一组1000选民1000女" in "".join(pages[-1].extract_text().split())
