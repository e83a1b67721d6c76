"""What is unusual in a count needs a word, and what two readers leave different a third person settles."""

import pytest
from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.elections import counting, figures, hands
from tests.elections.counted import poll, position
from villagegov.accounts.vocabulary import Role
from villagegov.audit.queries import history
from villagegov.elections.models import CountSheet, Poll
from villagegov.elections.operations import polling, sheets
from villagegov.elections.rules.checks import warnings_in
from villagegov.elections.rules.sheet import CountedStation, PostOnSheet
from villagegov.elections.vocabulary import Post, StationKind
from villagegov.elections.vocabulary.checks import CheckCode, CheckReason
from villagegov.refusal import Refusal
from villagegov.transaction import transaction

CHAIR = PostOnSheet(post=Post.CHAIR, seats=1, candidates=("1", "2"))


def codes(*, stations: tuple[CountedStation, ...] = (), **more: int) -> list[CheckCode]:
    ballots = {name: more.pop(name, 0) for name in ("blank", "invalid")}
    count = poll(position({"1": 400}, post=Post.CHAIR, **ballots), **more)
    return [one.code for one in warnings_in(count, stations, [CHAIR])]


@pytest.mark.parametrize(("blank", "found"), [(29, []), (30, []), (31, [CheckCode.BLANK])])
def test_more_than_three_blank_in_a_hundred_are_unusual(blank: int, found: list[CheckCode]) -> None:
    assert codes(blank=blank) == found


@pytest.mark.parametrize(("invalid", "found"), [(30, []), (31, [CheckCode.INVALID])])
def test_more_than_three_invalid_in_a_hundred_are_unusual(invalid: int, found: list[CheckCode]) -> None:
    assert codes(invalid=invalid) == found


@pytest.mark.parametrize(
    ("registered", "found"), [(1006, []), (1005, [CheckCode.TURNOUT]), (1000, [CheckCode.TURNOUT])]
)
def test_a_turnout_over_99_and_a_half_percent_is_unusual(registered: int, found: list[CheckCode]) -> None:
    assert codes(registered=registered) == found  # 1000 of 1006 is 99.4 %, of 1005 99.502 %


def station(name: str, first: int, second: int) -> CountedStation:
    return CountedStation(name, StationKind.STATION, None, {"votes_1": first, "votes_2": second})


@pytest.mark.parametrize(("second", "found"), [((40, 20), [CheckCode.ALIKE]), ((40, 21), []), ((0, 0), [])])
def test_two_stations_with_the_same_votes_are_unusual(second: tuple[int, int], found: list[CheckCode]) -> None:
    first = station("一站", *(second if second == (0, 0) else (40, 20)))

    assert codes(stations=(first, station("二站", *second))) == found


def test_an_unusual_count_is_decided_only_with_a_remark(app: Flask) -> None:
    who = hands()
    poll = counting(who=who, voters=35)
    for sheet, ballots in zip(poll.sheets, (30, 5), strict=True):
        for reader in (who.first, who.second):
            with transaction(sheet):
                read = figures(sheet=sheet, issued=ballots, collected=ballots)
                polling.enter_count(sheet=sheet, figures=read, actor=reader)
    clerk, page = client_of(app, who.first), f"/elections/{poll.election_id}/verdict/decide"

    silent = press(clerk, page)
    clerk.set_cookie("lang", "en")
    answer = press(clerk, page, remark_0="全村在家，已核对领票登记。")

    assert silent.status_code == 422
    assert "参选率超过 99.5%" in silent.get_data(as_text=True)
    assert "请说明第 1 处核对的情况" in silent.get_data(as_text=True)
    assert answer.status_code == 303
    verdict = clerk.get(f"/elections/{poll.election_id}/verdict").get_data(as_text=True)
    assert "全村在家，已核对领票登记。" in verdict
    assert "参选率超过 99.5%" in verdict, "the record stays in Chinese"


def differing(poll: Poll, who: object) -> CountSheet:
    sheet = poll.sheets[0]
    first, second = who.first, who.second  # type: ignore[attr-defined] # the hands of a test
    with transaction(sheet):
        polling.enter_count(sheet=sheet, figures=figures(sheet=sheet), actor=first)
    with transaction(sheet):
        changed = {"printed": 31, "destroyed": 1}
        polling.enter_count(sheet=sheet, figures=figures(sheet=sheet, **changed), actor=second)
    return sheet


def test_a_third_person_settles_what_two_readers_leave_different(app: Flask) -> None:
    who = hands()
    sheet = differing(counting(who=who), who)
    third = client_of(app, account(role=Role.CLERK, division=who.unit, name="赵明"))

    page = third.get(f"/sheets/{sheet.id}/settlement").get_data(as_text=True)
    answer = press(third, f"/sheets/{sheet.id}/settlement", printed="31", destroyed="1", reason="对照纸质计票单")

    assert "一人录 30，一人录 31。" in page
    assert answer.status_code == 303
    assert (sheet.agreed or {})["printed"] == 31
    assert "由 赵明 裁定" in client_of(app, who.first).get(f"/sheets/{sheet.id}").get_data(as_text=True)
    assert history(sheet)


def test_a_settlement_that_does_not_add_up_is_refused(app: Flask) -> None:
    who = hands()
    sheet = differing(counting(who=who), who)
    third = client_of(app, account(role=Role.CLERK, division=who.unit, name="赵明"))

    answer = press(third, f"/sheets/{sheet.id}/settlement", printed="31", destroyed="0", reason="对照纸质计票单")

    assert answer.status_code == 422
    assert "相差 1 张" in answer.get_data(as_text=True)
    assert sheet.agreed is None


def test_who_read_a_sheet_does_not_settle_it(app: Flask) -> None:
    who = hands()
    sheet = differing(counting(who=who), who)

    with pytest.raises(Refusal) as refused, transaction(sheet):
        sheets.settle_count(sheet=sheet, figures={"printed": 30, "destroyed": 0}, reason="核对", actor=who.first)

    assert refused.value.reason is CheckReason.READER


def test_where_both_read_the_same_there_is_nothing_to_settle(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    with pytest.raises(Refusal) as refused, transaction(poll.sheets[0]):
        sheets.settle_count(sheet=poll.sheets[0], figures={}, reason="核对", actor=account(role=Role.CLERK))

    assert refused.value.reason is CheckReason.NOT_DIFFERING
