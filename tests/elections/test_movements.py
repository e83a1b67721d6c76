"""E-33, E-34, E-40, F-07: a roll begun from the last one, four plus and four minus, and those left off by law."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree
from tests.builders.elections import Hands, hands, round_of, started, with_roll
from tests.builders.rolls import line, lines, sent, text_of, xlsx
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import ChangeGround, Election, Roll, RollChange, RollEntry
from villagegov.elections.operations.practice import begin_practice, delete_practice
from villagegov.elections.rules.movements import (
    GROUND,
    Group,
    allowed_grounds,
    balance,
    ground_of,
    group_order,
    summed,
    turned_18_since,
)
from villagegov.elections.rules.papers import PAPER_TITLES
from villagegov.elections.vocabulary.movements import MINUS, Ground
from villagegov.extensions import db
from villagegov.law.profiles import PROFILES
from villagegov.law.vocabulary import Field
from villagegov.transaction import transaction

TITLES = (*rolls.TITLES, *PAPER_TITLES, GROUND)
NO_PAPERS = [""] * len(PAPER_TITLES)


@pytest.mark.parametrize(
    ("born_on", "newly"),
    [(date(2003, 3, 20), False), (date(2003, 3, 21), True), (date(2004, 2, 29), True), (date(1950, 1, 1), False)],
)
def test_whoever_was_too_young_on_the_last_polling_day_is_newly_eighteen(born_on: date, newly: bool) -> None:
    assert turned_18_since(born_on=born_on, before=date(2021, 3, 20)) is newly


def test_the_list_is_the_last_one_plus_all_who_entered_minus_all_who_left() -> None:
    first = Group("一组", 10, 12, {}, {Ground.NEWLY_18: 3, Ground.DIED: 2})
    second = Group("二组", 5, 5, {}, {Ground.MOVED_IN: 1, Ground.MOVED_OUT: 4, Ground.UNFIT: 1})

    whole = summed([first, second])

    assert (whole.total, whole.plus, whole.minus) == (32, 4, 7)
    assert balance(carried=35, whole=whole) == 32


def test_groups_stand_as_people_count_them() -> None:
    names = ["第一村民小组", "二组", "第3组", "十组", "十二组", "二十一组", "西坊", ""]

    assert sorted(sorted(names), key=group_order)[:6] == names[:6]


def test_nobody_is_left_off_as_unreachable_or_unfit_unless_the_province_allows_it() -> None:
    law = PROFILES["V-2026"]

    assert {Ground.UNREACHABLE, Ground.UNFIT}.isdisjoint(allowed_grounds(law))
    assert tuple(allowed_grounds(law.override({Field.DROP_UNREACHABLE: True, Field.DROP_UNFIT: True}))) == MINUS


def test_the_ground_of_a_newcomer_is_read_as_people_write_it() -> None:
    assert [ground_of(word) for word in ("满 18", "迁入", "嫁入", "恢复", "其它", "不知道")] == [
        Ground.NEWLY_18,
        Ground.MOVED_IN,
        Ground.MARRIED_IN,
        Ground.RESTORED,
        Ground.OTHER_IN,
        None,
    ]


Next = tuple[Election, FlaskClient, Hands]


@pytest.fixture
def following(app: Flask) -> Next:
    """Forty voters stood on the final roll of 2021; the election of 2026 has an empty one."""
    who = hands()
    clock.run_on(lambda: datetime(2021, 3, 1, 4, tzinfo=UTC))
    with_roll(who=who, polling_day=date(2021, 3, 20))
    clock.run_on(lambda: datetime(2026, 2, 1, 4, tzinfo=UTC))
    election = started(who=who, polling_day=date(2026, 3, 21), round_=round_of(division=who.unit, actor=who.first))
    return election, client_of(app, who.first), who


def test_the_new_roll_begins_with_the_last_one_and_its_sum_is_shown(app: Flask, following: Next) -> None:
    election, clerk, who = following
    at = f"/elections/{election.id}/roll"

    offered = text_of(clerk.get(f"{at}/statistics"))
    press(clerk, f"{at}/statistics")
    again = clerk.post(f"{at}/statistics", data={"csrf_token": "x"})
    young = (*line(1, number=rolls.id_number(1, born=date(2006, 5, 1))), *NO_PAPERS, "")
    moved, silent = (*line(2), *NO_PAPERS, "迁入"), (*line(3), *NO_PAPERS, "")
    asked = text_of(sent(clerk, election, xlsx([young, moved, silent], TITLES)))
    rolls.confirmed(clerk, sent(clerk, election, xlsx([young, moved], TITLES)))
    press(clerk, f"{at}/7/remove", reason="见死亡证明", ground="died")
    press(client_of(app, who.second), f"/roll-changes/{db.session.query(RollChange).one().id}/confirm")
    shown = " ".join(text_of(clerk.get(f"{at}/statistics")).split())

    assert "定稿 40 人" in offered
    assert again.status_code != 303
    assert "请填写这个人的增加原因" in asked
    assert "＋ 新满 18 周岁 1 ＋ 迁入 1 − 死亡 1 ＝ <strong>41</strong>" in shown
    assert "与上面的合计相等" in shown
    assert queries.roll_of(election).registered == 41
    assert press(clerk, f"{at}/post", posted_on="2026-02-01").status_code == 303
    _practised(election, who)


def _practised(election: Election, who: Hands) -> None:
    """A practice copy has grounds of its own, and takes them with it."""
    with transaction():
        copy = begin_practice(election=election, actor=who.first)
    with transaction():
        delete_practice(election=copy, actor=who.first)
    assert db.session.query(ChangeGround).count() == 1


def test_who_has_names_already_or_no_past_begins_with_a_file(following: Next) -> None:
    election, clerk, who = following
    at = f"/elections/{election.id}/roll/statistics"
    shown = form_on(clerk.get(at))
    rolls.imported(clerk, election, lines(2))

    late = clerk.post(at, data={**shown, "version": ""})
    db.session.query(Roll).filter(Roll.frozen_at.is_not(None)).update({"frozen_at": None})
    db.session.commit()
    with transaction():
        copy = begin_practice(election=election, actor=who.first)

    assert "名单里已有人，不能再结转" in text_of(late)
    assert queries.roll_of(election).registered == 2
    db.session.query(RollEntry).filter_by(roll_id=queries.roll_of(copy).id).delete()
    db.session.commit()
    assert "以前没有定稿的名单" in text_of(clerk.get(f"/elections/{copy.id}/roll/statistics"))


def test_whoever_stands_on_another_roll_of_the_round_stays_there(app: Flask) -> None:
    tree = division_tree()
    who, there = hands(unit=tree.village), hands(unit=tree.community)
    clock.run_on(lambda: datetime(2021, 3, 1, 4, tzinfo=UTC))
    last = started(who=who, polling_day=date(2021, 3, 25))
    rolls.imported(client_of(app, who.first), last, lines(10))
    roll = queries.roll_of(last)
    roll.posted_on, roll.frozen_at, roll.fingerprint = date(2021, 3, 1), clock.now(), "f" * 64
    db.session.commit()
    clock.run_on(lambda: datetime(2026, 2, 1, 4, tzinfo=UTC))
    round_ = round_of(division=tree.county, actor=who.first)
    here = started(who=who, polling_day=date(2026, 3, 21), round_=round_)
    elsewhere = started(who=there, polling_day=date(2026, 3, 21), round_=round_)
    rolls.imported(client_of(app, there.first), elsewhere, lines(3))
    clerk, at = client_of(app, who.first), f"/elections/{here.id}/roll/statistics"

    press(clerk, at)

    kept = db.session.query(RollEntry).filter_by(roll_id=queries.roll_of(here).id).order_by(RollEntry.number)
    assert [one.number for one in kept] == [1, 2, 3, 4, 5, 6, 7]
    assert "另有 3 人已在别处登记，没有结转" in text_of(clerk.get(at))


def test_evidence_of_health_is_sealed_and_only_its_outcome_is_told(app: Flask, following: Next) -> None:
    election, clerk, _who = following
    at = f"/elections/{election.id}/roll"
    press(clerk, f"{at}/statistics")
    barred = clerk.get(f"{at}/7/remove")
    allowed = {"drop_unfit": ["true", "省选举办法"], "drop_unreachable": ["true", "省选举办法"]}
    election.own_values = allowed
    db.session.commit()

    bare = press(clerk, f"{at}/7/remove", reason="精神病", ground="unfit")
    press(clerk, f"{at}/7/remove", reason="精神病", ground="unfit", evidence="县医院证明", decided_as="第2次会议")
    made = db.session.query(ChangeGround).one()
    listed = text_of(clerk.get(f"{at}/changes"))
    shown = text_of(clerk.get(f"/roll-changes/{made.roll_change_id}/evidence"))

    assert 'value="unfit"' not in text_of(barred)
    assert "请写明依据" in text_of(bare)
    assert "县医院" not in f"{made.sealed_evidence!r}"
    assert ("精神病" in listed, "县医院" in listed, "符合条件，不列入" in listed) == (False, False, True)
    assert "县医院证明" in shown
