"""Exactly one next step in every state; a later page opened or pressed too early names the missing one (C10)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.elections import (
    Hands,
    counted,
    counting,
    decided,
    hands,
    posted,
    ready,
    started,
    with_candidates,
    with_roll,
)
from tests.builders.nominations import enough
from villagegov import clock
from villagegov.elections import queries
from villagegov.elections.models import Election
from villagegov.elections.operations.nominations import post_initial_list
from villagegov.elections.queries.due import due_items, stages_of
from villagegov.elections.rules.due import deadline_of
from villagegov.elections.rules.tasks import Facts, done_tasks, missing_before, next_task, stage_of
from villagegov.elections.vocabulary import Gate, Stage, Task
from villagegov.law.profiles import PROFILES
from villagegov.transaction import transaction

DAY = date(2026, 3, 21)
#: The three in whose order the law leaves a choice of nothing but waiting.
AFTER = (Stage.DECIDED, Stage.VOID, Stage.RERUN_PENDING, Stage.REVOTE_PENDING)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Facts in every combination, also those no election can reach."""
    sheets = draw(st.integers(0, 3))
    gate = draw(st.none() | st.sampled_from([Gate.VALID, Gate.VOID_TURNOUT]))
    return Facts(
        committee_formed=draw(st.booleans()),
        seats=draw(st.sampled_from([0, 3])),
        seats_approved=draw(st.booleans()),
        registered=draw(st.sampled_from([0, 40])),
        roll_posted_on=draw(st.none() | st.just(DAY - timedelta(days=30))),
        roll_frozen=draw(st.booleans()),
        candidates_complete=draw(st.booleans()),
        open_ballot=draw(st.booleans()),
        candidates_posted_on=draw(st.none() | st.just(DAY - timedelta(days=9))),
        stations=draw(st.sampled_from([0, 2])),
        audit_posted=draw(st.booleans()),
        secret_places=draw(st.booleans()),
        nominated=draw(st.booleans()),
        initial_list=draw(st.booleans()),
        polling_day=DAY,
        voting_closed=draw(st.booleans()),
        sheets=sheets,
        sheets_agreed=draw(st.integers(0, sheets)),
        gate=gate,
        status=draw(st.sampled_from(AFTER)) if gate else None,
        result_posted=draw(st.booleans()),
    )


@settings(deadline=None)
@given(any_facts())
def test_every_state_has_exactly_one_next_step_or_is_done(facts: Facts) -> None:
    done, following = done_tasks(facts), next_task(facts)

    assert (following is None) is (done == set(Task))
    assert following not in done
    assert following is None or missing_before(following, facts) is None
    assert [task for task in Task if task not in done and missing_before(task, facts) is None] == (
        [following] if following else []
    )


@settings(deadline=None)
@given(any_facts(), st.sampled_from(sorted(PROFILES)))
def test_every_step_of_every_law_has_its_day_and_every_state_its_stage(facts: Facts, key: str) -> None:
    days = [deadline_of(task, facts, PROFILES[key]).last for task in Task]

    assert days == sorted(days)
    assert stage_of(facts) in Stage


def states(who: Hands) -> Iterator[tuple[Task, Stage, Callable[[], Election]]]:
    """The next step, the stage's name, and how an election gets there."""
    yield Task.ROLL, Stage.ROLL_OPEN, lambda: started(who=who)
    yield Task.ROLL_POST, Stage.ROLL_OPEN, lambda: with_roll(who=who, frozen=False)
    yield Task.CANDIDATES, Stage.ROLL_FROZEN, lambda: with_roll(who=who)
    yield Task.CANDIDATES_POST, Stage.NOMINATING, lambda: with_candidates(who=who)
    yield Task.POLLING, Stage.POLL_READY, lambda: ready(who=who)
    yield Task.COUNT, Stage.POLLED, lambda: counting(who=who).election
    yield Task.DECIDE, Stage.POLLED, lambda: counted(who=who).election
    yield Task.NOTICE, Stage.DECIDED, lambda: decided(who=who).election


#: A later step → its pages, which must not be of use before their turn.
PAGES = {
    Task.CANDIDATES: ("/elections/{0}/candidates/new",),
    Task.CANDIDATES_POST: ("/elections/{0}/candidates/post",),
    Task.POLLING: ("/elections/{0}/day",),
    Task.COUNT: ("/elections/{0}/sheets", "/elections/{0}/verdict"),
    Task.DECIDE: ("/elections/{0}/verdict/decide",),
    Task.NOTICE: ("/elections/{0}/result",),
}


def pressed(client: FlaskClient, address: str) -> str:
    """The page after a press with a good key but from no shown form."""
    token = form_on(client.get("/elections/new"))
    typed = {**token, "number": "1", "post": "chair", "posted_on": "2026-01-01", "contact": "电话 020-8000 0000"}
    answer = client.post(address, data=typed)
    assert answer.status_code in {409, 422, 405}, (address, answer.status_code)
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("at", range(8))
def test_a_page_opened_or_pressed_before_its_turn_names_the_missing_step_c10(app: Flask, at: int) -> None:
    who = hands()
    following, stage, build = list(states(who))[at]
    election = build()
    key, client = election.id, client_of(app, who.first)
    early = [task for task in PAGES if list(Task).index(task) > list(Task).index(following)]

    for task in early:
        for address in PAGES[task]:
            opened = client.get(address.format(key))
            words = pressed(client, address.format(key))
            if (following, task) == (Task.CANDIDATES, Task.CANDIDATES_POST):
                assert "主任应选 1 名，候选人至少 2 名，现有 0 名" in words
                continue
            assert (opened.status_code, address) == (409, address)
            assert f"请先完成“{following.label}”" in opened.get_data(as_text=True)
            assert f"请先完成“{following.label}”" in words or address.endswith(("sheets", "verdict"))
    shown = client.get(f"/elections/{key}").get_data(as_text=True)
    assert shown.count("下一步") == 1
    assert str(stage.label) in shown


@pytest.mark.parametrize("at", range(8))
def test_the_list_the_start_page_and_the_election_agree_on_the_next_step(app: Flask, at: int) -> None:
    who = hands()
    following, stage, build = list(states(who))[at]
    election = build()

    due = due_items([who.unit], election.polling_day)

    steps = [one.what for one in due if one.endpoint != "elections.preparations"]
    assert steps == [following.label]
    assert next_task(queries.facts_of(election)) is following
    assert stages_of([election]) == {election.id: stage}


def test_a_posted_election_asks_for_nothing_more(app: Flask) -> None:
    who = hands()
    election, _notice = posted(who=who)

    assert due_items([who.unit], election.polling_day) == []
    assert stages_of([election]) == {election.id: Stage.RESULT_POSTED}


def test_a_figure_before_the_day_began_leads_to_the_page_where_it_begins(app: Flask) -> None:
    who = hands()
    election = ready(who=who)

    answer = client_of(app, who.first).get(f"/stations/{election.stations[0].id}/figure")

    assert answer.location == f"/elections/{election.id}/day"


def test_a_correction_before_the_notice_names_the_notice(app: Flask) -> None:
    who = hands()
    poll = decided(who=who)

    page = client_of(app, who.first).get(f"/elections/{poll.election_id}/result/correct")

    assert page.status_code == 409
    assert "请先完成“张贴选举结果公告”" in page.get_data(as_text=True)


@pytest.mark.parametrize(
    ("known", "stage"),
    [
        ({}, Stage.ROLL_FROZEN),
        ({"nominated": True}, Stage.NOMINATING),
        ({"candidates_complete": True}, Stage.NOMINATING),
        ({"nominated": True, "initial_list": True}, Stage.VETTING),
        ({"nominated": True, "initial_list": True, "candidates_posted_on": DAY}, Stage.CANDIDATES_POSTED),
        ({"open_ballot": True}, Stage.ROLL_FROZEN),
    ],
)
def test_nominations_and_the_initial_list_are_stages_of_their_own(known: dict[str, Any], stage: Stage) -> None:
    assert stage_of(Facts(polling_day=DAY, roll_frozen=True, **known)) is stage


def test_the_next_step_leads_to_the_nominations_and_then_to_the_final_list(app: Flask) -> None:
    who = hands()
    election = enough(who=who)
    clerk, address = client_of(app, who.first), f"/elections/{election.id}"

    nominating = clerk.get(address).get_data(as_text=True)
    with transaction(election):
        post_initial_list(election=election, posted_on=clock.today(), actor=who.first)
    vetting = clerk.get(address).get_data(as_text=True)

    assert "提名候选人" in nominating
    assert f'href="{address}/nominations"' in nominating
    assert "资格审查" in vetting
    assert f'href="{address}/final-list"' in vetting
