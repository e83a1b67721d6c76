"""The number of seats: a meeting proposes, the township approves or gives back, the county has it on file (E-05)."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.committees import chosen_by
from tests.builders.elections import SEATS, Hands, hands, planned, round_of, with_roll
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.bodies.vocabulary import MeetingKind
from villagegov.divisions.models import Division
from villagegov.elections import queries
from villagegov.elections.models import Election, SeatPlan
from villagegov.elections.operations import setup
from villagegov.elections.queries.committee import committee_of
from villagegov.elections.rules.tasks import next_task, stage_of
from villagegov.elections.vocabulary import Stage, Task
from villagegov.extensions import db
from villagegov.law.vocabulary import Method
from villagegov.transaction import transaction

TYPED = {"chair": "1", "vice": "1", "member": "3", "margin": "1"}


def with_committee(who: Hands, days: int = 40) -> Election:
    """An election whose committee is formed and that has no seats yet."""
    round_ = round_of(actor=who.first)
    with transaction():
        election = setup.start_election(
            round_=round_,
            unit=who.unit,
            method=Method.VOTERS,
            polling_day=clock.today() + timedelta(days=days),
            actor=who.first,
        )
        db.session.flush()
        committee = committee_of(election)
        assert committee is not None
        committee.paper, committee.chosen_by = "公告（第1号）", MeetingKind.ASSEMBLY
        committee.posted_on = committee.filed_on = clock.today()
    return election


def proposed(who: Hands) -> Election:
    """Its seats proposed by an assembly of 40 days ago."""
    election = with_committee(who)
    decision = chosen_by(who=who)
    with transaction():
        setup.set_seats(election=election, seats=SEATS, margin=1, decision=decision, actor=who.first)
    return election


def plan_of(election: Election) -> SeatPlan:
    """What became of it."""
    return db.session.query(SeatPlan).filter_by(election_id=election.id).one()


def township(app: Flask, who: Hands) -> FlaskClient:
    """An official of the township has signed in."""
    place = db.session.get_one(Division, who.unit.parent_id)
    return client_of(app, account(role=Role.OFFICIAL, division=place, name="温慧"))


def test_seats_rest_on_a_meetings_decision_and_the_roll_waits_for_the_township_e05(app: Flask) -> None:
    who = hands()
    election, client = with_committee(who), client_of(app, who.first)
    decision = chosen_by(who=who)

    bare = press(client, f"/elections/{election.id}/seats", **TYPED)
    answer = press(client, f"/elections/{election.id}/seats", decision=str(decision.id), **TYPED)

    assert "请选择提出职数的会议决定" in bare.get_data(as_text=True)
    assert answer.status_code == 303
    facts = queries.facts_of(election)
    assert (stage_of(facts), next_task(facts)) == (Stage.COMMITTEE_FORMED, Task.SEATS)
    assert "等乡镇（街道）批准" in client.get(answer.location).get_data(as_text=True)


@pytest.mark.parametrize(("days", "status"), [(-41, 422), (-40, 303), (0, 303), (1, 422)])
def test_the_township_approves_between_the_decision_and_today_e05(app: Flask, days: int, status: int) -> None:
    who = hands()
    election = proposed(who)
    day = (clock.today() + timedelta(days=days)).isoformat()

    answer = press(
        township(app, who), f"/elections/{election.id}/seat-plan/approve", approved_on=day, document="东镇复〔2026〕7号"
    )

    assert answer.status_code == status
    assert (stage_of(queries.facts_of(election)) is Stage.ROLL_OPEN) is (status == 303)


def test_an_approval_needs_its_number_and_is_filed_only_afterwards_e05(app: Flask) -> None:
    who = hands()
    election = proposed(who)
    client, today = township(app, who), clock.today().isoformat()

    early = press(client, f"/elections/{election.id}/seat-plan/file", filed_on=today)
    empty = press(client, f"/elections/{election.id}/seat-plan/approve", approved_on=today, document="")
    press(client, f"/elections/{election.id}/seat-plan/approve", approved_on=today, document="东镇复〔2026〕7号")
    filed = press(client, f"/elections/{election.id}/seat-plan/file", filed_on=today, document="县民备〔2026〕9号")

    assert "职数还没有批准，不能备案" in early.get_data(as_text=True)
    assert "请填写批准文号" in empty.get_data(as_text=True)
    assert filed.status_code == 303
    assert plan_of(election).filed_as == "县民备〔2026〕9号"


def test_what_was_approved_is_changed_only_after_it_was_given_back_e05(app: Flask) -> None:
    who = hands()
    election, decision = proposed(who), chosen_by(who=who)
    clerk, official, today = client_of(app, who.first), township(app, who), clock.today().isoformat()
    press(official, f"/elections/{election.id}/seat-plan/approve", approved_on=today, document="东镇复〔2026〕7号")

    refused = clerk.get(f"/elections/{election.id}/seats")
    press(official, f"/elections/{election.id}/seat-plan/give-back", reason="委员减为 2 名，见镇会议纪要")
    page = clerk.get(f"/elections/{election.id}/seat-plan").get_data(as_text=True)
    again = press(clerk, f"/elections/{election.id}/seats", **{**TYPED, "member": "2"}, decision=str(decision.id))

    assert "要改的，请乡镇（街道）先退回" in refused.get_data(as_text=True)
    assert "委员减为 2 名" in page
    assert again.status_code == 303
    assert (plan_of(election).returned_because, plan_of(election).approved_on) == ("", None)


def test_a_plan_is_not_given_back_once_the_candidates_were_posted(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    planned(election)
    election.candidates_posted_on = clock.today()
    db.session.commit()

    answer = press(township(app, who), f"/elections/{election.id}/seat-plan/give-back", reason="改为 2 名")

    assert "正式候选人名单已经公布" in answer.get_data(as_text=True)


def test_an_election_recorded_when_its_day_has_come_names_the_paper_e05(app: Flask) -> None:
    who = hands()
    election, client = with_committee(who, days=0), client_of(app, who.first)

    bare = press(client, f"/elections/{election.id}/seats", **TYPED)
    answer = press(client, f"/elections/{election.id}/seats", paper="村民代表会议记录", **TYPED)

    assert "或者填写提出职数的文件" in bare.get_data(as_text=True)
    assert answer.status_code == 303


def test_a_clerk_does_not_approve_his_own_plan_e05(app: Flask) -> None:
    who = hands()
    election = proposed(who)

    assert client_of(app, who.first).get(f"/elections/{election.id}/seat-plan/approve").status_code == 403


def test_an_election_begun_before_plans_were_kept_goes_on(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)

    assert next_task(queries.facts_of(election)) is Task.CANDIDATES
    page = client_of(app, who.first).get(f"/elections/{election.id}/seat-plan").get_data(as_text=True)
    assert "不用补办" in page


def test_a_meeting_on_which_the_seats_rest_is_not_voided(app: Flask) -> None:
    who = hands()
    decision = plan_of(proposed(who)).decision
    assert decision is not None

    answer = press(client_of(app, who.first), f"/meetings/{decision.meeting_id}/void", reason="登记有误")

    assert answer.status_code == 422
    assert "选举的职数" in answer.get_data(as_text=True)
