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
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.consultation.models import Topic
from villagegov.consultation.vocabulary import FileUse, Step
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
