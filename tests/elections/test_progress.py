"""The township's desk: its units late ones first, drilled down from above, and the summary upward (E-93, F-33)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from python_calamine import CalamineWorkbook
from sqlalchemy import event

from tests.builders.accounts import account, client_of
from tests.builders.afterwards import certified, disputed, official_above
from tests.builders.elections import Hands, hands, posted, with_roll
from villagegov import clock
from villagegov.accounts.vocabulary import Role
from villagegov.divisions.models import Division
from villagegov.elections.models import Election, Round
from villagegov.elections.queries.progress import standings, units_in
from villagegov.elections.queries.summary import figures_in, total_of
from villagegov.elections.vocabulary.progress import Bucket, Figure
from villagegov.extensions import db


def township(unit: Division) -> Division:
    """The township of a unit."""
    return db.session.get_one(Division, unit.parent_id)


def one_posted() -> tuple[Hands, Election, Round]:
    """A village whose result is posted today."""
    who = hands()
    election, _notice = posted(who=who)
    return who, election, election.round


def late_on(round_: Round, place: Division, days: int) -> int:
    """How many units of a place are late so many days from now."""
    return sum(one.late for one in standings(round_, place, clock.today() + timedelta(days=days)).values())


@pytest.mark.parametrize(("days", "late"), [(0, 0), (10, 0), (11, 1)])
def test_a_unit_is_late_from_the_day_after_the_last_day_of_a_step_e93_e95(app: Flask, days: int, late: int) -> None:
    who, _election, round_ = one_posted()

    assert late_on(round_, township(who.unit), days) == late


@pytest.mark.parametrize(("days", "late"), [(20, 0), (19, 1)])
def test_an_election_is_late_when_its_roll_no_longer_hangs_long_enough_e35(app: Flask, days: int, late: int) -> None:
    who = hands()
    election = with_roll(who=who, frozen=False, polling_day=clock.today() + timedelta(days=days))

    assert late_on(election.round, township(who.unit), 0) == late


def test_every_unit_of_the_round_is_counted_once_at_its_own_stage(app: Flask) -> None:
    who, election, round_ = one_posted()
    place = township(who.unit)

    before = standings(round_, place, clock.today())
    certified(election=election)
    after = standings(round_, place, clock.today())

    assert before[who.unit.id].buckets == {Bucket.POSTED: 1}
    assert after[who.unit.id].buckets == {Bucket.CERTIFIED: 1}
    others = [one for key, one in after.items() if key != who.unit.id]
    assert all(one.buckets == {Bucket.NONE: 1} for one in others)
    listed = list(db.session.scalars(units_in(round_, place, clock.today(), bucket=Bucket.CERTIFIED)))
    assert [one.id for one in listed] == [who.unit.id]


def test_late_units_come_first_and_can_be_asked_for_alone(app: Flask) -> None:
    who, _election, round_ = one_posted()
    later = clock.today() + timedelta(days=20)

    every = list(db.session.scalars(units_in(round_, township(who.unit), later)))
    late = list(db.session.scalars(units_in(round_, township(who.unit), later, late=True)))

    assert every[0].id == who.unit.id
    assert [one.id for one in late] == [who.unit.id]


def test_the_township_sees_what_waits_and_the_county_drills_down_to_it(app: Flask) -> None:
    who, election, round_ = one_posted()
    place = township(who.unit)
    county = account(role=Role.OFFICIAL, division=place.parent, name="高远")
    official = client_of(app, official_above(who.unit))

    page = official.get("/progress").get_data(as_text=True)
    above = client_of(app, county).get("/progress").get_data(as_text=True)
    below = client_of(app, county).get(f"/progress?place={place.id}&round={round_.id}").get_data(as_text=True)
    elsewhere = official.get(f"/progress?place={place.parent_id}")

    assert f"/elections/{election.id}" in page
    assert "报乡镇（街道）备案" in page
    assert f"/reminders/new?place={who.unit.code}" in page
    assert f"place={place.id}" in above
    assert f"/elections/{election.id}" in below
    assert elsewhere.status_code == 404


def test_the_summary_upward_adds_up_every_column_f33(app: Flask) -> None:
    who, election, round_ = one_posted()
    disputed(election=election)
    place = township(who.unit)

    sums = figures_in(round_, place, clock.today())
    total = total_of(sums.values())

    assert total[Figure.UNITS] == len(sums)
    figures = (Figure.BEGUN, Figure.DONE, Figure.ONE_GO, Figure.RERUN, Figure.REDONE)
    assert [total[one] for one in figures] == [1, 1, 1, 0, 0]
    assert [total[one] for one in (Figure.SEATS, Figure.ELECTED, Figure.WOMEN)] == [5, 5, 2]
    assert [total[one] for one in (Figure.REGISTERED, Figure.COLLECTED, Figure.MOBILE)] == [40, 35, 5]
    assert [total[one] for one in (Figure.DISPUTES, Figure.OPEN_DISPUTES)] == [1, 1]


def test_the_summary_is_a_spreadsheet_with_a_last_line_of_sums_f33(app: Flask) -> None:
    who, _election, _round = one_posted()

    answer = client_of(app, official_above(who.unit)).get("/progress/summary")

    lines = CalamineWorkbook.from_filelike(BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    assert lines[0][:2] == ["地区", "应换届（个）"]
    assert (lines[-1][0], lines[-1][-2]) == ("合计", "87.5%")
    assert sum(line[1] for line in lines[1:-1]) == lines[-1][1]


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every query sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def test_more_units_need_no_more_queries(app: Flask) -> None:
    who, _election, round_ = one_posted()
    official = client_of(app, official_above(who.unit))
    tree_round = round_
    with counted() as few:
        official.get("/progress")
    for at in range(6):
        parent = township(who.unit)
        code = f"{int(who.unit.code) + 10 + at}"
        more = Division(
            code=code,
            name=f"新村{at}村委会",
            listed_name="",
            level=who.unit.level,
            kind=who.unit.kind,
            path="",
            parent_id=parent.id,
            listed=True,
            since_on=clock.today(),
        )
        db.session.add(more)
        db.session.flush()
        more.path = f"{parent.path}{more.id}/"
        db.session.commit()
        with_roll(who=hands(unit=more), round_=tree_round, voters=0)
    with counted() as many:
        official.get("/progress")

    assert len(many) == len(few)
