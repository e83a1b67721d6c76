"""A posted month on the board: what it is called in each kind of unit, and that an ordinary one is a single sheet."""

import io
from datetime import UTC, datetime

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.builders.accounts import client_of
from tests.builders.disclosure import entry, hands, last_month, posted_month
from tests.builders.divisions import Tree, division_tree
from villagegov import clock


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places, on 24 November 2026."""
    clock.run_on(lambda: datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    return division_tree()


def pages_of(app: Flask, address: str) -> list[str]:
    """The words of each sheet."""
    paper = PdfReader(io.BytesIO(app.test_client().get(f"{address}/notice.pdf").data))
    return ["".join(page.extract_text().split()) for page in paper.pages]


def test_a_residents_committee_discloses_residents_affairs_on_page_paper_and_board_d20(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.community)
    posting = posted_month(who=who)
    address = f"/c/{tree.community.code}/postings/1"

    page, paper = app.test_client().get(address).get_data(as_text=True), "".join(pages_of(app, address))
    waiting = client_of(app, who.clerk).get("/desk").get_data(as_text=True)

    for told in (page, paper):
        assert "居务公开〔2026〕1号" in told
        assert "居务监督委员会" in told
    for told in (page.replace("村（居）务公开", ""), paper, waiting.replace("村（居）务公开", "")):
        assert "村务" not in told
    assert f"给居务公开〔2026〕{posting.number}号补上墙照片" in waiting


@pytest.mark.parametrize(("lines", "sheets"), [(10, 1), (60, 4)])
def test_an_ordinary_month_is_one_sheet_of_a4(app: Flask, tree: Tree, lines: int, sheets: int) -> None:
    classes = ("办公费", "水电费", "误工费", "工程款", "会议费", "慰问费", "绿化费")
    rows = [entry(month=last_month(), number=at)._replace(category=classes[at % 7]) for at in range(1, lines + 1)]
    posted_month(who=hands(unit=tree.village), lines=rows)

    assert len(pages_of(app, f"/c/{tree.village.code}/postings/1")) <= sheets
