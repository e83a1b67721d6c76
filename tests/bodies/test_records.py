"""A closed record with a mistake is voided with its reason and written anew; lists go out as spreadsheets."""

import html
import re
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.bodies import sitting
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.meetings import MATTER, group, held, seated
from tests.builders.rolls import text_of
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.models import Meeting
from villagegov.bodies.queries import meetings as queries
from villagegov.bodies.vocabulary import MeetingKind, Office
from villagegov.extensions import db
from villagegov.web.sheets import Column, Limits
from villagegov.web.uploads import table_of

K = MeetingKind


@pytest.fixture
def tree(app: Flask) -> Tree:
    """A small tree on a fixed day."""
    clock.run_on(lambda: datetime(2026, 11, 2, 3, 0, tzinfo=UTC))
    return division_tree()


@pytest.fixture
def clerk(app: Flask, tree: Tree) -> FlaskClient:
    """The browser of the village's clerk."""
    return client_of(app, account(role=Role.CLERK, division=tree.village, name="李秀兰"))


def test_a_voided_record_stays_readable_and_its_decisions_no_longer_count(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village)

    silent = press(clerk, f"/meetings/{made.id}/void", reason="")
    done = press(clerk, f"/meetings/{made.id}/void", reason="赞成票抄错")
    twice = press(clerk, f"/meetings/{made.id}/void", reason="再作废")
    page, sheet = (text_of(clerk.get(f"/meetings/{made.id}{end}")) for end in ("", "/sheet"))

    assert (silent.status_code, done.status_code, twice.status_code) == (422, 303, 422)
    assert "赞成票抄错" in page
    assert MATTER in page
    assert "（已作废：赞成票抄错）" in sheet
    assert queries.decisions_of(tree.village, passed_only=False) == []
    assert not queries.is_valid_decision(made.decisions[0])


def test_a_voided_record_is_written_anew_without_typing_it_all_again(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village)
    press(clerk, f"/meetings/{made.id}/void", reason="日期写错")
    address = f"/units/{tree.village.id}/meetings/new?kind=joint&again={made.id}"

    filled = form_on(clerk.get(address))
    again = press(clerk, address, **{**filled, "held_on": "2026-11-01"})

    assert (filled["subject"], filled["entitled"]) == (made.subject, "10")
    assert again.status_code == 303
    assert db.session.query(Meeting).count() == 2


#: Kind → an office whose holders come to it; kinds without members bring their numbers.
WHO_COMES = {
    K.REPRESENTATIVES: Office.REPRESENTATIVE,
    K.COMMITTEE: Office.MEMBER,
    K.SUPERVISION: Office.SUPERVISION_MEMBER,
    K.ELECTION: Office.ELECTION_MEMBER,
}


@pytest.mark.parametrize("kind", K)
def test_the_one_link_to_write_it_anew_opens_the_form_of_its_kind_as_it_was_filled(
    app: Flask, clerk: FlaskClient, tree: Tree, kind: MeetingKind
) -> None:
    if kind in WHO_COMES:
        seated(unit=tree.village, office=WHO_COMES[kind], count=3)
    made = held(unit=tree.village, kind=kind, of_group=group(unit=tree.village) if kind is K.GROUP else None)
    made.by_households = kind in (K.ASSEMBLY, K.GROUP)
    db.session.commit()
    voided = press(clerk, f"/meetings/{made.id}/void", reason="日期写错")
    page = clerk.get(voided.location).get_data(as_text=True)
    link = re.findall(r'href="([^"]*)">照着它重新登记', page)

    filled = form_on(clerk.get(html.unescape(link[0])))

    assert page.count("照着它重新登记") == 1
    assert filled["subject"] == made.subject
    assert filled.get("counted_by", "households") == "households"


def test_a_record_that_somebody_holds_office_by_is_not_voided(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, kind=K.ASSEMBLY)
    term = seated(unit=tree.village, office=Office.SUPERVISION_HEAD)[0]
    term.decision_id = made.decisions[0].id
    db.session.commit()

    page = text_of(clerk.get(f"/meetings/{made.id}/void"))
    refused = press(clerk, f"/meetings/{made.id}/void", reason="抄错")

    assert f"{term.person.name}的任职（监督委员会主任）" in page
    assert refused.status_code == 422
    assert db.session.get_one(Meeting, made.id).voided_at is None


def test_an_open_record_is_put_right_and_not_voided(clerk: FlaskClient, tree: Tree) -> None:
    made = held(unit=tree.village, closed=False)

    refused = press(clerk, f"/meetings/{made.id}/void", reason="抄错")

    assert refused.status_code == 422
    assert "可以直接改正" in text_of(refused)


def test_meetings_and_their_votes_go_out_as_a_spreadsheet_narrowed_like_the_list(
    clerk: FlaskClient, tree: Tree
) -> None:
    held(unit=tree.village, votes_for=7)
    held(unit=tree.village, on=date(2025, 5, 1))
    held(unit=tree.far)

    answer = clerk.get("/meetings/export?year=2026")

    columns = [Column("day", "日期"), Column("for", "赞成"), Column("verdict", "结果")]
    rows = list(table_of(answer.data, "会议.xlsx", columns, Limits()).rows)
    assert [list(row.values) for row in rows] == [["2026-11-02", "7", "通过"]]


def test_meetings_are_found_by_a_word_of_their_subject(clerk: FlaskClient, tree: Tree) -> None:
    held(unit=tree.village)

    found, none = (clerk.get(f"/meetings?q={word}").get_data(as_text=True) for word in ("硬化", "水渠"))

    assert "讨论村道硬化" in found
    assert "没有这样的会议" in none


def test_the_roster_goes_out_without_an_id_number(app: Flask) -> None:
    who = sitting()
    clerk = client_of(app, who.clerk)

    answer = clerk.get(f"/units/{who.unit.id}/bodies/export")

    columns = [Column("office", "职务"), Column("name", "姓名")]
    rows = [tuple(row.values) for row in table_of(answer.data, "名单.xlsx", columns, Limits()).rows]
    assert rows[0] == ("主任", "罗永光")
    assert len(rows) == 11


def test_a_whole_body_ends_together_and_the_supervisors_only_from_above(app: Flask) -> None:
    who = sitting()
    clerk = client_of(app, who.clerk)
    official = client_of(app, account(role=Role.OFFICIAL, division=who.unit.parent))
    address = f"/units/{who.unit.id}/terms/end?body=supervision"
    ids = [str(one.id) for office in (Office.SUPERVISION_HEAD, Office.SUPERVISION_MEMBER) for one in who.terms[office]]
    typed = {"chosen": ids, "on": clock.today().isoformat(), "reason": "expired", "note": "换届"}

    own = press(clerk, address, **typed)
    above = press(official, address, **typed)

    assert "乡镇（街道）办理" in text_of(own)
    assert above.status_code == 303
    assert all(one.ended_on == clock.today() for key in who.terms for one in who.terms[key] if str(one.id) in ids)
    assert {one.grants[0].ended_at is None for one in who.supervisors} == {False}
