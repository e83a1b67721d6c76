"""Who stands and where ballots are cast (E-47 to E-52, E-64, E-83)."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders.accounts import client_of
from tests.builders.browser import form_on, press
from tests.builders.elections import counting, figures, hands, ready, stand, started, with_candidates, with_roll
from villagegov import clock
from villagegov.elections.models import Candidate, CountSheet, Election, Station
from villagegov.elections.operations import polling
from villagegov.elections.vocabulary import Origin, Post, StationKind
from villagegov.extensions import db
from villagegov.transaction import transaction

CHAIR, VICE, MEMBER = Post


def posting(client: FlaskClient, election: Election, day: date | None = None) -> tuple[int, str]:
    """Status and page after pressing “record the day of posting”."""
    posted_on = day or election.polling_day - timedelta(days=10)
    address = f"/elections/{election.id}/candidates/post"
    token = form_on(client.get(f"/elections/{election.id}/stations/new"))
    answer = client.post(address, data={**token, "posted_on": f"{posted_on}"})
    return answer.status_code, answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("stands", "sentence"),
    [
        ([CHAIR, VICE, VICE, *[MEMBER] * 4], "主任应选 1 名，候选人至少 2 名，现有 1 名"),
        ([CHAIR] * 2 + [VICE] + [MEMBER] * 4, "副主任应选 1 名，候选人至少 2 名，现有 1 名"),
        ([CHAIR] * 2 + [VICE] * 2 + [MEMBER] * 3, "委员应选 3 名，候选人至少 4 名，现有 3 名"),
        ([CHAIR] * 2 + [VICE] * 2 + [MEMBER] * 4, ""),
        ([CHAIR] * 2 + [VICE] * 2 + [MEMBER] * 6, ""),
        ([CHAIR] * 2 + [VICE] * 2 + [MEMBER] * 7, "委员应选 3 名，候选人最多 6 名，现有 7 名"),
        ([CHAIR] * 3 + [VICE] * 2 + [MEMBER] * 4, "主任应选 1 名，候选人最多 2 名，现有 3 名"),
    ],
)
def test_there_are_more_candidates_than_seats_within_the_margin_e47_e48_x44(
    app: Flask, stands: list[Post], sentence: str
) -> None:
    who = hands()
    election = with_candidates(who=who, stands=stands)

    status, page = posting(client_of(app, who.first), election)

    assert status == (422 if sentence else 303)
    assert sentence in page


def test_one_person_stands_for_one_post_e49(app: Flask) -> None:
    who = hands()
    election = with_candidates(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/candidates/new", number="1", post="member")

    assert answer.status_code == 422
    assert "选民1已经是主任候选人，一人只能参选一个职务" in answer.get_data(as_text=True)
    assert db.session.query(Candidate).count() == 8


def test_a_list_of_men_alone_is_not_posted_e50(app: Flask) -> None:
    who = hands()
    election = with_roll(who=who)
    men = [number for number in range(1, 20) if number % 3]
    posts = [CHAIR] * 2 + [VICE] * 2 + [MEMBER] * 4
    with transaction():
        for number, post in zip(men, posts, strict=False):
            stand(election=election, number=number, post=post, actor=who.first)
    client = client_of(app, who.first)

    status, page = posting(client, election)
    press(client, f"/elections/{election.id}/candidates/new", number="21", post="member")

    assert status == 422
    assert "至少要有 1 名妇女" in page
    assert posting(client, election)[0] == 303


@pytest.mark.parametrize(("days", "status"), [(6, 303), (5, 303), (4, 422)])
def test_the_list_is_posted_five_days_before_polling_e52(app: Flask, days: int, status: int) -> None:
    who = hands()
    election = with_candidates(who=who)

    assert posting(client_of(app, who.first), election, election.polling_day - timedelta(days=days))[0] == status


@pytest.mark.parametrize(("day", "sentence"), [(1, "公布日期不能晚于今天"), (-31, "不能早于选民名单")])
def test_a_list_is_posted_neither_tomorrow_nor_before_the_roll(app: Flask, day: int, sentence: str) -> None:
    who = hands()
    election = with_candidates(who=who)

    status, page = posting(client_of(app, who.first), election, clock.today() + timedelta(days=day))

    assert status == 422
    assert sentence in page


@pytest.mark.parametrize("number", ["0", "41", "999999999"])
def test_only_a_registered_voter_stands(app: Flask, number: str) -> None:
    who = hands()
    election = with_candidates(who=who, stands=[])

    answer = press(client_of(app, who.first), f"/elections/{election.id}/candidates/new", number=number, post="chair")

    assert answer.status_code == 422
    assert "选民名单上没有这个人" in answer.get_data(as_text=True)


def test_whoever_comes_after_the_posting_is_written_in_e83(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    client = client_of(app, who.first)

    answer = press(client, f"/elections/{election.id}/candidates/new", number="20", post="chair")
    removed = press(client, f"/candidates/{election.candidates[0].id}/remove")

    assert answer.status_code == 303
    assert db.session.query(Candidate).filter_by(name="选民20").one().origin is Origin.WRITE_IN
    assert removed.status_code == 422
    assert posting(client, election)[0] == 422


def test_a_person_written_in_between_two_readings_breaks_no_sheet_e83(app: Flask) -> None:
    who = hands()
    poll = counting(who=who)
    election, (centre, mobile) = poll.election, poll.sheets
    before, small = figures(sheet=centre), figures(sheet=mobile, issued=5, collected=5)
    for sheet, read, reader in ((centre, before, who.first), (mobile, small, who.first), (mobile, small, who.second)):
        with transaction(sheet):
            polling.enter_count(sheet=sheet, figures=read, actor=reader)
    first, second = client_of(app, who.first), client_of(app, who.second)

    press(first, f"/elections/{election.id}/candidates/new", number="20", post="chair")
    key = db.session.query(Candidate).filter_by(name="选民20").one().id
    typed = {name: str(value) for name, value in before.items()}
    blank = press(second, f"/sheets/{centre.id}/entry", **typed)
    corrected = press(first, f"/sheets/{centre.id}/entry", **typed, **{f"votes_{key}": "0"})
    agreed = press(second, f"/sheets/{centre.id}/entry", **typed, **{f"votes_{key}": "0"})

    assert [one.status_code for one in (blank, corrected, agreed)] == [422, 303, 303]
    assert first.get(f"/sheets/{mobile.id}").status_code == 200
    assert db.session.get_one(CountSheet, centre.id).agreed_at is not None
    assert press(first, f"/elections/{election.id}/verdict/decide").status_code == 303


def station(**typed: str) -> dict[str, str]:
    """A polling station as typed, valid unless changed."""
    return {"kind": "station", "name": "第一投票站", "place": "小学", "hours": "8:00 至 15:00", "route": "", **typed}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (station(), ""),
        (station(kind="mobile", route="8:30 上坊"), ""),
        (station(kind="mobile", name="流动二", hours="字" * 61), "请缩短"),
        (station(kind="central"), "中心会场只设一个"),
        (station(name="中心会场"), "已有同名的投票站"),
        (station(name=""), "请填写名称"),
        (station(kind="tent"), "请从列表中选择一项"),
    ],
)
def test_there_is_one_centre_and_places_have_names_of_their_own(
    app: Flask, typed: dict[str, str], sentence: str
) -> None:
    who = hands()
    election = ready(who=who)

    answer = press(client_of(app, who.first), f"/elections/{election.id}/stations/new", **typed)

    assert answer.status_code == (422 if sentence else 303)
    assert sentence in answer.get_data(as_text=True)


def test_a_station_is_changed_and_taken_off_until_voting_begins(app: Flask) -> None:
    who = hands()
    election = ready(who=who)
    client, (centre, mobile) = client_of(app, who.first), election.stations
    edit, remove, new = (
        f"/stations/{centre.id}/edit",
        f"/stations/{mobile.id}/remove",
        f"/elections/{election.id}/stations/new",
    )

    changed = press(client, edit, place="祠堂")
    press(client, f"/elections/{election.id}/day")
    late = [press(client, edit, place="村口"), press(client, remove), press(client, new, **station())]

    assert changed.status_code == 303
    assert [one.status_code for one in late] == [422] * 3
    assert all("投票已经开始，投票站不能再改" in one.get_data(as_text=True) for one in late)
    assert db.session.get_one(Station, centre.id).place == "祠堂"


def test_the_second_to_change_a_station_sees_both_versions_c2(app: Flask) -> None:
    who = hands()
    centre = ready(who=who).stations[0]
    address = f"/stations/{centre.id}/edit"
    first, second = client_of(app, who.first), client_of(app, who.second)
    mine = {**form_on(second.get(address)), "place": "祠堂"}
    press(first, address, place="小学")

    answer = second.post(address, data=mine)

    page = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert all(words in page for words in ("李强", "小学", "祠堂"))
    assert db.session.get_one(Station, centre.id).place == "小学"


def test_a_mobile_box_that_becomes_a_station_loses_its_list(app: Flask) -> None:
    who = hands()
    mobile = ready(who=who).stations[1]

    press(client_of(app, who.first), f"/stations/{mobile.id}/edit", **station())

    changed = db.session.get_one(Station, mobile.id)
    assert (changed.kind, changed.listed_voters) == (StationKind.STATION, None)


def test_nobody_stands_before_the_roll_is_final(app: Flask) -> None:
    who = hands()
    election = started(who=who)

    page = client_of(app, who.first).get(f"/elections/{election.id}/candidates/new")

    assert page.status_code == 409
    assert "请先完成“导入选民名单”" in page.get_data(as_text=True)


def test_whoever_was_written_in_by_mistake_is_taken_off_again_while_nobody_counted_votes_for_him(app: Flask) -> None:
    who = hands()
    sheet = counting(who=who).sheets[0]
    election = sheet.poll.election
    client = client_of(app, who.first)
    press(client, f"/elections/{election.id}/candidates/new", number="20", post="chair")
    written = db.session.query(Candidate).filter_by(origin=Origin.WRITE_IN).one()
    votes, address = f"votes_{written.id}", f"/candidates/{written.id}/remove"

    with transaction(sheet):
        sheet_figures = figures(sheet=sheet, **{votes: 1, f"votes_{election.candidates[0].id}": 29})
        polling.enter_count(sheet=sheet, figures=sheet_figures, actor=who.first)
    counted = press(client, address)
    with transaction(sheet):
        polling.enter_count(sheet=sheet, figures={**sheet_figures, votes: 0}, actor=who.first)
    removed = press(client, address)

    assert counted.status_code == 422
    assert "计票单上已有选民20的得票" in counted.get_data(as_text=True)
    assert removed.status_code == 303
    assert db.session.query(Candidate).filter_by(origin=Origin.WRITE_IN).count() == 0


def test_whoever_is_on_the_posted_list_stays_on_it(app: Flask) -> None:
    who = hands()
    election = ready(who=who)

    answer = press(client_of(app, who.first), f"/candidates/{election.candidates[0].id}/remove")

    assert answer.status_code == 422
    assert "正式候选人名单已经公布" in answer.get_data(as_text=True)
