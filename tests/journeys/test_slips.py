"""Slips of two people at two screens, made in a browser: nothing is counted twice, overwritten unseen, or lost."""

import pytest

from tests.builders.elections import counting, figures, hands, ready, started
from tests.journeys.conftest import Someone
from tests.journeys.reader import PHONE, Reader
from tests.journeys.stage import Stage, stored
from villagegov.elections.models import CountEntry, CountSheet, Poll, Station
from villagegov.elections.operations.polling import open_poll
from villagegov.extensions import db
from villagegov.transaction import transaction
from villagegov.turnout.models import TurnoutFigure

pytestmark = pytest.mark.browser


def types_sheet(reader: Reader, sheet: CountSheet, **changed: str) -> None:
    """The whole paper into the boxes, and the button."""
    reader.open(f"/sheets/{sheet.id}/entry")
    for name, value in {**figures(sheet=sheet), **changed}.items():
        reader.page.locator(f"#{name}").fill(str(value))
    reader.press("保存并核对")


def test_a_sheet_that_does_not_add_up_names_both_numbers_and_keeps_all(stage: Stage, someone: Someone) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    reader = someone(who.first, size=PHONE)

    types_sheet(reader, sheet, printed="1,031", chair_valid="２９")

    assert "印制 1031 张，发出、销毁、样票合计 30 张，相差 1001 张" in reader.mistake("印制选票")
    assert "主任：有效、无效、弃权合计 29 张，收回 30 张，相差 1 张" in reader.summary()
    assert "主任 · 选民1：得票 30，多于有效票 29 张" in reader.summary()
    assert reader.value("印制选票") == "1,031"
    assert reader.page.locator("#chair_valid").input_value() == "２９"
    assert reader.value("收回选票") == "30"
    assert not stored(CountEntry)
    reader.shot("40-count-entry-wrong")


def test_one_person_with_two_accounts_cannot_read_twice(stage: Stage, someone: Someone) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    who.second.person_key = who.first.person_key
    db.session.commit()
    types_sheet(someone(who.first, size=PHONE), sheet)
    again = someone(who.second, size=PHONE)

    types_sheet(again, sheet)

    assert "录入人与复核人不能是同一人。请由另一位工作人员录入。" in again.summary()
    assert again.value("印制选票") == "30"
    assert len(stored(CountEntry)) == 1


def test_the_later_of_two_clerks_sees_both_versions_before_saving(stage: Stage, someone: Someone) -> None:
    who = hands()
    station = ready(who=who).stations[0]
    early, late = someone(who.first), someone(who.second)
    for reader, place in ((early, "村小学"), (late, "李氏祠堂")):
        reader.open(f"/stations/{station.id}/edit")
        reader.type({"地点": place})

    early.press("保存")
    late.press("保存")

    panel = late.page.locator(".panel").inner_text()
    assert "李强" in panel
    assert "村小学" in panel
    assert "李氏祠堂" in panel
    assert late.value("地点") == "李氏祠堂"
    assert place_of(station) == "村小学"
    late.shot("41-stale")
    late.press("保存")
    assert place_of(station) == "李氏祠堂"


def place_of(station: Station) -> str:
    """Where it is now."""
    db.session.refresh(station)
    db.session.rollback()
    return station.place


def test_a_button_pressed_twice_saves_once(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = ready(who=who)
    with transaction():
        open_poll(election=election, actor=who.first)
    reader = someone(who.first, size=PHONE)
    reader.open(f"/stations/{election.stations[0].id}/figure")
    reader.type({"本人领票": "7", "委托领票": "0"})

    with reader.page.expect_navigation(url="**/day"):
        reader.page.get_by_role("button", name="上报", exact=True).dblclick()

    assert len(stored(TurnoutFigure)) == 1


def test_a_form_that_expired_keeps_what_was_typed_and_is_saved_at_the_next_press(
    stage: Stage, someone: Someone
) -> None:
    who = hands()
    station = ready(who=who).stations[0]
    reader = someone(who.first)
    reader.open(f"/stations/{station.id}/edit")
    reader.type({"地点": "村小学"})
    reader.context.clear_cookies(name="session")
    reader.signs_in_elsewhere(who.first)

    reader.press("保存")

    assert "页面已过期，没有保存。您填写的内容已保留，请再按一次保存。" in reader.summary()
    assert reader.value("地点") == "村小学"
    assert place_of(station) == "村文化楼"
    reader.press("保存")
    assert place_of(station) == "村小学"


def test_a_step_taken_too_early_names_the_one_that_is_missing(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = started(who=who)
    reader = someone(who.first)

    answer = reader.open(f"/elections/{election.id}/day")

    assert answer.status == 409
    assert "请先完成“导入选民名单”。" in reader.page.locator("h1").inner_text()
    assert "您只是打开页面，没有改动任何内容。" in reader.text
    reader.shot("42-too-early")
    assert not stored(Poll)
