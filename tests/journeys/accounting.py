"""What is pressed for the accounts: a unit taken over from paper, a month from the spreadsheet to the board."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import FilePayload

from tests.builders.accounts import account
from tests.builders.divisions import division_tree
from tests.builders.files import picture
from tests.builders.rolls import id_number
from tests.journeys.cast import filled_in
from tests.journeys.reader import Reader
from villagegov.accounts.models import Account
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.web.keyring import keys

PAPER: FilePayload = {"name": "手机照片.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(900, 600))}
DOCUMENT = "东府函〔2024〕12号"
#: Body of the set-up list → who sits there by its paper: office, number of the identity card, name.
SEATS: Mapping[str, Sequence[tuple[str, int, str]]] = {
    "现任村民委员会": (("主任", 11, "罗永光"), ("委员", 12, "周美兰"), ("委员", 13, "曹建华")),
    "监督委员会": (
        ("监督委员会主任", 15, "沈国栋"),
        ("监督委员会委员", 16, "韩秀珍"),
        ("监督委员会委员", 17, "唐文辉"),
    ),
    "文书、会计、出纳": (("会计（报账员）", 18, "邱丽芬"), ("出纳", 20, "汪小燕")),
}
#: 10 times the wage, as somebody typed it; the third supervisor is paid for the roof.
LINES = (
    ("2026-10-03", "记-1", "收到上级转移支付", "转移性收入", "50000", "", "东溪镇财政所", "单位", "邱丽芬", ""),
    ("2026-10-12", "记-2", "支付张三清理河道误工费", "误工费", "", "3600", "张三", "个人", "邱丽芬", "12 个工日"),
    ("2026-10-15", "记-3", "购买打印纸", "办公费", "", "128.50", "东溪镇兴隆文具店", "", "邱丽芬", ""),
    ("2026-10-20", "记-4", "支付唐文辉文化楼屋面维修工钱", "维修费", "", "800", "唐文辉", "个人", "邱丽芬", ""),
)


@dataclass(frozen=True)
class Village:
    """A village that still has everything on paper, and those of it who sign in."""

    unit: Division
    first: Account
    second: Account
    chair: Account
    supervisors: tuple[Account, Account, Account]


def village() -> Village:
    """Chair and supervisors bear the numbers of those whom the papers name; nothing else is known."""
    unit = division_tree().village

    def of(order: int, name: str, role: Role) -> Account:
        return account(role=role, division=unit, name=name, person_key=keys().fingerprint(id_number(order)))

    watching = [of(order, name, Role.SUPERVISOR) for _office, order, name in SEATS["监督委员会"]]
    return Village(
        unit=unit,
        first=account(role=Role.CLERK, division=unit, name="李强"),
        second=account(role=Role.CLERK, division=unit, name="王芳"),
        chair=of(11, "罗永光", Role.CHAIR),
        supervisors=(watching[0], watching[1], watching[2]),
    )


def takes_over(clerk: Reader) -> None:
    """The first person types everything from its paper: numbers, offices, what is in the till."""
    clerk.follow("把机构、成员和账目接手到系统里")
    clerk.shot("60-set-up")
    steps = clerk.path
    clerk.follow("去办理")
    clerk.type({"十八周岁以上的村": "1200", "户数": "400", "办公电话": "020-8000 0000", "办公地点": "石桥村文化楼"})
    clerk.press("保存")
    for step, seats in SEATS.items():
        for office, order, name in seats:
            clerk.open(steps)
            _goes_to(clerk, step)
            clerk.page.get_by_role("link", name=re.compile(f"^{re.escape(office)}")).click()
            _types_office(clerk, order, name, leaves=step != "文书、会计、出纳")
    clerk.open(steps)
    _goes_to(clerk, "期初余额")
    clerk.follow("填写期初余额")
    clerk.choose("从哪个月开始在这里公布", "2026年10月")
    clerk.type({"这个月月初的结余": "123,456.70", "依据的材料": "2026年9月银行对账单"})
    clerk.page.get_by_label("材料的照片或扫描件").set_input_files([PAPER])
    clerk.press("保存")


def _goes_to(reader: Reader, step: str) -> None:
    """Follow a step of the list, raised as the next one or not."""
    with reader.page.expect_navigation():
        reader.page.get_by_role("listitem").filter(has_text=step).get_by_role("link").click()


def _types_office(clerk: Reader, order: int, name: str, *, leaves: bool) -> None:
    clerk.type({"身份证号": id_number(order), "姓名": name})
    clerk.choose("怎么产生的", "由纸质材料接续")
    known = clerk.page.get_by_label("依据文件", exact=True)
    if known.count():
        known.select_option(label=DOCUMENT)
    else:
        clerk.type({"文件的名称或者文号": DOCUMENT})
        clerk.page.get_by_label("文件的照片或者扫描件").set_input_files([PAPER])
    clerk.type({"从哪一天起任职": "2024-03-01", **({"任期到哪一天": "2029-02-28"} if leaves else {})})
    clerk.press("登记，等第二人确认")
    assert f"已登记{name}" in clerk.text


def confirms(second: Reader) -> None:
    """The second person compares with the papers, and ends the taking over."""
    second.follow("第二人确认任职")
    second.shot("61-confirm-offices")
    second.press("确认勾选的任职")
    assert "已确认 8 人" in second.text
    steps = second.path
    _goes_to(second, "期初余额")
    second.follow("复核")
    second.shot("62-confirm-balance")
    second.press("与材料一致，复核通过")
    second.open(steps)
    second.follow("去办理")
    second.press("完成接手")
    assert "接手已于" in second.text
    second.shot("63-taken-over")


def drafts(clerk: Reader, folder: Path) -> str:
    """The month comes from the spreadsheet: a line too many is named, the mended file enters. Where the draft is."""
    clerk.open("/desk")
    clerk.follow("编制 2026年10月 收支明细")
    clerk.press("开始编制")
    month = clerk.path
    clerk.follow("导入文件")
    with clerk.page.expect_download() as download:
        clerk.page.get_by_role("link", name="下载模板").click()
    template = folder / "收支明细模板.xlsx"
    download.value.save_as(template)
    november = ("2026-11-02", *LINES[2][1:])
    _sends(clerk, filled_in(template, [*LINES, november], folder / "十月.xlsx"))
    clerk.shot("64-lines-faulty")
    assert "第 6 行" in clerk.text
    assert "日期 2026-11-02 不在 2026年10月 内" in clerk.text
    clerk.follow("换一个文件")
    _sends(clerk, filled_in(template, LINES, folder / "十月（改好）.xlsx"))
    clerk.shot("65-lines-preview")
    clerk.press("确认写入")
    assert "已写入 4 笔" in clerk.text
    clerk.follow("加附件")
    clerk.page.get_by_label("附件").set_input_files([{**PAPER, "name": "工日记录.jpg"}])
    clerk.press("附上")
    clerk.shot("66-draft")
    return month


def _sends(clerk: Reader, file: Path) -> None:
    clerk.page.get_by_label("表格文件").set_input_files(file)
    clerk.press("预览")


def hands_over(clerk: Reader, month: str) -> None:
    """Out of the committee's hands; whoever is paid in it is named as standing back."""
    clerk.open(month)
    clerk.follow("去办理")
    assert "唐文辉是其中一笔的收款人或者交款人，回避" in clerk.text
    clerk.shot("67-hand-over")
    clerk.press("送审")


def says(supervisor: Reader, verdict: str, note: str = "") -> None:
    """One supervisor, from the start page to his word."""
    supervisor.follow("2026年10月收支：监督委员会审核")
    supervisor.follow("去办理")
    supervisor.mark(verdict)
    supervisor.type({"意见": note})
    supervisor.shot(f"68-review-{verdict}")
    supervisor.press("提交审核意见")
    assert f"已提交：{verdict}" in supervisor.text


def stands_back(supervisor: Reader) -> None:
    """Whoever is paid in it is told so, and his word is not taken."""
    supervisor.follow("2026年10月收支：监督委员会审核")
    supervisor.follow("去办理")
    supervisor.mark("同意公布")
    supervisor.press("提交审核意见")
    assert "您是其中一笔的收款人或者交款人，应当回避" in supervisor.summary()


def corrects(clerk: Reader, month: str) -> None:
    """The supervisor's reason stands on the draft; the amount is put right."""
    clerk.open(month)
    assert "已退回修改" in clerk.text
    assert "3,600 元应为 360 元" in clerk.text
    clerk.shot("69-returned")
    clerk.follow("支付张三清理河道误工费")
    clerk.type({"支出（元）": "360"})
    clerk.press("保存")
    assert "172,168.20" in clerk.text


def meets(clerk: Reader) -> None:
    """The joint meeting of branch and committee, from its paper record."""
    clerk.follow("会议")
    clerk.follow("登记会议")
    clerk.follow("党组织和村民委员会联席会议")
    clerk.type({"开会日期": "2026-11-05", "地点": "村委会会议室", "议题": "确认十月财务收支", "主持人": "罗永光"})
    clerk.type({"应到": "5", "实到": "5"})
    clerk.press("登记")
    clerk.follow("登记表决")
    clerk.type({"表决事项": "同意公布 2026年10月 收支明细", "赞成": "5", "反对": "0", "弃权": "0"})
    clerk.press("保存")
    clerk.shot("70-joint-meeting")
    clerk.follow("结束记录")
    clerk.press("结束记录")


def settles(clerk: Reader, month: str) -> None:
    """The month points to that decision."""
    clerk.open(month)
    clerk.follow("去办理")
    clerk.mark("2026年11月5日：同意公布 2026年10月 收支明细")
    clerk.shot("71-settle")
    clerk.press("登记")


def posts(chair: Reader) -> None:
    """The chair sees what everybody will see, and signs."""
    chair.follow("2026年10月收支：主任签发公布")
    chair.follow("去办理")
    assert "张三" not in chair.page.locator("main").inner_text()
    chair.shot("72-post")
    chair.press("签发公布")
    assert "已公布" in chair.text


def photographs(clerk: Reader) -> None:
    """The paper hangs on the board; its photograph comes from the phone."""
    clerk.follow("补上墙照片")
    clerk.page.get_by_label("公开栏照片").set_input_files([PAPER])
    clerk.type({"张贴地点": "村委会门口公开栏"})
    clerk.shot("73-board")
    clerk.press("登记照片")
    assert "村民在网页上可以看到照片" in clerk.text
