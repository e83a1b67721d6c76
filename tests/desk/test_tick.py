"""What the machine does by itself: each job once, none stops another, nothing is swept too early (O6, O7)."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders.accounts import account, client_of
from tests.builders.divisions import division_tree
from tests.builders.reminders import sent
from villagegov import clock
from villagegov.accounts.models import SignInAttempt
from villagegov.accounts.vocabulary import Role
from villagegov.audit.models import Check
from villagegov.audit.queries import last_check
from villagegov.audit.vocabulary import Outcome
from villagegov.columns import Model
from villagegov.desk import jobs
from villagegov.desk.jobs import CHAINS, DAILY, JOBS, Job, run_due
from villagegov.extensions import db
from villagegov.web.models import Draft, Submission, Upload

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
A_MOMENT = timedelta(seconds=1)
#: A backup takes a second; the test of the command makes one.
QUICK = tuple(one for one in JOBS if one.name != "backup")


@pytest.fixture(autouse=True)
def noon(app: Flask, tmp_path: Path) -> Iterator[None]:
    """A fixed day, and a folder of kept files that is nobody's."""
    usual, app.config["INSTANCE"] = app.config["INSTANCE"], str(tmp_path)
    clock.run_on(lambda: NOON)
    yield
    app.config["INSTANCE"] = usual


def kept(moment: datetime) -> list[Model]:
    """One row of each sort that is kept for a while."""
    who = account().id
    upload = {"purpose": "roll", "subject_id": 1, "shown_name": "a.csv", "sha256": "", "sealed": b""}
    return [
        Submission(account_id=who, key="k", made_at=moment, address="/"),
        Upload(account_id=who, made_at=moment, **upload),
        Draft(account_id=who, form_key="f", held_key="", once="", sealed=b"", saved_at=moment),
        SignInAttempt(name_key=b"", address="", at=moment, succeeded=False),
    ]


@pytest.mark.parametrize(
    ("age", "left"),
    [
        (timedelta(days=1), {Submission, Upload, Draft, SignInAttempt}),
        (timedelta(days=1) + A_MOMENT, {Submission, Draft}),
        (timedelta(days=7), {Submission, Draft}),
        (timedelta(days=7) + A_MOMENT, set()),
    ],
)
def test_what_is_kept_for_a_while_is_swept_after_it_and_not_before(age: timedelta, left: set[type[Model]]) -> None:
    db.session.add_all(kept(NOON - age))
    db.session.commit()

    run_due(QUICK)

    assert {sort for sort in (Submission, Upload, Draft, SignInAttempt) if db.session.query(sort).count()} == left


def test_a_second_tick_does_nothing_until_a_job_is_due_again() -> None:
    first, second = run_due(QUICK), run_due(QUICK)
    clock.run_on(lambda: NOON + timedelta(hours=1))
    hour_later = run_due(QUICK)

    assert set(first) == {one.name for one in QUICK}
    assert second == {}
    assert set(hour_later) == {one.name for one in QUICK} - {one.name for one in QUICK if one.every == DAILY}


def test_a_job_that_fails_is_told_and_tried_again_and_stops_no_other() -> None:
    def fails() -> str:
        raise ValueError("a name somebody typed")

    both = (Job("fails", timedelta(days=1), fails), Job("works", timedelta(days=1), lambda: "3"))
    first = run_due(both)
    clock.run_on(lambda: NOON + jobs.AGAIN - A_MOMENT)
    before = run_due(both)
    clock.run_on(lambda: NOON + jobs.AGAIN)
    again = run_due(both)

    assert first == {"fails": "broken ValueError", "works": "sound 3"}
    assert (before, set(again)) == ({}, {"fails"})


def test_two_ticks_at_the_same_moment_do_a_job_once(app: Flask) -> None:
    done: list[str] = []
    gate = threading.Barrier(4)
    job = Job("counted", timedelta(days=1), lambda: done.append("x") or "")

    def tick() -> None:
        with app.app_context():
            gate.wait()
            run_due((job,))
            db.session.remove()

    threads = [threading.Thread(target=tick) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert done == ["x"]


def test_whole_chains_are_recorded_as_sound(app: Flask) -> None:
    client_of(app, account(division=division_tree().village))

    assert last_check(CHAINS) is None
    run_due(QUICK)

    found = last_check(CHAINS)
    assert found is not None
    assert (found.at, found.outcome, found.note) == (NOON, Outcome.SOUND, "")


def test_a_broken_chain_is_recorded_with_its_place(app: Flask) -> None:
    client_of(app, account(division=division_tree().village))
    db.session.execute(text("UPDATE audit_entries SET actor_name = '别人' WHERE number = 1"))
    db.session.commit()

    run_due(QUICK)

    found = last_check(CHAINS)
    assert found is not None
    assert found.outcome is Outcome.BROKEN
    assert "链 0 第 1 条" in found.note


def test_a_broken_chain_stands_on_the_auditors_first_page_once(app: Flask) -> None:
    auditor = client_of(app, account(role=Role.AUDITOR, division=division_tree().root))
    db.session.execute(text("UPDATE audit_entries SET actor_name = '别人' WHERE number = 1"))
    db.session.commit()

    run_due(QUICK)
    later = NOON + jobs.AGAIN
    clock.run_on(lambda: later)
    run_due(QUICK)

    page = auditor.get("/desk").get_data(as_text=True)
    assert page.count("操作记录被改动过，或者不完整：发现为 链 0 第 1 条") == 1


def test_the_command_says_what_was_done(app: Flask) -> None:
    sent(unit=division_tree().village)

    answer = app.test_cli_runner().invoke(args=["tick"])
    again = app.test_cli_runner().invoke(args=["tick"])

    assert (answer.exit_code, again.exit_code, again.output) == (0, 0, "")
    assert "chains: sound" in answer.output
    assert "backup: sound villagegov-" in answer.output
    assert db.session.query(Check).count() == len(JOBS)
