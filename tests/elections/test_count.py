"""Two persons read each sheet blind; nothing counts twice, nobody counts his own votes (A10, C1, C8, N1, N8)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from werkzeug.test import TestResponse

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press, twin_of
from tests.builders.elections import Hands, counted, counting, decided, hands, posted, ready, typed
from villagegov.accounts.models import Account
from villagegov.elections import queries
from villagegov.elections.models import CountEntry, CountSheet, Election, Outcome, Poll, RollEntry
from villagegov.elections.operations import polling
from villagegov.extensions import db
from villagegov.notices.models import Notice, NoticeVersion
from villagegov.transaction import broken_constraint, transaction

OWN = "候选人不能录入、核对、判定或张贴自己参选的选举"


def at_once(*presses: Callable[[], TestResponse]) -> list[TestResponse]:
    """Press all buttons at the same moment."""
    with ThreadPoolExecutor(len(presses)) as pool:
        answers = [waiting.result() for waiting in [pool.submit(one) for one in presses]]
    db.session.rollback()
    return answers


def made_candidate(election: Election, clerk: Account) -> None:
    """The clerk turns out to be the first candidate: the same ID number, the same person."""
    entry = db.session.get_one(RollEntry, election.candidates[0].roll_entry_id)
    clerk.person_key = entry.person_key
    db.session.commit()


def test_a_third_reader_is_sent_away_and_an_agreed_sheet_is_closed(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    third = client_of(app, account(division=who.unit, name="赵敏"))
    address = f"/sheets/{sheet.id}/entry"
    press(client_of(app, who.first), address, **typed(sheet))
    press(client_of(app, who.second), address, **typed(sheet, printed="31", destroyed="1"))

    refused = press(third, address, **typed(sheet))
    press(client_of(app, who.second), address, **typed(sheet))
    closed = press(client_of(app, who.first), address, **typed(sheet, printed="31", destroyed="1"))

    so_far = third.get(f"/elections/{sheet.poll.election_id}/verdict").get_data(as_text=True)

    assert (refused.status_code, closed.status_code) == (422, 422)
    assert "下面只是 1 张（共 2 张）两人录入一致的计票单的合计，不是结果" in so_far
    assert "去判定" not in so_far
    assert "已有两人录入过这张计票单" in refused.get_data(as_text=True)
    assert "两人录入已经一致，不能再改" in closed.get_data(as_text=True)
    assert [one.reader_name for one in db.session.query(CountEntry).order_by(CountEntry.reading)] == ["李强", "王芳"]


@pytest.mark.parametrize("act", ["open", "figure", "close", "enter", "decide", "post", "correct"])
def test_a_candidate_takes_no_part_in_recording_his_own_election_a10(app: Flask, act: str) -> None:
    who = hands()
    build = {"open": ready, "decide": counted, "post": decided, "correct": posted}
    made = build.get(act, counting if act == "enter" else _begun)(who=who)
    made = made[0] if isinstance(made, tuple) else made
    election = made if isinstance(made, Election) else made.election
    poll = queries.newest_poll(election)
    made_candidate(election, who.first)
    address = {
        "open": f"/elections/{election.id}/day",
        "figure": f"/stations/{election.stations[0].id}/figure",
        "close": f"/polls/{poll.id if poll else 0}/close",
        "enter": f"/sheets/{poll.sheets[0].id if poll and poll.sheets else 0}/entry",
        "decide": f"/elections/{election.id}/verdict/decide",
        "post": f"/elections/{election.id}/result",
        "correct": f"/elections/{election.id}/result/correct",
    }[act]
    fields = typed(poll.sheets[0]) if act == "enter" and poll else {"own": "1", "proxy": "0", "contact": "办公室"}

    answer = press(client_of(app, who.first), address, **fields, remark="说明", reason="理由")

    assert answer.status_code == 422
    assert OWN in answer.get_data(as_text=True)


def _begun(*, who: Hands) -> Poll:
    election = ready(who=who)
    with transaction():
        return polling.open_poll(election=election, actor=who.second)


def test_figures_that_contradict_each_other_go_back_to_their_readers_e71(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    first, second = client_of(app, who.first), client_of(app, who.second)
    centre, mobile = poll.sheets
    for sheet, read in ((centre, typed(centre, printed="40", own="40", collected="30")), (mobile, typed(mobile))):
        for client in (first, second):
            press(client, f"/sheets/{sheet.id}/entry", **read)

    refused = press(first, f"/elections/{poll.election_id}/verdict/decide")
    shown = first.get(f"/sheets/{centre.id}").get_data(as_text=True)
    mended = [press(client, f"/sheets/{centre.id}/entry", **typed(centre)) for client in (first, second)]

    assert refused.status_code == 422
    assert "发出选票 45 张，多于登记参加选举的 40 人" in refused.get_data(as_text=True)
    assert "改我的录入" in shown
    assert [one.status_code for one in mended] == [303, 303]
    assert "改我的录入" not in first.get(f"/sheets/{centre.id}").get_data(as_text=True)
    assert press(first, f"/elections/{poll.election_id}/verdict/decide").status_code == 303


def test_five_presses_of_every_button_count_once_c1(app: Flask) -> None:
    who = hands()
    poll = counted(who=who)
    client, key = client_of(app, who.first), poll.election_id
    pages = {f"/elections/{key}/verdict/decide": {}, f"/elections/{key}/result": {"contact": "办公室"}}

    for address, fields in pages.items():
        sent = {**form_on(client.get(address)), **fields}
        windows = [twin_of(client) for _window in range(5)]
        answers = at_once(*[lambda w=window, a=address, s=sent: w.post(a, data=s) for window in windows])  # type: ignore[misc] # defaults fix them

        assert len({(answer.status_code, answer.location) for answer in answers}) == 1
        assert answers[0].status_code == 303

    assert [db.session.query(model).count() for model in (Outcome, Notice, NoticeVersion)] == [1, 1, 1]


@pytest.mark.parametrize("act", ["open", "close", "enter", "decide", "post"])
def test_two_clerks_pressing_at_once_end_in_one_state(app: Flask, act: str) -> None:
    who = hands()
    build = {"open": ready, "close": _begun, "enter": counting, "decide": counted, "post": decided}
    made = build[act](who=who)
    election = made if isinstance(made, Election) else made.election
    poll = queries.newest_poll(election)
    address = {
        "open": f"/elections/{election.id}/day",
        "close": f"/polls/{poll.id if poll else 0}/close",
        "enter": f"/sheets/{poll.sheets[0].id if poll and poll.sheets else 0}/entry",
        "decide": f"/elections/{election.id}/verdict/decide",
        "post": f"/elections/{election.id}/result",
    }[act]
    fields = typed(poll.sheets[0]) if act == "enter" and poll else {"contact": "办公室"}
    clients = client_of(app, who.first), client_of(app, who.second)
    forms = [{**form_on(client.get(address)), **fields} for client in clients]

    answers = at_once(lambda: clients[0].post(address, data=forms[0]), lambda: clients[1].post(address, data=forms[1]))

    both = {"open", "enter"}
    assert sorted(one.status_code for one in answers)[0] == 303
    assert all(one.status_code in ({303} if act in both else {303, 409, 422}) for one in answers)
    assert sum(one.status_code == 303 for one in answers) == (2 if act in both else 1)
    rows = [db.session.query(model).count() for model in (Poll, CountSheet, CountEntry, Outcome, Notice)]
    expected = {"open": [1, 0, 0, 0, 0], "close": [1, 2, 0, 0, 0], "enter": [1, 2, 2, 0, 0]}
    assert rows == {**expected, "decide": [1, 2, 4, 1, 0], "post": [1, 2, 4, 1, 1]}[act]
    if act == "enter":
        assert db.session.query(CountSheet).filter(CountSheet.agreed_at.is_not(None)).count() == 1


def test_the_database_itself_refuses_a_second_outcome_of_a_poll_c8(app: Flask) -> None:
    decided(who=hands())
    columns = "poll_id, registered, issued, collected, gate, count, decision, remarks, decided_at, decided_by_id"

    with pytest.raises(IntegrityError) as refused:
        db.session.execute(text(f"INSERT INTO outcomes ({columns}) SELECT {columns} FROM outcomes"))  # noqa: S608 # our own words

    assert broken_constraint(refused.value) == "uq_outcomes_poll_id"


@pytest.mark.parametrize(
    "change", ["issued = registered + 1", "collected = issued + 1", "collected = -1", "gate = 'MAYBE'"]
)
def test_the_database_itself_refuses_an_impossible_outcome(app: Flask, change: str) -> None:
    decided(who=hands())

    with pytest.raises(IntegrityError):
        db.session.execute(text(f"UPDATE outcomes SET {change}"))  # noqa: S608 # our own words


def pages_of(client: FlaskClient, sheet: CountSheet) -> str:
    """All that a reader can open about a sheet."""
    key = sheet.poll.election_id
    addresses = (f"/sheets/{sheet.id}", f"/sheets/{sheet.id}/entry", f"/elections/{key}/sheets", f"/elections/{key}")
    return "".join(client.get(address).get_data(as_text=True) for address in addresses)


def test_the_second_reader_finds_the_firsts_numbers_nowhere(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    press(client_of(app, who.first), f"/sheets/{sheet.id}/entry", **typed(sheet, printed="7531", destroyed="7501"))

    seen = pages_of(client_of(app, who.second), sheet)

    assert "7531" not in seen.replace(",", "")
    assert "7501" not in seen.replace(",", "")
