"""U6, C9, X-42: two committees register one person at the same moment; exactly one has him, and the other is told."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError
from werkzeug.test import TestResponse

from tests.builders import rolls
from tests.builders.accounts import client_of
from tests.builders.browser import form_on
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, round_of, started
from tests.builders.rolls import lines, sent, text_of
from villagegov.elections import queries
from villagegov.elections.models import Roll, RollEntry
from villagegov.elections.operations.roll import import_roll
from villagegov.elections.operations.roll_rows import NewEntry
from villagegov.elections.rules.roll import Voter
from villagegov.elections.vocabulary import Category
from villagegov.extensions import db
from villagegov.people.vocabulary import Sex
from villagegov.transaction import broken_constraint, transaction

ROUNDS = 3


def at_once(app: Flask, *acts: Callable[[], TestResponse]) -> list[TestResponse]:
    """The answers of acts that begin together."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], TestResponse]) -> TestResponse:
        with app.app_context():
            start.wait()
            return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_committees_exactly_one_registers_the_same_persons(app: Flask) -> None:
    tree = division_tree()
    here, there = hands(unit=tree.village), hands(unit=tree.community)
    clerks = client_of(app, here.first), client_of(app, there.first)
    for at in range(ROUNDS):
        round_ = round_of(division=(tree.county, tree.prefecture, tree.province)[at], actor=here.first)
        elections = started(who=here, round_=round_), started(who=there, round_=round_)
        previews = [
            sent(clerk, election, rolls.xlsx(reversed(lines(300)) if clerk is clerks[1] else lines(300)))
            for clerk, election in zip(clerks, elections, strict=True)
        ]
        forms = [form_on(preview) for preview in previews]

        first, second = at_once(
            app,
            lambda: clerks[0].post(previews[0].request.path, data=forms[0]),  # noqa: B023 # runs within this round
            lambda: clerks[1].post(previews[1].request.path, data=forms[1]),  # noqa: B023 # runs within this round
        )

        won, lost = sorted((first, second), key=lambda one: one.status_code)
        assert (won.status_code, lost.status_code) == (303, 422)
        assert "没有写入任何数据。请看下面更新后的预览" in text_of(lost)
        assert text_of(lost).count("该居民已在其他村登记") == 100
        counts = [queries.roll_of(db.session.merge(one)).registered for one in elections]
        assert sorted(counts) == [0, 300]


def test_of_two_clerks_of_one_committee_the_second_is_shown_the_new_state(app: Flask) -> None:
    who = hands()
    election = started(who=who)
    clerks = client_of(app, who.first), client_of(app, who.second)
    previews = [sent(clerk, election, rolls.xlsx(lines(200))) for clerk in clerks]
    forms = [form_on(preview) for preview in previews]

    answers = at_once(
        app,
        lambda: clerks[0].post(previews[0].request.path, data=forms[0]),
        lambda: clerks[1].post(previews[1].request.path, data=forms[1]),
    )

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    assert queries.roll_of(election).registered == 200 == db.session.query(RollEntry).count()


def test_the_database_itself_refuses_a_second_registration_in_the_round(app: Flask) -> None:
    tree = division_tree()
    here, there = hands(unit=tree.village), hands(unit=tree.community)
    round_ = round_of(division=tree.county, actor=here.first)
    first = queries.roll_of(started(who=here, round_=round_))
    second = queries.roll_of(started(who=there, round_=round_))
    _enter(first, here.first, keys=[b"a", b"b"])

    with pytest.raises(IntegrityError) as refused:
        _enter(second, there.first, keys=[b"c", b"b"])

    assert broken_constraint(refused.value) == "uq_roll_entries_round_id_person_key"
    assert [entry.roll_id for entry in db.session.query(RollEntry)] == [first.id, first.id]
    assert db.session.merge(second).registered == 0


def _enter(roll: Roll, actor: object, *, keys: list[bytes]) -> None:
    voter = Voter(2, "", "张三", Sex.MALE.value, "1980-01-01", Category.RESIDENT.value, "")
    rows: list[NewEntry] = [(voter, key, b"sealed") for key in keys]
    with transaction(roll):
        import_roll(roll=roll, rows=rows, sha256="", skipped=0, actor=actor)  # type: ignore[arg-type] # any account
