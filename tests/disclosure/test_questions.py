"""D-10, P-11, P-13: a question asked without an account, answered, fetched by its code; the asker stays hidden."""

import io
import re
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.disclosure import hands, posted_month
from tests.builders.divisions import division_tree
from tests.builders.questions import ASKER, PHONE, TEXT, answered, asked
from tests.engines import ON_SQLITE
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import AuditEntry
from villagegov.disclosure.models import Question
from villagegov.disclosure.queries import questions as queries
from villagegov.disclosure.queries.answer_figures import Figures, figures_below, figures_of
from villagegov.disclosure.vocabulary.questions import Narrowed, QuestionTag
from villagegov.extensions import db

CODE = re.compile(r"<code>([A-Z2-7]{4} [A-Z2-7]{4} [A-Z2-7]{4})</code>")
WHO = {"name": ASKER, "phone": PHONE}


def read(client: FlaskClient, address: str) -> str:
    """The words of a page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def code_on(page: str) -> str:
    """The code of a receipt."""
    found = CODE.search(page)
    assert found is not None
    return found[1]


@ON_SQLITE
def test_a_resident_asks_about_the_accounts_and_fetches_the_answer_with_the_code(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    village, nobody, other = who.unit, app.test_client(), app.test_client()
    posted_month(who=who)
    posting, here = f"/c/{village.code}/postings/1", f"/c/{village.code}/questions"
    clerk, supervisor = client_of(app, who.clerk), client_of(app, who.supervisors[0])

    assert f"/c/{village.code}/ask?posting=1" in read(nobody, posting)
    numbered = press(nobody, f"/c/{village.code}/ask?posting=1", text=f"打 {PHONE} 问过", **WHO)
    assert (numbered.status_code, "疑似手机号" in numbered.get_data(as_text=True)) == (422, True)
    assert "请填写姓名" in press(nobody, f"/c/{village.code}/ask", text=TEXT, name="", phone="").get_data(as_text=True)
    typed = {**form_on(nobody.get(f"/c/{village.code}/ask?posting=1")), "text": TEXT, **WHO}
    twice = [nobody.post(f"/c/{village.code}/ask?posting=1", data=typed) for _press in range(2)]
    code = code_on(read(nobody, twice[1].location))
    question = db.session.query(Question).one()

    assert [one.status_code for one in twice] == [303, 303]
    assert other.get(twice[0].location).status_code == 302
    assert TEXT not in read(other, here)
    seen = read(clerk, f"/questions/{question.id}")
    assert (TEXT in seen, ASKER in seen, PHONE in seen, "不记名" in seen) == (True, False, False, True)
    assert "答复第 1 号询问" in read(clerk, "/desk")
    assert clerk.post(f"/questions/{question.id}/phone").status_code in {400, 403}

    press(clerk, f"/questions/{question.id}/answer", answer="九月添了两台电脑。")
    public = read(other, f"{here}?posting=1")
    wrong = press(other, "/answers", code="AAAA BBBB CCCC")
    press(other, "/answers", code=code.lower().replace(" ", "-"))
    mine = read(other, "/answers/mine")
    press(other, "/answers/mine", satisfied="no")

    assert all(words in public for words in (TEXT, "九月添了两台电脑"))
    assert (ASKER in public, PHONE in public) == (False, False)
    assert (wrong.status_code, "没有这个查询码" in wrong.get_data(as_text=True)) == (422, True)
    assert "九月添了两台电脑" in mine
    assert "提问人不满意" in read(nobody, here)
    press_close = form_on(other.get("/answers/mine"), action="/answers/close")
    other.post("/answers/close", data=press_close)
    assert other.get("/answers/mine").status_code == 302

    page = supervisor.get(f"/questions/{question.id}")
    assert (ASKER in page.get_data(as_text=True), PHONE in page.get_data(as_text=True)) == (True, False)
    shown = supervisor.post(
        f"/questions/{question.id}/phone", data=form_on(page, action=f"/questions/{question.id}/phone")
    )
    assert PHONE in shown.get_data(as_text=True)
    assert db.session.query(AuditEntry).filter_by(tag=QuestionTag.PHONE_SEEN.value).count() == 1


@ON_SQLITE
def test_a_late_question_is_shown_and_one_held_back_is_shown_to_its_asker_alone(app: Flask) -> None:
    village = division_tree().village
    receipt = "AAAA BBBB CCCC"
    late = asked(unit=village, days_ago=13, receipt=receipt)
    asked(unit=village, text="村口的灯谁修？", days_ago=10)
    supervisor = client_of(app, account(role=Role.SUPERVISOR, division=village, name="王芳"))
    nobody, here = app.test_client(), f"/c/{village.code}/questions"

    before = read(nobody, here)
    press(supervisor, f"/questions/{late.id}/hold", ground="names_person", reason="写到了邻居家的病")
    after = read(nobody, here)
    press(nobody, "/answers", code=receipt)

    assert ("未答复，已超过 3 天" in before, "村口的灯" in before) == (True, False)
    assert TEXT not in after
    assert "写到了邻居家的病" in read(nobody, "/answers/mine")
    assert "已超过 3 天" in read(supervisor, f"/questions?only={Narrowed.LATE.value}")


@ON_SQLITE
def test_one_address_asks_five_times_an_hour_and_guesses_fifty_codes(app: Flask) -> None:
    village, nobody = division_tree().village, app.test_client()
    for _time in range(5):
        press(nobody, f"/c/{village.code}/ask", text=TEXT, **WHO)

    sixth = press(nobody, f"/c/{village.code}/ask", text=TEXT, **WHO)
    guesses = [press(nobody, "/answers", code=f"AAAA BBBB CC{at:02}") for at in range(22, 73)]

    assert "一小时内已经提交了 5 件" in sixth.get_data(as_text=True)
    assert TEXT in sixth.get_data(as_text=True)
    assert "15 分钟后再试" in guesses[50].get_data(as_text=True)
    assert "没有这个查询码" in guesses[49].get_data(as_text=True)
    assert db.session.query(Question).count() == 5


@ON_SQLITE
def test_a_resident_who_signed_in_gives_no_name_and_no_phone(app: Flask) -> None:
    village = division_tree().village
    person = account(role=Role.RESIDENT, division=village, name=ASKER)
    resident = client_of(app, person)

    press(resident, f"/c/{village.code}/ask", text=TEXT)

    question = db.session.query(Question).one()
    assert (question.account_id, question.sealed_phone) == (person.id, None)
    entry = db.session.query(AuditEntry).filter_by(tag=QuestionTag.ASKED.value).one()
    assert (entry.actor_id, entry.actor_name) == (None, "resident")


def test_lists_know_which_questions_wait_are_late_answered_or_held(app: Flask) -> None:
    tree = division_tree()
    clerk = account(role=Role.CLERK, division=tree.village, name="李秀兰")
    late, waiting = asked(unit=tree.village, days_ago=11), asked(unit=tree.village, days_ago=10)
    done = asked(unit=tree.village, days_ago=3)
    answered(question=done, by=clerk)
    asked(unit=tree.far)
    today = clock.today()

    found = {
        only: [one.number for one in db.session.scalars(queries.questions_in([tree.township], today, only))]
        for only in (None, *Narrowed)
    }

    assert found == {
        None: [late.number, waiting.number, done.number],
        Narrowed.WAITING: [late.number, waiting.number],
        Narrowed.LATE: [late.number],
        Narrowed.ANSWERED: [done.number],
        Narrowed.UNSATISFIED: [],
        Narrowed.HELD: [],
    }
    public = [one.number for one in db.session.scalars(queries.public_questions(tree.village, today))]
    assert public == [done.number, late.number]
    dues = queries.due_items([tree.village], today)
    assert [one.by - today for one in dues] == [timedelta(days=-1), timedelta()]


def test_figures_of_answers_have_their_denominators_for_a_unit_and_for_each_place_below_an_area(app: Flask) -> None:
    tree, today = division_tree(), clock.today()
    clerk = account(role=Role.CLERK, division=tree.village, name="李秀兰")
    for days_ago in (10, 11, 3):
        answered(question=asked(unit=tree.village, days_ago=days_ago), by=clerk)
    asked(unit=tree.village, days_ago=10)
    asked(unit=tree.village, days_ago=11)
    asked(unit=tree.far)
    expected = Figures(asked=5, in_time=2, answered_late=1, waiting=1, overdue=1)

    assert figures_of(tree.village, today) == expected
    assert expected.decided == 4
    below = figures_below([tree.township, tree.village, tree.other_township], today)
    assert below[tree.township.id] == below[tree.village.id] == expected


@ON_SQLITE
def test_the_desk_writes_down_a_visit_prints_its_receipt_and_the_register_names_nobody(app: Flask) -> None:
    village = division_tree().village
    clerk = client_of(app, account(role=Role.CLERK, division=village, name="李秀兰"))
    here, tomorrow = f"/units/{village.id}/questions/new", (clock.today() + timedelta(days=1)).isoformat()

    early = press(clerk, here, text=TEXT, name=ASKER, asked_on=tomorrow)
    made = press(clerk, here, text=TEXT, name=ASKER, phone="", way="call")
    slip = read(clerk, made.location)
    sheet = clerk.get("/questions/export?only=waiting").data
    figures = read(app.test_client(), f"/answers/of/{village.code[:9]}")

    assert "提出日期不能晚于今天" in early.get_data(as_text=True)
    assert (code_on(slip) != "", ASKER in slip) == (True, False)
    rows = [[one.value for one in row] for row in load_workbook(io.BytesIO(sheet)).active.iter_rows()]
    assert any(TEXT in row and "打电话" in row for row in rows)
    assert ASKER not in str(rows)
    assert all(words in figures for words in (village.name, "期限内等待答复"))
