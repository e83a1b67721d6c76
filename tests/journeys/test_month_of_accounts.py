"""A unit taken over from paper, and its first month of accounts from the spreadsheet to the resident's telephone."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys import accounting
from tests.journeys.accounting import Village, village
from tests.journeys.conftest import Someone
from tests.journeys.paper import pages_of, text_of
from tests.journeys.reader import PHONE, SCREENS, Reader
from tests.journeys.stage import Stage
from tests.journeys.test_looks import faults_here

pytestmark = pytest.mark.browser
#: On PostgreSQL; the other long journey plays on SQLite.
IN_THE_PROVINCE = pytest.mark.parametrize("stage", ["province_app"], indirect=True)
NOTE = "工日记录请每月随票据附上。"


@IN_THE_PROVINCE
def test_a_month_goes_from_paper_and_spreadsheet_to_the_residents_telephone(
    stage: Stage, someone: Someone, desk_folder: Path
) -> None:
    people = village()
    stage.day.turn_to(date(2026, 11, 5), 9)

    accounting.takes_over(someone(people.first))
    accounting.confirms(someone(people.second))
    month = reviewed(someone, people, desk_folder)
    posted(someone, people, month)

    resident_reads(someone(size=PHONE, with_tools=True), people.unit.code)


def reviewed(someone: Someone, people: Village, folder: Path) -> str:
    """Returned once with its reason, put right, passed with a note. Where the month is."""
    clerk = someone(people.first)
    month = accounting.drafts(clerk, folder)
    accounting.hands_over(clerk, month)
    first, second, paid = people.supervisors
    accounting.stands_back(someone(paid, size=PHONE))
    accounting.says(someone(first, size=PHONE), "退回修改", "记-2 误工费 3,600 元应为 360 元，请核对票据。")
    accounting.corrects(clerk, month)
    accounting.hands_over(clerk, month)
    accounting.says(someone(second, size=PHONE), "同意公布")
    accounting.says(someone(first, size=PHONE), "同意公布，附意见", NOTE)
    return month


def posted(someone: Someone, people: Village, month: str) -> None:
    """The joint meeting, the chair, the board."""
    clerk = someone(people.first)
    accounting.meets(clerk)
    accounting.settles(clerk, month)
    accounting.posts(someone(people.chair))
    accounting.photographs(someone(people.first, size=PHONE))


def resident_reads(resident: Reader, code: str) -> None:
    """Somebody old, on a telephone, in large type, without an account."""
    resident.open(f"/c/{code}")
    resident.follow("大字版")
    resident.follow("2026年10月财务收支明细")
    assert resident.page.locator("html.large").count() == 1
    for words in ("123,456.70", "50,000.00", "1,288.50", "172,168.20", NOTE, "正在公开栏张贴", "村委会门口公开栏"):
        assert words in resident.text
    assert "张三" not in resident.text
    assert "至少公布到" in resident.text
    resident.shot("74-posting-large")
    assert not list(faults_here(resident, "posting in large type"))
    prints(resident)


def prints(resident: Reader) -> None:
    """The month on paper, twice: as the house sets it on A4, and as the browser prints the page."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    ours, theirs = SCREENS / "posting.pdf", SCREENS / "printed-posting.pdf"
    address = resident.page.locator('a[href$="notice.pdf"]').get_attribute("href")
    ours.write_bytes(resident.context.request.get(address or "").body())
    resident.page.pdf(path=theirs, format="A4", print_background=False)

    for pdf in (ours, theirs):
        words = "".join(text_of(pdf).split())
        for one in ("石桥村2026年10月财务收支明细", "172,168.20", "清理河道误工费", NOTE, "签发：罗永光"):
            assert one in words
        assert "张三" not in words
        assert all(page.stat().st_size > 10_000 for page in pages_of(pdf))
