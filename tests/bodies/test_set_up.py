"""The list of steps by which a unit is taken over: what is whole, what holds the others up, what comes next."""

import pytest
from flask import Flask

from tests.bodies.test_pages import enter, photo
from tests.builders.accounts import account, client_of
from tests.builders.bodies import DOCUMENT
from tests.builders.browser import form_on, press
from tests.builders.divisions import division_tree
from tests.builders.rolls import id_number, text_of
from villagegov.bodies import queries
from villagegov.bodies.models import Standing
from villagegov.bodies.queries.offices import papers_of
from villagegov.bodies.rules.setup import Facts, begun_steps, done_steps, missing_to_close, next_step
from villagegov.bodies.vocabulary import Body, MeetingKind, Office, SetUp
from villagegov.divisions.models import Division
from villagegov.extensions import db

COMMITTEE = [Office.CHAIR, Office.MEMBER, Office.MEMBER]
SUPERVISION = [Office.SUPERVISION_HEAD, *[Office.SUPERVISION_MEMBER] * 2]
STAFF = [Office.BOOKKEEPER, Office.CASHIER]
ALL = [*COMMITTEE, *SUPERVISION, *STAFF]


def test_a_unit_is_taken_over_when_all_that_is_needed_is_confirmed() -> None:
    assert missing_to_close(Facts(offices=ALL, has_standing=True)) == []
    assert missing_to_close(Facts(offices=ALL, has_standing=True, waiting=1)) == [SetUp.CONFIRM]
    assert missing_to_close(Facts(offices=[*COMMITTEE, *SUPERVISION], has_standing=True)) == [SetUp.STAFF]
    assert missing_to_close(Facts(offices=ALL[1:], has_standing=True)) == [SetUp.COMMITTEE]
    assert missing_to_close(Facts(offices=[*COMMITTEE, *SUPERVISION[1:], *STAFF])) == [
        SetUp.STANDING,
        SetUp.SUPERVISION,
    ]


def test_empty_seats_and_a_cash_box_at_the_township_hold_nobody_up_x_45() -> None:
    facts = Facts(offices=[Office.VICE, *SUPERVISION, Office.BOOKKEEPER], has_standing=True, balance=True)

    assert missing_to_close(facts) == []
    assert next_step(facts) is SetUp.CLOSE
    assert begun_steps(facts) == {SetUp.COMMITTEE, SetUp.STAFF}


@pytest.mark.parametrize(
    ("facts", "following"),
    [
        (Facts(), SetUp.STANDING),
        (Facts(has_standing=True), SetUp.COMMITTEE),
        (Facts(has_standing=True, offices=[Office.CHAIR]), SetUp.COMMITTEE),
        (Facts(has_standing=True, offices=COMMITTEE, committee_min=5), SetUp.COMMITTEE),
        (Facts(has_standing=True, offices=COMMITTEE), SetUp.SUPERVISION),
        (Facts(has_standing=True, offices=[*COMMITTEE, *SUPERVISION]), SetUp.STAFF),
        (Facts(has_standing=True, offices=ALL), SetUp.BALANCE),
        (Facts(has_standing=True, offices=ALL, balance=True, balance_waits=True, waiting=8), SetUp.CONFIRM),
        (Facts(has_standing=True, offices=ALL, balance=True), SetUp.CLOSE),
        (Facts(taken_over=True), None),
    ],
)
def test_exactly_one_step_comes_next(facts: Facts, following: SetUp | None) -> None:
    assert next_step(facts) is following


def test_a_committee_is_whole_with_the_least_the_law_gives_it() -> None:
    assert SetUp.COMMITTEE in done_steps(Facts(offices=COMMITTEE))
    assert SetUp.COMMITTEE not in done_steps(Facts(offices=COMMITTEE[:2]))
    assert SetUp.COMMITTEE not in done_steps(Facts(offices=COMMITTEE, committee_min=5))


@pytest.fixture
def unit(app: Flask) -> Division:
    """A village nobody has taken over yet."""
    return division_tree().village


def test_each_step_says_what_is_there_and_what_is_missing(app: Flask, unit: Division) -> None:
    clerk = client_of(app, account(division=unit, name="李强"))
    enter(clerk, unit, "chair", 11)

    page = text_of(clerk.get(f"/units/{unit.id}/set-up"))
    body = text_of(clerk.get(f"/units/{unit.id}/terms/new?body=committee"))

    assert "已登记 1 人。成员 1 人，应当 3–7 人。女成员 0 人，至少 1 人" in page
    assert "1 人等第二人确认。录入人不能自己确认" in page
    assert "还缺：总人数、户数、办公电话和地点、村务监督委员会、文书、会计、出纳、第二人确认" in page
    assert "等第二人确认" in body
    assert "再登记一人" in body


def test_one_paper_is_uploaded_once_for_a_whole_committee(app: Flask, unit: Division) -> None:
    clerk = client_of(app, account(division=unit, name="李强"))
    address = f"/units/{unit.id}/terms/new?office=member"
    enter(clerk, unit, "chair", 11)
    paper = papers_of(unit)[0]

    filled = form_on(clerk.get(address))
    made = press(clerk, address, **{**filled, "id_number": id_number(12), "name": "村民12"})

    first, second = queries.pending_in(unit)
    assert filled["paper"] == str(paper.id)
    assert (filled["from_on"], filled["until_on"]) == ("2021-03-01", "2026-02-28")
    assert made.location.endswith(f"/units/{unit.id}/terms/new?body=committee")
    assert (second.document, second.document_file_id) == (DOCUMENT, first.document_file_id)


def test_a_paper_typed_beside_a_chosen_one_is_not_dropped_in_silence(app: Flask, unit: Division) -> None:
    clerk = client_of(app, account(division=unit, name="李强"))
    enter(clerk, unit, "chair", 11)

    said = enter(clerk, unit, "member", 12, document="另一份文件", paper=str(papers_of(unit)[0].id))

    assert "选了已有的文件，又填了另一份" in said
    assert len(queries.pending_in(unit)) == 1


def test_the_one_who_entered_everything_is_told_to_fetch_another(app: Flask, unit: Division) -> None:
    first, second = (client_of(app, account(division=unit, name=name)) for name in ("李强", "王芳"))
    enter(first, unit, "chair", 11)

    own, other = (text_of(one.get(f"/units/{unit.id}/confirm")) for one in (first, second))

    assert "您自己不能确认" in own
    assert "确认勾选的任职" not in own
    assert "确认勾选的任职" in other


def test_what_does_not_agree_with_the_paper_is_withdrawn_with_a_reason(app: Flask, unit: Division) -> None:
    first, second = (client_of(app, account(division=unit, name=name)) for name in ("李强", "王芳"))
    enter(first, unit, "chair", 11)
    address = f"/terms/{queries.pending_in(unit)[0].id}/end"

    silent = press(second, address, note="")
    done = press(second, address, note="与文件上的姓名不同")

    assert "请写明为什么撤回" in text_of(silent)
    assert done.status_code == 303
    assert queries.pending_in(unit) == []
    assert enter(first, unit, "chair", 11) == ""


def test_a_community_without_groups_has_representatives_all_the_same(app: Flask) -> None:
    place = division_tree().community
    clerk = client_of(app, account(division=place, name="李强"))

    said = enter(clerk, place, "representative", 11, basis="chosen", until_on="", households="30", photo=photo())

    assert said == ""
    assert queries.pending_in(place)[0].group is None


def test_two_who_describe_the_unit_at_once_are_shown_both_and_stay_with_the_list_c2(app: Flask, unit: Division) -> None:
    address, typed = (
        f"/units/{unit.id}/standing",
        {"households": "300", "office_phone": "020-8", "office_place": "村口"},
    )
    first, late = (client_of(app, account(division=unit, name=name)) for name in ("李强", "王芳"))
    shown = form_on(late.get(address))

    saved = press(first, address, adults="1000", **typed)
    answer = late.post(address, data={**shown, **typed, "adults": "2000"})

    assert saved.location == f"/units/{unit.id}/set-up"
    assert answer.status_code == 409
    assert "1000" in text_of(answer)
    assert "2000" in answer.get_data(as_text=True)
    assert db.session.query(Standing).one().adults == 1000


def test_bodies_and_meetings_bear_the_names_their_own_law_gives_them() -> None:
    kinds = ("village", "residents")

    assert [str(Body.SUPERVISION.named(kind)) for kind in kinds] == ["村务监督委员会", "居务监督委员会"]
    assert [str(MeetingKind.ASSEMBLY.named(kind)) for kind in kinds] == ["村民会议", "居民会议"]
    assert [str(SetUp.COMMITTEE.named(kind)) for kind in kinds] == ["现任村民委员会", "现任居民委员会"]
    assert str(Body.SUPERVISION.named("")) == str(Body.SUPERVISION.label)


@pytest.mark.parametrize("kind", ["village", "residents"])
def test_no_body_of_a_unit_is_named_after_both_kinds(kind: str) -> None:
    names = [str(one.named(kind)) for word in (Body, MeetingKind, SetUp) for one in word]

    assert not [name for name in names if "（居）" in name]
