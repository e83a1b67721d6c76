"""E-31, E-33, E-39, F-09: no name enters or leaves a roll without a reason and a second person."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.changes import confirmed, proposed, supplemented
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, counting, hands, stand, with_roll
from tests.builders.objections import closed, objected
from tests.builders.proxies import named
from tests.builders.rolls import id_number, text_of
from villagegov import clock
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import Election, Roll, RollChange, RollEntry, Supplement
from villagegov.elections.queries.due import due_items
from villagegov.elections.queries.roll import roll_fingerprint
from villagegov.elections.vocabulary import ElectionTag, Post
from villagegov.elections.vocabulary.changes import LineState
from villagegov.elections.vocabulary.objections import Ruling
from villagegov.extensions import db
from villagegov.transaction import transaction

Frozen = tuple[Election, Hands, FlaskClient, FlaskClient]
ADDED = {
    "name": "黄丽",
    "id_number": id_number(7),
    "group_name": "二组",
    "category": "resident",
    "reason": "漏登，户口本为证。",
}


def roll_now(election: Election) -> Roll:
    """The roll as it is stored."""
    return queries.roll_of(db.session.get_one(Election, election.id))


def line() -> RollChange:
    """The only change there is."""
    return db.session.query(RollChange).one()


@pytest.fixture
def frozen(app: Flask) -> Frozen:
    """A frozen roll of forty, polling in ten days, and the browsers of two clerks."""
    who = hands(unit=division_tree().village)
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=10))
    roll = queries.roll_of(election)
    roll.fingerprint = roll_fingerprint(roll)
    db.session.commit()
    return election, who, client_of(app, who.first), client_of(app, who.second)


def test_on_an_open_roll_one_proposes_and_another_confirms_and_the_name_is_gone(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False)
    first, second = client_of(app, who.first), client_of(app, who.second)

    press(first, f"/elections/{election.id}/roll/3/remove", reason="本人书面表示不参加")
    before = roll_now(election).registered
    alone = press(first, f"/roll-changes/{line().id}/confirm")
    done = press(second, f"/roll-changes/{line().id}/confirm")

    assert (before, alone.status_code, done.status_code) == (40, 422, 303)
    assert "提出人与确认人不能是同一人" in text_of(alone)
    assert roll_now(election).registered == 39
    assert db.session.query(RollEntry).filter_by(number=3).count() == 0
    assert "本人书面表示不参加" in str(
        db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_ENTRY_REMOVED.value).one().details
    )


def test_two_accounts_of_one_id_number_are_one_person(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False)
    who.second.person_key = who.first.person_key
    db.session.commit()
    made = proposed(election=election, number=3, actor=who.first)

    answer = press(client_of(app, who.second), f"/roll-changes/{made.id}/confirm")

    assert answer.status_code == 422
    assert roll_now(election).registered == 40


def test_a_candidate_is_neither_struck_nor_corrected(frozen: Frozen) -> None:
    election, who, first, _second = frozen
    with transaction():
        stand(election=election, number=1, post=Post.CHAIR, actor=who.first)

    struck = press(first, f"/elections/{election.id}/roll/1/remove", reason="迁出")
    corrected = press(first, f"/elections/{election.id}/roll/1/correct", name="陈明", reason="错字")

    assert (struck.status_code, corrected.status_code) == (422, 422)
    assert "选民1是候选人" in text_of(struck)
    assert db.session.query(RollChange).count() == 0


def test_who_became_a_candidate_meanwhile_stays_on_the_roll(frozen: Frozen) -> None:
    election, who, _first, second = frozen
    confirmed(election=election, number=1, first=who.first, second=who.second)
    with transaction():
        stand(election=election, number=1, post=Post.CHAIR, actor=who.first)

    answer = press(second, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")

    assert answer.status_code == 422
    assert roll_now(election).registered == 40


def test_a_supplement_changes_count_and_fingerprint_and_keeps_the_earlier_one(frozen: Frozen) -> None:
    election, _who, first, second = frozen
    old = roll_now(election).fingerprint
    press(first, f"/elections/{election.id}/roll/5/remove", reason="户口已迁出")
    press(first, f"/elections/{election.id}/roll/6/correct", name="选民陆", reason="错字")
    press(first, f"/elections/{election.id}/roll/changes/new", **ADDED)
    for one in db.session.query(RollChange).all():
        press(second, f"/roll-changes/{one.id}/confirm")
    waiting = roll_now(election)
    assert (waiting.registered, waiting.fingerprint) == (40, old)

    answer = press(second, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")

    roll, made = roll_now(election), db.session.query(Supplement).one()
    assert (roll.registered, roll.fingerprint) == (40, roll_fingerprint(roll))
    assert (made.fingerprint_before, made.fingerprint) == (old, roll.fingerprint)
    assert old != roll.fingerprint
    numbers = {one.number: one.name for one in db.session.query(RollEntry)}
    assert (5 in numbers, numbers[6], numbers[41]) == (False, "选民陆", "黄丽")
    page = text_of(second.get(answer.location))
    assert all(words in page for words in ("黄丽", "选民6 → 选民陆", "选民5"))
    assert "户口已迁出" not in page


def test_everybody_sees_both_fingerprints_and_no_name(app: Flask, frozen: Frozen) -> None:
    election, who, _first, _second = frozen
    made = supplemented(election=election, number=5, first=who.first, second=who.second)

    page = text_of(app.test_client().get(f"/c/{election.unit.code}/elections/{election.number}/roll"))

    assert made.fingerprint[:4] in page
    assert made.fingerprint_before[:4] in page
    assert "划掉 1" in page
    assert "40 人 → 39 人" in page
    assert not any(f"选民{number}<" in page for number in range(1, 41))


def test_a_roll_that_is_not_posted_has_no_public_page(app: Flask) -> None:
    election = with_roll(who=hands(), frozen=False)

    answer = app.test_client().get(f"/c/{election.unit.code}/elections/{election.number}/roll")

    assert answer.status_code == 404


def test_who_has_a_proxy_leaves_the_roll_only_after_it_is_revoked(frozen: Frozen) -> None:
    election, _who, first, second = frozen
    proxy = named(election=election, principal=30, holder=31)

    early = press(first, f"/elections/{election.id}/roll/30/remove", reason="迁出")
    press(first, f"/proxies/{proxy.id}/revoke")
    later = press(first, f"/elections/{election.id}/roll/30/remove", reason="迁出")

    assert early.status_code == 422
    assert "有委托投票没有撤销" in text_of(early)
    assert later.status_code == 303
    change = db.session.query(RollChange).one()
    press(second, f"/roll-changes/{change.id}/confirm")
    assert change.confirmed_at is not None


def test_a_struck_number_is_not_given_again(frozen: Frozen) -> None:
    election, who, first, second = frozen
    supplemented(election=election, number=40, first=who.first, second=who.second)
    press(first, f"/elections/{election.id}/roll/changes/new", **ADDED)
    added = db.session.query(RollChange).filter_by(entry_number=None).one()
    press(second, f"/roll-changes/{added.id}/confirm")

    press(second, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")

    assert sorted(one.number for one in db.session.query(RollEntry))[-2:] == [39, 41]
    assert all(one.sealed_id is None for one in db.session.query(RollChange))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"reason": " "}, "请写明理由"),
        ({"reason": f"与 {id_number(3)} 重复"}, "理由里疑似有身份证号"),
        ({"name": ""}, "请填写姓名"),
        ({"id_number": "440103199001010015"}, "身份证号"),
        ({"id_number": id_number(7, born=date(2015, 1, 1))}, "未满 18 周岁"),
        ({"objection_number": "9"}, "没有成立的第 9 号申诉"),
    ],
)
def test_a_wrong_addition_is_refused_with_what_to_do(frozen: Frozen, wrong: dict[str, str], told: str) -> None:
    election, _who, first, _second = frozen

    answer = press(first, f"/elections/{election.id}/roll/changes/new", **{**ADDED, **wrong})

    assert answer.status_code == 422
    assert told in text_of(answer)
    assert db.session.query(RollChange).count() == 0


@pytest.mark.parametrize(("days", "status"), [(-1, 303), (0, 303), (1, 422)])
def test_eighteen_on_polling_day_may_be_added_a_day_younger_not(frozen: Frozen, days: int, status: int) -> None:
    election, _who, first, _second = frozen
    day = election.polling_day
    born = date(day.year - 18, day.month, day.day) + timedelta(days=days)

    answer = press(
        first, f"/elections/{election.id}/roll/changes/new", **{**ADDED, "id_number": id_number(7, born=born)}
    )

    assert answer.status_code == status


def test_nobody_is_added_who_stands_here_or_on_another_roll_of_the_round(app: Flask, frozen: Frozen) -> None:
    election, _who, first, second = frozen
    for _press in range(2):
        press(first, f"/elections/{election.id}/roll/changes/new", **ADDED)
    one, two = db.session.query(RollChange).order_by(RollChange.number)
    press(second, f"/roll-changes/{one.id}/confirm")
    press(second, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")
    press(second, f"/roll-changes/{two.id}/confirm")

    again = press(first, f"/elections/{election.id}/roll/changes/new", **ADDED)
    twice = press(second, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")

    assert "已在本名单上，编号 41" in text_of(again)
    assert twice.status_code == 422
    assert roll_now(election).registered == 41


def test_a_change_may_rest_on_an_objection_that_was_upheld(frozen: Frozen) -> None:
    election, who, first, _second = frozen
    roll = roll_now(election)
    assert roll.posted_on is not None
    upheld = closed(objection=objected(election=election, actor=who.first), actor=who.first, ruling=Ruling.UPHELD)
    rejected = closed(objection=objected(election=election, actor=who.first, number=4), actor=who.first)

    wrong = press(
        first, f"/elections/{election.id}/roll/4/remove", reason="迁出", objection_number=f"{rejected.number}"
    )
    right = press(first, f"/elections/{election.id}/roll/3/remove", reason="迁出", objection_number=f"{upheld.number}")

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert line().objection_number == upheld.number


def test_a_withdrawn_change_leaves_the_roll_as_it_is(frozen: Frozen) -> None:
    election, who, first, second = frozen
    made = proposed(election=election, number=5, actor=who.first)

    press(first, f"/roll-changes/{made.id}/withdraw")
    late = press(second, f"/roll-changes/{made.id}/confirm")

    assert line().state is LineState.WITHDRAWN
    assert late.status_code == 422
    assert press(first, f"/elections/{election.id}/roll/5/remove", reason="再提一次").status_code == 303


def test_one_person_has_one_change_at_a_time(frozen: Frozen) -> None:
    election, who, _first, second = frozen
    proposed(election=election, number=5, actor=who.first)

    answer = press(second, f"/elections/{election.id}/roll/5/remove", reason="迁出")

    assert answer.status_code == 422
    assert "已有一处更改没有办完" in text_of(answer)


def test_a_correction_that_changes_nothing_is_no_correction(frozen: Frozen) -> None:
    election, _who, first, _second = frozen

    answer = press(first, f"/elections/{election.id}/roll/6/correct", reason="核对")

    assert "没有什么要更正" in text_of(answer)


@pytest.mark.parametrize("step", ["post", "freeze"])
def test_no_list_is_posted_or_frozen_with_a_change_half_done(app: Flask, step: str) -> None:
    who = hands()
    today = clock.today()
    election = with_roll(who=who, frozen=False, polling_day=today + timedelta(days=30))
    roll = queries.roll_of(election)
    if step == "freeze":
        roll.posted_on = today - timedelta(days=9)
        db.session.commit()
    proposed(election=election, number=3, actor=who.first)
    typed = {"posted_on": f"{today}"} if step == "post" else {}

    answer = press(client_of(app, who.first), f"/elections/{election.id}/roll/{step}", **typed)

    assert answer.status_code == 422
    assert "还有 1 处更改没有办完（第 1 处）" in text_of(answer)


def test_an_empty_supplement_is_not_posted(frozen: Frozen) -> None:
    election, who, first, _second = frozen
    proposed(election=election, number=5, actor=who.first)

    answer = press(first, f"/elections/{election.id}/roll/supplement", posted_on=f"{clock.today()}")

    assert answer.status_code == 422
    assert "没有已确认的更改" in text_of(answer)


@pytest.mark.parametrize(("days", "told"), [(1, "公布日期不能晚于今天"), (-90, "补充公告不能早于")])
def test_a_supplement_is_posted_between_the_roll_and_today(frozen: Frozen, days: int, told: str) -> None:
    election, who, first, _second = frozen
    confirmed(election=election, number=5, first=who.first, second=who.second)
    day = clock.today() + timedelta(days=days)

    answer = press(first, f"/elections/{election.id}/roll/supplement", posted_on=f"{day}")

    assert answer.status_code == 422
    assert told in text_of(answer)


def test_once_voting_has_begun_the_base_stays_as_it_is(app: Flask) -> None:
    who = hands()
    election = counting(who=who).election

    answer = press(client_of(app, who.first), f"/elections/{election.id}/roll/30/remove", reason="迁出")

    assert answer.status_code == 422
    assert "投票已经开始" in text_of(answer)


def test_who_was_struck_here_may_be_registered_elsewhere(app: Flask) -> None:
    clock.run_on(lambda: datetime(2026, 3, 1, 4, tzinfo=UTC))
    who = hands()
    election = with_roll(who=who, voters=0, frozen=False, polling_day=date(2026, 4, 30))
    first, second = client_of(app, who.first), client_of(app, who.second)
    rolls.imported(first, election, rolls.lines(3))
    press(first, f"/elections/{election.id}/roll/2/remove", reason="迁出")
    press(second, f"/roll-changes/{line().id}/confirm")

    again = form_on(rolls.sent(first, election, rolls.xlsx(rolls.lines(3))))

    assert roll_now(election).registered == 2
    assert again["mark"]


def test_a_change_half_done_is_due_before_voting_and_stands_on_the_page_without_a_name(frozen: Frozen) -> None:
    election, who, first, second = frozen
    made = proposed(election=election, number=5, actor=who.first)

    page, start = text_of(second.get(f"/elections/{election.id}")), text_of(second.get("/desk"))
    item = next(one for one in due_items([who.unit], clock.today()) if "更改" in str(one.what))
    press(first, f"/roll-changes/{made.id}/withdraw")

    assert item.by == election.polling_day - timedelta(days=1)
    assert "名单有 1 处更改没有办完" in page
    assert "选民5" not in page
    assert "名单的更改：请另一人确认" in start
    assert not any("更改" in str(one.what) for one in due_items([who.unit], clock.today()))
