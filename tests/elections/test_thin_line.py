"""One election, from a frozen roll to a posted result, pressed through its pages by two clerks."""

from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.browser import press
from tests.builders.elections import counting, decided, figures, hands, posted, ready
from villagegov.elections import queries
from villagegov.elections.models import Outcome
from villagegov.extensions import db


def test_two_clerks_record_an_election_and_everybody_reads_the_result(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    code, key = who.unit.code, election.id

    assert press(first, f"/elections/{key}/day").status_code == 303
    for station in election.stations:
        assert press(first, f"/stations/{station.id}/figure", own="5", proxy="0").status_code == 303
    poll = queries.newest_poll(election)
    assert poll is not None
    assert press(first, f"/polls/{poll.id}/close").status_code == 303
    for sheet, issued in zip(poll.sheets, (30, 5), strict=True):
        typed = {name: str(value) for name, value in figures(sheet=sheet, issued=issued, collected=issued).items()}
        for client in (first, second):
            assert press(client, f"/sheets/{sheet.id}/entry", **typed).status_code == 303
    assert press(first, f"/elections/{key}/verdict/decide").status_code == 303
    assert press(first, f"/elections/{key}/result", contact="村民选举委员会，020-8000 0000").status_code == 303
    page = app.test_client().get(f"/c/{code}/elections/1")

    text = page.get_data(as_text=True)
    assert page.status_code == 200
    assert "选举结果公告" in text
    assert "87.5%（35 ÷ 40）" in text
    assert "未达到，差 3 人" in text
    assert "第18条" in text
    assert db.session.query(Outcome).one().collected == 35


def test_a_second_reader_must_be_another_person(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    who.second.person_key = who.first.person_key
    db.session.commit()
    sheet = poll.sheets[0]
    typed = {name: str(value) for name, value in figures(sheet=sheet).items()}
    press(client_of(app, who.first), f"/sheets/{sheet.id}/entry", **typed)

    answer = press(client_of(app, who.second), f"/sheets/{sheet.id}/entry", **typed)

    assert answer.status_code == 422
    assert "录入人与复核人不能是同一人" in answer.get_data(as_text=True)


def test_differing_readings_go_back_to_both_without_showing_the_other_number(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    typed = {name: str(value) for name, value in figures(sheet=sheet).items()}
    first, second = client_of(app, who.first), client_of(app, who.second)
    press(first, f"/sheets/{sheet.id}/entry", **typed)

    press(second, f"/sheets/{sheet.id}/entry", **{**typed, "printed": "31", "destroyed": "1"})
    shown = first.get(f"/sheets/{sheet.id}").get_data(as_text=True)

    assert "印制选票（张）：您录的是 30" in shown
    assert "31" not in shown
    assert press(second, f"/sheets/{sheet.id}/entry", **typed).status_code == 303
    assert "录入一致，已定" in first.get(f"/sheets/{sheet.id}").get_data(as_text=True)


def test_a_sheet_that_does_not_add_up_names_every_difference_and_keeps_what_was_typed(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    typed = {name: str(value) for name, value in figures(sheet=sheet).items()}

    answer = press(
        client_of(app, who.first),
        f"/sheets/{sheet.id}/entry",
        **{**typed, "printed": "1,031", "chair_valid": "２９"},
    )

    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "相差 1001 张" in text
    assert "主任：有效、无效、弃权合计 29 张，收回 30 张，相差 1 张" in text
    assert 'value="1,031"' in text
    assert 'value="２９"' in text
    assert sheet.entries == []


def test_a_result_is_decided_once(app: Flask) -> None:
    who = hands()
    poll = decided(who=who)

    answer = press(client_of(app, who.first), f"/elections/{poll.election_id}/verdict/decide")

    assert answer.status_code == 422
    assert "结果已经判定" in answer.get_data(as_text=True)
    assert db.session.query(Outcome).count() == 1


def test_a_correction_is_a_new_version_and_both_stay_visible(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)
    code = who.unit.code

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/result/correct",
        remark="流动票箱路线写错，现更正。",
        reason="说明遗漏",
    )

    assert answer.status_code == 303
    newest = app.test_client().get(f"/c/{code}/elections/1").get_data(as_text=True)
    older = app.test_client().get(f"/c/{code}/elections/1/polls/1/versions/1").get_data(as_text=True)
    assert "说明遗漏" in newest
    assert "流动票箱路线写错" not in older.split("各版本")[0]
    assert "已被更正" in older


def test_a_mobile_number_never_reaches_the_board(app: Flask) -> None:
    who = hands()
    poll = decided(who=who)

    answer = press(client_of(app, who.first), f"/elections/{poll.election_id}/result", contact="找李主任，13800138000")

    assert answer.status_code == 422
    assert "疑似手机号" in answer.get_data(as_text=True)


def test_the_notice_is_printed_as_a_pdf(app: Flask) -> None:
    who = hands()
    posted(who=who)

    answer = app.test_client().get(f"/c/{who.unit.code}/elections/1/polls/1/versions/1/notice.pdf")

    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
