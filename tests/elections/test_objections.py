"""E-36 to E-38, X-34, F-08: objections within five days, decisions within three, nothing closes by silence."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import Hands, hands, stand, with_roll
from tests.builders.objections import closed, objected
from tests.builders.rolls import text_of
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.divisions.queries import root
from villagegov.elections import queries
from villagegov.elections.models import Election, Objection, RollEntry
from villagegov.elections.operations import objections
from villagegov.elections.operations.practice import begin_practice, delete_practice
from villagegov.elections.queries.due import due_items
from villagegov.elections.rules.objections import appeal_limit, deadline_of, filing_limit, step_of
from villagegov.elections.vocabulary import Post
from villagegov.elections.vocabulary.objections import ObjectionReason, ObjectionStep, Ruling
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Field
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

POSTED = date(2026, 3, 1)
POLLING_DAY = date(2026, 3, 31)
TYPED = {
    "petitioner": "周小明",
    "claim": "strike",
    "entry_number": "3",
    "about": "",
    "statement": "他的户口已经迁出。",
    "filed_on": "2026-03-04",
}
Posted = tuple[Election, FlaskClient, Hands]


def on(day: date) -> None:
    """Let it be that day, at noon in China."""
    clock.run_on(lambda: datetime(day.year, day.month, day.day, 4, tzinfo=UTC))


@pytest.fixture
def posted(app: Flask) -> Posted:
    """A roll of forty posted on 1 March for 31 March 2026; today is 4 March."""
    on(date(2026, 2, 1))
    who = hands()
    election = with_roll(who=who, polling_day=POLLING_DAY)
    roll = queries.roll_of(election)
    roll.frozen_at, roll.fingerprint = None, ""
    db.session.commit()
    on(date(2026, 3, 4))
    return election, client_of(app, who.first), who


def test_oracle_x34_the_last_objection_and_the_last_decision() -> None:
    profile = PROFILES["V-2026"]

    last = filing_limit(date(2026, 3, 1), profile)

    assert last.last == date(2026, 3, 6)
    assert deadline_of(Objection(filed_on=last.last), profile).last == date(2026, 3, 9)


@pytest.mark.parametrize(("day", "status"), [("2026-03-05", 303), ("2026-03-06", 303), ("2026-03-07", 422)])
def test_an_objection_is_taken_until_the_fifth_day_and_a_late_one_refused_with_the_sum(
    app: Flask, posted: Posted, day: str, status: int
) -> None:
    election, _clerk, who = posted
    on(date(2026, 3, 8))
    clerk = client_of(app, who.first)

    answer = press(clerk, f"/elections/{election.id}/objections/new", **{**TYPED, "filed_on": day})

    assert answer.status_code == status
    assert ("2026-03-01 + 5 = 2026-03-06" in text_of(answer)) is (status == 422)
    assert db.session.query(Objection).count() == (1 if status == 303 else 0)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"filed_on": "2026-02-28"}, "不能早于名单公布的 2026-03-01"),
        ({"filed_on": "2026-03-05"}, "日期不能晚于今天"),
        ({"filed_on": "三月四日"}, "请填写日期"),
        ({"petitioner": ""}, "请填写申诉人的姓名"),
        ({"claim": ""}, "请选择要求什么"),
        ({"entry_number": ""}, "请填写名单上的编号"),
        ({"entry_number": "41"}, "名单上没有 41 号"),
        ({"claim": "add"}, "请填写漏登的人的姓名"),
        ({"statement": "身份证号 440103199001010014"}, "疑似有身份证号"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(posted: Posted, wrong: dict[str, str], told: str) -> None:
    election, clerk, _who = posted

    answer = press(clerk, f"/elections/{election.id}/objections/new", **{**TYPED, **wrong})

    assert answer.status_code == 422
    assert told in text_of(answer)
    assert db.session.query(Objection).count() == 0


def test_who_objects_stands_on_one_page_alone_and_in_no_record(app: Flask, posted: Posted) -> None:
    election, clerk, who = posted
    answer = press(clerk, f"/elections/{election.id}/objections/new", **TYPED)
    chair = client_of(app, account(role=Role.CHAIR, division=who.unit))

    pages = [f"/elections/{election.id}", f"/elections/{election.id}/objections", f"/elections/{election.id}/roll"]

    assert "周小明" in text_of(clerk.get(answer.location))
    assert not any("周小明" in text_of(clerk.get(page)) for page in pages)
    assert "第 1 号" in text_of(chair.get(pages[0]))
    assert chair.get(answer.location).status_code == 403
    assert not any("周小明" in repr(vars(one)) for one in db.session.scalars(select(AuditEntry)))


def test_an_objection_goes_from_receipt_to_posting_one_step_at_a_time(posted: Posted) -> None:
    election, clerk, _who = posted
    page = press(clerk, f"/elections/{election.id}/objections/new", **TYPED).location

    assert "最迟 2026-03-04 + 3 = 2026-03-07" in text_of(clerk.get(page))
    early = press(clerk, f"{page}/posting", posted_on="2026-03-04")
    press(clerk, f"{page}/decision", ruling="upheld", reason="已经迁出。", decided_on="2026-03-04")
    again = press(clerk, f"{page}/decision", ruling="rejected", reason="没有迁出。", decided_on="2026-03-04")
    press(clerk, f"{page}/posting", posted_on="2026-03-04")

    one = db.session.query(Objection).one()
    assert (early.status_code, again.status_code) == (422, 422)
    assert "现在不到这一步" in text_of(early)
    assert (one.ruling, one.posted_on) == (Ruling.UPHELD, date(2026, 3, 4))
    assert step_of(one) is None


@pytest.mark.parametrize(("day", "late"), [(6, False), (7, False), (8, True)])
def test_an_open_objection_is_due_on_the_third_day_and_late_after_it(posted: Posted, day: int, late: bool) -> None:
    election, _clerk, who = posted
    objected(election=election, actor=who.first, filed_on=date(2026, 3, 4))
    today = date(2026, 3, day)

    item = next(one for one in due_items([who.unit], today) if "申诉" in str(one.what))

    assert item.deadline.sum == "2026-03-04 + 3 = 2026-03-07"
    assert item.is_late(today) is late
    assert item.values == {"election_id": election.id}


def test_an_overdue_one_shows_on_the_page_and_the_start_page_and_stays_open(app: Flask, posted: Posted) -> None:
    election, _clerk, who = posted
    one = objected(election=election, actor=who.first, filed_on=date(2026, 3, 4))
    on(date(2026, 3, 20))
    clerk = client_of(app, who.first)

    page, start = text_of(clerk.get(f"/elections/{election.id}")), text_of(clerk.get("/desk"))

    assert "1 件没有办结" in page
    assert "已超过 13 天" in page
    assert "对名单的申诉：作出决定并公布" in start
    assert step_of(one) is ObjectionStep.DECIDE


@pytest.mark.parametrize("upto", [None, "decided", "posted"])
def test_the_roll_is_not_frozen_while_one_is_open(app: Flask, posted: Posted, upto: str | None) -> None:
    election, _clerk, who = posted
    one = objected(election=election, actor=who.first, filed_on=date(2026, 3, 4))
    if upto == "posted":
        closed(objection=one, actor=who.first)
    elif upto == "decided":
        day = date(2026, 3, 4)
        with transaction(one):
            objections.decide_objection(
                objection=one, ruling=Ruling.REJECTED, reason="没有迁出。", decided_on=day, actor=who.first
            )
    on(date(2026, 3, 12))
    clerk = client_of(app, who.first)

    answer = press(clerk, f"/elections/{election.id}/roll/freeze")

    assert answer.status_code == (303 if upto == "posted" else 422)
    assert ("还有 1 件申诉没有办结（第 1 号）" in text_of(answer)) is (upto != "posted")


def test_a_decision_does_not_come_before_its_objection(posted: Posted) -> None:
    election, clerk, who = posted
    one = objected(election=election, actor=who.first, filed_on=date(2026, 3, 3))

    answer = press(clerk, f"/objections/{one.id}/decision", ruling="rejected", reason="无", decided_on="2026-03-02")

    assert answer.status_code == 422
    assert "日期不能早于 2026-03-03" in text_of(answer)


def test_a_candidate_does_not_decide(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    one = objected(election=election, actor=who.second)
    with transaction():
        candidate = stand(election=election, number=1, post=Post.CHAIR, actor=who.second)
        entry = db.session.get_one(RollEntry, candidate.roll_entry_id)
        who.first.person_key = entry.person_key

    answer = press(
        client_of(app, who.first),
        f"/objections/{one.id}/decision",
        ruling="rejected",
        reason="无",
        decided_on="2026-03-02",
    )

    assert answer.status_code == 422
    assert "候选人不能" in text_of(answer)


def test_nobody_objects_to_a_roll_that_is_not_posted(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False)
    clerk = client_of(app, who.first)

    page = clerk.get(f"/elections/{election.id}/objections/new")

    assert page.status_code == 409
    assert "名单还没有公布" in text_of(page)
    assert "名单公布以后才有申诉" in text_of(clerk.get(f"/elections/{election.id}/objections"))


def test_the_second_appeal_is_off_until_a_province_turns_it_on(posted: Posted) -> None:
    election, clerk, who = posted
    one = closed(objection=objected(election=election, actor=who.first), actor=who.first)

    with pytest.raises(Refusal) as refused, transaction(one):
        objections.receive_appeal(objection=one, appealed_on=POSTED, actor=who.first)

    assert refused.value.reason is ObjectionReason.APPEAL_OFF
    assert clerk.get(f"/objections/{one.id}/appeal").status_code == 409
    assert "登记再次申诉" not in text_of(clerk.get(f"/objections/{one.id}"))


@pytest.mark.parametrize(("days", "status"), [(2, 303), (3, 303), (4, 422)])
def test_where_it_is_on_the_township_hears_an_appeal_within_three_days(
    app: Flask, posted: Posted, days: int, status: int
) -> None:
    election, _clerk, who = posted
    election.own_values = {Field.SECOND_APPEAL.value: ["true", "粤选〔2026〕1号"]}
    db.session.commit()
    one = closed(objection=objected(election=election, actor=who.first), actor=who.first)
    on(POSTED + timedelta(days=10))
    clerk = client_of(app, who.first)

    answer = press(clerk, f"/objections/{one.id}/appeal", appealed_on=f"{POSTED + timedelta(days=days)}")

    assert answer.status_code == status
    assert ("2026-03-01 + 3 = 2026-03-04" in text_of(answer)) is (status == 422)
    assert (step_of(db.session.get_one(Objection, one.id)) is ObjectionStep.DECIDE_APPEAL) is (status == 303)


def test_the_word_of_the_township_closes_the_appeal(app: Flask, posted: Posted) -> None:
    election, clerk, who = posted
    election.own_values = {Field.SECOND_APPEAL.value: ["true", "粤选〔2026〕1号"]}
    db.session.commit()
    one = closed(objection=objected(election=election, actor=who.first), actor=who.first)
    press(clerk, f"/objections/{one.id}/appeal", appealed_on="2026-03-02")

    assert "对名单的再次申诉：等乡镇决定" in {str(item.what) for item in due_items([who.unit], clock.today())}
    press(clerk, f"/objections/{one.id}/decision", ruling="upheld", reason="应当划掉。", decided_on="2026-03-04")

    after = db.session.get_one(Objection, one.id)
    assert (step_of(after), after.ruling, after.appeal_ruling) == (None, Ruling.REJECTED, Ruling.UPHELD)
    assert "乡镇的决定" in text_of(clerk.get(f"/objections/{one.id}"))


def test_the_limit_of_an_appeal_stands_on_the_provinces_document() -> None:
    profile = PROFILES["V-2026"].override({Field.SECOND_APPEAL: True, Field.APPEAL_DAYS: 5}, "粤选〔2026〕1号")

    assert appeal_limit(POSTED, profile).last == date(2026, 3, 6)
    assert "粤选〔2026〕1号" in appeal_limit(POSTED, profile).article


def test_objections_of_a_practice_are_due_nowhere_and_go_with_it(app: Flask, posted: Posted) -> None:
    election, _clerk, who = posted
    with transaction(election):
        copy = begin_practice(election=election, actor=who.first)
    objected(election=copy, actor=who.first)

    assert not any("申诉" in str(one.what) for one in due_items([root()], clock.today()))
    with transaction(copy):
        delete_practice(election=copy, actor=who.first)

    assert db.session.query(Objection).count() == 0
