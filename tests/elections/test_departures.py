"""Offices that end before their term, rest, or are filled by a stand-in (E-98, E-99, E-100, E-106, A9)."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.bodies import Sitting, sitting
from tests.builders.browser import press
from tests.builders.files import paper
from tests.builders.meetings import held
from villagegov import clock
from villagegov.accounts.queries import grants_on
from villagegov.bodies.models import Meeting
from villagegov.bodies.queries import pending_in
from villagegov.bodies.vocabulary import Basis, EndReason, MeetingKind, Office, Verdict
from villagegov.elections.models import Departure
from villagegov.elections.queries.departures import due_items
from villagegov.elections.rules.departures import (
    StandIn,
    bad_twice_in_a_row,
    must_act,
    outcome_of_vote,
    stand_ins_in_order,
)
from villagegov.elections.vocabulary.departures import DepartureOutcome
from villagegov.extensions import db


def typed(days: int = 0) -> dict[str, object]:
    """A paper of some days ago, with its picture."""
    day = (clock.today() - timedelta(days=days)).isoformat()
    return {"on": day, "document": "辞职书", "photo": (BytesIO(paper()), "辞职书.pdf")}


def assembly(who: Sitting, *, days: int, votes_for: int, present: int = 700) -> Meeting:
    """An assembly of 1,200, so many days ago."""
    on = clock.today() - timedelta(days=days)
    kind = MeetingKind.ASSEMBLY
    return held(unit=who.unit, kind=kind, on=on, entitled=1200, present=present, votes_for=votes_for, actor=who.clerk)


@pytest.mark.parametrize(
    ("votes_for", "present", "outcome", "ended"),
    [
        (351, 700, DepartureOutcome.PASSED, EndReason.RESIGNED),
        (350, 700, DepartureOutcome.NOT_PASSED, None),
        (600, 600, None, None),
    ],
)
def test_a_resignation_ends_the_office_only_when_a_meeting_has_passed_it_e98(
    app: Flask, votes_for: int, present: int, outcome: DepartureOutcome | None, ended: EndReason | None
) -> None:
    who = sitting()
    term, client = who.term(Office.CHAIR), client_of(app, who.clerk)
    early = assembly(who, days=30, votes_for=700).decisions[0].id
    press(client, f"/terms/{term.id}/resignation", **typed(20))
    case = db.session.query(Departure).one()
    waiting = [str(one.what) for one in due_items([who.unit], clock.today())]
    meeting = assembly(who, days=10, votes_for=votes_for, present=present)

    none = press(client, f"/departures/{case.id}/vote", decision="0")
    before = press(client, f"/departures/{case.id}/vote", decision=str(early))
    press(client, f"/departures/{case.id}/vote", decision=str(meeting.decisions[0].id))

    db.session.refresh(case)
    assert waiting == ["召开会议表决罗永光的辞职"]
    assert none.status_code == before.status_code == 422
    assert (case.outcome, case.term.end_reason) == (outcome, ended)
    assert bool(grants_on(who.chair, clock.today())) is (ended is None)
    void = press(client, f"/meetings/{meeting.id}/void", reason="登记有误")
    assert ("对辞职的表决" in void.get_data(as_text=True)) is (outcome is not None)


def test_the_end_of_an_office_is_due_to_be_posted_and_then_is_e99(app: Flask) -> None:
    who = sitting()
    term, client = who.term(Office.MEMBER), client_of(app, who.clerk)

    press(client, f"/terms/{term.id}/ceased", ground="sentenced", **typed(2))
    waiting = due_items([who.unit], clock.today())
    case = db.session.query(Departure).one()
    press(client, f"/departures/{case.id}/posting", on=clock.today().isoformat())

    assert (term.end_reason, term.ended_on) == (EndReason.CEASED, clock.today() - timedelta(days=2))
    assert [str(one.what) for one in waiting] == ["公布周美兰离任"]
    assert waiting[0].by == clock.today() + timedelta(days=3)
    assert due_items([who.unit], clock.today()) == []


def test_custody_suspends_and_does_not_end_a_deputy_acts_and_the_roles_are_gone_e100_e106(app: Flask) -> None:
    who = sitting()
    term, client = who.term(Office.CHAIR), client_of(app, who.clerk)
    vice, member = who.term(Office.VICE), who.term(Office.MEMBER)
    act = {"from_on": clock.today().isoformat(), "document": "代理通知", "photo": (BytesIO(paper()), "通知.pdf")}

    sits = client.get(f"/units/{who.unit.id}/acting-chair").get_data(as_text=True)
    press(client, f"/terms/{term.id}/suspension", **typed())
    out_of_order = press(client, f"/units/{who.unit.id}/acting-chair", term_id=str(member.id), **act)
    act["photo"] = (BytesIO(paper()), "通知.pdf")
    made = press(client, f"/units/{who.unit.id}/acting-chair", term_id=str(vice.id), **act)
    case = db.session.query(Departure).one()
    press(client, f"/departures/{case.id}/lift", on=clock.today().isoformat(), note="取保候审")

    assert "主任罗永光在任，不用代理" in sits
    assert "按顺序应由方志强代理" in out_of_order.get_data(as_text=True)
    assert (made.status_code, term.ended_on, grants_on(who.chair, clock.today())) == (303, None, [])
    assert [(one.person_id, one.basis) for one in pending_in(who.unit)] == [(vice.person_id, Basis.ACTING)]
    assert case.outcome is DepartureOutcome.LIFTED


def test_nobody_ends_a_members_office_by_hand_for_what_a_meeting_decides_e98(app: Flask) -> None:
    who = sitting()

    page = client_of(app, who.clerk).get(f"/terms/{who.term(Office.CHAIR).id}/end").get_data(as_text=True)

    assert 'value="resigned"' not in page
    assert "辞职、职务自行终止和罢免不在这里办理" in page


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Verdict.PASSED, DepartureOutcome.PASSED),
        (Verdict.NOT_PASSED, DepartureOutcome.NOT_PASSED),
        (Verdict.NOT_QUORATE, None),
        (Verdict.OPEN, None),
    ],
)
def test_only_a_valid_vote_settles_a_resignation_e98(verdict: Verdict, outcome: DepartureOutcome | None) -> None:
    assert outcome_of_vote(verdict) is outcome


def test_vice_chairs_act_before_members_and_more_votes_before_fewer_e106() -> None:
    found = [
        StandIn(1, Office.MEMBER, 900),
        StandIn(2, Office.VICE, 500),
        StandIn(3, Office.VICE, 600),
        StandIn(4, Office.CHAIR, 999),
    ]

    ordered = stand_ins_in_order(found)

    assert [one.term_id for one in ordered] == [3, 2, 1]
    assert [must_act(ordered, one) for one in (3, 2, 1)] == [True, False, False]


def test_where_no_votes_are_known_any_vice_chair_may_act_e106() -> None:
    ordered = stand_ins_in_order([StandIn(1, Office.VICE, None), StandIn(2, Office.VICE, None)])

    assert must_act(ordered, 2)


@pytest.mark.parametrize(
    ("second_on", "in_a_row"), [(date(2026, 3, 20), False), (date(2026, 6, 19), False), (date(2026, 6, 20), True)]
)
def test_two_bad_appraisals_within_six_months_are_not_two_in_a_row_x46(second_on: date, in_a_row: bool) -> None:
    assert bad_twice_in_a_row(first_on=date(2025, 12, 20), second_on=second_on) is in_a_row


def test_a_second_bad_appraisal_a_year_later_ends_the_office_x46() -> None:
    assert bad_twice_in_a_row(first_on=date(2025, 12, 20), second_on=date(2026, 12, 18))


def test_the_second_bad_appraisal_names_the_first(app: Flask) -> None:
    who = sitting()
    term, client = who.term(Office.MEMBER), client_of(app, who.clerk)
    page, near = f"/terms/{term.id}/ceased", (clock.today() - timedelta(days=90)).isoformat()

    silent = press(client, page, ground="twice_unfit", **typed())
    close = press(client, page, ground="twice_unfit", first_rated_on=near, **typed())

    assert "请填写第一次评议不称职的日期" in silent.get_data(as_text=True)
    assert "相隔不满 6 个月" in close.get_data(as_text=True)
    assert term.ended_on is None
