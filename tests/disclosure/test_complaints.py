"""D-12, P-13: a late question and an untrue account go to the township, which checks, orders and closes."""

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree
from tests.builders.questions import ASKER, PHONE, asked, complained
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.disclosure.models import Complaint
from villagegov.disclosure.queries import complaints as queries
from villagegov.disclosure.vocabulary.complaints import ComplaintState
from villagegov.extensions import db

RECEIPT = "AAAA BBBB CCCC"
UNTRUE = "九月的账比票据多了两百元。"


def read(client: FlaskClient, address: str) -> str:
    """The words of a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def push(client: FlaskClient, page: str, action: str) -> int:
    """Press one of the buttons of a page."""
    return client.post(action, data=form_on(client.get(page), action=action)).status_code


@ON_SQLITE
def test_a_late_question_goes_to_the_township_which_orders_an_answer(app: Flask) -> None:
    tree = division_tree()
    asked(unit=tree.village, days_ago=10)
    asked(unit=tree.village, days_ago=11, receipt=RECEIPT)
    resident, today = app.test_client(), clock.today()
    clerk = client_of(app, account(role=Role.CLERK, division=tree.village, name="李秀兰"))
    township = client_of(app, account(role=Role.OFFICIAL, division=tree.township, name="赵敏"))

    desk = read(township, "/desk")
    press(resident, "/answers", code=RECEIPT)
    assert "向乡镇（街道）反映" in read(resident, "/answers/mine")
    press(resident, "/answers/complain", text="问了两次都不说。")
    again = press(resident, "/answers/complain", text="再说一次")
    here = f"/complaints/{db.session.query(Complaint).one().id}"
    seen, inside = read(clerk, here), read(township, here)

    assert "答复第 2 号询问" in desk
    assert "已经向乡镇（街道）反映过了" in again.get_data(as_text=True)
    assert all(words not in seen for words in (ASKER, PHONE, "问了两次都不说"))
    assert (ASKER in inside, "问了两次都不说" in inside, PHONE in inside) == (True, True, False)

    early = press(township, f"{here}/decide", finding="ordered", words="属实", order_due_on=today.isoformat())
    assert push(township, here, f"{here}/take-up") == 303
    dayless = press(township, f"{here}/decide", finding="ordered", words="属实，请答复。")
    press(township, f"{here}/decide", finding="ordered", words="属实，请答复。", order_due_on=today.isoformat())
    due = read(clerk, "/desk")
    press(clerk, f"{here}/report", words="今天已经答复。")

    assert "请先办这一步" in early.get_data(as_text=True)
    assert "请填写哪天以前完成" in dayless.get_data(as_text=True)
    assert "按责令公布（答复），报告落实情况" in due
    assert "核对落实情况，办结" in read(township, "/desk")
    assert push(township, here, f"{here}/close") == 303
    mine = read(resident, "/answers/mine")
    assert all(words in mine for words in ("属实，请答复", "今天已经答复", "已办结"))


@ON_SQLITE
def test_untrue_accounts_are_told_to_the_township_without_a_question_before(app: Flask) -> None:
    tree, resident = division_tree(), app.test_client()
    who = {"name": ASKER, "phone": PHONE}

    none = press(resident, f"/c/{tree.village.code}/complain", text=UNTRUE, **who)
    sent = press(resident, f"/c/{tree.village.code}/complain?item=CW-20", ground="untrue", text=UNTRUE, **who)
    receipt = read(resident, sent.location)

    assert "请选择反映什么" in none.get_data(as_text=True)
    assert "反映已提交" in receipt
    one = db.session.query(Complaint).one()
    assert (one.item, one.lodged_on) == ("CW-20", clock.today())


def test_the_open_complaints_of_an_area_are_due_at_the_township_and_its_orders_at_the_village(app: Flask) -> None:
    tree = division_tree()
    official = account(role=Role.OFFICIAL, division=tree.township, name="赵敏")
    first, second = complained(unit=tree.village), complained(unit=tree.village)
    complained(unit=tree.far)
    second.taken_on, second.taken_by_name = clock.today(), official.name
    db.session.commit()

    dues = queries.due_of_township([tree.township], clock.today())

    assert [one.values["complaint_id"] for one in dues] == [first.id, second.id]
    assert {one.by - clock.today() for one in dues} == {timedelta(days=20)}
    assert queries.due_of_unit([tree.village], clock.today()) == []
    assert [queries.state_on(one) for one in (first, second)] == [ComplaintState.COMPLAINT, ComplaintState.CHECKING]
