"""T-01, T-06, T-09: turnout on the final roll, and on the roll with everybody who left it."""

import pytest
from flask import Flask

from tests.builders.accounts import client_of
from tests.builders.changes import confirmed
from tests.builders.divisions import division_tree
from tests.builders.elections import counting, hands, posted, with_roll
from tests.builders.rolls import text_of
from villagegov.elections.measures import TwoBases
from villagegov.elections.models import RollEntry
from villagegov.elections.queries import roll_of
from villagegov.elections.queries.bases import bases_of
from villagegov.elections.queries.changes import left_base
from villagegov.extensions import db


@pytest.mark.parametrize(
    ("left", "on_roll", "with_left"),
    [(0, "93.0%", "93.0%"), (1, "93.0%", "92.9%"), (30, "93.0%", "90.3%")],
)
def test_who_left_lowers_the_second_figure_only(left: int, on_roll: str, with_left: str) -> None:
    found = TwoBases(registered=1000, left=left, voted=930)

    assert (found.on_roll.shown, found.with_left.shown) == (on_roll, with_left)


def test_nobody_on_the_roll_has_no_share() -> None:
    assert TwoBases(registered=0, left=0, voted=0).with_left.share is None


def test_who_left_and_came_back_is_counted_once(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False)
    roll = roll_of(election)
    key = db.session.query(RollEntry).filter_by(number=3).one()
    values = {name: getattr(key, name) for name in ("roll_id", "round_id", "group_name", "name", "sex", "born_on")}
    values |= {"category": key.category, "person_key": key.person_key, "sealed_id": key.sealed_id}
    for number in (3, 4):
        confirmed(election=election, number=number, first=who.first, second=who.second)
    assert left_base(roll) == 2

    db.session.add(RollEntry(number=41, **values))
    db.session.commit()

    assert left_base(roll) == 1


def test_without_a_valid_poll_there_is_no_turnout_on_either_base(app: Flask) -> None:
    assert bases_of(counting(who=hands()).election) is None


def test_the_page_of_the_election_and_of_its_roll_show_both(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    election, _notice = posted(who=who)

    own = text_of(client_of(app, who.first).get(f"/elections/{election.id}"))
    public = text_of(app.test_client().get(f"/c/{election.unit.code}/elections/{election.number}/roll"))

    assert bases_of(election) == TwoBases(registered=40, left=0, voted=35)
    assert all("定稿的名单（法定）" in page and "87.5%" in page for page in (own, public))
