"""Observers note what they see, clerks what they must report; the township finds an incident on its desk (E-12)."""

from datetime import timedelta

from flask import Flask

from tests.builders.accounts import account, client_of
from tests.builders.browser import press
from tests.builders.divisions import division_tree
from tests.builders.elections import hands, with_roll
from tests.builders.field_notes import noted
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.elections.vocabulary.field_notes import NoteKind


def test_an_incident_stands_on_the_townships_desk_until_it_is_answered(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=5))
    clerk, address = client_of(app, who.first), f"/elections/{election.id}/field-notes"
    tomorrow = clock.today() + timedelta(days=1)
    typed = {"kind": "incident", "who": "李强", "step": "polling", "noted_on": f"{clock.today()}"}

    empty = press(clerk, f"{address}/new", **typed, found="")
    late = press(clerk, f"{address}/new", **typed | {"noted_on": f"{tomorrow}"}, found="停电。")
    done = press(clerk, f"{address}/new", **typed, found="投票站停电。")

    official = client_of(app, account(role=Role.OFFICIAL, division=who.unit.parent))
    before = official.get("/desk").get_data(as_text=True)
    link = official.get(address).get_data(as_text=True).partition('href="/field-notes/')[2].partition('"')[0]
    said = press(official, f"/field-notes/{link}", answer="已派电工。")
    again = press(official, f"/field-notes/{link}", answer="再答。")
    assert [one.status_code for one in (empty, late, done, said, again)] == [422, 422, 303, 303, 422]
    assert "重大事项报告：乡镇（街道）答复" in before
    assert "重大事项报告：乡镇（街道）答复" not in official.get("/desk").get_data(as_text=True)
    assert "已派电工。" in clerk.get(address).get_data(as_text=True)


def test_an_observation_is_form_f34_and_waits_for_no_answer(app: Flask) -> None:
    who = hands(unit=division_tree().village)
    election = with_roll(who=who, polling_day=clock.today() + timedelta(days=5))
    noted(election=election, actor=who.first, kind=NoteKind.OBSERVATION)
    clerk = client_of(app, who.first)

    page = clerk.get(f"/elections/{election.id}/papers/f-34").get_data(as_text=True)

    assert "投票站停电二十分钟" in page
    assert "东溪镇人民政府" in page
    assert "重大事项报告" not in clerk.get("/desk").get_data(as_text=True)
