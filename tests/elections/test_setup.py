"""Setting an election up: rounds, seats, the law of its polling day (E-01 to E-06, E-48)."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.builders.accounts import account, client_of
from tests.builders.browser import form_on, press
from tests.builders.divisions import Tree, division_tree
from tests.builders.elections import Hands, formed, hands, round_of, started, with_candidates, with_roll
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections.models import Election, Round
from villagegov.elections.operations import setup
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.refusal import Refusal
from villagegov.transaction import broken_constraint, transaction


@pytest.fixture
def tree(app: Flask) -> Tree:
    """The places."""
    return division_tree()


def of_community(tree: Tree) -> tuple[Hands, Election]:
    """A residents' committee's election without its seats."""
    who = hands(unit=tree.community)
    round_ = round_of(actor=who.first)
    with transaction():
        election = setup.start_election(
            round_=round_, unit=who.unit, method=Method.VOTERS, polling_day=clock.today(), actor=who.first
        )
        formed(election=election)
    return who, election


@pytest.mark.parametrize(
    ("vice", "member", "status"), [(0, 1, 422), (0, 2, 303), (1, 5, 303), (1, 6, 422), (0, 9, 422)]
)
def test_a_village_committee_has_three_to_seven_members_e03_x39(
    app: Flask, tree: Tree, vice: int, member: int, status: int
) -> None:
    who = hands(unit=tree.village)
    election = started(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/seats", vice=str(vice), member=str(member))

    assert answer.status_code == status
    words = f"成员共 {1 + vice + member} 名，法律规定 3 至 7 名"
    assert (words in answer.get_data(as_text=True)) is (status == 422)


@pytest.mark.parametrize(("member", "status"), [(3, 422), (4, 303), (8, 303), (9, 422)])
def test_a_residents_committee_has_five_to_nine_members_e04_x39(
    app: Flask, tree: Tree, member: int, status: int
) -> None:
    who, election = of_community(tree)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/seats", vice="0", member=str(member))

    assert answer.status_code == status


@pytest.mark.parametrize(("chair", "member"), [("0", "4"), ("2", "3"), ("1", "0")])
def test_there_is_one_chair_and_at_least_one_member_e06(app: Flask, tree: Tree, chair: str, member: str) -> None:
    who = hands(unit=tree.village)
    election = started(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/seats", chair=chair, vice="2", member=member)

    assert answer.status_code == 422
    assert "主任只设一名，委员至少一名" in answer.get_data(as_text=True)


@pytest.mark.parametrize(("margin", "status"), [("0", 422), ("1", 303), ("3", 303), ("4", 422)])
def test_members_have_one_to_three_candidates_more_e48(app: Flask, tree: Tree, margin: str, status: int) -> None:
    who = hands(unit=tree.village)
    election = started(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/seats", vice="0", member="2", margin=margin)

    assert answer.status_code == status


def test_a_post_with_candidates_keeps_its_seats(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.village)
    election = with_candidates(who=who)
    client = client_of(app, who.first)

    answer = press(client, f"/elections/{election.id}/seats", vice="0", member="3")

    assert answer.status_code == 422
    assert "副主任应选 0 名，候选人最多 0 名，现有 2 名" in answer.get_data(as_text=True)
    assert {one.post.value: one.seats for one in election.seats} == {"chair": 1, "vice": 1, "member": 3}


@pytest.mark.parametrize(("goal", "status"), [("0", 422), ("1", 303), ("100", 303), ("101", 422), ("93.5", 422)])
def test_a_goal_is_a_whole_share_of_one_to_a_hundred(app: Flask, tree: Tree, goal: str, status: int) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.county))
    typed = {"name": "换届", "opens_on": "2026-01-01", "closes_on": "2026-12-31", "goal": goal}

    assert press(official, "/rounds/new", **typed).status_code == status
    assert db.session.query(Round).count() == (status == 303)


@pytest.mark.parametrize(("closes", "status"), [("2026-02-28", 422), ("2026-03-01", 303), ("2026-03-02", 303)])
def test_a_round_does_not_end_before_it_begins(app: Flask, tree: Tree, closes: str, status: int) -> None:
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.county))

    answer = press(official, "/rounds/new", name="换届", goal="93", opens_on="2026-03-01", closes_on=closes)

    assert answer.status_code == status


@pytest.mark.parametrize(("days", "status"), [(-201, 422), (-200, 303), (200, 303), (201, 422)])
def test_a_polling_day_lies_within_its_round(app: Flask, tree: Tree, days: int, status: int) -> None:
    who = hands(unit=tree.village)
    election = started(who=who)

    answer = press(
        client_of(app, who.first),
        f"/elections/{election.id}/polling-day",
        polling_day=f"{clock.today() + timedelta(days=days)}",
    )

    assert answer.status_code == status


def test_a_round_cannot_leave_out_a_polling_day_already_set(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.village)
    round_ = round_of(division=tree.county, actor=who.first)
    started(who=who, round_=round_)
    official = client_of(app, account(role=Role.OFFICIAL, division=tree.county))

    answer = press(official, f"/rounds/{round_.id}/edit", opens_on=f"{clock.today() + timedelta(days=1)}")

    assert answer.status_code == 422
    assert f"已有选举的选举日是 {clock.today()}" in answer.get_data(as_text=True)


def test_the_law_follows_the_polling_day_when_it_moves(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.village)
    with transaction():
        round_ = setup.set_up_round(
            name="跨年换届",
            division=tree.county,
            goal=93,
            opens_on=date(2018, 1, 1),
            closes_on=date(2026, 12, 31),
            actor=who.first,
        )
    election = started(who=who, round_=round_, polling_day=date(2026, 1, 1))
    client, found = client_of(app, who.first), []

    for day in ("2018-12-28", "2018-12-29", "2025-12-31", "2026-01-01"):
        press(client, f"/elections/{election.id}/polling-day", polling_day=day)
        found.append((db.session.get_one(Election, election.id).profile, election.term_years))

    assert found == [("V-2010", 3), ("V-2018", 5), ("V-2018", 5), ("V-2026", 5)]


def test_a_posted_roll_holds_the_polling_day_fast(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.village)
    election = with_roll(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/polling-day", polling_day=f"{clock.today()}")

    assert answer.status_code == 422


def test_a_unit_has_one_election_in_a_round(app: Flask, tree: Tree) -> None:
    who = hands(unit=tree.village)
    election = started(who=who)

    answer = press(client_of(app, who.second), "/elections/new", polling_day=f"{clock.today()}")

    assert answer.status_code == 422
    assert "本届换届已经有一次选举" in answer.get_data(as_text=True)
    with pytest.raises(IntegrityError) as refused:
        db.session.execute(text(COPY), {"id": election.id})
    assert broken_constraint(refused.value) == "uq_elections_round_id_unit_id"


COPY = (
    "INSERT INTO elections (round_id, unit_id, number, committee, method, profile, polling_day, term_years, created_at)"
    " SELECT round_id, unit_id, 2, committee, method, profile, polling_day, term_years, created_at"
    " FROM elections WHERE id = :id"
)


def test_a_village_is_elected_by_all_voters_a_community_also_by_representatives(app: Flask, tree: Tree) -> None:
    who, round_ = hands(unit=tree.village), round_of(actor=hands(unit=tree.far).first)
    client = client_of(app, who.first)
    page = client.get("/elections/new")

    forged = client.post("/elections/new", data={**form_on(page), "method": "reps", "polling_day": f"{clock.today()}"})
    with transaction():
        by_reps = setup.start_election(
            round_=round_, unit=tree.community, method=Method.REPS, polling_day=clock.today(), actor=who.first
        )

    assert forged.status_code == 422
    with pytest.raises(Refusal, match="only_voters"), transaction():
        setup.start_election(
            round_=round_, unit=who.unit, method=Method.REPS, polling_day=clock.today(), actor=who.first
        )
    assert by_reps.method is Method.REPS
