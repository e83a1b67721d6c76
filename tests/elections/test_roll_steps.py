"""E-31, E-33, E-35, E-39, X-34, X-35, X-42, C9: the roll is posted in time, frozen late enough, closed in between."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import rolls
from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree, unit
from tests.builders.elections import Hands, hands, round_of, started
from tests.builders.rolls import lines, sent, text_of
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.elections import queries
from villagegov.elections.models import Election, RollChange, RollEntry
from villagegov.elections.vocabulary import ElectionTag
from villagegov.extensions import db

POLLING_DAY = date(2026, 3, 21)


def on(day: date) -> None:
    """Let it be that day, at noon in China."""
    clock.run_on(lambda: datetime(day.year, day.month, day.day, 4, tzinfo=UTC))


@pytest.fixture
def filled(app: Flask) -> tuple[Election, FlaskClient, Hands]:
    """An election on 21 March 2026 with ten persons on its roll, on 2 March."""
    on(date(2026, 2, 1))
    who = hands()
    election = started(who=who, polling_day=POLLING_DAY)
    on(date(2026, 3, 2))
    clerk = client_of(app, who.first)
    rolls.imported(clerk, election, lines(10))
    return election, clerk, who


Filled = tuple[Election, FlaskClient, Hands]


def test_twenty_days_before_polling_is_in_time_and_the_page_warns(filled: Filled) -> None:
    election, clerk, _who = filled

    sums = text_of(clerk.get(f"/elections/{election.id}/roll/post"))
    answer = press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-03-01")

    assert "选举日 2026-03-21 − 20 天 ＝ 2026-03-01" in sums
    assert answer.status_code == 303
    page = text_of(clerk.get(answer.location))
    assert "名单在最后一天公布" in page
    assert "2026年3月6日" in page


def test_more_than_twenty_days_before_polling_needs_no_warning(filled: Filled) -> None:
    election, clerk, _who = filled

    answer = press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026年2月28日")

    assert "名单在最后一天公布" not in text_of(clerk.get(answer.location))


def test_nineteen_days_before_polling_is_too_late(filled: Filled) -> None:
    election, clerk, _who = filled

    answer = press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-03-02")

    assert answer.status_code == 422
    assert "最迟 2026-03-01" in text_of(answer)
    assert 'value="2026-03-02"' in text_of(answer)
    assert queries.roll_of(election).posted_on is None


def test_a_day_to_come_is_not_a_posting_day(app: Flask, filled: Filled) -> None:
    election, _clerk, who = filled
    on(date(2026, 2, 10))
    clerk = client_of(app, who.first)

    answer = press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-02-11")

    assert "公布日期不能晚于今天" in text_of(answer)


def test_an_empty_roll_cannot_be_posted(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)

    answer = press(clerk, f"/elections/{election.id}/roll/post", posted_on="2020-01-01")

    assert answer.status_code == 422
    assert "名单里还没有人，请先导入名单" in text_of(answer)


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 3, 8), 422), (date(2026, 3, 9), 303), (date(2026, 3, 10), 303)]
)
def test_the_roll_is_frozen_on_the_eighth_day_after_posting_at_the_earliest(
    app: Flask, filled: Filled, day: date, status: int
) -> None:
    election, clerk, who = filled
    press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-03-01")
    on(day)
    clerk = client_of(app, who.first)

    page = text_of(clerk.get(f"/elections/{election.id}/roll/freeze"))
    answer = press(clerk, f"/elections/{election.id}/roll/freeze")

    assert "公布日 2026-03-01 ＋ 8 天 ＝ 2026-03-09" in page
    assert answer.status_code == status
    assert (queries.roll_of(election).frozen_at is not None) is (status == 303)


def test_a_frozen_roll_shows_its_fingerprint_in_blocks_of_four(app: Flask, filled: Filled) -> None:
    election, clerk, who = filled
    press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-03-01")
    on(date(2026, 3, 9))
    clerk = client_of(app, who.first)

    answer = press(clerk, f"/elections/{election.id}/roll/freeze")

    roll = queries.roll_of(election)
    assert len(roll.fingerprint) == 64
    blocks = " ".join(roll.fingerprint[at : at + 4] for at in range(0, 64, 4))
    assert blocks in text_of(clerk.get(answer.location))
    assert "名单已经定稿" in text_of(press(clerk, f"/elections/{election.id}/roll/freeze"))


def test_a_roll_that_was_not_posted_cannot_be_frozen(filled: Filled) -> None:
    election, clerk, _who = filled

    answer = press(clerk, f"/elections/{election.id}/roll/freeze")

    assert answer.status_code == 422
    assert "请先完成“公布选民名单”" in text_of(answer)


def test_nobody_enters_or_leaves_a_posted_roll(filled: Filled) -> None:
    election, clerk, _who = filled
    waiting = sent(clerk, election, rolls.xlsx(lines(12)))
    press(clerk, f"/elections/{election.id}/roll/post", posted_on="2026-03-01")

    late = rolls.confirmed(clerk, waiting)
    fresh = clerk.post(waiting.request.path, data=form_on(late))
    removed = press(clerk, f"/elections/{election.id}/roll/1/remove", reason="迁出")

    assert late.status_code == 409
    assert fresh.status_code == 422
    assert "名单已经公布或定稿，不能再导入" in text_of(fresh)
    assert "确认后发补充公告才生效" in text_of(clerk.get(removed.location))
    assert clerk.get(f"/elections/{election.id}/roll/import").status_code == 409
    assert db.session.query(RollEntry).count() == 10


def test_one_person_is_taken_off_with_a_reason_and_may_come_back(app: Flask, filled: Filled) -> None:
    election, clerk, who = filled

    blank = press(clerk, f"/elections/{election.id}/roll/3/remove", reason=" ")
    answer = press(clerk, f"/elections/{election.id}/roll/3/remove", reason="本人书面表示不参加")
    press(client_of(app, who.second), f"/roll-changes/{db.session.query(RollChange).one().id}/confirm")
    rolls.imported(clerk, election, lines(10))

    assert "请写明理由" in text_of(blank)
    assert answer.status_code == 303
    assert queries.roll_of(election).registered == 10
    assert sorted(entry.number for entry in db.session.query(RollEntry)) == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11]
    told = db.session.query(AuditEntry).filter_by(tag=ElectionTag.ROLL_ENTRY_REMOVED.value).one()
    assert "本人书面表示不参加" in str(told.details)


def test_a_reason_with_a_personal_number_is_not_kept(filled: Filled) -> None:
    election, clerk, _who = filled

    answer = press(clerk, f"/elections/{election.id}/roll/3/remove", reason=f"与 {rolls.id_number(3)} 重复")

    assert answer.status_code == 422
    assert "理由里疑似有身份证号" in text_of(answer)
    assert db.session.query(RollEntry).count() == 10


def test_two_clerks_who_remove_one_person_do_it_once(app: Flask, filled: Filled) -> None:
    election, first, who = filled
    second = client_of(app, who.second)
    address = f"/elections/{election.id}/roll/3/remove"
    shown = {**form_on(second.get(address)), "reason": "迁出"}

    press(first, address, reason="迁出")
    answer = second.post(address, data=shown)

    assert answer.status_code == 422
    assert "已有一处更改没有办完" in text_of(answer)
    assert db.session.query(RollChange).count() == 1


def test_a_person_on_the_roll_of_a_village_is_refused_by_the_community(app: Flask) -> None:
    tree = division_tree()
    village, community = hands(unit=tree.village), hands(unit=tree.community)
    round_ = round_of(division=tree.county, actor=village.first)
    here, there = started(who=village, round_=round_), started(who=community, round_=round_)
    rolls.imported(client_of(app, village.first), here, lines(5))
    clerk = client_of(app, community.first)

    preview = sent(clerk, there, rolls.xlsx(lines(6)))
    rolls.confirmed(clerk, preview)

    page = text_of(preview)
    assert page.count("该居民已在其他村登记") == 5
    assert tree.village.name not in page
    assert "确认导入 1 人" in page
    assert queries.roll_of(there).registered == 1


def test_another_round_knows_nothing_of_this_one(app: Flask) -> None:
    who = hands()
    first = started(who=who)
    clerk = client_of(app, who.first)
    rolls.imported(clerk, first, lines(5))
    later = round_of(division=who.unit, actor=who.first)

    second = started(who=who, round_=later)

    assert "确认导入 5 人" in text_of(sent(clerk, second, rolls.xlsx(lines(5))))


def test_a_clerk_of_another_village_finds_no_roll_here(app: Flask, filled: Filled) -> None:
    election, _clerk, who = filled
    stranger = client_of(app, hands(unit=unit(parent=who.unit.parent or who.unit)).first)

    pages = ["", "/search", "/export", "/1", "/1/remove", "/import", "/template", "/post", "/freeze"]

    assert {stranger.get(f"/elections/{election.id}/roll{page}").status_code for page in pages} == {404}


def test_who_may_only_look_at_elections_does_not_see_the_roll(app: Flask, filled: Filled) -> None:
    election, _clerk, who = filled
    chair = client_of(app, account(role=Role.CHAIR, division=who.unit))

    assert chair.get(f"/elections/{election.id}").status_code == 200
    assert chair.get(f"/elections/{election.id}/roll").status_code == 403


def test_a_roll_is_shown_thirty_to_a_page(app: Flask) -> None:
    who = hands()
    election, clerk = started(who=who), client_of(app, who.first)
    rolls.imported(clerk, election, lines(61))

    page = text_of(clerk.get(f"/elections/{election.id}/roll?page=3"))

    assert "第 3 页，共 3 页（61 条）" in page
    assert lines(61)[60][1] in page
