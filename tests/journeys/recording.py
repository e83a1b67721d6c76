"""What is pressed on polling day and after it: figures, count sheets, the verdict, the notice."""

from collections.abc import Mapping

from tests.journeys.cast import name_of
from tests.journeys.preparing import STANDING
from tests.journeys.reader import Reader

Sheet = Mapping[str, Mapping[str, int]]


def sheet(ledger: tuple[int, ...], votes: Mapping[str, tuple[tuple[int, ...], tuple[int, ...]]]) -> Sheet:
    """A paper sheet: printed, own, proxy, destroyed, collected; per post valid, invalid, blank and each one's votes."""
    labels = ("印制选票（张）", "本人领票（张）", "委托领票（张）", "剩余销毁（张）", "收回选票（张）")
    typed = {"选票张数": {**dict(zip(labels, ledger, strict=True)), "样票（张）": 0}}
    for post, (ballots, each) in votes.items():
        parts = dict(zip(("有效票（张）", "无效票（张）", "弃权票（张）"), ballots, strict=True))
        typed[post] = {**parts, **{name_of(n): v for n, v in zip(STANDING[post], each, strict=True)}}
    return typed


HALL = sheet(
    (60, 48, 4, 8, 52),
    {"主任": ((50, 1, 1), (40, 10)), "副主任": ((52, 0, 0), (38, 14)), "委员": ((52, 0, 0), (45, 40, 35, 20))},
)
BOX = sheet(
    (5, 4, 0, 1, 4),
    {"主任": ((4, 0, 0), (3, 1)), "副主任": ((4, 0, 0), (4, 0)), "委员": ((4, 0, 0), (4, 4, 3, 1))},
)
#: Somebody read 40 as 41 and 10 as 9.
HALL_MISREAD = {**HALL, "主任": {**HALL["主任"], name_of(1): 41, name_of(2): 9}}


def opens_the_day(clerk: Reader, election: str) -> None:
    """Voting begins."""
    clerk.open(election)
    clerk.shot("18-steps-on-the-day")
    clerk.follow("去办理")
    clerk.press("开始投票")


def reports(reader: Reader, election: str, station: str, own: int, proxy: int) -> None:
    """One number and one button."""
    reader.open(f"{election}/day")
    reader.follow(station)
    reader.type({"本人领票": str(own), "委托领票": str(proxy)})
    reader.press("上报")


def corrects_a_figure(teller: Reader, election: str) -> None:
    """Figures only rise; a lower one is refused, then taken with its reason."""
    reports(teller, election, "中心会场", 50, 4)
    reports(teller, election, "流动票箱", 4, 0)
    reports(teller, election, "中心会场", 48, 4)
    assert "比上次上报的 54 少" in teller.mistake("改正的理由")
    assert teller.value("本人领票") == "48"
    teller.shot("19-figure-lower")
    teller.type({"改正的理由": "把流动票箱的领票算进来了"})
    teller.press("上报")
    assert "93.3%" in teller.text
    teller.shot("20-day")


def closes_the_day(clerk: Reader, election: str) -> None:
    """Voting ends; the sheets are open."""
    clerk.open(f"{election}/day")
    clerk.shot("20-day")
    clerk.follow("投票结束，开始计票")
    clerk.shot("21-close")
    clerk.press("投票结束")


def reads(clerk: Reader, election: str, station: str, figures: Sheet, *, link: str = "录入") -> None:
    """Type one sheet from the paper."""
    clerk.open(f"{election}/sheets")
    clerk.follow(station)
    clerk.page.locator("main").get_by_role("link", name=link, exact=True).click()
    for heading, boxes in figures.items():
        clerk.type(
            {label: str(n) for label, n in boxes.items()}, clerk.page.get_by_role("group", name=heading, exact=True)
        )
    clerk.shot(f"22-count-entry-{station}")
    clerk.press("保存并核对")


def decides(clerk: Reader, election: str) -> None:
    """The law decides, with its articles."""
    clerk.open(election)
    clerk.follow("去办理")
    clerk.follow("去判定")
    clerk.shot("25-decide")
    clerk.press("按法律判定")
    clerk.shot("26-verdict")


def posts_the_notice(clerk: Reader, election: str) -> None:
    """The notice goes up."""
    clerk.open(election)
    clerk.follow("去办理")
    clerk.type({"有异议向谁提出": "村民选举委员会，电话 020-8000 0000", "说明": "流动票箱走访上坊、下坊 4 户。"})
    clerk.shot("27-post-result")
    clerk.press("张贴公告")
    assert "公告已张贴" in clerk.text
