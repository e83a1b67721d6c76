"""The whole line in a browser: an official sets the round up, two clerks and a teller record, a resident reads."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys import assembling, preparing, recording
from tests.journeys.cast import POLLING_DAY, Cast, cast, name_of
from tests.journeys.conftest import Someone
from tests.journeys.paper import pages_of, text_of
from tests.journeys.reader import PHONE, SCREENS, Reader
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser
#: On SQLite; the other long journey plays on PostgreSQL.
ON_A_LAPTOP = pytest.mark.parametrize("stage", ["committee_app"], indirect=True)


@ON_A_LAPTOP
def test_a_village_elects_from_the_roll_to_the_posted_result(stage: Stage, someone: Someone, desk_folder: Path) -> None:
    people = cast()

    election = prepared(stage, someone, people, desk_folder)
    polled(stage, someone, people, election)
    counted(someone, people, election)
    posted(someone, people, election)

    resident_reads(someone(size=PHONE), people.tree.village.code)


def prepared(stage: Stage, someone: Someone, people: Cast, folder: Path) -> str:
    """March and April: everything up to the eve of polling day. The election's address."""
    stage.day.turn_to(date(2026, 3, 2), 9)
    preparing.sets_up_the_round(someone(people.official))
    stage.day.turn_to(preparing.POSTED_ON, 9)
    clerk = someone(people.first)
    preparing.starts_the_election(clerk)
    election = clerk.path
    assembling.holds_the_assembly(clerk, election)
    assembling.enters_the_votes(clerk, election)
    assembling.confirms_the_members(someone(people.second), election)
    assembling.posts_the_committee(clerk, election)
    preparing.sets_seats(clerk)
    assembling.approves_the_seats(someone(people.official), election)
    clerk.open(election)
    preparing.fills_the_roll(clerk, folder)
    preparing.posts_the_roll(clerk)
    stage.day.turn_to(date(2026, 4, 8), 9)
    clerk.sign_in(people.first)
    clerk.open(election)
    preparing.freezes_the_roll(clerk)
    preparing.finds_a_voter(clerk, 7)
    preparing.lists_candidates(clerk, election)
    preparing.sets_up_stations(clerk, election)
    preparing.notes_the_audit(clerk, election)
    preparing.staffs_the_box(clerk, election)
    return election


def polled(stage: Stage, someone: Someone, people: Cast, election: str) -> None:
    """Polling day: the clerk opens it, the teller reports by telephone, the clerk closes it."""
    stage.day.turn_to(POLLING_DAY, 8)
    recording.opens_the_day(someone(people.first), election)
    teller = someone(size=PHONE)
    stage.day.turn_to(POLLING_DAY, 10)
    teller.sign_in(people.teller)
    recording.reports(teller, election, "中心会场", 20, 2)
    stage.day.turn_to(POLLING_DAY, 14)
    teller.sign_in(people.teller)
    recording.corrects_a_figure(teller, election)
    stage.day.turn_to(POLLING_DAY, 16)
    recording.closes_the_day(someone(people.first), election)


def counted(someone: Someone, people: Cast, election: str) -> None:
    """Two readings that first differ; each clerk is told where, neither is shown the other's number."""
    first, second = someone(people.first, size=PHONE), someone(people.second, size=PHONE)
    recording.reads(first, election, "中心会场", recording.HALL)
    recording.reads(second, election, "中心会场", recording.HALL_MISREAD)
    assert "两人录入有 2 处不同" in second.text
    first.page.reload()
    assert f"主任 · {name_of(1)}：您录的是 40" in first.text
    assert "41" not in first.page.locator("main").inner_text()
    second.shot("23-sheet-differing")
    recording.reads(second, election, "中心会场", recording.HALL, link="核对我的录入")
    assert "李强 和 王芳 录入一致" in second.text
    second.shot("24-sheet-agreed")
    recording.reads(first, election, "流动票箱", recording.BOX)
    recording.reads(second, election, "流动票箱", recording.BOX)


def posted(someone: Someone, people: Cast, election: str) -> None:
    """The verdict with its articles, the notice, and the record of who did what."""
    clerk = someone(people.first)
    recording.decides(clerk, election)
    assert "选举有效" in clerk.text
    assert "56 × 2 ＝ 112，大于 60" in clerk.text
    assert "第18条" in clerk.text
    recording.posts_the_notice(clerk, election)
    clerk.open(election)
    clerk.shot("28-steps-done")
    history = clerk.page.locator("ol.story").inner_text()
    for who, what in (("李强", "导入了选民名单"), ("李强", "按法律判定了结果"), ("李强", "张贴了选举结果公告")):
        assert who in history
        assert what in history
    signs_out_for_good(clerk, someone(), election)


def signs_out_for_good(clerk: Reader, thief: Reader, election: str) -> None:
    """A copied cookie is worthless afterwards, and the back button shows nothing."""
    thief.takes_cookies_of(clerk)
    assert thief.open(election).status == 200

    clerk.press("退出")
    clerk.page.go_back()

    assert clerk.path == "/sign-in"
    thief.open(election)
    assert thief.path == "/sign-in"


def resident_reads(resident: Reader, code: str) -> None:
    """Somebody old, on a telephone, without an account."""
    resident.open("/")
    resident.shot("30-home")
    resident.type({"村（社区）或乡镇的名称": "石桥"})
    resident.press("查找")
    resident.shot("31-home-found")
    resident.follow("石桥村民委员会")
    assert resident.path == f"/c/{code}"
    resident.shot("32-board")
    resident.follow("选举结果公告")
    assert "93.3%（56 ÷ 60）" in resident.text
    assert "达到" in resident.text
    resident.shot("33-result")
    resident.follow("大字版")
    assert resident.page.locator("html.large").count() == 1
    resident.shot("34-result-large")
    resident.follow("English")
    assert resident.page.locator("html").get_attribute("lang") == "en"
    assert "登记参加选举（人）" in resident.text
    assert "副主任：应选 1 名" in resident.text
    resident.shot("35-result-english")
    prints(resident)


def prints(resident: Reader) -> None:
    """The notice on paper, twice: as the house sets it, and as the browser prints the page."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    ours, theirs = SCREENS / "notice.pdf", SCREENS / "printed-page.pdf"
    address = resident.page.locator('a[href$="notice.pdf"]').get_attribute("href")
    ours.write_bytes(resident.context.request.get(address or "").body())
    fingerprint = resident.page.locator("code").first.inner_text()
    resident.page.pdf(path=theirs, format="A4", print_background=False)

    for pdf in (ours, theirs):
        words = "".join(text_of(pdf).split())
        assert "选举结果公告" in words
        assert "得票" in words
        assert "登记参加选举（人）" in words
        assert name_of(8) in words
        assert fingerprint.replace(" ", "") in words
        assert all(page.stat().st_size > 10_000 for page in pages_of(pdf))
