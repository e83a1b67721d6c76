"""What is pressed to form an election committee: the assembly, the votes of each, the second person, the board."""

from tests.builders.rolls import id_number
from tests.journeys.reader import Reader

MEETING_DAY = "2026-03-15"
#: Name, votes of 48 present, and as what he or she was chosen.
CHOICE = (
    ("覃志远", "45", "选举委员会主任"),
    ("莫秀兰", "42", "选举委员会副主任"),
    ("韦国强", "40", "选举委员会委员"),
    ("蓝美玲", "31", "没有选上"),
)


def holds_the_assembly(clerk: Reader, election: str) -> None:
    """The assembly that chose is recorded with its figures and closed."""
    clerk.open(election)
    clerk.follow("去办理")
    clerk.shot("03-committee-at-first")
    clerk.follow("登记推选的会议")
    clerk.follow("村民会议")
    clerk.type({"开会日期": MEETING_DAY, "地点": "村文化楼", "议题": "推选村民选举委员会", "主持人": "罗永光"})
    for label, figure in (("应到", "60"), ("实到", "48")):
        clerk.page.get_by_label(label, exact=True).fill(figure)
    clerk.press("登记")
    clerk.follow("登记表决")
    clerk.type({"表决事项": "推选村民选举委员会成员", "赞成": "46", "反对": "1", "弃权": "1"})
    clerk.press("保存")
    clerk.follow("登记表决")
    clerk.type({"表决事项": "提出职数：主任1名、副主任1名、委员3名", "赞成": "47", "反对": "0", "弃权": "1"})
    clerk.press("保存")
    clerk.follow("结束记录")
    clerk.press("结束记录")
    assert "记录已结束" in clerk.text


def enters_the_votes(clerk: Reader, election: str) -> None:
    """Each who was voted for, those not chosen too; a slip of the pen is named."""
    clerk.open(f"{election}/committee")
    for at, (name, votes, chosen_as) in enumerate(CHOICE):
        clerk.follow("登记推选得票")
        clerk.choose("推选的会议决定", f"{MEETING_DAY} 村民会议：推选村民选举委员会成员")
        clerk.type({"身份证号": id_number(210 + at), "姓名": name, "得票": "49" if at == 0 else votes})
        clerk.choose("推选结果", chosen_as)
        clerk.press("登记")
        if at == 0:
            assert "得票 49，多于这次会议实到的 48" in clerk.mistake("得票")
            clerk.shot("03-committee-vote")
            clerk.type({"得票": votes})
            clerk.press("登记")
        assert f"已登记：{name}" in clerk.text
    clerk.shot("03-committee-waiting")


def confirms_the_members(second: Reader, election: str) -> None:
    """Another clerk compares with the paper."""
    second.open(f"{election}/committee")
    second.follow("请第二人确认")
    second.press("确认勾选的任职")
    assert "已确认 3 人" in second.text


def posts_the_committee(clerk: Reader, election: str) -> None:
    """The list goes up and to the township; the committee is formed."""
    clerk.open(f"{election}/committee")
    clerk.follow("公布名单并备案")
    clerk.type({"公布日期": "2026-03-16", "报乡镇（街道）备案的日期": "2026-03-16", "备案文号": "东镇备〔2026〕3号"})
    clerk.shot("03-committee-post")
    clerk.press("选举委员会已产生")
    assert "选举委员会已产生" in clerk.text
    clerk.open(f"{election}/committee")
    clerk.shot("03-committee")
    clerk.open(election)


def approves_the_seats(official: Reader, election: str) -> None:
    """The township reads the plan and approves it, then files it with the county."""
    official.open(f"{election}/seat-plan")
    official.follow("批准")
    official.type({"批准日期": "2026-03-18", "批准文号": "东镇复〔2026〕7号"})
    official.shot("04-seats-approve")
    official.press("批准")
    official.follow("登记备案")
    official.type({"备案日期": "2026-03-19"})
    official.press("保存")
    official.shot("04-seats-plan")
    assert "已记录职数的备案" in official.text
