"""Meetings as they are recorded: who belongs, who came, what passed, and that nothing changes after the end."""

import io
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.files import picture
from tests.builders.meetings import MATTER, group, held, seated, standing
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.bodies.models import Decision, Meeting, MeetingFile
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.vocabulary import MeetingKind, Office, Verdict
from villagegov.extensions import db

K = MeetingKind
TODAY = date(2026, 11, 2)
TYPED = {"held_on": "2026-11-01", "place": "村文化楼", "subject": "讨论村道硬化", "presided_by": "陈志明"}


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree on a fixed day."""
    clock.run_on(lambda: datetime(2026, 11, 2, 3, 0, tzinfo=UTC))
    return division_tree()


@pytest.fixture
def clerk(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the village's clerk."""
    return client_of(app, account(role=Role.CLERK, division=tree.village, name="李秀兰"))


def test_a_representatives_meeting_is_ticked_voted_and_closed_x_38(clerk: FlaskClient, tree: Tree) -> None:
    members = [
        *seated(unit=tree.village, office=Office.MEMBER, count=5),
        *seated(unit=tree.village, office=Office.REPRESENTATIVE, count=40),
    ]
    made = press(clerk, f"/units/{tree.village.id}/meetings/new?kind=representatives", **TYPED)
    ticks = [str(one.id) for one in members[:30]]

    press(clerk, f"{made.location}/attendance", present=ticks, excused=[str(members[30].id)], excuse="外出务工")
    press(clerk, f"{made.location}/votes/new", matter=MATTER, votes_for="16", votes_against="10", abstained="4")
    page = clerk.get(made.location).get_data(as_text=True)
    closed = press(clerk, f"{made.location}/close")

    assert "应到 45 人，实到 30 人，达到三分之二（30 人）：有效" in page
    assert "依据《中华人民共和国村民委员会组织法》（2025年修正）第30条" in page
    assert "无故缺席（14 人）" in page
    assert "：外出务工" in page
    assert closed.status_code == 303
    assert [one.matter for one in queries.decisions_of(tree.village, kind=K.REPRESENTATIVES)] == [MATTER]
    told = [one.tag for one in db.session.query(AuditEntry).order_by(AuditEntry.id) if one.tag.startswith("meeting")]
    assert told == [
        "meeting:entry:held",
        "meeting:attendance:noted",
        "meeting:vote:noted",
        "meeting:entry:closed",
    ]


@pytest.mark.parametrize(
    ("present", "votes_for", "verdict"),
    [(29, 29, Verdict.NOT_QUORATE), (30, 15, Verdict.NOT_PASSED), (30, 16, Verdict.PASSED)],
)
def test_only_what_passed_with_a_quorum_counts_e97(tree: Tree, present: int, votes_for: int, verdict: Verdict) -> None:
    seated(unit=tree.village, office=Office.REPRESENTATIVE, count=45)

    made = held(unit=tree.village, kind=K.REPRESENTATIVES, present=present, votes_for=votes_for)

    assert queries.verdict(made.decisions[0]) is verdict
    assert bool(queries.decisions_of(tree.village)) is (verdict is Verdict.PASSED)


def test_a_decision_counts_for_others_once_the_record_is_closed_and_of_its_kind(tree: Tree) -> None:
    closed = held(unit=tree.village, on=TODAY)
    held(unit=tree.village, closed=False)
    held(unit=tree.neighbour)

    found = queries.decisions_of(tree.village, kind=K.JOINT, since=TODAY)

    assert [one.id for one in found] == [closed.decisions[0].id]
    assert queries.decisions_of(tree.village, kind=K.COMMITTEE) == []


def test_an_important_matter_without_the_partys_study_does_not_count_d19(tree: Tree) -> None:
    seated(unit=tree.village, office=Office.REPRESENTATIVE, count=3)
    kind = K.REPRESENTATIVES

    without = held(unit=tree.village, kind=kind, important=True)
    with_study = held(unit=tree.village, kind=kind, important=True, study_on=date(2026, 10, 28))
    earlier = held(unit=tree.village, kind=kind, important=True, on=date(2025, 12, 31))

    verdicts = [queries.verdict(one.decisions[0]) for one in (without, with_study, earlier)]
    assert verdicts == [Verdict.NOT_STUDIED, Verdict.PASSED, Verdict.PASSED]


def test_who_belongs_is_taken_from_the_offices_held_on_that_day(tree: Tree) -> None:
    seated(unit=tree.village, office=Office.MEMBER, count=3)
    seated(unit=tree.village, office=Office.MEMBER, count=2, since=date(2026, 6, 1))

    counts = [len(queries.members_of(tree.village, K.COMMITTEE, day)) for day in (date(2026, 5, 31), TODAY)]

    assert counts == [3, 5]


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"entitled": "1,000", "present": "501"}, 303, ""),
        ({"entitled": "998", "present": "501", "entitled_reason": "迁出 2 人"}, 303, ""),
        ({"entitled": "998", "present": "501"}, 422, "登记的基数是 1000，您填的不同，请写明理由。"),
        ({"entitled": "300", "present": "200", "counted_by": "households"}, 303, ""),
        ({"entitled": "1000", "present": "1001"}, 422, "实到 1001 多于应到 1000"),
        ({"entitled": "0", "present": "0"}, 422, "应到人数不能是 0"),
        ({"entitled": "许多", "present": "1"}, 422, "许多"),
        ({"entitled": "1000", "present": "501", "held_on": "2026-11-03"}, 422, "会议还没有开"),
        ({"entitled": "1000", "present": "501", "party_study_on": "2026-11-01"}, 422, "党组织研究应当在开会以前"),
        ({"entitled": "1000", "present": "501", "subject": ""}, 422, "请用一句话写明开会讨论什么。"),
    ],
)
def test_an_assembly_brings_its_numbers_against_the_base_of_the_unit(
    clerk: FlaskClient, tree: Tree, typed: dict[str, str], status: int, sentence: str
) -> None:
    standing(unit=tree.village, adults=1000, households=300)

    answer = press(clerk, f"/units/{tree.village.id}/meetings/new?kind=assembly", **{**TYPED, **typed})

    assert answer.status_code == status
    assert sentence in answer.get_data(as_text=True)
    assert db.session.query(Meeting).count() == (1 if status == 303 else 0)


def test_a_group_meeting_counts_its_own_group(clerk: FlaskClient, tree: Tree) -> None:
    one = group(unit=tree.village, adults=90, households=31)
    address = f"/units/{tree.village.id}/meetings/new?kind=group"

    made = press(clerk, address, **TYPED, group_id=str(one.id), entitled="90", present="60")
    stranger = press(clerk, address, **TYPED, group_id="999", entitled="90", present="60")

    assert "应到 90 人，实到 60 人，达到三分之二（60 人）：有效" in clerk.get(made.location).get_data(as_text=True)
    assert stranger.status_code == 422


def test_a_joint_meeting_cannot_have_fewer_than_the_committee(clerk: FlaskClient, tree: Tree) -> None:
    seated(unit=tree.village, office=Office.MEMBER, count=5)
    address = f"/units/{tree.village.id}/meetings/new?kind=joint"

    few = press(clerk, address, **TYPED, entitled="4", present="4")
    made = press(clerk, address, **TYPED, entitled="9", present="5")

    assert "应到人数不能少于在任的村（居）民委员会成员 5 人" in few.get_data(as_text=True)
    page = clerk.get(made.location).get_data(as_text=True)
    assert "达到过半数（5 人）：有效" in page
    assert "系统约定，不是法律" in page


def test_a_body_without_members_is_entered_first(clerk: FlaskClient, tree: Tree) -> None:
    answer = press(clerk, f"/units/{tree.village.id}/meetings/new?kind=committee", **TYPED)

    assert answer.status_code == 422
    assert "请先在“机构和成员”里登记" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"votes_for": "4", "votes_against": "1", "abstained": "1"}, "一共 6 票，多于有表决权的实到 5"),
        ({"votes_for": "4", "votes_against": "", "abstained": "1"}, "三个数都要填"),
        ({"votes_for": "-1", "votes_against": "0", "abstained": "0"}, "-1"),
        ({"matter": " "}, "请写明表决的是什么。"),
    ],
)
def test_votes_that_cannot_be_are_refused_and_stay_typed(
    clerk: FlaskClient, tree: Tree, typed: dict[str, str], sentence: str
) -> None:
    made = held(unit=tree.village, entitled=9, present=5, closed=False)

    answer = press(clerk, f"/meetings/{made.id}/votes/new", **{"matter": "另一件事", **typed})

    assert answer.status_code == 422
    assert sentence in answer.get_data(as_text=True)
    assert db.session.query(Decision).count() == 1


def test_a_record_with_a_vote_not_counted_is_not_closed(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, closed=False)
    press(clerk, f"/meetings/{made.id}/votes/new", matter="推迟的事")

    refused = press(clerk, f"/meetings/{made.id}/close")
    waiting = db.session.query(Decision).order_by(Decision.id.desc()).first()
    press(clerk, f"/decisions/{waiting.id}/remove")
    closed = press(clerk, f"/meetings/{made.id}/close")

    assert (refused.status_code, closed.status_code) == (422, 303)
    assert "“推迟的事”还没有登记票数" in refused.get_data(as_text=True)


def test_a_record_without_a_quorum_is_closed_and_says_that_nothing_counts(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, entitled=10, present=5, closed=False)

    asked = clerk.get(f"/meetings/{made.id}/close").get_data(as_text=True)
    closed = press(clerk, f"/meetings/{made.id}/close")

    assert "这次会议的表决不算数" in asked
    assert closed.status_code == 303
    assert "到会不够，表决不算数" in clerk.get(closed.location).get_data(as_text=True)


def test_after_the_end_nothing_changes(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, closed=False)
    decision = made.decisions[0]
    pages = [
        *(f"/meetings/{made.id}/{act}" for act in ("edit", "attendance", "votes/new", "files", "close")),
        *(f"/decisions/{decision.id}/{act}" for act in ("edit", "remove")),
    ]
    typed = [form_on(clerk.get(page)) for page in pages]
    press(clerk, f"/meetings/{made.id}/close")

    answers = [clerk.post(page, data=fields) for page, fields in zip(pages, typed, strict=True)]

    assert {one.status_code for one in answers} == {409}
    assert all("这次会议已于 2026年11月2日 结束记录" in one.get_data(as_text=True) for one in answers)
    assert [one.tag for one in db.session.query(AuditEntry)].count("meeting:entry:closed") == 1


def test_fewer_came_than_voted_is_refused(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, entitled=10, present=8, closed=False)

    answer = press(clerk, f"/meetings/{made.id}/attendance", present="7")

    assert answer.status_code == 422
    assert f"“{MATTER}”登记了 8 票，多于实到 7" in answer.get_data(as_text=True)


def test_nobody_is_both_there_and_excused(clerk: FlaskClient, tree: Tree) -> None:
    members = seated(unit=tree.village, office=Office.MEMBER, count=3)
    made = held(unit=tree.village, kind=K.COMMITTEE, closed=False, present=0, votes_for=0)
    key, name = str(members[0].id), members[0].person.name

    both = press(clerk, f"/meetings/{made.id}/attendance", present=[key], excused=[key], excuse="外出")
    silent = press(clerk, f"/meetings/{made.id}/attendance", present=[], excused=[key])
    stranger = press(clerk, f"/meetings/{made.id}/attendance", present=["999"])

    assert f"{name} 既勾了到会又勾了请假" in both.get_data(as_text=True)
    assert "勾了请假的，请写明原因" in silent.get_data(as_text=True)
    assert {one.status_code for one in (both, silent, stranger)} == {422}


def test_supervisors_sit_in_without_a_vote_s07(clerk: FlaskClient, tree: Tree) -> None:
    members = seated(unit=tree.village, office=Office.MEMBER, count=3)
    guest = seated(unit=tree.village, office=Office.SUPERVISION_HEAD)[0]
    made = held(unit=tree.village, kind=K.COMMITTEE, closed=False)

    press(clerk, f"/meetings/{made.id}/attendance", present=[str(one.id) for one in members], sat_in=[str(guest.id)])

    page = clerk.get(f"/meetings/{made.id}").get_data(as_text=True)
    assert "列席（1 人）" in page
    assert "应到 3 人，实到 3 人" in page


def test_three_absences_without_reason_are_said_e20(clerk: FlaskClient, tree: Tree) -> None:
    seated(unit=tree.village, office=Office.ELECTION_HEAD)
    away = seated(unit=tree.village, office=Office.ELECTION_MEMBER, count=2)[1]

    pages = []
    for day in (1, 8, 15):
        made = held(unit=tree.village, kind=K.ELECTION, on=date(2026, 10, day), present=2)
        pages.append(clerk.get(f"/meetings/{made.id}").get_data(as_text=True))

    said = [f"{away.person.name}已经三次无正当理由不参加" in page for page in pages]
    assert said == [False, False, True]


def test_the_supervisors_keep_their_own_meetings_s09(app: Flask, tree: Tree) -> None:
    seated(unit=tree.village, office=Office.SUPERVISION_MEMBER, count=3)
    supervisor, chair = (
        client_of(app, account(role=role, division=tree.village)) for role in (Role.SUPERVISOR, Role.CHAIR)
    )
    address = f"/units/{tree.village.id}/meetings/new"

    kinds = supervisor.get(address).get_data(as_text=True)
    made = press(supervisor, f"{address}?kind=supervision", **TYPED)
    others = press(supervisor, f"{address}?kind=joint", **TYPED, entitled="9", present="9")
    theirs = press(chair, f"{address}?kind=supervision", **TYPED)

    assert kinds.count("?kind=") == 1
    assert (made.status_code, others.status_code, theirs.status_code) == (303, 422, 422)
    assert "村务监督委员会会议由别的岗位登记" in theirs.get_data(as_text=True)


def test_papers_are_attached_shown_and_taken_off(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, closed=False)

    sent = press(clerk, f"/meetings/{made.id}/files", files=(io.BytesIO(picture()), "签到表.jpg"))
    none = press(clerk, f"/meetings/{made.id}/files")
    page = clerk.get(f"/meetings/{made.id}").get_data(as_text=True)
    kept = db.session.query(MeetingFile).one().id
    served = clerk.get(f"/meeting-files/{kept}")
    press(clerk, f"/meeting-files/{kept}/remove")

    assert (sent.status_code, none.status_code, served.status_code) == (303, 422, 200)
    assert "签到表.jpg" in page
    assert served.mimetype == "image/jpeg"
    assert clerk.get(f"/meeting-files/{kept}").status_code == 404


def test_another_day_means_other_members_and_attendance_anew(clerk: FlaskClient, tree: Tree) -> None:
    seated(unit=tree.village, office=Office.MEMBER, count=3)
    seated(unit=tree.village, office=Office.MEMBER, count=2, since=date(2026, 10, 1))
    made = held(unit=tree.village, kind=K.COMMITTEE, on=date(2026, 10, 5), present=0, votes_for=0, closed=False)

    press(clerk, f"/meetings/{made.id}/edit", held_on="2026-09-30", minutes="第一项\n第二项")

    page = clerk.get(f"/meetings/{made.id}").get_data(as_text=True)
    assert "应到 3 人，还没有登记到会" in page
    assert "<p>第二项</p>" in page


def test_the_list_is_narrowed_by_kind_and_year_and_holds_the_own_area_only(clerk: FlaskClient, tree: Tree) -> None:
    standing(unit=tree.village, adults=10)
    held(unit=tree.village, kind=K.ASSEMBLY, on=date(2025, 5, 1), entitled=10)
    held(unit=tree.village, kind=K.JOINT)
    held(unit=tree.far)
    pages = {
        asked: clerk.get(f"/meetings{asked}").get_data(as_text=True).count('class="go" href="/meetings/')
        for asked in (
            "",
            "?kind=assembly",
            "?kind=joint&year=2026",
            "?year=2025",
            "?kind=group",
            "?kind=nonsense&year=x",
        )
    }

    assert list(pages.values()) == [2, 1, 1, 1, 0, 2]


def test_the_sheet_for_signing_says_whether_the_meeting_counts(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village)

    page = clerk.get(f"/meetings/{made.id}/sheet").get_data(as_text=True)

    assert "应到 10 人，实到 10 人，达到过半数（6 人）：有效" in page
    assert "主持人签名" in page
