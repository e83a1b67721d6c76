"""The commonest mistakes, made in a browser: a sentence says what to do, what was typed stays."""

from datetime import timedelta

import pytest

from tests.builders.elections import Hands, hands, ready, started, with_roll
from tests.builders.rolls import id_number, xlsx
from tests.journeys.conftest import Someone
from tests.journeys.reader import PHONE, Reader
from tests.journeys.stage import Stage, stored
from villagegov import clock
from villagegov.elections.models import Candidate, Election, RollEntry, Station
from villagegov.elections.operations.polling import open_poll
from villagegov.transaction import transaction
from villagegov.turnout.models import TurnoutFigure

pytestmark = pytest.mark.browser
HTML = "<html><body><table><tr><td>姓名</td><td>身份证号</td></tr></table></body></html>"


def path_of(election: Election) -> str:
    """Its address."""
    return f"/elections/{election.id}"


def test_a_wrong_password_keeps_the_name_and_lets_nobody_in(stage: Stage, someone: Someone) -> None:
    worker = hands().first
    reader = someone(size=PHONE)

    reader.sign_in(worker, password="wrong horse battery")

    assert "登录名或密码不对" in reader.mistake("密码")
    assert reader.value("登录名") == worker.sign_in_name
    assert reader.value("密码") == ""
    assert reader.open("/elections").url.endswith("/sign-in?next=/elections")


def test_an_id_number_ruined_by_a_spreadsheet_is_told_with_its_line(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = started(who=who, polling_day=clock.today() + timedelta(days=40))
    reader = someone(who.first)

    reader.sends(
        f"{path_of(election)}/roll/import",
        "名单文件",
        "名单.xlsx",
        xlsx([("一组", "王强", "", float(id_number(1)), "")]),
    )

    assert "没有写入任何数据" in reader.text
    assert "第 2 行" in reader.text
    assert "Excel" in reader.text
    assert not stored(RollEntry)


@pytest.mark.parametrize("content", [HTML.encode(), b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"], ids=["html", "pdf"])
def test_a_renamed_file_is_told_by_its_content(stage: Stage, someone: Someone, content: bytes) -> None:
    who = hands()
    election = started(who=who, polling_day=clock.today() + timedelta(days=40))
    reader = someone(who.first)

    reader.sends(f"{path_of(election)}/roll/import", "名单文件", "名单.xlsx", content)

    assert "xlsx" in reader.mistake("名单文件")
    assert not stored(RollEntry)


def test_a_roll_posted_a_day_too_late_is_told_the_last_day(stage: Stage, someone: Someone) -> None:
    who = hands()
    day = clock.today() + timedelta(days=19)
    election = with_roll(who=who, frozen=False, polling_day=day)
    reader = someone(who.first)
    reader.open(f"{path_of(election)}/roll/post")

    reader.type({"公布日期": clock.today().isoformat()})
    reader.press("记录公布日期")

    last = day - timedelta(days=20)
    assert f"名单应当在选举日的 20 日前公布，最迟 {last}" in reader.mistake("公布日期")
    assert reader.value("公布日期") == clock.today().isoformat()


def test_as_many_candidates_as_seats_cannot_be_posted(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=20))
    reader = someone(who.first)
    for number, post in ((1, "主任"), (2, "副主任"), (3, "委员")):
        registers(reader, election, str(number), post)
    reader.open(f"{path_of(election)}/candidates/post")

    reader.type({"公布日期": clock.today().isoformat()})
    reader.press("记录公布日期")

    assert "主任应选 1 名，候选人至少 2 名，现有 1 名。请增加候选人。" in reader.summary()
    assert reader.value("公布日期") == clock.today().isoformat()


def registers(reader: Reader, election: Election, number: str, post: str) -> None:
    """Type one candidate in."""
    reader.open(f"{path_of(election)}/candidates/new")
    reader.type({"选民名单上的编号": number})
    reader.choose("职务", post)
    reader.press("登记")


def test_a_number_that_is_not_on_the_roll_is_refused_at_its_field(stage: Stage, someone: Someone) -> None:
    who = hands()
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=20))
    reader = someone(who.first)

    registers(reader, election, "999", "委员")

    assert "选民名单上没有这个人" in reader.mistake("选民名单上的编号")
    assert reader.value("选民名单上的编号") == "999"
    assert reader.page.get_by_label("职务").input_value() == "member"
    assert not stored(Candidate)


def test_figures_are_read_as_people_write_them_and_not_as_programs_do(stage: Stage, someone: Someone) -> None:
    who = hands()
    hall = opened(who, voters=2000)
    reader = someone(who.first, size=PHONE)

    for wrong in ("1_000", "+5"):
        reports(reader, hall, wrong)
        assert "请填写整数" in reader.mistake("本人领票")
        assert reader.value("本人领票") == wrong
    assert not stored(TurnoutFigure)
    for right in ("１２", "1,873"):
        reports(reader, hall, right)

    assert [one.own for one in stored(TurnoutFigure)] == [12, 1873]


def opened(who: Hands, voters: int = 40) -> Station:
    """The hall of an election whose poll is open."""
    election = ready(who=who, voters=voters)
    with transaction():
        open_poll(election=election, actor=who.first)
    return election.stations[0]


def reports(reader: Reader, station: Station, own: str) -> None:
    """One figure of a station."""
    reader.open(f"/stations/{station.id}/figure")
    reader.type({"本人领票": own, "委托领票": "0"})
    reader.press("上报")
