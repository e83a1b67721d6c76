"""What is pressed before polling day: the round, the election, its roll, candidates and stations."""

from datetime import date
from pathlib import Path

from tests.journeys.cast import POLLING_DAY, VOTERS, filled_in, name_of, voters
from tests.journeys.reader import Reader

POSTED_ON = date(2026, 3, 20)
#: Numbers on the roll that stand for each post; even numbers are women.
STANDING = {"主任": (1, 2), "副主任": (3, 4), "委员": (5, 6, 7, 8)}


def sets_up_the_round(official: Reader) -> None:
    """The county opens the year's round, 93 % asked for."""
    official.follow("换届")
    official.follow("设置换届")
    official.type({"名称": "2026年村（居）委会换届选举", "参选率目标": "93"})
    official.type({"最早的选举日": "2026-03-01", "最晚的选举日": "2026-12-31"})
    official.shot("01-round")
    official.press("保存")
    assert "已设置换届" in official.text


def starts_the_election(clerk: Reader) -> None:
    """The village names its day."""
    clerk.follow("选举")
    clerk.follow("新建选举")
    clerk.type({"选举日": POLLING_DAY.isoformat()})
    clerk.shot("02-new-election")
    clerk.press("新建选举")
    clerk.shot("03-steps-at-first")


def sets_seats(clerk: Reader) -> None:
    """How many sit in each post, as the assembly proposed."""
    clerk.follow("去办理")
    clerk.follow("提出职数")
    clerk.choose("提出职数的会议决定", "2026-03-15 提出职数：主任1名、副主任1名、委员3名")
    clerk.type({"主任（名）": "1", "副主任（名）": "1", "委员（名）": "3", "委员候选人比应选人数多几名": "1"})
    clerk.shot("04-seats")
    clerk.press("保存")


def fills_the_roll(clerk: Reader, folder: Path) -> None:
    """The template is filled in; a number with a wrong digit is named; the mended file enters."""
    clerk.follow("去办理")
    clerk.shot("05-roll-empty")
    clerk.follow("导入名单")
    clerk.shot("06-roll-import")
    with clerk.page.expect_download() as download:
        clerk.page.get_by_role("link", name="下载模板").click()
    template = folder / "选民名单模板.xlsx"
    download.value.save_as(template)
    good = voters()
    faulty = [*good[:6], (*good[6][:3], good[6][3][:-1] + ("0" if good[6][3][-1] != "0" else "1"), ""), *good[7:]]
    clerk.page.get_by_label("名单文件").set_input_files(filled_in(template, faulty, folder / "名单.xlsx"))
    clerk.press("预览")
    clerk.shot("07-roll-faulty")
    assert "第 8 行" in clerk.text
    assert "有 1 处要改，没有写入任何数据" in clerk.text
    clerk.follow("换一个文件")
    clerk.page.get_by_label("名单文件").set_input_files(filled_in(template, good, folder / "名单（改好）.xlsx"))
    clerk.press("预览")
    clerk.shot("08-roll-preview")
    clerk.press(f"确认导入 {VOTERS} 人")
    assert f"已导入 {VOTERS} 人" in clerk.text
    clerk.shot("09-roll")


def posts_the_roll(clerk: Reader) -> None:
    """The list went up on the board 29 days before polling."""
    clerk.follow("公布名单")
    clerk.type({"公布日期": POSTED_ON.isoformat()})
    clerk.shot("10-roll-post")
    clerk.press("记录公布日期")


def freezes_the_roll(clerk: Reader) -> None:
    """After objections are over the list is final."""
    clerk.follow("去办理")
    clerk.shot("11-roll-freeze")
    clerk.press("定稿")
    assert "指纹" in clerk.text
    clerk.shot("12-roll-frozen")


def finds_a_voter(clerk: Reader, number: int) -> None:
    """The number under which a person stands on the roll, found by name."""
    clerk.follow("找人")
    clerk.type({"姓名、编号或身份证号": name_of(number)})
    clerk.press("查找")
    assert clerk.page.get_by_role("row").filter(has_text=name_of(number)).get_by_role("rowheader").inner_text() == str(
        number
    )
    clerk.shot("13-roll-search")


def lists_candidates(clerk: Reader, election: str) -> None:
    """Everybody who stands, by number on the roll; then the list goes up."""
    clerk.open(election)
    clerk.follow("去办理")
    for post, numbers in STANDING.items():
        for number in numbers:
            clerk.follow("登记候选人")
            clerk.type({"选民名单上的编号": str(number)})
            clerk.choose("职务", post)
            clerk.press("登记")
            assert f"已登记：{name_of(number)}" in clerk.text
    clerk.shot("14-candidates")
    clerk.open(election)
    clerk.follow("去办理")
    clerk.type({"公布日期": "2026-04-08"})
    clerk.shot("15-candidates-post")
    clerk.press("记录公布日期")


def sets_up_stations(clerk: Reader, election: str) -> None:
    """A hall, and a box that is carried to five people at home."""
    clerk.open(election)
    clerk.follow("去办理")
    clerk.follow("新增投票站")
    clerk.mark("中心会场")
    clerk.type({"名称": "中心会场", "地点": "村文化楼"})
    clerk.press("保存")
    clerk.follow("新增投票站")
    clerk.mark("流动票箱")
    clerk.type({"名称": "流动票箱", "地点": "上坊、下坊", "流动票箱的路线（选填）": "8:30 上坊，10:00 下坊"})
    clerk.shot("16-station")
    clerk.press("保存")
    clerk.shot("17-stations")
    clerk.follow("投票人员名单")
    clerk.type({"选民名单上的编号": "51、52、53、54、55"})
    clerk.choose("原因", "年老体弱")
    clerk.press("列入名单")
    assert "已列入 5 人" in clerk.text


def staffs_the_box(clerk: Reader, election: str) -> None:
    """Three at the box, two of them scrutineers; its list goes up, and the hall has its secret writing place."""
    for number, role in ((41, "监票人"), (42, "监票人"), (43, "发票人")):
        clerk.open(f"{election}/staff/new?number={number}")
        clerk.choose("工作", role)
        clerk.choose("投票站或者票箱", "流动票箱")
        clerk.press("核对无误，登记")
    clerk.open(f"{election}/preparations/mobile/post")
    clerk.type({"公布日期": "2026-04-08"})
    clerk.press("记录公布日期")
    clerk.shot("17-preparations")
    clerk.open(election)
    clerk.follow("去办理")
    clerk.tick("中心会场")
    clerk.press("记录")


def notes_the_audit(clerk: Reader, election: str) -> None:
    """Who goes out of office was audited, and everybody could read it."""
    clerk.open(election)
    clerk.follow("去办理")
    clerk.type({"公布日期": "2026-04-08", "审计报告的名称或者文号": "东镇审〔2026〕5号"})
    clerk.shot("17-audit")
    clerk.press("保存")
