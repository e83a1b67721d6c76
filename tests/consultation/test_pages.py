"""The pages: a topic goes from a petition to its second notice by hand; residents read it; mistakes stay typed."""

import io
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.consultation import material_of, talked
from tests.builders.divisions import division_tree
from tests.builders.files import picture
from tests.builders.meetings import held
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.consultation.models import Topic
from villagegov.consultation.vocabulary import FileUse, Outcome, Step
from villagegov.extensions import db

PETITION = {
    "title": "三栋加装电梯的费用怎样分担",
    "about": "三栋住了很多老人。",
    "tag": "lift",
    "vital": "y",
    "starter": "villagers",
    "started_by": "",
    "supporters": "120",
    "supporters_of": "1,000",
}


def read(client: FlaskClient, address: str) -> str:
    """The words of a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@ON_SQLITE
def test_a_topic_goes_from_a_petition_to_its_second_notice_and_residents_read_each_step(app: Flask) -> None:
    village, today = division_tree().village, clock.today()
    clerk = client_of(app, account(role=Role.CLERK, division=village, name="李秀兰"))
    chair = client_of(app, account(role=Role.CHAIR, division=village, name="陈志明"))
    supervisor = client_of(app, account(role=Role.SUPERVISOR, division=village, name="王芳"))
    nobody, board = app.test_client(), f"/c/{village.code}/consultations"
    days = {key: (today - timedelta(days=ago)).isoformat() for key, ago in (("first", 9), ("told", 6), ("met", 3))}

    few = press(clerk, f"/units/{village.id}/consultations/new", **{**PETITION, "supporters": "99"})
    press(clerk, f"/units/{village.id}/consultations/new", **PETITION, proposed_on=days["first"])
    here = f"/consultations/{db.session.query(Topic).one().id}"
    hidden = nobody.get(f"{board}/1").status_code
    early = clerk.get(f"{here}/outcome")
    taken = {"accepted": "yes", "decided_on": days["first"], "venue": "hearing", "invited": "三栋业主"}
    press(chair, f"{here}/accept", **taken, planned_on=days["met"])
    told = {"noticed_on": days["told"], "notice_words": "商量怎样分担", "meet_time": "9 点", "meet_place": "会议室"}
    press(clerk, f"{here}/notice", **told, meet_on=days["met"], take_part="到办公室报名")
    press(clerk, f"{here}/files", used_as="material", files=(io.BytesIO(picture()), "方案.jpg"))
    waiting = read(nobody, f"{board}/1")
    said = {"held_on": days["met"], "held_place": "会议室", "chaired_by": "陈志明", "people_owners": "18"}
    press(clerk, f"{here}/record", **said, participant_names="曾庆生", said_for="愿意出钱", said_against="一楼不出")
    partly = press(clerk, f"{here}/outcome", outcome="agreed", outcome_words="按楼层分担", what_1="公示方案")
    point = {"what_1": "公示方案", "who_1": "业主委员会", "due_1": (today + timedelta(days=5)).isoformat()}
    press(clerk, f"{here}/outcome", outcome="agreed", concluded_on=days["met"], outcome_words="按楼层分担", **point)
    press(supervisor, f"{here}/opinion", words="程序清楚")
    due = read(chair, "/desk")
    press(chair, f"{here}/result")
    doing = read(nobody, board)
    number = db.session.query(Topic).one().points[0].id
    press(clerk, f"/consultation-points/{number}/report", words="已经公示", done="y")
    press(chair, f"{here}/completion")

    assert "总数 1000 人，至少要 100 人" in few.get_data(as_text=True)
    assert hidden == 404
    assert (early.status_code, "请先办“受理”" in early.get_data(as_text=True)) == (409, True)
    assert all(words in waiting for words in ("商量怎样分担", "到办公室报名", "方案.jpg", "民法典", "听证会"))
    assert "这一项没有写全" in partly.get_data(as_text=True)
    assert "协商“三栋加装电梯的费用怎样分担”：公布结果" in due
    assert all(words in doing for words in ("正在落实", "公示方案", "最迟"))
    page = read(nobody, f"{board}/1")
    assert all(words in page for words in ("按楼层分担", "一楼不出", "已经公示", "协商事项落实情况公告"))
    assert "曾庆生" not in page
    notice = read(nobody, f"{board}/1/done")
    assert all(words in notice for words in ("内容指纹", "已经公示", "业主委员会", "签发"))
    assert nobody.get(f"{board}/1/done/notice.pdf").data.startswith(b"%PDF")
    assert read(nobody, f"{board}/1/done/notice.txt").startswith("villagegov notice 1")
    assert "三栋加装电梯的费用怎样分担" in read(nobody, f"/c/{village.code}")

    press(chair, f"{here}/correction", said_for="愿意按楼层出钱", reason="漏了三个字")

    newest, first = read(nobody, f"{board}/1/result"), read(nobody, f"{board}/1/result?version=1")
    assert all(words in newest for words in ("愿意按楼层出钱", "漏了三个字", "第 2 版，已更正"))
    assert ("愿意按楼层出钱" in first, "已被更正" in first) == (False, True)
    assert nobody.get(f"{board}/1/result?version=3").status_code == 404


@ON_SQLITE
def test_what_is_late_stands_on_the_public_list_and_papers_of_the_record_stay_inside(app: Flask) -> None:
    village = division_tree().village
    topic = talked(unit=village, until=Step.POST_RESULT)
    shown, kept = material_of(topic), material_of(topic, used_as=FileUse.RECORD)
    nobody, here = app.test_client(), f"/c/{village.code}/consultations"

    listed = read(nobody, here)

    assert "划停车线 12 个：已逾期 1 天" in listed
    assert [nobody.get(f"{here}/1/files/{one.id}").status_code for one in (shown, kept)] == [200, 404]
    assert nobody.get(f"{here}/2").status_code == 404
    assert read(nobody, f"{here}?tag=lift").count("村口停车怎样划线") == 0


@ON_SQLITE
def test_the_register_is_narrowed_by_state_and_tag_and_taken_away_as_a_spreadsheet(app: Flask) -> None:
    village = division_tree().village
    clerk = account(role=Role.CLERK, division=village, name="李秀兰")
    topic = talked(unit=village, until=Step.POST_RESULT, clerk=clerk)
    browser, here = client_of(app, clerk), f"/consultations/{topic.id}"

    found, none = read(browser, "/consultations?state=DOING&tag=parking"), read(browser, "/consultations?state=DONE")
    sheet = browser.get("/consultations/export?state=DOING").data

    assert "村口停车怎样划线" in found
    assert "没有这样的议题" in none
    assert sheet.startswith(b"PK")
    assert all(words in read(browser, f"{here}/register") for words in ("协商事项登记表", "第一小组", "立限停牌"))
    assert all(words in read(browser, f"{here}/minutes") for words in ("协商会议记录", "曾庆生", "会占了晒场"))
    assert browser.get(f"{here}/minutes.pdf").data.startswith(b"%PDF")


@ON_SQLITE
def test_a_notice_is_put_right_a_meeting_settles_and_a_starter_withdraws_by_hand(app: Flask) -> None:
    village = division_tree().village
    person = account(role=Role.CLERK, division=village, name="李秀兰")
    clerk = client_of(app, person)
    told = talked(unit=village, until=Step.NOTICE, clerk=person)
    sent = talked(unit=village, until=Step.CONCLUDE, outcome=Outcome.TO_MEETING, clerk=person)
    meeting = held(unit=village, kind=MeetingKind.ASSEMBLY, entitled=100, present=60, actor=person)
    here, there = f"/consultations/{told.id}", f"/consultations/{sent.id}"

    mute = press(clerk, f"{here}/notice", meet_place="小学")
    moved = press(clerk, f"{here}/notice", meet_place="小学", reason="文化楼停电")
    shown = read(clerk, here)
    bare = press(clerk, f"{there}/settle", decision=str(meeting.decisions[0].id))
    point = {"what_1": "划线", "who_1": "村委会", "due_1": clock.today().isoformat()}
    settled = press(clerk, f"{there}/settle", decision=str(meeting.decisions[0].id), **point)
    resting = read(clerk, f"/meetings/{meeting.id}/void")
    press(clerk, f"{here}/withdraw", reason="小组自己商量好了")
    public = read(app.test_client(), f"/c/{village.code}/consultations/{told.number}")

    assert (mute.status_code, moved.status_code) == (422, 303)
    assert "请写明更正的理由" in mute.get_data(as_text=True)
    assert all(words in shown for words in ("小学", "文化楼停电", "登记有误，更正：通知内容和材料"))
    assert (bare.status_code, settled.status_code) == (422, 303)
    assert "请至少写一项" in bare.get_data(as_text=True)
    assert "协商事项的决定" in resting
    assert "小组自己商量好了" in public
