"""The pages: a unit taken over from paper by two persons, representatives from a file, an office ended."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from tests.builders.accounts import account, client_of
from tests.builders.bodies import DOCUMENT, sitting
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree
from tests.builders.rolls import id_number, line, text_of, xlsx
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies import queries
from villagegov.bodies.rules.representatives import TITLES
from villagegov.bodies.vocabulary import Body, Office
from villagegov.divisions.models import Division


def photo() -> tuple[io.BytesIO, str]:
    """A small photograph of a paper."""
    target = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(target, "JPEG")
    return io.BytesIO(target.getvalue()), "任命文件.jpg"


def enter(client: FlaskClient, unit: Division, office: str, order: int, **more: object) -> str:
    """Type one office in; the page that answers, or what it says."""
    typed = {"id_number": id_number(order), "name": f"村民{order}", "document": DOCUMENT, "basis": "taken_over"}
    typed |= {"paper": "0", "from_on": "2021-03-01", "until_on": "2026-02-28", "photo": photo()}
    answer = press(client, f"/units/{unit.id}/terms/new?office={office}", **{**typed, **more})
    return "" if answer.status_code == 303 else text_of(answer)


@pytest.fixture
def unit(app: Flask) -> Division:
    """A village nobody has taken over yet."""
    return division_tree().village


def test_a_unit_is_taken_over_from_paper_in_one_sitting(app: Flask, unit: Division) -> None:
    first = client_of(app, account(division=unit, name="李强"))
    second = client_of(app, account(division=unit, name="王芳"))

    press(first, f"/units/{unit.id}/groups/new", name="一组", adults="300", households="100")
    press(
        first,
        f"/units/{unit.id}/standing",
        adults="1200",
        households="400",
        office_phone="020-8000 0000",
        office_place="文化楼",
    )
    offices = ["chair", "member", "member", "supervision_head", "supervision_member", "supervision_member"]
    for order, office in enumerate(offices, start=11):
        assert enter(first, unit, office, order) == ""
    for order, office in ((21, "bookkeeper"), (22, "cashier")):
        assert enter(first, unit, office, order, until_on="") == ""
    own = press(first, f"/units/{unit.id}/confirm")
    early = press(first, f"/units/{unit.id}/set-up/close")
    waiting = queries.pending_in(unit)
    confirmed = second.post(
        f"/units/{unit.id}/confirm",
        data={**form_on(second.get(f"/units/{unit.id}/confirm")), "chosen": [one.id for one in waiting]},
    )
    closed = press(second, f"/units/{unit.id}/set-up/close")

    assert "不能是同一人" in text_of(own) or "至少勾选" in text_of(own)
    assert "第二人确认" in text_of(early)
    assert confirmed.status_code == closed.status_code == 303
    assert len(queries.terms_of(unit, clock.today())) == 8
    page = text_of(second.get(f"/units/{unit.id}/set-up"))
    assert "接手已于" in page
    assert id_number(11) not in text_of(second.get(f"/units/{unit.id}/bodies"))


def test_the_first_person_cannot_confirm(app: Flask, unit: Division) -> None:
    first = client_of(app, account(division=unit))
    enter(first, unit, "chair", 11)
    waiting = queries.pending_in(unit)

    page = form_on(first.get(f"/units/{unit.id}/confirm"))
    answer = first.post(f"/units/{unit.id}/confirm", data={**page, "chosen": [one.id for one in waiting]})

    assert answer.status_code == 422
    assert "录入人与确认人不能是同一人" in text_of(answer)
    assert queries.terms_of(unit, clock.today()) == []


def test_an_office_from_paper_needs_its_photograph(app: Flask, unit: Division) -> None:
    client = client_of(app, account(division=unit))

    said = enter(client, unit, "chair", 11, photo=(io.BytesIO(b""), ""))

    assert "请上传依据文件的照片" in said
    assert id_number(11) in said  # typed a moment ago, it stays in the form
    assert queries.pending_in(unit) == []


def test_near_kin_of_the_chair_cannot_supervise_and_the_article_is_shown(app: Flask) -> None:
    who = sitting()
    client, chair = client_of(app, who.clerk), who.person(Office.CHAIR)
    kin = press(
        client,
        f"/units/{who.unit.id}/people/{chair.id}/kin",
        id_number=id_number(11),
        name="村民11",
        relation="sibling",
    )

    said = enter(client, who.unit, "supervision_member", 11)

    assert kin.status_code == 303
    assert "近亲属回避" in said
    assert "第37条" in said
    assert "兄弟姐妹" in said


def test_representatives_come_from_a_file_and_wait_for_the_second_person(app: Flask) -> None:
    who = sitting()
    client = client_of(app, who.clerk)
    rows = [("一组", line(order)[1], id_number(order), "10") for order in range(11, 31)]

    sent = press(
        client,
        f"/units/{who.unit.id}/representatives/import",
        file=(io.BytesIO(xlsx(rows, TITLES)), "代表.xlsx"),
    )
    preview = client.get(sent.location)
    made = client.post(
        sent.location,
        data={**form_on(preview), "document": DOCUMENT, "from_on": "2021-03-01", "photo": photo()},
        content_type="multipart/form-data",
    )

    assert id_number(11) not in text_of(preview)
    assert made.status_code == 303, text_of(made)
    assert len(queries.pending_in(who.unit)) == 20


def test_a_faulty_line_keeps_the_whole_list_out(app: Flask) -> None:
    who = sitting()
    client = client_of(app, who.clerk)
    rows = [("一组", "村民甲", id_number(11), "10"), ("九组", "村民乙", id_number(11), "0")]

    sent = press(
        client,
        f"/units/{who.unit.id}/representatives/import",
        file=(io.BytesIO(xlsx(rows, TITLES)), "代表.xlsx"),
    )
    page = text_of(client.get(sent.location))

    assert "没有“九组”这个小组" in page
    assert "与第 2 行是同一个人" in page
    assert "户数要填大于 0 的整数" in page
    assert "确认导入" not in page


def test_an_ended_office_takes_its_role_with_it(app: Flask) -> None:
    who = sitting()
    client, chair = client_of(app, who.clerk), client_of(app, who.chair)

    ended = press(
        client,
        f"/terms/{who.term(Office.CHAIR).id}/end",
        on=clock.today().isoformat(),
        reason="died",
        note="因病去世",
    )

    assert ended.status_code == 303
    assert chair.get(f"/units/{who.unit.id}/bodies").status_code in {302, 404}
    assert queries.holder(who.unit, Office.CHAIR, clock.today()) is None


def test_those_who_are_supervised_cannot_end_a_supervisor(app: Flask) -> None:
    who = sitting()
    term, typed = who.term(Office.SUPERVISION_HEAD), {"reason": "recalled", "note": "村民代表会议决定"}
    typed["on"] = clock.today().isoformat()
    official = account(role=Role.OFFICIAL, division=who.unit.parent)

    own = press(client_of(app, who.clerk), f"/terms/{term.id}/end", **typed)
    above = press(client_of(app, official), f"/terms/{term.id}/end", **typed)

    assert "乡镇（街道）办理" in text_of(own)
    assert above.status_code == 303


def test_the_public_board_says_who_is_in_charge(app: Flask) -> None:
    who = sitting()

    page = text_of(app.test_client().get(f"/c/{who.unit.code}"))

    assert "罗永光" in page
    assert "020-8000 0000" in page
    assert queries.terms_of(who.unit, clock.today(), body=Body.STAFF)[0].person.name not in page


def test_whoever_works_for_one_unit_reads_its_bodies_without_a_list_of_one(app: Flask, unit: Division) -> None:
    clerk = client_of(app, account(division=unit))
    official = client_of(app, account(role=Role.OFFICIAL, division=unit.parent))

    own, listed = (client.get("/bodies").get_data(as_text=True) for client in (clerk, official))

    assert f"/units/{unit.id}/terms/new" in own
    assert "全部村（社区）" not in own
    assert f'href="/units/{unit.id}/bodies"' in listed
    assert "全部村（社区）" in official.get(f"/units/{unit.id}/bodies").get_data(as_text=True)
